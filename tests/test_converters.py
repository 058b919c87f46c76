"""The key of a bulletin in its address, told apart from the slug behind it."""

from __future__ import annotations

import re

import pytest

from releases.converters import KeyConverter, MonthConverter, YearConverter

ADDRESS = re.compile(rf"(?P<key>{KeyConverter.regex})-(?P<slug>[-a-zA-Z0-9_]+)")


@pytest.mark.parametrize(
    ("address", "key", "slug"),
    [
        ("0275-mesa-de-trabajo", "0275", "mesa-de-trabajo"),
        ("0275-encuentro-2024", "0275", "encuentro-2024"),
        ("sf-k7m2p9x-mesa-2024", "sf-k7m2p9x", "mesa-2024"),
        ("fge-0231-detienen-a-2024", "fge-0231", "detienen-a-2024"),
        ("c5-edomex-0012-aviso", "c5-edomex-0012", "aviso"),
    ],
)
def test_key_and_slug_are_split_at_the_first_number(address: str, key: str, slug: str) -> None:
    match = ADDRESS.fullmatch(address)

    assert match is not None
    assert (match["key"], match["slug"]) == (key, slug)


@pytest.mark.parametrize("key", ["275", "sf-abc", "0275a", "-0275", "FGE-0231", "fge", ""])
def test_what_is_no_key_is_refused(key: str) -> None:
    assert re.fullmatch(KeyConverter.regex, key) is None


@pytest.mark.parametrize("year", ["24", "02024", "1899", "3000", "abcd"])
def test_what_is_no_year_is_refused(year: str) -> None:
    assert re.fullmatch(YearConverter.regex, year) is None


@pytest.mark.parametrize("month", ["0", "4", "00", "13", "012"])
def test_what_is_no_month_is_refused(month: str) -> None:
    assert re.fullmatch(MonthConverter.regex, month) is None


def test_addresses_write_years_and_months_with_all_their_digits() -> None:
    assert YearConverter().to_url(2024) == "2024"
    assert MonthConverter().to_url(4) == "04"
