"""The parts of an address that Django has no converter for."""

from __future__ import annotations


class KeyConverter:
    """A bulletin's key within its year: `0275`, `sf-k7m2p9x`, or `fge-0231`.

    Lazy up to the first number, so that `fge-0231-detienen-a-2024` splits after `0231`.
    """

    regex = r"\d{4,8}|sf-[a-z0-9]{7}|[a-z][a-z0-9-]*?-\d{4,8}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class YearConverter:
    """A year of four digits, from 1900 to 2199."""

    regex = r"(?:19|20|21)\d{2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class MonthConverter:
    """A month of two digits, from 01 to 12."""

    regex = r"0[1-9]|1[0-2]"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


class OutputConverter:
    """The file name of a list's other form: `atom.xml` or `datos.csv`."""

    regex = r"atom\.xml|datos\.csv"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
