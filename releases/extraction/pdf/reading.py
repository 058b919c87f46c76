"""A PDF opened, its pages interpreted under the limits, its lines put in order."""

from __future__ import annotations

import io
import logging
from itertools import islice

from pdfminer.pdfdocument import (
    PDFDocument,
    PDFEncryptionError,
    PDFPasswordIncorrect,
)
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1, stream_value

from releases.extraction.document import ExtractedDocument, MediaType, Notice, Page
from releases.extraction.layout import arrange_page
from releases.extraction.limits import (
    DamagedPdfError,
    EncryptedPdfError,
    ExtractionError,
    Limits,
    MemoryExceededError,
    NoTextError,
    TooLargeError,
)

from .device import RunDevice, Sheet

EXTRACTOR = "pdf/1"
UNREADABLE_SHARE = 0.05

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def read_pdf(data: bytes, limits: Limits) -> ExtractedDocument:
    """Read the lines of a PDF's text layer.

    Raises the `ExtractionError` that says what is wrong: `EncryptedPdfError`, `DamagedPdfError`,
    `TooLargeError` (pages), `MemoryExceededError` (an oversized stream) or `NoTextError`.
    """
    try:
        return _read(data, limits)
    except ExtractionError:
        raise
    except MemoryError:
        raise MemoryExceededError from None
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise EncryptedPdfError from None
    except Exception as error:
        raise DamagedPdfError from error


def _read(data: bytes, limits: Limits) -> ExtractedDocument:
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    found = list(islice(PDFPage.create_pages(document), limits.pages + 1))
    if len(found) > limits.pages:
        raise TooLargeError(
            f"El PDF tiene más de {limits.pages} páginas. Suba el comunicado por separado."
        )
    if not found:
        raise DamagedPdfError
    manager = PDFResourceManager()
    device = RunDevice(manager)
    interpreter = PDFPageInterpreter(manager, device)
    sheets = []
    for page in found:
        _check_streams(page, limits)
        interpreter.process_page(page)
        sheets.append(device.sheet)
    return _assemble(document, sheets)


def _check_streams(page: PDFPage, limits: Limits) -> None:
    size = 0
    for content in page.contents:
        size += len(stream_value(content).get_data())
        if size > limits.content_stream:
            raise MemoryExceededError


def _assemble(document: PDFDocument, sheets: list[Sheet]) -> ExtractedDocument:
    letters = sum(sheet.letters for sheet in sheets)
    unreadable = sum(sheet.unreadable for sheet in sheets)
    notices = _active_content(document)
    if not letters or unreadable > UNREADABLE_SHARE * letters:
        raise NoTextError(_no_text_message(sheets, has_letters=bool(letters)))
    pages, hidden, scanned = [], 0, 0
    for number, sheet in enumerate(sheets, start=1):
        arranged = arrange_page(
            sheet.runs,
            number=number,
            width=sheet.width,
            height=sheet.height,
            tinted=sheet.tinted,
            frames=sheet.frames,
            dots=sheet.dots,
        )
        hidden += arranged.hidden
        scanned += arranged.from_image
        pages.append(Page(number, arranged.lines, sheet.width, sheet.height))
    if not any(line.text for page in pages for line in page.lines):
        raise NoTextError(_no_text_message(sheets, has_letters=False))
    if hidden:
        notices.append(
            Notice("texto-oculto", "El PDF contiene texto oculto a la vista, que no se tomó.")
        )
    if scanned:
        notices.append(
            Notice("texto-de-imagen", "El texto viene de un reconocimiento de imagen: revíselo.")
        )
    return ExtractedDocument(
        media_type=MediaType.PDF,
        pages=tuple(pages),
        extractor=EXTRACTOR,
        from_image=scanned > 0,
        notices=tuple(notices),
    )


def _no_text_message(sheets: list[Sheet], *, has_letters: bool) -> str:
    if has_letters:
        return (
            "El texto del PDF no se puede leer: sus fuentes no dicen qué letras muestran. "
            "Capture el comunicado a mano o use el OCR."
        )
    if any(sheet.images for sheet in sheets):
        return "El PDF solo contiene imágenes, sin texto. Capture el comunicado o use el OCR."
    return NoTextError.default


def _active_content(document: PDFDocument) -> list[Notice]:
    """Scripts, launch actions and attachments: never run, but a person should know."""
    catalog = document.catalog
    names = resolve1(catalog.get("Names"))
    active = "OpenAction" in catalog and _is_script(resolve1(catalog["OpenAction"]))
    active = active or "AA" in catalog
    if isinstance(names, dict):
        active = active or "JavaScript" in names or "EmbeddedFiles" in names
    if not active:
        return []
    return [
        Notice(
            "contenido-activo",
            "El PDF contiene acciones, programas o archivos adjuntos. No se ejecutaron; revíselo.",
        )
    ]


def _is_script(action: object) -> bool:
    kind = resolve1(action.get("S")) if isinstance(action, dict) else None
    return getattr(kind, "name", "") in {"JavaScript", "Launch", "URI", "SubmitForm", "ImportData"}
