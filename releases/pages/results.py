"""What the results page shows, worked out as plain strings before the template draws it.

Twenty cards and some fifty facet values are drawn on each page: a template tag for each of their
parts would cost more than finding them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from releases.models import SourceDocument
from releases.pages.bulletin import extension_of
from releases.pages.result_trail import POSITION
from releases.pages.search_links import SearchLinks
from releases.pages.twins import TwinLinks, link_twins
from releases.presentation import counted, short_date
from releases.search.criteria import FacetName, Order
from releases.search.facets import LABELS, Facet, FacetValue
from releases.search.highlights import Marker, Segment
from releases.search.results import Hit, SearchPage

SHORT_FACET = 6
_TOPICS_SHOWN = 2

ORDER_LABELS = {
    Order.RELEVANCE: "Relevancia",
    Order.NEWEST: "Más recientes",
    Order.OLDEST: "Más antiguos",
    Order.FOLIO: "Folio",
    Order.RECEIVED: "Últimos en llegar aquí",
}
_ALL_OF = {
    FacetName.TOPIC: "los {} temas",
    FacetName.AGENCY: "las {} dependencias",
    FacetName.MUNICIPALITY: "los {} municipios",
    FacetName.PLACE: "los {} lugares",
    FacetName.KIND: "los {} tipos",
    FacetName.DOCUMENT: "las {} clases",
}
_DATE_LABELS = {"desde": "Desde", "hasta": "Hasta", "periodo": "Periodo"}


class Card(NamedTuple):
    """One result as `componentes/_resultado.html` draws it."""

    url: str
    number: str
    year: str
    day: str
    date: str
    place: SafeString
    headline: SafeString
    snippet: SafeString
    is_corrected: bool
    hits: int
    paragraph: int
    topics: tuple[tuple[str, str], ...]
    document: str
    twins: TwinLinks | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One checkbox of a facet. `value` is what the parameter takes; excluding ones begin with -."""

    id: str
    value: str
    name: str
    count: str
    checked: bool
    exclude_url: str


class FacetView(NamedTuple):
    """A facet of the form with its first values, and the way to all of them."""

    name: str
    label: str
    options: tuple[Option, ...]
    more_url: str
    more_label: str
    is_open: bool


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


def cards_of(page: SearchPage, links: SearchLinks) -> list[Card]:
    """The results of a page; one query for those of the same text."""
    topic_pattern = reverse("topic", args=["x"]).removesuffix("x/")
    twins = link_twins(page.hits, links)
    marker = Marker(page.text)
    return [
        _card(hit, links, page.first + n, topic_pattern)._replace(
            place=_mark_place(hit, marker),
            hits=_count_hits(hit, marker),
            twins=twins.get(hit.release.pk),
        )
        for n, hit in enumerate(page.hits)
    ]


def facets_of(page: SearchPage, links: SearchLinks) -> list[FacetView]:
    """The facets that can narrow this search, chosen values first."""
    return [_facet(facet, links) for facet in page.facets if _is_useful(facet, page.total)]


def options_of(
    facet: Facet, values: Iterable[FacetValue], links: SearchLinks, *, excluding: bool = False
) -> list[Option]:
    """Checkboxes for values of a facet, with links that leave a value out if `excluding`."""
    name = facet.name.value
    return [
        Option(
            id=f"{name}-{value.slug}",
            value=f"-{value.slug}" if value.excluded else value.slug,
            name=f"Sin {value.name}" if value.excluded else value.name,
            count="" if value.excluded else f"{value.count:,}",
            checked=value.selected or value.excluded,
            exclude_url=links.plus(name, f"-{value.slug}").path() if excluding else "",
        )
        for value in values
    ]


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


def marked(segments: Iterable[Segment]) -> SafeString:
    """Segments as HTML: escaped, with marks."""
    return format_html_join(
        "", "{}", ((format_html(_MARK, s.text) if s.is_marked else s.text,) for s in segments)
    )


_MARK = "<mark>{}</mark>"


def _card(
    hit: Hit,
    links: SearchLinks,
    position: int,
    topic_pattern: str,
) -> Card:
    revision, snippet = hit.revision, hit.snippet
    number, stroke, year = revision.folio.rpartition("/")
    source = revision.source
    text = marked(snippet.segments)
    return Card(
        url=links.onto(hit.release.get_absolute_url(), **{POSITION: position}),
        number=number or revision.folio or "Sin folio",
        year=stroke + year if number else "",
        day=revision.issued_on.isoformat(),
        date=short_date(revision.issued_on),
        place=SafeString(""),
        headline=marked(hit.headline),
        snippet=format_html(
            "{}{}{}", "… " if snippet.opens else "", text, " …" if snippet.closes else ""
        ),
        is_corrected=revision.number > 1,
        hits=0,
        paragraph=_marked_paragraph(hit),
        topics=tuple(
            (topic["name"], f"{topic_pattern}{topic['slug']}/")
            for topic in revision.entities.get("topics", ())[:_TOPICS_SHOWN]
        ),
        document=_document(source) if source else "",
    )


def _mark_place(hit: Hit, marker: Marker) -> SafeString:
    """The dateline's place, which is searched too."""
    place = hit.revision.issued_in
    return marked(marker.segments(place.name)) if place else SafeString("")


def _count_hits(hit: Hit, marker: Marker) -> int:
    """As many as the bulletin's page numbers."""
    revision = hit.revision
    return marker.count((revision.title, *revision.summary_points, *revision.body))


def _marked_paragraph(hit: Hit) -> int:
    """The number (from 1) of the paragraph the snippet comes from; 0 where nothing is marked."""
    if hit.snippet.paragraph is None or not any(s.is_marked for s in hit.snippet.segments):
        return 0
    return hit.snippet.paragraph + 1


def _document(source: SourceDocument) -> str:
    return f"{extension_of(source).upper()}, {counted(source.page_count, 'página', 'páginas')}"


def _is_useful(facet: Facet, total: int) -> bool:
    """A facet whose only value all results have says nothing."""
    if facet.chosen:
        return True
    return len(facet.values) > 1 or any(value.count < total for value in facet.values)


def _facet(facet: Facet, links: SearchLinks) -> FacetView:
    chosen = facet.chosen
    others = [value for value in facet.values if value not in chosen]
    shown = (*chosen, *others[: max(0, SHORT_FACET - len(chosen))])
    hidden = len(facet.values) > len(shown)
    return FacetView(
        name=facet.name.value,
        label=facet.label,
        options=tuple(options_of(facet, shown, links)),
        more_url=_facet_address(facet, links) if hidden else "",
        more_label=f"Ver {_ALL_OF[facet.name].format(len(facet.values))}",
        is_open=bool(chosen) or facet.name not in (FacetName.DOCUMENT, FacetName.KIND),
    )


def _facet_address(facet: Facet, links: SearchLinks) -> str:
    return links.onto(reverse("facet", args=[facet.name.value]))


def _day(value: str) -> str:
    try:
        return short_date(dt.date.fromisoformat(value))
    except ValueError:
        return value
