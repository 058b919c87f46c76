"""Which reader a file goes to: its first bytes decide, and its name must agree."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from .limits import (
    EmptyFileError,
    NotDocxError,
    NotPdfError,
    NotTextError,
    SuspiciousZipError,
    UnsupportedTypeError,
)

_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_SHOWN = 12


class FileKind(StrEnum):
    """What a file name promises."""

    PDF = ".pdf"
    DOCX = ".docx"
    TEXT = ".txt"
    ZIP = ".zip"


def recognise(head: bytes, filename: str) -> FileKind:
    """The kind of a file from its first kilobyte and its name, which must agree.

    Raises `EmptyFileError`, `UnsupportedTypeError` for other extensions, and `NotPdfError`,
    `NotDocxError`, `NotTextError` or `SuspiciousZipError` where the bytes say otherwise.
    """
    if not head:
        raise EmptyFileError
    try:
        kind = FileKind(PurePath(filename).suffix.casefold())
    except ValueError:
        raise UnsupportedTypeError from None
    if kind is FileKind.PDF and not head.startswith(b"%PDF-"):
        raise NotPdfError(_not_pdf_message(head))
    if kind is FileKind.DOCX and not head.startswith(_ZIP_MAGIC[0]):
        raise NotDocxError
    if kind is FileKind.ZIP and not head.startswith(_ZIP_MAGIC):
        raise SuspiciousZipError("El archivo no es un ZIP. Créelo de nuevo y súbalo.")
    if kind is FileKind.TEXT and _is_binary(head):
        raise NotTextError
    return kind


def _not_pdf_message(head: bytes) -> str:
    shown = "".join(
        character
        for character in head[:_SHOWN].decode("latin-1")
        if character.isprintable() and character not in "«»"
    ).split(">")[0]
    if not shown.strip():
        return NotPdfError.default
    return f"El archivo empieza con «{shown.strip()}», no con «%PDF». Suba el PDF original."


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"%PDF-", *_ZIP_MAGIC, b"\x7fELF", b"MZ\x90", b"\x89PNG", b"\xff\xd8\xff")):
        return True
    lowered = head.lstrip().lower()
    if lowered.startswith((b"<!doctype", b"<html", b"<svg", b"<?xml")):
        return True
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[1:2] == b"\0" or head[:1] == b"\0":
        return False
    return b"\0\0" in head
