"""A bulletin's text as HTML: names linked, hits marked and numbered, everything else escaped.

The only place where the text of a bulletin becomes markup. Offsets count in the plain text, so
nothing is searched for in HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeVar

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an entity's page."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that the reader searched for. `number` counts from 1 over the whole bulletin."""

    start: int
    end: int
    number: int


Span = TypeVar("Span", Link, Hit)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text that no link or hit begins or ends within."""

    start: int
    end: int
    link: Link | None
    hit: Hit | None


def render_paragraph(
    text: str, *, links: Sequence[Link] = (), hits: Sequence[Hit] = (), total_hits: int = 0
) -> SafeString:
    """One paragraph. Links must not overlap each other, nor hits; a hit may cross a link's edge.

    Each hit has the anchor `#m<number>` and is followed by its number, which leads to the next.
    """
    pieces = _cut(text, links, hits)
    runs = groupby(pieces, key=lambda piece: piece.link)
    return format_html_join(
        "", "{}", ((_render_run(text, link, list(run), total_hits),) for link, run in runs)
    )


def first_links(candidates: Iterable[tuple[int, Link]], *, paragraphs: int) -> list[list[Link]]:
    """The first mention of each page, per paragraph.

    `candidates` are pairs of paragraph and link in reading order. Of links that overlap the
    earlier one stays.
    """
    chosen: list[list[Link]] = [[] for _ in range(paragraphs)]
    seen: set[str] = set()
    for paragraph, link in candidates:
        row = chosen[paragraph] if paragraph < paragraphs else None
        if row is None or link.url in seen or (row and link.start < row[-1].end):
            continue
        seen.add(link.url)
        row.append(link)
    return chosen


def _cut(text: str, links: Sequence[Link], hits: Sequence[Hit]) -> list[_Piece]:
    edges = {0, len(text)}
    for spans in (links, hits):
        for span in spans:
            edges.update((span.start, span.end))
    return [
        _Piece(start, end, _covering(links, start), _covering(hits, start))
        for start, end in pairwise(sorted(edges))
        if end <= len(text)
    ]


def _covering(spans: Sequence[Span], position: int) -> Span | None:
    return next((span for span in spans if span.start <= position < span.end), None)


def _render_run(text: str, link: Link | None, run: list[_Piece], total_hits: int) -> SafeString:
    """Outside links a number follows its hit at once; links can't hold links, so there it waits."""
    words = [_render_piece(text, piece) for piece in run]
    numbers = [
        _render_number(piece.hit, total_hits) if piece.hit and piece.end == piece.hit.end else ""
        for piece in run
    ]
    if link is None:
        return format_html_join("", "{}{}", zip(words, numbers, strict=True))
    return format_html(
        '<a href="{}">{}</a>{}',
        link.url,
        format_html_join("", "{}", ((word,) for word in words)),
        format_html_join("", "{}", ((number,) for number in numbers)),
    )


def _render_piece(text: str, piece: _Piece) -> SafeString:
    words = text[piece.start : piece.end]
    if piece.hit is None:
        return format_html("{}", words)
    if piece.start == piece.hit.start:
        return format_html('<mark id="m{}">{}</mark>', piece.hit.number, words)
    return format_html("<mark>{}</mark>", words)


def _render_number(hit: Hit, total: int) -> SafeString:
    following = hit.number % total + 1
    return format_html(
        '<a class="coincidencia" href="#m{}" aria-label="Coincidencia {} de {}. Ir a la {}">{}</a>',
        following,
        hit.number,
        total,
        following,
        hit.number,
    )
