"""How sure each field is: SURE where its form and its neighbours agree, else REVIEW and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from releases.extraction.document import Box, ExtractedDocument, Line

from .blocks import Block
from .bulletin import Certainty, Evidence, Field, Folio, NamedPlace
from .dateline import DatelineReading
from .number import FolioReading

EARLIEST = 1990
QUOTED = 200
FROM_IMAGE = "Se leyó de una imagen. Compárelo con el documento."

T = TypeVar("T")


class Locator:
    """Where the lines of a document stand: their box, or their offsets where there is no layout."""

    def __init__(self, document: ExtractedDocument) -> None:
        self._starts: dict[int, int] = {}
        start = 0
        for page in document.pages:
            for line in page.lines:
                self._starts[id(line)] = start
                start += len(line.text) + 1

    def line(self, line: Line, rule: str) -> Evidence:
        """The evidence that one line gives."""
        return self._make(line.text, [line], rule)

    def block(self, block: Block, rule: str) -> Evidence:
        """The evidence that a block gives, as far as it stands on its first page."""
        return self._make(block.text, block.lines, rule)

    def _make(self, quote: str, lines: Sequence[Line], rule: str) -> Evidence:
        page = lines[0].page
        boxes = [line.box for line in lines if line.box and line.page == page]
        if boxes:
            box = Box(
                min(box.left for box in boxes),
                min(box.bottom for box in boxes),
                max(box.right for box in boxes),
                max(box.top for box in boxes),
            )
            return Evidence(quote[:QUOTED], page, rule, box)
        start = self._starts.get(id(lines[0]), 0)
        end = self._starts.get(id(lines[-1]), start) + len(lines[-1].text)
        return Evidence(quote[:QUOTED], page, rule, start=start, end=end)


def judge_date(
    readings: Sequence[tuple[DatelineReading, Line]], today: dt.date, locator: Locator
) -> Field[dt.date | None]:
    """The date of the dateline; far-off, impossible or contradictory dates are under REVIEW."""
    dated = [(reading.date, line) for reading, line in readings if reading.date is not None]
    if not dated:
        return Field(None, Certainty.MISSING, "No se encontró la fecha. Escríbala.")
    evidence = tuple(locator.line(line, "fecha") for _, line in dated)
    found = dated[0][0]
    doubt = found.doubt
    others = {date.value for date, _ in dated}
    if len(others) > 1:
        doubt = "Hay más de una fecha en el encabezado. Elija la del comunicado."
    if found.value is None:
        return Field(None, Certainty.REVIEW, doubt, evidence)
    if found.value > today + dt.timedelta(days=1):
        doubt = f"La fecha {found.value:%d/%m/%Y} está en el futuro. Confírmela."
    elif found.value.year < EARLIEST:
        doubt = f"La fecha {found.value:%d/%m/%Y} es anterior a {EARLIEST}. Confírmela."
    return Field(found.value, Certainty.REVIEW if doubt else Certainty.SURE, doubt, evidence)


def judge_place(
    readings: Sequence[tuple[DatelineReading, Line]], locator: Locator
) -> Field[NamedPlace | None]:
    """The place of the dateline."""
    placed = [(reading.place, line) for reading, line in readings if reading.place is not None]
    if not placed:
        return Field(None, Certainty.MISSING, "No se encontró el lugar. Elíjalo.")
    evidence = tuple(locator.line(line, "lugar") for _, line in placed)
    reading = placed[0][0]
    doubt = reading.doubt
    names = {place.named for place, _ in placed}
    if len(names) > 1:
        doubt = "Hay más de un lugar en el encabezado. Elija el del comunicado."
    certainty = Certainty.REVIEW if doubt or not reading.known else Certainty.SURE
    return Field(reading.named, certainty, doubt, evidence)


def judge_folio(
    readings: Sequence[tuple[FolioReading, Line]], date: dt.date | None, locator: Locator
) -> Field[Folio | None]:
    """The folio, compared with the date's year and with other numbers of the head."""
    if not readings:
        return Field(None, Certainty.MISSING, "Falta folio: el documento no muestra ninguno.")
    evidence = tuple(locator.line(line, "folio") for _, line in readings)
    best = max(readings, key=lambda pair: (pair[0].folio.year is not None, pair[0].announced))[0]
    folio = best.folio
    distinct = {(reading.folio.number, reading.folio.year) for reading, _ in readings}
    doubt = ""
    if len(distinct) > 1 and len({number for number, _ in distinct}) > 1:
        shown = ", ".join(dict.fromkeys(reading.folio.printed for reading, _ in readings))
        doubt = f"Hay más de un folio posible: {shown}. Elija el correcto."
    elif folio.year is not None and date is not None and folio.year != date.year:
        doubt = f"El año del folio ({folio.year}) no es el de la fecha ({date.year}). Confírmelo."
    elif "bis" in folio.printed.casefold() or "ter" in folio.printed.casefold()[-4:]:
        doubt = f"El folio «{folio.printed}» lleva una palabra añadida. Confírmelo."
    elif folio.year is None and not best.announced:
        doubt = (
            f"«{folio.printed}» no lleva año ni palabra que lo anuncie. Confirme que es el folio."
        )
    return Field(folio, Certainty.REVIEW if doubt else Certainty.SURE, doubt, evidence)


def doubt_image(field: Field[T], *, from_image: bool) -> Field[T]:
    """The field under REVIEW where it was read from an image: one digit is easily another."""
    if not from_image or field.certainty is not Certainty.SURE:
        return field
    return replace(field, certainty=Certainty.REVIEW, reason=FROM_IMAGE)


def judge_text(
    value: T,
    blocks: Sequence[Block],
    doubt: str,
    *,
    rule: str,
    locator: Locator,
    from_image: bool,
) -> Field[T]:
    """A text field with the place of each block; `doubt` is empty where layout proves it."""
    evidence = tuple(locator.block(block, rule) for block in blocks)
    if not value:
        missing = doubt or ""
        return Field(value, Certainty.MISSING, missing, evidence)
    if from_image and not doubt:
        doubt = FROM_IMAGE
    return Field(value, Certainty.REVIEW if doubt else Certainty.SURE, doubt, evidence)
