"""What every measured engine answers: a whole page, with exact total, all facet counts, the first
twenty bulletins and their snippets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.http import QueryDict

from benchmarks.generation import SyntheticBulletin
from benchmarks.queries import BenchQuery
from releases.language.words import tokenize
from releases.search.criteria import FacetName
from releases.search.filters import ReleaseFilter
from releases.search.highlights import Marker
from releases.search.query import Operand, Phrase, SearchText, Together, read_query
from releases.search.results import search

COUNTED = (FacetName.AGENCY, FacetName.TOPIC, FacetName.MUNICIPALITY)


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """The total and the sum of all counts of agencies, topics, municipalities and years: equal
    for two engines that count the same words right. `counted` is None where it is not told."""

    total: int
    counted: int | None

    def agrees_with(self, other: PageAnswer) -> bool:
        """Whether two engines found the same, as far as both tell."""
        told = None not in (self.counted, other.counted)
        return self.total == other.total and (not told or self.counted == other.counted)


class Engine(Protocol):
    """Something that answers searches over the same bulletins."""

    name: str

    def page(self, query: BenchQuery) -> PageAnswer: ...


class Conste:
    """The archive itself, from the query string on, without drawing the page."""

    name = "Conste"

    def page(self, query: BenchQuery) -> PageAnswer:
        data = QueryDict(mutable=True)
        data["q"] = query.text
        if query.municipality:
            data["municipio"] = f"banco-{query.municipality}"
        if query.order:
            data["orden"] = query.order
        filters = ReleaseFilter(data)
        if not filters.is_valid():
            raise ValueError(filters.errors)
        page = search(filters.criteria)
        counts = {facet.name: facet for facet in page.facets}
        counted = sum(value.count for name in COUNTED for value in counts[name].values)
        counted += sum(month.count for month in page.months)
        return PageAnswer(page.total, counted)


# Stands between paragraphs, so that no phrase runs from one into the next.
_BREAK = " 0parrafo0 "


def first_lexemes(texts: Iterable[str]) -> str:
    """Texts as the words an engine without our own analysis should index."""
    return _BREAK.join(" ".join(token.lexemes[0] for token in tokenize(text)) for text in texts)


@dataclass(frozen=True, slots=True)
class PlainQuery:
    """A query in the terms that every engine has: groups of alternatives, and exclusions; each
    operand is the lexemes of a word or of an exact run."""

    groups: tuple[tuple[tuple[str, ...], ...], ...]
    excluded: tuple[tuple[str, ...], ...]
    text: SearchText | None


def plain_query(query: BenchQuery) -> PlainQuery:
    """The query read by our own grammar, without other names."""
    text = read_query(query.text)
    if text is None:
        return PlainQuery((), (), None)
    groups = tuple(tuple(map(_lexemes, clause.options)) for clause in text.clauses)
    return PlainQuery(groups, tuple(map(_lexemes, text.excluded)), text)


def make_snippets(text: SearchText | None, bodies: Iterable[Sequence[str]]) -> int:
    """Makes the same snippets as our own pages do; how many characters they have."""
    marker = Marker(text)
    return sum(len(marker.snippet(body).text) for body in bodies)


def facet_codes(bulletin: SyntheticBulletin) -> list[int]:
    """Year, agencies, topics and municipalities as numbers that do not meet."""
    return [
        bulletin.day.year,
        *(10_000 + n for n in bulletin.agencies),
        *(20_000 + n for n in bulletin.topics),
        *(30_000 + n for n in bulletin.municipalities),
    ]


def municipality_code(number: int) -> int:
    return 30_000 + number


def _lexemes(operand: Operand) -> tuple[str, ...]:
    if isinstance(operand, Phrase):
        return tuple(forms[0] for forms in operand.words)
    if isinstance(operand, Together):
        raise TypeError("a plain query has no names")
    return operand.lexemes[:1]
