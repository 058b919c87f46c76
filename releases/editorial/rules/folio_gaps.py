"""A folio that leaves numbers out between it and those already used."""

from __future__ import annotations

from collections.abc import Iterator

from releases.editorial.findings import Mark
from releases.editorial.passage import FOLIO
from releases.editorial.reading import Reading
from releases.language.folios import read_folio
from releases.vocabulary import EditorialCode


def find_folio_gap(reading: Reading) -> Iterator[Mark]:
    """One finding where the numbers right before the bulletin's folio were never used."""
    part = next((part for part in reading.parts if part.field == FOLIO), None)
    used = reading.lists.issued_numbers
    folio = read_folio(part.text) if part else None
    if part is None or folio is None or not used:
        return
    before = max((number for number in used if number < folio.number), default=0)
    missing = folio.number - before - 1
    if missing and before:
        gap = f"{before + 1:04d}" if missing == 1 else f"{before + 1:04d} a {folio.number - 1:04d}"
        yield Mark(
            code=EditorialCode.FOLIO_GAP,
            start=part.start,
            end=part.end,
            why=f"El folio anterior en el archivo es el {before:04d}: quedan sin usar {gap}. "
            "Revise el número o explique el salto.",
        )
