"""The cut typefaces, made once for everybody: cutting them takes a processor ten seconds."""

from __future__ import annotations

import fcntl
from pathlib import Path

from django.conf import settings

from releases.fonts import cut_fonts


def cut_once() -> Path:
    """The folder of this run's cuts; whoever comes first makes them, the others wait for them."""
    with (settings.CONSTE_HOME / "typefaces.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        cut_fonts(settings.FONTS_ROOT)
    return Path(settings.FONTS_ROOT)
