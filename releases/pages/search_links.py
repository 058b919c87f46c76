"""The links of a search: the same search with one thing more, less or other.

One builder for every link of the results page: chips, facets, months, pages, outputs, and the
way from a bulletin back to its results. Unknown and empty parameters are dropped.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from releases.pages.routes import address_of

REPEATABLE = ("tema", "dependencia", "municipio", "lugar", "tipo", "documento")
SINGLE = ("q", "duplicados", "periodo", "desde", "hasta", "orden")
_ORDER = ("q", *REPEATABLE, "duplicados", "periodo", "desde", "hasta", "orden")
# What does not narrow a search.
_NO_FILTERS = ("q", "duplicados", "orden")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SearchLinks:
    """A search as its parameters, the page left out: another search begins at its first."""

    pairs: tuple[Pair, ...]

    @classmethod
    def of(cls, parameters: QueryDict) -> SearchLinks:
        """The search that an address asks for; of a repeated single parameter the last counts."""
        pairs: list[Pair] = []
        for name in _ORDER:
            given = [value.strip() for value in parameters.getlist(name)]
            values = given[-1:] if name in SINGLE else dict.fromkeys(given)
            pairs += [(name, value) for value in values if value]
        return cls(tuple(pairs))

    @property
    def words(self) -> str:
        return dict(self.pairs).get("q", "")

    @property
    def filters(self) -> tuple[Pair, ...]:
        """All that narrows the search besides the words."""
        return tuple(pair for pair in self.pairs if pair[0] not in _NO_FILTERS)

    def values(self, name: str) -> list[str]:
        return [value for known, value in self.pairs if known == name]

    def plus(self, name: str, value: str) -> SearchLinks:
        """With a value added; one that was excluded or included before changes sides."""
        other = value[1:] if value.startswith("-") else f"-{value}"
        kept = tuple(pair for pair in self.pairs if pair not in ((name, value), (name, other)))
        return SearchLinks(_in_order((*kept, (name, value))))

    def minus(self, *names: str, value: str | None = None) -> SearchLinks:
        """Without these parameters, or without one value of them."""
        return SearchLinks(
            tuple(
                (name, known)
                for name, known in self.pairs
                if name not in names or (value is not None and known != value)
            )
        )

    def replacing(self, **values: str) -> SearchLinks:
        """With single parameters set anew; an empty value takes one away."""
        given = tuple((name, value) for name, value in values.items() if value)
        return SearchLinks(_in_order((*self.minus(*values).pairs, *given)))

    @property
    def query(self) -> str:
        """The encoded parameters, without a question mark."""
        return urlencode(self.pairs)

    def path(self, route: str = "search", **extra: str | int) -> str:
        """The address of the search, or of another of its outputs, with parameters added."""
        query = urlencode((*self.pairs, *extra.items()))
        address = address_of(route)
        return f"{address}?{query}" if query else address

    def page(self, number: int) -> str:
        return self.path(pagina=number) if number > 1 else self.path()

    def dates(self) -> Callable[[dt.date, dt.date], str]:
        """The addresses of this search in other dates; made for many, the rest is encoded once."""
        rest = self.minus("periodo", "desde", "hasta").pairs
        before = urlencode([pair for pair in rest if pair[0] != "orden"])
        after = urlencode([pair for pair in rest if pair[0] == "orden"])
        start = f"{address_of('search')}?{before}{'&' if before else ''}"
        end = f"&{after}" if after else ""
        return lambda first, last: f"{start}desde={first}&hasta={last}{end}"

    def onto(self, path: str, **extra: str | int) -> str:
        """A bulletin's address with this search, so that its page can lead back here."""
        query = urlencode((*self.pairs, *extra.items()))
        return f"{path}?{query}" if query else path

    def onto_each(self, name: str) -> Callable[[str, int], str]:
        """`onto` for many addresses that differ in one number: the search is encoded once."""
        shared = f"{self.query}&" if self.pairs else ""
        return lambda path, number: f"{path}?{shared}{name}={number}"


def _in_order(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Always the same order, so that the same search has the same address."""
    return tuple(sorted(pairs, key=lambda pair: _ORDER.index(pair[0])))
