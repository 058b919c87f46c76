"""From an extracted document to a bulletin's fields, in reading order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from releases.extraction.document import ExtractedDocument, Line
from releases.linking.gazetteer import Gazetteer

from .blocks import Block, body_size, build_blocks, rejoin, strip_numbering
from .boilerplate import split_closing
from .bulletin import Certainty, Field, Folio, ParsedBulletin
from .certainty import Locator, doubt_image, judge_date, judge_folio, judge_place, judge_text
from .dateline import DatelineReading, read_dateline
from .doubts import doubt_body, doubt_summary
from .folding import fold
from .furniture import is_genre, sort_lines
from .headline import Head, is_caption, read_head
from .issuer import IssuerIndex
from .number import (
    FolioReading,
    announces_folio,
    find_folio,
    read_folio,
    read_profile_folio,
)
from .places import PlaceIndex

HEAD_LINES = 40
FOOTER_TOP = 200.0
BELOW = 3.0
LABEL_OF_PLACE = re.compile(r"^lugar\s*:\s*", re.IGNORECASE)
_KINDS = {
    "tarjeta informativa": "tarjeta informativa",
    "ficha informativa": "ficha informativa",
    "nota informativa": "nota informativa",
    "fe de erratas": "fe de erratas",
    "informe semanal": "informe semanal",
    "boletin": "boletín",
}


@dataclass(slots=True)
class _Front:
    """What the lines before the body give: candidates in reading order, with their lines."""

    folios: list[tuple[FolioReading, Line]] = field(default_factory=list)
    datelines: list[tuple[DatelineReading, Line]] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Rest:
    """What follows the head: body, closing, and what stands beside the running text."""

    body: list[Block]
    closing: list[Block]
    beside: list[Block]


@dataclass(frozen=True, slots=True)
class _Reading:
    """All that was found in a document, before it is judged."""

    front: _Front
    head: Head
    rest: _Rest
    furniture: Sequence[Line]


class _Indexes:
    """What is compiled once per gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.places = PlaceIndex(gazetteer)
        self.issuers = IssuerIndex(gazetteer)


_compiled: dict[int, _Indexes] = {}


def parse(
    document: ExtractedDocument, gazetteer: Gazetteer, *, today: dt.date | None = None
) -> ParsedBulletin:
    """Read the fields of a bulletin, each with its evidence and how sure it is.

    Never raises for what a document says: a field that cannot be read is MISSING, one that can
    be read in two ways is under REVIEW with the reason. `today` bounds plausible dates.
    """
    indexes = _indexes_of(gazetteer)
    lines = sort_lines(document, indexes.issuers.header_lines)
    profile = indexes.issuers.profile_of(lines.furniture)
    pattern = profile.number_pattern if profile is not None else ""
    front = _read_front(lines.text, lines.furniture, indexes, pattern)
    text = [line for line in lines.text if id(line) not in front.used]
    usual = body_size(text)
    blocks = rejoin(build_blocks(text), lines.cuts)
    run_in, blocks = _cut_run_in(blocks, front, indexes, usual)
    head = read_head(blocks, usual_size=usual, run_in=run_in)
    rest = _split_rest(blocks[head.body_start :], usual, indexes.issuers.openers_of(profile))
    return _assemble(document, _Reading(front, head, rest, lines.furniture), indexes, today)


def _indexes_of(gazetteer: Gazetteer) -> _Indexes:
    found = _compiled.get(id(gazetteer))
    if found is None or found.gazetteer is not gazetteer:
        if len(_compiled) > 4:
            _compiled.clear()
        found = _compiled[id(gazetteer)] = _Indexes(gazetteer)
    return found


def _read_front(
    text: Sequence[Line], furniture: Sequence[Line], indexes: _Indexes, pattern: str
) -> _Front:
    """Folio and dateline lines: whole lines before the body, or in the page header."""
    front = _Front()
    announced = _is_announced(text, furniture)
    for line in [*text[:HEAD_LINES], *(x for x in furniture if x.page == 1 and x.style != "pie")]:
        if not line.text:
            continue
        announced = _read_front_line(line, front, indexes, pattern, announced=announced)
    if not front.folios:
        _read_hidden_folio(text, furniture, front)
    _read_parted_place(text, front, indexes)
    return front


