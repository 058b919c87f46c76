"""ZIP files: what may be taken out of them, member by member.

Nothing is ever written under a name that a member bears; callers get bytes and a safe label.
"""

from __future__ import annotations

import io
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from .limits import ExtractionError, Limits, SuspiciousZipError, UnsafeNameError

_RESERVED = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}
_LONGEST_NAME = 200
_CHUNK = 64 * 1024
_RATIO_FLOOR = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ArchiveMember:
    """One file of an archive: `data`, or the `refusal` that says why there is none."""

    name: str
    data: bytes = b""
    refusal: ExtractionError | None = None


def open_archive(data: bytes, limits: Limits) -> Iterator[ArchiveMember]:
    """The files of a ZIP, bad ones with their refusal; the others go on.

    Raises `SuspiciousZipError` where the archive as a whole breaks a cap: number of entries,
    announced total, or no ZIP at all.
    """
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError):
        raise SuspiciousZipError(
            "El ZIP está dañado o incompleto. Créelo de nuevo y súbalo."
        ) from None
    with container:
        _check_totals(container, limits)
        taken = 0
        for entry in container.infolist():
            if entry.is_dir() and is_safe_name(entry.filename.rstrip("/")):
                continue
            member = _take(container, entry, limits)
            taken += len(member.data)
            if taken > limits.archive_total:
                raise SuspiciousZipError("El ZIP, descomprimido, rebasa 100 MB. Súbalo en partes.")
            yield member


def check_members(container: zipfile.ZipFile, limits: Limits) -> list[zipfile.ZipInfo]:
    """The entries of a container whose every member keeps the caps, else an `ExtractionError`."""
    _check_totals(container, limits)
    for entry in container.infolist():
        _check_size(entry, limits)
    return container.infolist()


def is_safe_name(name: str) -> bool:
    """Whether a member's name is relative, short, printable, and free of `..` and devices."""
    if not name or len(name) > _LONGEST_NAME or "\\" in name or name.startswith("/"):
        return False
    if any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co") for character in name):
        return False
    if "\ufffd" in name or (len(name) > 1 and name[1] == ":"):
        return False
    parts = PurePosixPath(name).parts
    return all(
        part not in ("..", ".") and part.split(".")[0].casefold() not in _RESERVED for part in parts
    )


def _check_totals(container: zipfile.ZipFile, limits: Limits) -> None:
    entries = container.infolist()
    if len(entries) > limits.archive_entries:
        raise SuspiciousZipError(
            f"El ZIP tiene más de {limits.archive_entries} entradas. Súbalo en partes."
        )
    if sum(entry.file_size for entry in entries) > limits.archive_total:
        raise SuspiciousZipError("El ZIP, descomprimido, rebasa 100 MB. Súbalo en partes.")


def _check_size(entry: zipfile.ZipInfo, limits: Limits) -> None:
    if entry.file_size > limits.archive_member:
        raise SuspiciousZipError("Un archivo del ZIP rebasa 25 MB descomprimido. Redúzcalo.")
    ratio = entry.file_size / max(entry.compress_size, 1)
    if entry.file_size > _RATIO_FLOOR and ratio > limits.archive_ratio:
        raise SuspiciousZipError(
            f"Un archivo del ZIP está comprimido más de {limits.archive_ratio} veces. "
            "Súbalo sin comprimir."
        )


def _take(container: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> ArchiveMember:
    label = safe_label(entry.filename)
    try:
        if not is_safe_name(entry.filename):
            raise UnsafeNameError
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise UnsafeNameError("El ZIP contiene un enlace simbólico, que no se sigue.")
        if entry.flag_bits & 1:
            raise SuspiciousZipError("El archivo tiene contraseña. Súbalo sin contraseña.")
        if entry.filename.casefold().endswith((".zip", ".rar", ".7z", ".gz")):
            raise SuspiciousZipError("No se abren archivos comprimidos dentro de un ZIP.")
        _check_size(entry, limits)
        return ArchiveMember(label, _inflate(container, entry, limits))
    except ExtractionError as refusal:
        return ArchiveMember(label, refusal=refusal)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        damaged = SuspiciousZipError("El archivo está dañado dentro del ZIP. Comprímalo de nuevo.")
        return ArchiveMember(label, refusal=damaged)


def _inflate(container: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> bytes:
    """The member's bytes, counted while they come: the announced size may lie."""
    parts: list[bytes] = []
    size = 0
    with container.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limits.archive_member:
                raise SuspiciousZipError("Un archivo del ZIP rebasa 25 MB descomprimido.")
            parts.append(chunk)
    return b"".join(parts)


def safe_label(name: str) -> str:
    """A name that can be shown: without control characters, and not endless."""
    shown = "".join(
        character if unicodedata.category(character)[0] != "C" else "�" for character in name
    )
    return shown if len(shown) <= _LONGEST_NAME else shown[: _LONGEST_NAME - 1] + "…"
