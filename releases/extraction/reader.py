"""One file's bytes to its document, in this very process. Callers outside use `sandbox`."""

from __future__ import annotations

from .document import ExtractedDocument
from .docx import read_docx
from .file_types import FileKind, recognise
from .limits import ExtractionError, Limits, TooLargeError, UnsupportedTypeError
from .ocr import read_scan
from .pdf import read_pdf
from .plain_text import read_plain_text

HEAD = 1024


def read_bytes(
    data: bytes, *, filename: str, limits: Limits, ocr: bool = False
) -> ExtractedDocument:
    """Read a file by its kind; with `ocr`, a PDF is read from its page images.

    Raises the `ExtractionError` that says why not. There is no protection here against a file
    that takes too long or too much memory.
    """
    if len(data) > limits.file_size:
        raise file_too_large(limits)
    kind = recognise(data[:HEAD], filename)
    if kind is FileKind.PDF:
        document = read_scan(data, limits) if ocr else read_pdf(data, limits)
    elif kind is FileKind.DOCX:
        document = read_docx(data, limits)
    elif kind is FileKind.TEXT:
        document = read_plain_text(data, limits)
    else:
        raise UnsupportedTypeError("Un ZIP se abre antes de leer los archivos que contiene.")
    if sum(len(line.text) for page in document.pages for line in page.lines) > limits.text:
        raise TooLargeError(
            f"El texto rebasa {limits.text // 1000} kB. Suba cada comunicado por separado."
        )
    return document


def file_too_large(limits: Limits) -> ExtractionError:
    """The refusal of a file over the size limit."""
    return TooLargeError(
        f"El archivo rebasa {limits.file_size // (1024 * 1024)} MB. Suba una versión más ligera."
    )
