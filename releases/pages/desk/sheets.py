"""The document beside a review: its pages with a numbered box for each field, or its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from releases.models import SourceDocument
from releases.page_images import DrawnPage, drawn_pages

# A line shorter than this may stand in any paragraph by chance.
_TELLING = 20
_MARGIN = 3
# The rule of `parsing.issuer` whose evidence is the printed lines themselves.
_LETTERHEAD = "membrete"
_TAG = 16

Rectangle = tuple[float, float, float, float]
Places = dict[int, list[Rectangle]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A field's number in the review, its anchor and name, and whether a person must look at it."""

    number: int
    anchor: str
    label: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """A field's box on a page, in points from the upper left corner.

    `tag_x` and `tag_y` are where its number stands. `is_first` is true once for each field, where
    the way back from the field leads.
    """

    mark: Mark
    x: int
    y: int
    width: int
    height: int
    is_first: bool

    @property
    def tag_x(self) -> int:
        return max(self.x - _TAG - 2, 1)

    @property
    def tag_y(self) -> int:
        return self.y


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: the address of its image with its size in pixels, its size in points, its boxes."""

    number: int
    image: str
    pixels: tuple[int, int]
    points: tuple[int, int]
    zones: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a document without layout; `mark` is that of the field that begins with it."""

    text: str
    mark: Mark | None


def sheets_of(
    source: SourceDocument,
    *,
    lines: Sequence[Mapping[str, Any]],
    fields: Mapping[str, Any],
    marks: Mapping[str, Mark],
) -> tuple[Sheet, ...]:
    """The drawn pages of a document. None while nobody has drawn them, and of a file without pages.

    `lines` and `fields` are those of `ingest.records`; `marks` are by field.
    """
    found = places_on_pages(marks, fields=fields, lines=lines)
    placed: dict[int, dict[Mark, list[Rectangle]]] = defaultdict(lambda: defaultdict(list))
    for name, mark in marks.items():
        for page, boxes in found[name].items():
            placed[page][mark] += boxes
    seen: set[int] = set()
    return tuple(
        _sheet(page, source.release_id, placed.get(page.number, {}), seen)
        for page in drawn_pages(source)
    )


def places_on_pages(
    names: Iterable[str], *, fields: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]
) -> dict[str, Places]:
    """Where fields stand: by name and page, boxes in points from the lower left corner."""
    found = {name: _places_of(name, fields.get(name) or {}, lines) for name in names}
    if "boilerplate" in found:
        found["boilerplate"] = _after(found.get("body", {}), found["boilerplate"])
    return found


def text_lines(
    lines: Sequence[Mapping[str, Any]], *, fields: Mapping[str, Any], marks: Mapping[str, Mark]
) -> tuple[TextLine, ...]:
    """The document as it was read, for one without page images; each field marked once."""
    begins: dict[int, Mark] = {}
    for name, mark in marks.items():
        evidence = (fields.get(name) or {}).get("evidence") or ()
        number = _first_line(evidence, lines)
        if number is not None and mark not in begins.values():
            begins.setdefault(number, mark)
    return tuple(TextLine(line["text"], begins.get(n)) for n, line in enumerate(lines))


def _first_line(
    evidence: Sequence[Mapping[str, Any]], lines: Sequence[Mapping[str, Any]]
) -> int | None:
    """The number of the line with which a field begins: by its offset, else by its words."""
    if not evidence:
        return None
    first, at = evidence[0], 0
    for number, line in enumerate(lines):
        text = line["text"]
        by_offset = first.get("end") and at == first["start"]
        by_words = first.get("box") and line["page"] == first["page"] and text.strip()
        if by_offset or (by_words and first["quote"].startswith(text.rstrip("-"))):
            return number
        at += len(text) + 1
    return None


def _sheet(
    page: DrawnPage, release_id: int, placed: Mapping[Mark, list[Rectangle]], seen: set[int]
) -> Sheet:
    across, down = page.points or page.pixels
    zones = []
    for mark, boxes in placed.items() if page.points else ():
        left, bottom, right, top = _around(boxes)
        zones.append(
            Zone(
                mark=mark,
                x=round(left) - _MARGIN,
                y=round(down - top) - _MARGIN,
                width=round(right - left) + 2 * _MARGIN,
                height=round(top - bottom) + 2 * _MARGIN,
                is_first=mark.number not in seen,
            )
        )
        seen.add(mark.number)
    return Sheet(
        number=page.number,
        image=reverse("desk-page-image", args=[release_id, page.number]),
        pixels=page.pixels,
        points=(round(across), round(down)),
        zones=tuple(sorted(zones, key=lambda zone: zone.mark.number)),
    )


def _places_of(name: str, field: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]) -> Places:
    """Where a field stands, page by page, in points from the lower left corner."""
    found: Places = defaultdict(list)
    evidence = field.get("evidence") or ()
    for item in evidence:
        if item.get("box"):
            found[item["page"]].append(tuple(item["box"]))
    if name == "issuer":
        printed = [item["quote"].split("\n") for item in evidence if item["rule"] == _LETTERHEAD]
        first = [line for line in lines if line["page"] == 1]
        _add(found, _lines_within((text for texts in printed for text in texts), first))
    if name == "boilerplate":
        _add(found, _lines_within(str(field.get("value") or "").split("\n"), lines))
    if name == "body":
        _add(found, _continued(evidence, field.get("value") or (), lines))
    return found


def _continued(
    evidence: Iterable[Mapping[str, Any]], paragraphs: Iterable[str], lines: Sequence[Any]
) -> Places:
    """Where paragraphs go on after the page on which they begin: their evidence ends with it."""
    found: Places = defaultdict(list)
    for item, paragraph in zip(evidence, paragraphs, strict=False):
        if item.get("box"):
            after = (line for line in lines if line["page"] > item["page"])
            _add(found, _lines_within([paragraph], after))
    return found


def _lines_within(texts: Iterable[str], lines: Iterable[Mapping[str, Any]]) -> Places:
    """The places of the lines whose words stand in one of the texts."""
    whole = [" ".join(text.split()) for text in texts if text]
    found: Places = defaultdict(list)
    for line in lines:
        words = " ".join(line["text"].split()).rstrip("-\N{SOFT HYPHEN}")
        telling = len(words) >= _TELLING
        if line.get("box") and any(words == t or (telling and words in t) for t in whole):
            found[line["page"]].append(tuple(line["box"]))
    return found


def _after(body: Places, closing: Places) -> Places:
    """What stands below the text: words of the closing may stand in the letterhead too."""
    if not body:
        return closing
    last = max(body)
    end = min(bottom for _, bottom, _, _ in body[last])
    return {
        page: kept
        for page, boxes in closing.items()
        if page >= last
        and (kept := [box for box in boxes if page > last or box[3] <= end + _MARGIN])
    }


def _add(places: Places, more: Places) -> None:
    for page, boxes in more.items():
        places[page] += boxes


def _around(boxes: Sequence[Rectangle]) -> Rectangle:
    def edge(index: int) -> Iterator[float]:
        return (box[index] for box in boxes)

    return min(edge(0)), min(edge(1)), max(edge(2)), max(edge(3))
