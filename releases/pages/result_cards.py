"""The results of a search as cards, drawn as strings.

Twenty are drawn on each page: a template tag for each of their parts would cost more than finding
them. Every text is escaped where it is put in, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString

from releases.models import Release, SourceDocument
from releases.pages.bulletin import extension_of
from releases.pages.icons import draw_icon
from releases.pages.result_trail import POSITION
from releases.pages.search_links import SearchLinks
from releases.pages.twins import TwinLinks, link_twins
from releases.presentation import counted, short_date
from releases.search.highlights import Segment, Snippet
from releases.search.results import Hit, SearchPage

_TOPICS_SHOWN = 2


class Card(NamedTuple):
    """What one card shows, as plain text.

    `day` is ISO; `paragraph` counts from 1, and is 0 where nothing in the text is marked; `topics`
    are pairs of name and address.
    """

    url: str
    number: str
    year: str
    day: str
    date: str
    place: Sequence[Segment]
    headline: Sequence[Segment]
    snippet: Snippet
    is_corrected: bool = False
    hits: int = 0
    paragraph: int = 0
    topics: Sequence[tuple[str, str]] = ()
    document: str = ""
    twins: TwinLinks | None = None


def cards_of(page: SearchPage, links: SearchLinks) -> list[Card]:
    """The results of a page; one query for those of the same text, where there are some."""
    twins = link_twins(page.hits, links)
    address = links.onto_each(POSITION)
    return [
        card_of(
            hit,
            url=address(_path_of(hit.release), page.first + n),
            twins=twins.get(hit.release.pk),
        )
        for n, hit in enumerate(page.hits)
    ]


def draw_cards(cards: Iterable[Card]) -> SafeString:
    """The items of `<ol class="asientos">`."""
    return SafeString("".join(map(_draw, cards)))


def mark(segments: Iterable[Segment]) -> SafeString:
    """Segments as HTML: escaped, with marks."""
    return SafeString(
        "".join([f"<mark>{escape(text)}</mark>" if hit else escape(text) for text, hit in segments])
    )


def card_of(hit: Hit, *, url: str, twins: TwinLinks | None = None) -> Card:
    """The card of one bulletin, which leads to `url`."""
    revision = hit.revision
    number, stroke, year = revision.folio.rpartition("/")
    place, source = revision.issued_in, revision.source
    return Card(
        url=url,
        number=number or revision.folio or "Sin folio",
        year=stroke + year if number else "",
        day=revision.issued_on.isoformat(),
        date=short_date(revision.issued_on),
        place=hit.marker.segments(place.name) if place else (),
        headline=hit.headline,
        snippet=hit.snippet,
        is_corrected=revision.number > 1,
        hits=hit.count_hits(),
        paragraph=_marked_paragraph(hit.snippet),
        topics=[
            (topic["name"], _topic_form().format(topic["slug"]))
            for topic in revision.entities.get("topics", ())[:_TOPICS_SHOWN]
        ],
        document=_describe(source) if source else "",
        twins=twins,
    )


@cache
def _release_form() -> str:
    """The address of any bulletin with places for its parts: Django takes longer to put one
    together than a card takes to draw."""
    return reverse("release", args=[2000, "0000", "x"]).replace("2000/0000-x", "{}/{}-{}")


@cache
def _topic_form() -> str:
    return reverse("topic", args=["x"]).replace("x/", "{}/")


def _path_of(release: Release) -> str:
    return _release_form().format(release.year, release.key, release.slug)


def _marked_paragraph(snippet: Snippet) -> int:
    is_marked = any(segment.is_marked for segment in snippet.segments)
    return snippet.paragraph + 1 if is_marked and snippet.paragraph is not None else 0


def _describe(source: SourceDocument) -> str:
    return f"{extension_of(source).upper()}, {counted(source.page_count, 'página', 'páginas')}"


def _draw(card: Card) -> str:
    url = escape(card.url)
    year = f'<span class="folio__anio">{escape(card.year)}</span>' if card.year else ""
    place = f" <span>{mark(card.place)}</span>" if card.place else ""
    return f"""
<li class="asiento">
  <div class="asiento__registro"><span class="folio">{escape(card.number)}{year}</span> \
<time datetime="{card.day}">{card.date}</time>{place}</div>
  <div>
    <h2 class="asiento__titulo"><a data-asiento href="{url}">{mark(card.headline)}</a></h2>
    <p class="asiento__extracto">{_draw_snippet(card.snippet)}</p>
    {_draw_twins(card.twins) if card.twins else ""}
    <p class="asiento__pie">{" ".join(_foot(card, url))}</p>
  </div>
</li>"""


def _draw_snippet(snippet: Snippet) -> str:
    before, after = "… " if snippet.opens else "", " …" if snippet.closes else ""
    return f"{before}{mark(snippet.segments)}{after}"


def _draw_twins(twins: TwinLinks) -> str:
    links = ", ".join(_link(url, folio) for folio, url in twins.links)
    rest = " " + _link(twins.all_url, "y los demás") if twins.all_url else ""
    return f'<p class="asiento__iguales">{escape(twins.label)}: {links}{rest}</p>'


def _foot(card: Card, url: str) -> list[str]:
    """The parts of the last line; `url` is the card's, escaped."""
    parts = []
    if card.is_corrected:
        seal = f"{draw_icon('pencil')} Corregido"
        parts.append(f'<span class="sello-estado sello-estado--ojo">{seal}</span>')
    hits = f"{card.hits} coincidencia{'' if card.hits == 1 else 's'}"
    if card.paragraph:
        parts.append(f'<a href="{url}#p{card.paragraph}">{hits}, párrafo {card.paragraph}</a>')
    elif card.hits:
        parts.append(f'<a href="{url}#m1">{hits}</a>')
    parts += [_link(address, name) for name, address in card.topics]
    if card.document:
        parts.append(f"<span>{escape(card.document)}</span>")
    return parts


def _link(url: str, text: str) -> str:
    return f'<a href="{escape(url)}">{escape(text)}</a>'
