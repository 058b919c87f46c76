from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from releases.extraction.limits import DamagedPdfError
from releases.extraction.page_images import draw_pages
from releases.models import SourceDocument
from releases.page_images import (
    ImageSize,
    drawn_pages,
    make_page_images,
    page_image_path,
    redraw_unmeasured,
)
from releases.publishing import actions
from releases.storage import keep
from tests.factories import make_file, make_release

BULLETIN = Path(settings.BASE_DIR) / "fixtures" / "bulletins" / "0275-2024.pdf"


def kept_bulletin(media_type: str = "application/pdf", *, published: bool = True) -> SourceDocument:
    file = make_file()
    kept = actions.ReceivedFile(
        sha256=keep(BULLETIN),
        media_type=media_type,
        file_name=file.file_name,
        size=BULLETIN.stat().st_size,
        page_count=2,
        reading=file.reading,
    )
    return make_release(file=kept, published=published).sources.get()


@pytest.mark.django_db
def test_each_page_is_drawn_once_in_both_sizes() -> None:
    source = kept_bulletin()

    assert make_page_images(source) == 2

    for size, width in ((ImageSize.THUMBNAIL, 240), (ImageSize.FULL, 1240)):
        path = page_image_path(source, 2, size)
        assert path
        with Image.open(path) as image:
            assert abs(image.width - width) <= 1
    first = page_image_path(source, 1, ImageSize.FULL)
    assert first
    made = first.stat().st_mtime_ns
    assert make_page_images(source) == 2
    assert first.stat().st_mtime_ns == made


@pytest.mark.django_db
def test_a_drawn_page_knows_its_size_on_paper() -> None:
    source = kept_bulletin()
    assert drawn_pages(source) == ()

    make_page_images(source)

    first, second = drawn_pages(source)
    assert (first.number, second.number) == (1, 2)
    assert first.points and first.points == pytest.approx((612, 792), abs=1)
    assert first.pixels[0] / first.points[0] == pytest.approx(
        first.pixels[1] / first.points[1], rel=0.01
    )


@pytest.mark.django_db
def test_pages_in_work_that_do_not_say_their_size_are_drawn_anew() -> None:
    source = kept_bulletin(published=False)
    make_page_images(source)
    path = page_image_path(source, 1, ImageSize.FULL)
    assert path
    with Image.open(path) as image:
        bare = image.copy()
    bare.info.clear()
    bare.save(path, "WEBP", exif=Image.Exif())
    assert drawn_pages(source)[0].points is None

    assert redraw_unmeasured() == 1
    assert all(page.points for page in drawn_pages(source))
    assert redraw_unmeasured() == 0


@pytest.mark.django_db
def test_a_text_file_has_no_pages_to_draw() -> None:
    source = kept_bulletin(media_type="text/plain")

    assert make_page_images(source) == 0
    assert page_image_path(source, 1, ImageSize.FULL) is None


def test_a_page_of_a_bulletin_is_not_blank() -> None:
    (image,) = draw_pages(BULLETIN, width=300, pages=1)

    histogram = Image.open(io.BytesIO(image)).convert("L").histogram()
    assert sum(histogram[:80])
    assert sum(histogram[240:])


def test_a_file_that_cannot_be_drawn_is_named_as_damaged(tmp_path: Path) -> None:
    broken = tmp_path / "roto.pdf"
    broken.write_bytes(b"%PDF-1.7 y nada mas")

    with pytest.raises(DamagedPdfError):
        draw_pages(broken, width=300, pages=1)