def _is_announced(text: Sequence[Line], furniture: Sequence[Line]) -> bool:
    """Whether a genre word alone («BOLETÍN»), read as letterhead, stands over the first line."""
    if not text or text[0].box is None:
        return False
    first = text[0].box
    return any(
        line.page == text[0].page
        and line.box is not None
        and 0 < line.box.bottom - first.bottom < BELOW * (text[0].size or 0)
        and announces_folio(line.text)
        for line in furniture
    )


def _read_hidden_folio(text: Sequence[Line], furniture: Sequence[Line], front: _Front) -> None:
    """A folio after other words of a header line, or on one of the last lines."""
    for line in [*furniture, *text[:6]]:
        reading = find_folio(line.text) if len(line.text) < 120 else None
        if reading is not None:
            front.folios.append((reading, line))
            return
    for line in text[-3:]:
        reading = read_folio(line.text)
        if reading is not None and not reading.rest:
            front.folios.append((reading, line))
            front.used.add(id(line))
            return


def _read_parted_place(text: Sequence[Line], front: _Front, indexes: _Indexes) -> None:
    """The place on a line of its own above or below a date without one."""
    if len(front.datelines) != 1 or front.datelines[0][0].place is not None:
        return
    dated = next((i for i, line in enumerate(text) if line is front.datelines[0][1]), None)
    if dated is None:
        return
    for line in (*text[max(0, dated - 1) : dated], *text[dated + 1 : dated + 2]):
        shown = LABEL_OF_PLACE.sub("", line.text).rstrip(".")
        place = indexes.places.read(shown) if len(line.text) < 60 else None
        if place is not None and place.known and not line.text.isupper():
            reading = DatelineReading(place, None, line.text, "", "lugar-aparte")
            front.datelines.append((reading, line))
            front.used.add(id(line))
            return


def _read_front_line(
    line: Line, front: _Front, indexes: _Indexes, pattern: str, *, announced: bool
) -> bool:
    """Take one line's folio and dateline; the answer says whether it announces a number."""
    if announces_folio(line.text) and len(line.text) < 40:
        front.used.add(id(line))
        return True
    rest = line.text
    if line.mark and not line.mark.startswith(("-", "–", "*")):
        return False
    folio = read_profile_folio(rest, pattern) if pattern and len(rest) < 80 else None
    folio = folio or read_folio(rest, announced=announced)
    if folio is not None and _is_alone(folio, indexes):
        front.folios.append((folio, line))
        front.used.add(id(line))
        rest = folio.rest
    if not rest or len(rest) > 400:
        return False
    dateline = read_dateline(rest, indexes.places)
    if dateline is None:
        tail = re.split(r"\s[|•·]\s|\s[-–—]\s", rest)
        dateline = read_dateline(tail[-1], indexes.places) if len(tail) > 1 else None
    if dateline is None or dateline.rest or line.page != 1:
        return False
    if dateline.date is not None or line.text == dateline.printed:
        front.datelines.append((dateline, line))
        front.used.add(id(line))
        before = rest[: rest.find(dateline.printed)].strip(" |•·-–—")
        trailing = read_folio(before) if before else None
        if trailing is not None and not trailing.rest:
            front.folios.append((trailing, line))
    return False


def _is_alone(folio: FolioReading, indexes: _Indexes) -> bool:
    """A folio line holds nothing else, but perhaps the dateline or a genre word."""
    if not folio.rest:
        return True
    return read_dateline(folio.rest, indexes.places) is not None or is_genre(folio.rest)


def _cut_run_in(
    blocks: list[Block], front: _Front, indexes: _Indexes, usual: float
) -> tuple[int | None, list[Block]]:
    """Cut a dateline off the first paragraph that opens with one."""
    if any(reading.date is not None and reading.place for reading, _ in front.datelines):
        return None, blocks
    for index, block in enumerate(blocks[:14]):
        if block.mark or block.is_table or (block.bold and block.size > usual):
            continue
        reading = read_dateline(block.text, indexes.places)
        if reading is None or not (reading.rest or reading.date):
            continue
        front.datelines.append((reading, block.first))
        if reading.rest:
            block.text = reading.rest
            return index, blocks
        return None, [*blocks[:index], *blocks[index + 1 :]]
    return None, blocks


