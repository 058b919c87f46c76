"""Sheets made ahead of their minute, kept privately under the digest of what they say.

A sheet whose words, photos or minute changed since has another digest and is simply made anew.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from django.conf import settings

from releases.letterhead.sheet import Sheet
from releases.letterhead.typesetting import digest, letterhead_pdf

# A publication that was called off leaves its sheet behind; it can be made again.
_KEPT_SECONDS = 90 * 24 * 3600


def prepare(sheet: Sheet) -> Path:
    """The file of a sheet, made now unless it lies ready. Raises LetterheadFailed."""
    path = _folder() / f"{digest(sheet)}.pdf"
    if not path.exists():
        made = letterhead_pdf(sheet)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".hoja-")
        with os.fdopen(descriptor, "wb") as file:
            file.write(made)
        Path(name).replace(path)
        _drop_old(path.parent)
    return path


def _folder() -> Path:
    folder = Path(settings.MEDIA_ROOT) / "membretes"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _drop_old(folder: Path) -> None:
    before = time.time() - _KEPT_SECONDS
    for path in folder.iterdir():
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
