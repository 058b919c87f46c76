"""What is installed is what was tried: pinned, hashed, and free of local detail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)")


def _plain(name: str) -> str:
    """The name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _entries(lock: str) -> dict[str, str]:
    """Each package's whole entry, continuation lines joined."""
    joined = (ROOT / lock).read_text().replace("\\\n", " ")
    entries = {}
    for line in joined.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            match = _PIN.match(line)
            assert match is not None, f"{lock}: not pinned: {line[:60]}"
            entries[_plain(match[1])] = line
    return entries


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_hashed(lock: str) -> None:
    for name, entry in _entries(lock).items():
        assert "--hash=sha256:" in entry, f"{lock}: {name}"


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_index(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


def test_development_adds_to_the_runtime_and_never_changes_it() -> None:
    runtime, development = _entries("requirements.txt"), _entries("requirements-dev.txt")
    for name, entry in runtime.items():
        assert development[name].split()[0] == entry.split()[0]


@pytest.mark.parametrize("name", ["requirements.in", "requirements-dev.in"])
def test_every_wish_is_locked(name: str) -> None:
    lock = _entries(name.replace(".in", ".txt"))
    for line in (ROOT / name).read_text().splitlines():
        if line and not line.startswith(("-", "#")):
            wished = _plain(re.split(r"[\[<>=~! ]", line)[0])
            assert wished in lock, wished
