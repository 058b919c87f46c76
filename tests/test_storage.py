from __future__ import annotations

import hashlib
import stat
from pathlib import Path

import pytest

from releases.storage import document_path, documents_root, keep, open_document

CONTENT = b"%PDF-1.7 contenido ficticio"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "boletín.pdf"
    path.write_bytes(CONTENT)
    return path


def test_a_kept_file_is_found_under_its_hash_byte_for_byte(file: Path) -> None:
    sha256 = keep(file)

    assert sha256 == hashlib.sha256(CONTENT).hexdigest()
    with open_document(sha256) as kept:
        assert kept.read() == CONTENT


def test_keeping_the_same_file_twice_keeps_it_once(file: Path) -> None:
    assert keep(file) == keep(file)

    assert len([path for path in documents_root().rglob("*") if path.is_file()]) == 1


def test_a_kept_file_cannot_be_written_to(file: Path) -> None:
    mode = document_path(keep(file)).stat().st_mode

    assert not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH | stat.S_IROTH)


def test_a_file_that_cannot_be_read_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        keep(tmp_path / "no-existe.pdf")

    assert not [path for path in documents_root().rglob("*") if path.is_file()]


def test_asking_for_a_file_that_was_never_kept_says_so() -> None:
    with pytest.raises(FileNotFoundError):
        open_document("0" * 64)
