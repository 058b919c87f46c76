"""Scanned PDFs: page images by PDFium, read by Tesseract in Spanish.

Tesseract is a program, not a library: it is looked for on PATH, and its absence has its own error.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from dataclasses import dataclass

import pypdfium2
from PIL import Image

from .document import ExtractedDocument, MediaType, Notice, Page
from .layout import Run, arrange_page
from .limits import (
    DamagedPdfError,
    EncryptedPdfError,
    ExtractionError,
    Limits,
    NoTextError,
    OcrUnavailableError,
    TimeExceededError,
    TooLargeError,
)

EXTRACTOR = "ocr/1"
LANGUAGE = "spa"
POINTS_PER_INCH, RESOLUTION = 72, 200
LEAST_CONFIDENCE = 30.0
_WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    line: tuple[str, str, str]
    left: float
    top: float
    right: float
    bottom: float


def find_tesseract() -> str:
    """The path of Tesseract with Spanish, or OcrUnavailableError saying what to install."""
    program = shutil.which("tesseract")
    if program is None:
        raise OcrUnavailableError
    languages = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, timeout=10, check=False
    )
    if LANGUAGE not in languages.stdout.split():
        raise OcrUnavailableError(
            "Tesseract está instalado sin el idioma español. "
            "Instale el paquete «tesseract-ocr-spa» en el servidor."
        )
    return program


def read_scan(data: bytes, limits: Limits) -> ExtractedDocument:
    """Read a PDF from images of its pages. Slow (about a second per page): run it in a worker."""
    program = find_tesseract()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise (EncryptedPdfError if "assword" in str(error) else DamagedPdfError) from error
    try:
        if len(document) > limits.pages:
            raise TooLargeError(f"El PDF tiene más de {limits.pages} páginas.")
        pages = tuple(
            _read_page(document[index], index + 1, program, limits)
            for index in range(len(document))
        )
    except pypdfium2.PdfiumError as error:
        raise DamagedPdfError from error
    finally:
        document.close()
    if not any(page.lines for page in pages):
        raise NoTextError("No se reconoció texto en las imágenes. Capture el comunicado a mano.")
    notice = Notice(
        "texto-de-imagen", "El texto se leyó de una imagen: compárelo con el documento."
    )
    return ExtractedDocument(MediaType.PDF, pages, EXTRACTOR, from_image=True, notices=(notice,))


def render_page(page: pypdfium2.PdfPage, limits: Limits, *, resolution: int) -> Image.Image:
    """A page as a grey image, its pixels capped before anything is drawn."""
    width, height = page.get_size()
    scale = resolution / POINTS_PER_INCH
    pixels = width * height * scale * scale
    if pixels > limits.ocr_pixels:
        scale *= (limits.ocr_pixels / pixels) ** 0.5
    return page.render(scale=scale, grayscale=True).to_pil()


def _read_page(page: pypdfium2.PdfPage, number: int, program: str, limits: Limits) -> Page:
    width, height = page.get_size()
    image = render_page(page, limits, resolution=RESOLUTION)
    factor = width / image.width
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1, dpi=(RESOLUTION, RESOLUTION))
    words = _recognise(buffer.getvalue(), program, limits)
    runs = _runs_of(words, factor, height)
    arranged = arrange_page(runs, number=number, width=width, height=height, tinted=[], frames=[])
    return Page(number, arranged.lines, width, height)


def _recognise(image: bytes, program: str, limits: Limits) -> list[_Word]:
    command = [program, "stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "tsv"]
    try:
        done = subprocess.run(
            command,
            input=image,
            capture_output=True,
            timeout=limits.ocr_page_seconds,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise TimeExceededError from None
    if done.returncode:
        raise ExtractionError("Tesseract no pudo leer la página. Capture el comunicado a mano.")
    rows = csv.DictReader(
        io.StringIO(done.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    return [
        _Word(
            text=row["text"],
            line=(row["block_num"], row["par_num"], row["line_num"]),
            left=float(row["left"]),
            top=float(row["top"]),
            right=float(row["left"]) + float(row["width"]),
            bottom=float(row["top"]) + float(row["height"]),
        )
        for row in rows
        if row["level"] == _WORD_LEVEL
        and (row["text"] or "").strip()
        and float(row["conf"]) >= LEAST_CONFIDENCE
    ]


def _runs_of(words: list[_Word], factor: float, height: float) -> list[Run]:
    """A run per recognised line, in points; skew inside a line is levelled out."""
    lines: dict[tuple[str, str, str], list[_Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    sizes = sorted(_line_height(line) for line in lines.values())
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    runs: list[Run] = []
    for line in lines.values():
        line.sort(key=lambda word: word.left)
        size = _line_height(line)
        if abs(size - usual) < 0.25 * usual:
            size = usual
        level = sorted(word.bottom for word in line)[len(line) // 2]
        runs.append(
            Run(
                size=round(size * factor / 0.95, 1),
                baseline=height - level * factor + 0.15 * size * factor,
                text=" ".join(word.text for word in line),
                left=line[0].left * factor,
                right=line[-1].right * factor,
            )
        )
    return runs


def _line_height(line: list[_Word]) -> float:
    heights = sorted(word.bottom - word.top for word in line)
    return heights[int(0.75 * (len(heights) - 1))]
