"""What some tests need from the machine: absent, they skip by name, or fail where required."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


def find_chromium() -> str | None:
    """The path of a Chromium, or `None`."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def find_tesseract() -> str | None:
    """The path of a tesseract that reads Spanish, or `None`."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=20
    )
    return program if "spa" in listed.stdout.split() else None


def find_postgres15() -> str | None:
    """The folder with the programs of PostgreSQL 15, the oldest supported, or `None`."""
    folder = Path("/usr/lib/postgresql/15/bin")
    return str(folder) if (folder / "postgres").exists() else None


def _find_systemd_analyze() -> str | None:
    return shutil.which("systemd-analyze")


_FINDERS: dict[str, Callable[[], str | None]] = {
    "chromium": find_chromium,
    "tesseract": find_tesseract,
    "postgres15": find_postgres15,
    "systemd": _find_systemd_analyze,
}


def require(name: str) -> str:
    """Return where the named program is; otherwise skip, or fail when CONSTE_REQUIRE names it."""
    found = _FINDERS[name]()
    if found is not None:
        return found
    if name in os.environ.get("CONSTE_REQUIRE", "").split(","):
        pytest.fail(f"CONSTE_REQUIRE names {name}, and it is not on this machine")
    pytest.skip(f"{name} is not on this machine")
