"""Scanned PDFs: page images by PDFium, read by Tesseract in Spanish.

Tesseract is a program, not a library: it is looked for on PATH, and its absence has its own error.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, replace

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
LOGO_HEIGHT, SPECK_HEIGHT, SAME_SIZE, BOLD_INK = 2.5, 0.15, 0.27, 1.28
DARK = 128
FEW_WORDS = 2
ASCENDER_SHARE = 0.8  # of the font size, by which ascenders and capitals are high
_WORD_LEVEL = "5"
_BULLET_GUESSES = frozenset("«»+°¢¥®©>*·■")
_STRAY = re.compile(r"(?<=[^\W\d_]{2})['’´`](?=[^\W\d_]{2})")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    line: tuple[str, str, str]
    left: float
    top: float
    right: float
    bottom: float
    ink: float = 0.0


def find_tesseract() -> str:
    """The path of Tesseract with Spanish, or OcrUnavailableError saying what to install."""
    program = shutil.which("tesseract")
    if program is None:
        raise OcrUnavailableError
    languages = subprocess.run(  # noqa: S603 (a program found on PATH, no shell)
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
    image: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return image


def _read_page(page: pypdfium2.PdfPage, number: int, program: str, limits: Limits) -> Page:
    width, height = page.get_size()
    image = render_page(page, limits, resolution=RESOLUTION)
    factor = width / image.width
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1, dpi=(RESOLUTION, RESOLUTION))
    words = _recognise(buffer.getvalue(), program, limits)
    runs = _runs_of([_weigh(word, image) for word in words], factor, height)
    arranged = arrange_page(runs, number=number, width=width, height=height, tinted=[], frames=[])
    return Page(number, arranged.lines, width, height)


def _weigh(word: _Word, image: Image.Image) -> _Word:
    """The word with the share of dark pixels in its box: bold letters are denser."""
    box = (int(word.left), int(word.top), int(word.right), int(word.bottom))
    crop = image.crop(box)
    dark = sum(crop.histogram()[:DARK])
    return replace(word, ink=dark / max(1, crop.width * crop.height))


def _recognise(image: bytes, program: str, limits: Limits) -> list[_Word]:
    command = [program, "stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 (the image goes in through a pipe)
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
            text=_STRAY.sub(" ", row["text"]).strip(),
            line=(row["block_num"], row["par_num"], row["line_num"]),
            left=float(row["left"]),
            top=float(row["top"]),
            right=float(row["left"]) + float(row["width"]),
            bottom=float(row["top"]) + float(row["height"]),
        )
        for row in rows
        if row["level"] == _WORD_LEVEL and _is_word(row["text"] or "", float(row["conf"]))
    ]


def _is_word(text: str, confidence: float) -> bool:
    """Specks come as one or two signs that Tesseract itself doubts."""
    letters = sum(character.isalnum() for character in text)
    return letters > 2 or (bool(text.strip()) and confidence >= LEAST_CONFIDENCE)


def _runs_of(words: list[_Word], factor: float, height: float) -> list[Run]:
    """A run per word, in points; what belongs to its whole line (size, weight) is levelled."""
    lines: dict[tuple[str, str, str], list[_Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    usual = _median([_line_height(line) for line in lines.values()])
    usual_ink = _median([word.ink for word in words])
    sizes, size, block = [usual], usual, ""
    runs: list[Run] = []
    for found in lines.values():
        line = _without_specks(found, usual)
        if sum(len(word.text) for word in line) < 2:
            continue
        same_block = bool(runs) and block == found[0].line[0]
        if len(line) > FEW_WORDS or not same_block:  # one or two words tell little of their size
            size = _snap(_line_height(line), sizes)
        block = found[0].line[0]
        level = _median([word.bottom for word in line])
        bold = _median([word.ink for word in line]) > BOLD_INK * usual_ink
        runs.extend(
            Run(
                size=round(size * factor / ASCENDER_SHARE, 1),
                baseline=height - level * factor,
                bold=bold,
                text=word.text + " ",
                left=word.left * factor,
                right=word.right * factor,
            )
            for word in line
        )
    return runs


def _without_specks(line: list[_Word], usual: float) -> list[_Word]:
    """The words from left to right, less specks and logos; a doubtful first sign is a bullet."""
    kept = [
        word for word in line if SPECK_HEIGHT * usual < word.bottom - word.top < LOGO_HEIGHT * usual
    ]
    kept.sort(key=lambda word: word.left)
    if len(kept) > 1 and kept[0].text in _BULLET_GUESSES:
        kept[0] = replace(kept[0], text="•")
    return kept


def _snap(size: float, sizes: list[float]) -> float:
    """The size seen before that differs by noise only, or a new one."""
    nearest = min(sizes, key=lambda other: abs(other - size))
    if abs(nearest - size) < SAME_SIZE * nearest:
        return nearest
    sizes.append(size)
    return size


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _line_height(line: list[_Word]) -> float:
    heights = sorted(word.bottom - word.top for word in line)
    return heights[int(0.75 * (len(heights) - 1))]