def _split_rest(blocks: Sequence[Block], usual: float, openers: Sequence[str]) -> _Rest:
    """Part the blocks after the head; tables, captions and side boxes stand beside the text."""
    beside = [block for block in blocks if block.is_table or block.aside]
    running = [block for block in blocks if not block.is_table and not block.aside]
    body, closing = split_closing(running, usual_size=usual, openers=openers)
    strip_numbering(body)
    beside += [block for block in body if is_caption(block, usual)]
    return _Rest([block for block in body if block not in beside], closing, beside)


def _assemble(
    document: ExtractedDocument, reading: _Reading, indexes: _Indexes, today: dt.date | None
) -> ParsedBulletin:
    front, head, rest = reading.front, reading.head, reading.rest
    image, locator = document.from_image, Locator(document)
    today = today or dt.date.today()
    place = doubt_image(judge_place(front.datelines, locator), from_image=image)
    date = doubt_image(judge_date(front.datelines, today, locator), from_image=image)
    folio = doubt_image(judge_folio(front.folios, date.value, locator), from_image=image)
    judge = partial(judge_text, locator=locator, from_image=image)
    paragraphs = tuple(block.text for block in rest.body)
    boilerplate = "\n".join(block.text for block in rest.closing)
    return ParsedBulletin(
        folio=folio,
        year=_year(folio.value, date.value),
        issued_on=date,
        issued_in=place,
        dateline=" ".join(dict.fromkeys(reading.printed for reading, _ in front.datelines)),
        headline=judge(
            " ".join(block.text for block in head.headline),
            head.headline,
            head.doubt,
            rule="cabeza",
        ),
        summary_points=judge(
            tuple(block.text for block in head.summary),
            head.summary,
            doubt_summary(head.summary),
            rule="sumarios",
        ),
        body=judge(paragraphs, rest.body, _body_doubt(rest, head), rule="cuerpo"),
        boilerplate=Field(boilerplate, Certainty.SURE if boilerplate else Certainty.MISSING),
        issuer=indexes.issuers.read(
            _header(reading.furniture, head),
            folio_prefix=_prefix(folio.value),
            closing=boilerplate,
            body=paragraphs,
            state=place.value.inegi[:2] if place.value and place.value.inegi else None,
        ),
        kind=_kind(reading.furniture, document),
        extra=tuple(block.text for block in [*head.extra, *rest.beside]),
    )


def _year(folio: Folio | None, date: dt.date | None) -> int | None:
    """The folio's year, or the date's where the folio prints none."""
    if folio is not None and folio.year is not None:
        return folio.year
    return date.year if date is not None else None


def _prefix(folio: Folio | None) -> str:
    """The letters that open a folio («SSEM/0123/2024»), which may be the issuer's acronym."""
    match = re.match(r"[A-ZÁÉÍÓÚÑ]{2,12}", folio.printed) if folio is not None else None
    return match[0] if match else ""


def _header(furniture: Sequence[Line], head: Head) -> str:
    """The letterhead: what stands at page tops and over the headline, footers left out."""
    tops = [
        line.text
        for line in furniture
        if line.style != "pie" and (line.box is None or line.box.bottom > FOOTER_TOP)
    ]
    return "\n".join([*dict.fromkeys(tops), *(block.text for block in head.above)])


def _body_doubt(rest: _Rest, head: Head) -> str:
    if not rest.body:
        return ""
    if sum(block.words for block in rest.body) < 40:
        return "El cuerpo es muy corto. Compruebe que el documento esté completo."
    if not head.headline:
        return "Sin cabeza no se sabe dónde empieza el cuerpo. Confírmelo."
    beside = [block for block in [*rest.beside, *head.extra] if block.aside or block.is_table]
    return doubt_body(rest.body, beside)


def _kind(furniture: Sequence[Line], document: ExtractedDocument) -> str:
    first = document.pages[0].lines[:12] if document.pages else ()
    shown = fold(" ".join(line.text for line in [*furniture, *first] if len(line.text) < 60))
    return next((kind for words, kind in _KINDS.items() if words in shown), "comunicado")
