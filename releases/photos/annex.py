"""An annex as readers get it: a PDF without metadata and scripts, or a table as plain CSV.

These two are open formats that can be freed of what they carry. A spreadsheet or a text document
holds its authors, earlier wordings, hidden sheets and macros: people save those as PDF or CSV.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from releases.extraction.limits import ExtractionError
from releases.extraction.pdf_copy import copy_pages

from .errors import AnnexTooLarge, NotAnAnnex, UnsafeTable

LARGEST_BYTES = 25 * 1024 * 1024
PDF, CSV = "application/pdf", "text/csv"
EXTENSIONS = {PDF: "pdf", CSV: "csv"}
# A spreadsheet reads a cell that begins so as a formula (OWASP, «CSV injection»); a signed number
# or a telephone is none.
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,() -]*%?$)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MARK = "\ufeff"  # what spreadsheets look for to read UTF-8


@dataclass(frozen=True, slots=True)
class Annex:
    """The bytes that readers get, and their type (one of `EXTENSIONS`)."""

    data: bytes
    media_type: str


def process_annex(path: Path, *, file_name: str) -> Annex:
    """Checks a PDF or CSV file by its bytes and makes what is shown.

    `file_name` is the name under which it came. Raises AnnexTooLarge, NotAnAnnex, UnsafeTable.
    """
    if path.stat().st_size > LARGEST_BYTES:
        raise AnnexTooLarge
    with path.open("rb") as file:
        start = file.read(1024)
    if b"%PDF-" in start:
        return Annex(_bare_pdf(path), PDF)
    if file_name.lower().endswith(".csv"):
        return Annex(_plain_csv(path.read_bytes()), CSV)
    raise NotAnAnnex


def _bare_pdf(path: Path) -> bytes:
    try:
        return copy_pages(path)
    except ExtractionError as error:
        raise NotAnAnnex(f"{error.message}") from error


def _plain_csv(data: bytes) -> bytes:
    text = _decoded(data)
    if _CONTROL.search(text) or not text.strip():
        raise NotAnAnnex
    for number, cell in _cells(text):
        if _FORMULA.match(cell):
            raise UnsafeTable(
                f"El renglón {number} tiene una celda que empieza como fórmula: «{cell[:30]}». "
                "Deje solo su valor y suba la tabla de nuevo."
            )
    return (_MARK + text).encode()


def _cells(text: str) -> Iterator[tuple[int, str]]:
    """Each cell with the number of its row, whichever separator the table uses."""
    separator = ";" if text.partition("\n")[0].count(";") else ","
    try:
        rows = csv.reader(io.StringIO(text), delimiter=separator)
        for number, row in enumerate(rows, start=1):
            yield from ((number, cell) for cell in row)
    except csv.Error as error:
        raise NotAnAnnex from error


def _decoded(data: bytes) -> str:
    """UTF-8, or what Spanish spreadsheets write otherwise."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
