"""What the results page says besides its cards and facets, worked out as plain strings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from releases.pages.search_links import SearchLinks
from releases.presentation import counted, short_date
from releases.search.criteria import Order
from releases.search.facets import LABELS, Facet
from releases.search.results import SearchPage

ORDER_LABELS = {
    Order.RELEVANCE: "Relevancia",
    Order.NEWEST: "Más recientes",
    Order.OLDEST: "Más antiguos",
    Order.FOLIO: "Folio",
    Order.RECEIVED: "Últimos en llegar aquí",
}
_DATE_LABELS = {"desde": "Desde", "hasta": "Hasta", "periodo": "Periodo"}


class Chip(NamedTuple):
    """An active filter and the search without it."""

    name: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class SortOption:
    value: str
    label: str
    selected: bool


def chips_of(links: SearchLinks, facets: Sequence[Facet]) -> list[Chip]:
    """The active filters in words. A value that the catalogue does not know is shown as typed."""
    names = {
        (facet.name.value, value.slug): value.name for facet in facets for value in facet.values
    }
    labels = {name.value: label for name, label in LABELS.items()} | _DATE_LABELS
    return [
        Chip(labels[name], _in_words(name, value, names), links.minus(name, value=value).path())
        for name, value in links.filters
    ]


def _in_words(name: str, value: str, names: Mapping[tuple[str, str], str]) -> str:
    if name in _DATE_LABELS:
        return value if name == "periodo" else _day(value)
    slug = value.removeprefix("-")
    shown = names.get((name, slug), slug)
    return f"sin {shown}" if value.startswith("-") else shown


def sort_options(order: Order, *, has_words: bool) -> list[SortOption]:
    """The orders that make sense: relevance needs words."""
    return [
        SortOption(value.value, label, value is order)
        for value, label in ORDER_LABELS.items()
        if has_words or value is not Order.RELEVANCE
    ]


def announce(page: SearchPage, links: SearchLinks) -> str:
    """What a screen reader hears after a change: «48 comunicados con c5. Página 1 de 3.»"""
    words = f" con {links.words}" if links.words else ""
    total = counted(page.total, "comunicado", "comunicados")
    return f"{total}{words}. Página {page.page} de {page.pages}."


def describe_range(page: SearchPage) -> str:
    """«1–20 de 48, página 1 de 3»; bulletins with the same text are one."""
    results = f"{page.shown:,}"
    if page.shown < page.total:
        results = counted(page.shown, "texto distinto", "textos distintos")
    return f"{page.first:,}–{page.last:,} de {results}, página {page.page} de {page.pages}"


def _day(value: str) -> str:
    try:
        return short_date(dt.date.fromisoformat(value))
    except ValueError:
        return value
