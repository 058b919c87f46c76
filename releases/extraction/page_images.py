"""Pictures of a PDF's pages, drawn in a process of its own that a hostile file may well kill."""

from __future__ import annotations

import io
import resource
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from .limits import MEGABYTE, DamagedPdfError, TimeExceededError

MEMORY = 1024 * MEGABYTE
CPU_SECONDS = 30
WALL_SECONDS = 45
_LARGEST_SIDE = 4_000
_QUALITY = 80
_POINTS_PER_INCH = 72
# Exif tags: pixels per inch across and down, and the unit of both.
_X_RESOLUTION, _Y_RESOLUTION, _UNIT, _INCH = 0x011A, 0x011B, 0x0128, 2
_LENGTH = struct.Struct(">I")
_ROOT = Path(__file__).resolve().parents[2]
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from releases.extraction.page_images import main; main()"
)


def draw_pages(path: Path, *, width: int, pages: int) -> list[bytes]:
    """The first `pages` pages of a PDF as WebP images, `width` pixels wide.

    Each image says its resolution, so that `points_per_pixel` leads back to places on the page.

    Raises DamagedPdfError for a file that can't be drawn, TimeExceededError for one that takes
    too long.
    """
    command = [sys.executable, "-I", "-c", _BOOT, str(_ROOT), str(path), str(width), str(pages)]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own arguments
            command, capture_output=True, timeout=WALL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise TimeExceededError from None
    if done.returncode != 0:
        raise DamagedPdfError("No se pudieron dibujar las páginas del PDF.")
    return list(_unpack(done.stdout))


def main() -> None:
    """Draws the pages named by the arguments and writes them to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    path, width, pages = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    with pypdfium2.PdfDocument(path) as document:
        for number in range(min(pages, len(document))):
            image = _draw(document[number], width)
            sys.stdout.buffer.write(_LENGTH.pack(len(image)) + image)


def _draw(page: pypdfium2.PdfPage, width: int) -> bytes:
    across, down = page.get_size()
    scale = min(width / across, _LARGEST_SIDE / down)
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[_X_RESOLUTION] = exif[_Y_RESOLUTION] = scale * _POINTS_PER_INCH
    exif[_UNIT] = _INCH
    picture = page.render(scale=scale).to_pil().convert("RGB")
    picture.save(stream, "WEBP", quality=_QUALITY, exif=exif)
    return stream.getvalue()


def points_per_pixel(image: Image.Image) -> float | None:
    """How much of the page a pixel of a drawn image shows; None for an image that does not say."""
    resolution = image.getexif().get(_X_RESOLUTION)
    return _POINTS_PER_INCH / float(resolution) if resolution else None


def _unpack(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        (length,) = _LENGTH.unpack_from(data, at)
        at += _LENGTH.size
        yield data[at : at + length]
        at += length
