"""What becomes of a photo before anybody sees it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from PIL.ExifTags import IFD

from releases.photos.errors import NotAPhoto, PhotoTooLarge
from releases.photos.photo import SIDE, THUMBNAIL_SIDE, process_photo
from tests.photos.pictures import CAMERA, COMMENT, draw, draw_with_metadata


def shown(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(process_photo(path).picture))


def color_at(picture: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    """Red, green and blue of a pixel."""
    red, green, blue = picture.convert("RGB").crop((x, y, x + 1, y + 1)).tobytes()
    return red, green, blue


def test_place_camera_and_comments_are_gone(tmp_path: Path) -> None:
    path = draw_with_metadata(tmp_path / "foto.jpg")
    with Image.open(path) as original:
        assert original.getexif().get_ifd(IFD.GPSInfo)
    photo = process_photo(path)

    for made in (photo.picture, photo.thumbnail):
        picture = Image.open(io.BytesIO(made))
        assert not picture.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(picture.info)
        for trace in (CAMERA.encode(), COMMENT, b"xmpmeta", b"EXIF", b"ICCP", b"XMP "):
            assert trace not in made


def test_a_photo_taken_sideways_stands_upright(tmp_path: Path) -> None:
    photo = process_photo(draw_with_metadata(tmp_path / "foto.jpg", orientation=6))

    assert (photo.width, photo.height) == (400, 800)
    red, _, blue = color_at(Image.open(io.BytesIO(photo.picture)), 200, 50)
    assert red > blue  # turned to the right, the left of the picture is its top


def test_large_photos_are_made_small_and_small_ones_left(tmp_path: Path) -> None:
    large = process_photo(draw(tmp_path / "grande.jpg", (4000, 2000)))
    small = process_photo(draw(tmp_path / "chica.png", (300, 200)))

    assert (large.width, large.height) == (SIDE, SIDE // 2)
    assert Image.open(io.BytesIO(large.thumbnail)).size == (THUMBNAIL_SIDE, THUMBNAIL_SIDE // 2)
    assert (small.width, small.height) == (300, 200)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_the_three_formats_become_webp(suffix: str, tmp_path: Path) -> None:
    assert shown(draw(tmp_path / f"foto.{suffix}")).format == "WEBP"


def test_transparent_parts_become_white(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGBA", (60, 60), (0, 0, 0, 0)).save(path)

    assert min(color_at(shown(path), 30, 30)) > 250


def test_colours_of_a_profile_are_kept_when_the_profile_goes(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = draw(tmp_path / "foto.jpg", icc_profile=profile)

    red, _, blue = color_at(shown(path), 100, 300)
    assert red > 150 > 90 > blue


@pytest.mark.parametrize(
    "data",
    [b"", b"no es imagen", b"GIF89a\x01\x00\x01\x00", b"<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ids=["empty", "text", "gif", "svg"],
)
def test_what_is_no_photo_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(data)

    with pytest.raises(NotAPhoto, match="JPEG"):
        process_photo(path)


def test_a_photo_cut_short_is_refused(tmp_path: Path) -> None:
    path = draw(tmp_path / "foto.jpg")
    path.write_bytes(path.read_bytes()[:2000])

    with pytest.raises(NotAPhoto):
        process_photo(path)


def test_a_decompression_bomb_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "bomba.png"
    Image.new("1", (20_000, 20_000)).save(path)  # 50 kB on the disk, 400 megapixels

    assert path.stat().st_size < 100_000
    with pytest.raises(PhotoTooLarge, match="megapíxeles"):
        process_photo(path)
