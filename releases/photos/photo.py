"""A photo as readers get it: upright, of bounded size, without metadata.

A hostile picture may well kill or fill the process that decodes it, so each is decoded in a
process of its own, bound in memory and time. This module is what that process runs, too; it
imports nothing of Django.
"""

from __future__ import annotations

import io
import json
import resource
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from .errors import NotAPhoto, PhotoTooLarge, UnfitFile

LARGEST_BYTES = 25 * 1024 * 1024
LARGEST_PIXELS = 60_000_000
SIDE, THUMBNAIL_SIDE = 2048, 640
MEDIA_TYPE = "image/webp"
_FORMATS = ("JPEG", "PNG", "WEBP")
_QUALITY = 82
_MEMORY = 1024 * 1024 * 1024
_CPU_SECONDS = 20
_WALL_SECONDS = 30
_TOO_LARGE = 3  # the exit status of a child that refused the size
_HEADER = struct.Struct(">I")
_ROOT = Path(__file__).resolve().parents[2]
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); from releases.photos.photo import main; main()"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """WebP pictures: at most 2048 pixels a side (`width` by `height`), and at most 640."""

    picture: bytes
    thumbnail: bytes
    width: int
    height: int


def process_photo(path: Path) -> Photo:
    """Decodes a JPEG, PNG or WebP file and makes the pictures that are shown.

    The orientation of its EXIF is applied, its colours become sRGB; nothing else that the file
    carries (place, camera, comments, profile) is kept. Raises NotAPhoto, PhotoTooLarge.
    """
    if path.stat().st_size > LARGEST_BYTES:
        raise PhotoTooLarge
    command = [sys.executable, "-I", "-c", _BOOT, str(_ROOT), str(path)]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own arguments
            command, capture_output=True, timeout=_WALL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise PhotoTooLarge from None
    if done.returncode:
        refusal: type[UnfitFile] = PhotoTooLarge if done.returncode == _TOO_LARGE else NotAPhoto
        raise refusal
    return _unpack(done.stdout)


def main() -> None:
    """Decodes the photo named by the argument and writes the pictures to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    Image.MAX_IMAGE_PIXELS = None  # our own limit, below
    with Image.open(sys.argv[2], formats=_FORMATS) as image:
        if image.width * image.height > LARGEST_PIXELS:
            sys.exit(_TOO_LARGE)
        shown = _upright_rgb(image)
    shown.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    small = shown.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    picture = _encode(shown)
    facts = {"width": shown.width, "height": shown.height, "picture": len(picture)}
    header = json.dumps(facts).encode()
    sys.stdout.buffer.write(_HEADER.pack(len(header)) + header + picture + _encode(small))


def _upright_rgb(image: Image.Image) -> Image.Image:
    """The picture as it is looked at, in sRGB on white, with nothing attached."""
    upright = ImageOps.exif_transpose(image)
    profile = image.info.get("icc_profile")
    if upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info:
        upright = upright.convert("RGBA")
        white = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(white, upright)
    upright = _to_srgb(upright, profile).convert("RGB")
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    return bare


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile or image.mode not in {"RGB", "CMYK", "L"}:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except ImageCms.PyCMSError:  # a broken profile: the colours as they stand
        return image
    return converted or image


def _encode(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "WEBP", quality=_QUALITY, method=4)
    return stream.getvalue()


def _unpack(data: bytes) -> Photo:
    (length,) = _HEADER.unpack_from(data)
    start = _HEADER.size + length
    facts = json.loads(data[_HEADER.size : start])
    end = start + facts["picture"]
    return Photo(
        picture=data[start:end],
        thumbnail=data[end:],
        width=facts["width"],
        height=facts["height"],
    )
