"""Page images of kept documents: made once by the worker, kept beside the store."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from PIL import Image

from releases.extraction.document import MediaType
from releases.extraction.limits import ExtractionError
from releases.extraction.page_images import draw_pages, points_per_pixel
from releases.models import Draft, SourceDocument
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
    drawn = 0
    for size in WIDTHS:
        if page_image_path(source, source.page_count, size):
            drawn = source.page_count
            continue
        drawn = _draw(source, size)
    return drawn


def _draw(source: SourceDocument, size: ImageSize) -> int:
    """Draws every page in one size, over the images that there are; returns how many."""
    folder = _folder(source)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    images = draw_pages(
        document_path(source.sha256), width=WIDTHS[size], pages=settings.MAX_DOCUMENT_PAGES
    )
    for number, image in enumerate(images, start=1):
        _write(folder / f"{number}-{size.value}.webp", image)
    return len(images)


def redraw_unmeasured() -> int:
    """Draws anew the pages of documents in work whose images do not say how large a page is.

    Without that the review shows no boxes. Returns how many documents were drawn; one that can't be
    drawn keeps the images that it has.
    """
    in_work = Draft.objects.filter(release__discarded_at=None, source__media_type=MediaType.PDF)
    sources = SourceDocument.objects.filter(pk__in=in_work.values("source")).order_by("pk")
    drawn = 0
    for source in sources.iterator():
        if all(page.points for page in drawn_pages(source)):
            continue
        with suppress(ExtractionError):
            _draw(source, ImageSize.FULL)
            drawn += 1
    return drawn


def _folder(source: SourceDocument) -> Path:
    return Path(settings.MEDIA_ROOT) / "paginas" / source.sha256[:2] / source.sha256


def _write(path: Path, image: bytes) -> None:
    # Renamed into place, so that a reader never meets half an image.
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".imagen-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(image)
    Path(name).rename(path)
