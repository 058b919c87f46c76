"""A sheet becomes a PDF that is tagged, PDF/UA-1 and PDF/A-2a at once, the same bytes each time."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from fontTools.ttLib import TTFont

from releases.fonts import PRINT_CUTS, print_fonts
from releases.letterhead.qr import qr_svg
from releases.letterhead.sheet import Sheet, SheetPhoto
from releases.storage import document_path, documents_root

_TEMPLATE = Path(__file__).with_name("membrete.typ")
_STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
# Setting half a megabyte takes a second; nothing longer is kept waiting for.
MOST_CHARACTERS = 600_000
# Stands for a sign that the fonts lack (an emoji): PDF/A admits no missing glyph.
_MISSING = "\N{LOZENGE}"
_DESCRIPTION_CHARACTERS = 300


class LetterheadFailed(Exception):
    """The sheet could not be set: too long, a picture is lost, or typst refused it."""


def letterhead_pdf(sheet: Sheet) -> bytes:
    """The PDF of a sheet; equal sheets give equal bytes.

    Reads the photos from the private store. Takes 20 to 50 ms, a second for the longest text.
    Raises LetterheadFailed.
    """
    data = _data(sheet)
    if len(data) > MOST_CHARACTERS:
        raise LetterheadFailed(f"{len(data)} characters are more than {MOST_CHARACTERS}")
    try:
        made = typst.Compiler(
            _TEMPLATE.read_bytes(), root=documents_root(), font_paths=_fonts(settings.FONTS_ROOT)
        ).compile(
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=int(sheet.moment.timestamp()) if sheet.moment else 0,
            sys_inputs={"sheet": data},
        )
    except (typst.TypstError, OSError) as error:
        raise LetterheadFailed(str(error)) from error
    if not isinstance(made, bytes):
        raise LetterheadFailed("typst returned no file")
    return made


def digest(sheet: Sheet) -> str:
    """Names what a sheet becomes: equal for the same words under the same template."""
    facts = _data(sheet).encode() + _TEMPLATE.read_bytes()
    return hashlib.sha256(facts).hexdigest()


def _data(sheet: Sheet) -> str:
    """The sheet as JSON for the template: whatever a text holds, it stays a string there."""
    letters = _letters(settings.FONTS_ROOT)
    values = {
        **asdict(sheet),
        "title": sheet.title,
        "description": " ".join((*sheet.points, *sheet.body))[:_DESCRIPTION_CHARACTERS],
        "moment": sheet.moment.isoformat() if sheet.moment else "",
        "photos": [_photo(photo) for photo in sheet.photos],
        "qr": qr_svg(sheet.address) if sheet.address else "",
        "qr_alt": f"Código QR de {sheet.address}",
    }
    return json.dumps(_printable(values, letters), ensure_ascii=False)


def _photo(photo: SheetPhoto) -> dict[str, str]:
    path = document_path(photo.sha256).relative_to(documents_root())
    return {"path": f"/{path}", "alt": photo.alt, "caption": photo.caption}


def _printable(value: Any, letters: frozenset[str]) -> Any:
    """The same values with a lozenge for each sign that the fonts lack."""
    if isinstance(value, str):
        return "".join(sign if sign in letters else _MISSING for sign in value)
    if isinstance(value, list | tuple):
        return [_printable(part, letters) for part in value]
    if isinstance(value, dict):
        return {key: _printable(part, letters) for key, part in value.items()}
    return value


@functools.cache
def _fonts(folder: Path) -> typst.Fonts:
    """Our own cuts alone, so that a sheet looks the same on every machine."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[print_fonts(folder)],
    )


@functools.cache
def _letters(folder: Path) -> frozenset[str]:
    with TTFont(print_fonts(folder) / PRINT_CUTS[0].file_name) as font:
        return frozenset(map(chr, font.getBestCmap())) | {"\n"}
