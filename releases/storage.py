"""The private store of kept files: each under its SHA-256, never changed, never served as is.

Only the ZIP that files came in is ever taken out again.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

_CHUNK = 1 << 20


def documents_root() -> Path:
    """The folder of the store; created on first use, readable by the service alone."""
    root = Path(settings.MEDIA_ROOT) / "documentos"
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    return root


def document_path(sha256: str) -> Path:
    """Where the file with this hash lies, whether or not it is there."""
    return documents_root() / sha256[:2] / sha256


def open_document(sha256: str) -> BinaryIO:
    """The kept file, for reading. Raises FileNotFoundError."""
    return document_path(sha256).open("rb")


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keep(path: Path) -> str:
    """Copies a file into the store and returns its hash; a file kept already is left as it is.

    The bytes are on the disk under their final name before this returns, so a row that is
    committed afterwards never lacks its file. A crash may leave a file without a row, which
    `manage.py check_archive` finds.
    """
    root = documents_root()
    descriptor, name = tempfile.mkstemp(dir=root, prefix=".entrada-")
    temporary = Path(name)
    try:
        digest = hashlib.sha256()
        with path.open("rb") as source, os.fdopen(descriptor, "wb") as target:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
        final = document_path(digest.hexdigest())
        if final.exists():
            return final.name
        final.parent.mkdir(mode=0o700, exist_ok=True)
        temporary.chmod(0o440)
        temporary.rename(final)
        _sync_folder(final.parent)
        return final.name
    finally:
        temporary.unlink(missing_ok=True)


def drop(sha256: str) -> None:
    """Takes a file out of the store; the caller knows that no row needs it any more."""
    document_path(sha256).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
