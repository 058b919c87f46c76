"""Files under way: what arrives or is unpacked, in a private folder until kept or refused.

A process that is killed leaves its files there. Nobody is at work on one for a day: the worker
sweeps what is older. Django puts uploads into the same folder.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.conf import settings
from django.utils import timezone

KEPT = dt.timedelta(days=1)


@contextlib.contextmanager
def scratch_file(*, suffix: str = "") -> Iterator[IO[bytes]]:
    """An empty file with a name of its own, open for writing; gone after the block."""
    with tempfile.NamedTemporaryFile(dir=_root(), suffix=suffix) as file:
        yield file


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty folder; gone after the block with all that it holds."""
    with tempfile.TemporaryDirectory(dir=_root()) as name:
        yield Path(name)


def sweep_scratch() -> int:
    """Drops what killed processes left more than a day ago; how many files and folders."""
    before = (timezone.now() - KEPT).timestamp()
    swept = 0
    for path in _root().iterdir():
        with contextlib.suppress(FileNotFoundError):  # its owner was quicker
            if path.lstat().st_mtime < before:
                _drop(path)
                swept += 1
    return swept


def _root() -> Path:
    return Path(settings.FILE_UPLOAD_TEMP_DIR)


def _drop(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
