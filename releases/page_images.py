"""Page images of kept documents: made once by the worker, kept beside the store."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from PIL import Image

from releases.extraction.document import MediaType
from releases.extraction.page_images import draw_pages, points_per_pixel
from releases.models import SourceDocument
from releases.storage import document_path
from releases.vocabulary import Labelled


class ImageSize(Labelled):
    """How large a page image is; the width in pixels is in `WIDTHS`."""

    THUMBNAIL = "chica", "Miniatura"
    FULL = "grande", "Página completa"


WIDTHS = {ImageSize.THUMBNAIL: 240, ImageSize.FULL: 1240}


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page whose image lies ready: the image in pixels, and the page in points.

    `points` is None for an image that does not say how large its page is.
    """

    number: int
    pixels: tuple[int, int]
    points: tuple[float, float] | None


def drawn_pages(source: SourceDocument) -> tuple[DrawnPage, ...]:
    """The pages of a document that have been drawn in full size, in order."""
    numbers = range(1, min(source.page_count, settings.MAX_DOCUMENT_PAGES) + 1)
    paths = ((number, page_image_path(source, number, ImageSize.FULL)) for number in numbers)
    return tuple(_drawn(number, path) for number, path in paths if path)


def _drawn(number: int, path: Path) -> DrawnPage:
    with Image.open(path) as image:
        across, down = image.size
        scale = points_per_pixel(image)
    return DrawnPage(number, (across, down), (across * scale, down * scale) if scale else None)


def page_image_path(source: SourceDocument, page: int, size: ImageSize) -> Path | None:
    """Where the image of a page (from 1) lies, or None while it has not been made."""
    path = _folder(source) / f"{page}-{size.value}.webp"
    return path if path.is_file() else None


def make_page_images(source: SourceDocument) -> int:
    """Draws the pages of a PDF in both sizes unless that was done; returns how many pages.

    Other kinds of file have no pages to draw. Raises ExtractionError for a PDF that can't be.
    """
    if source.media_type != MediaType.PDF:
        return 0
    folder = _folder(source)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    drawn = 0
    for size, width in WIDTHS.items():
        if page_image_path(source, source.page_count, size):
            drawn = source.page_count
            continue
        images = draw_pages(
            document_path(source.sha256), width=width, pages=settings.MAX_DOCUMENT_PAGES
        )
        for number, image in enumerate(images, start=1):
            _write(folder / f"{number}-{size.value}.webp", image)
        drawn = len(images)
    return drawn


def _folder(source: SourceDocument) -> Path:
    return Path(settings.MEDIA_ROOT) / "paginas" / source.sha256[:2] / source.sha256


def _write(path: Path, image: bytes) -> None:
    # Renamed into place, so that a reader never meets half an image.
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".imagen-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(image)
    Path(name).rename(path)
