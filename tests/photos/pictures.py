"""Pictures made up for tests: coloured areas, nobody and nothing in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.TiffImagePlugin import IFDRational

COMMENT = b"comentario ficticio"
CAMERA = "Marca ficticia"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">ficticio</x:xmpmeta>'


def draw(path: Path, size: tuple[int, int] = (800, 600), **options: Any) -> Path:
    """A picture that is red at the left and blue at the right, in the format of its suffix."""
    image = Image.new("RGB", size, "#c02020")
    image.paste("#2030c0", (size[0] // 2, 0, *size))
    image.save(path, **options)
    return path


def draw_with_metadata(path: Path, *, orientation: int = 1) -> Path:
    """A JPEG that carries a place, a camera, XMP, a comment, and how to turn it."""
    exif = Image.Exif()
    exif[Base.Make] = CAMERA
    exif[Base.Orientation] = orientation
    place: dict[int, Any] = {
        GPS.GPSLatitudeRef: "N",
        GPS.GPSLatitude: tuple(IFDRational(part) for part in (19, 17, 30)),
    }
    exif.get_ifd(IFD.GPSInfo).update(place)
    return draw(path, (800, 400), exif=exif, xmp=XMP, comment=COMMENT)
