"""Files under way lie in a private folder, and what a killed process left there is swept."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile

from releases.scratch import scratch_file, scratch_folder, sweep_scratch

HOUR = 3600.0


@pytest.fixture
def root(settings: Any) -> Path:
    return Path(settings.FILE_UPLOAD_TEMP_DIR)


def left(path: Path, *, hours: float) -> Path:
    """What lies at `path`, untouched for so many hours."""
    at = time.time() - hours * HOUR
    os.utime(path, (at, at), follow_symlinks=False)
    return path


def left_file(path: Path, *, hours: float) -> Path:
    path.write_bytes(b"boletin ficticio")
    return left(path, hours=hours)


def test_nobody_else_may_look_into_the_folder_of_an_installation(settings: Any) -> None:
    assert stat.S_IMODE((settings.CONSTE_HOME / "scratch").stat().st_mode) == 0o700


def test_uploads_files_and_folders_lie_there_and_are_gone_after_their_use(root: Path) -> None:
    upload = TemporaryUploadedFile("boletín.pdf", "application/pdf", 0, None)
    with scratch_file(suffix=".docx") as file, scratch_folder() as folder:
        (folder / "dentro.txt").write_text("boletín ficticio", encoding="utf-8")
        paths = {Path(upload.temporary_file_path()), Path(file.name), folder}
        assert Path(file.name).suffix == ".docx"
        assert set(root.iterdir()) == paths
        assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in paths)
    upload.close()

    assert list(root.iterdir()) == []


def test_what_was_left_more_than_a_day_ago_is_swept(root: Path) -> None:
    left_file(root / "viejo.upload.txt", hours=25)
    folder = root / "zip"
    folder.mkdir()
    left_file(folder / "0001.pdf", hours=25)
    left(folder, hours=25)
    new = left_file(root / "nuevo.upload.txt", hours=23)

    assert sweep_scratch() == 2
    assert list(root.iterdir()) == [new]


def test_a_link_is_swept_and_what_it_leads_to_stays(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "ajeno"
    elsewhere.mkdir()
    (elsewhere / "archivo.txt").write_text("de otros", encoding="utf-8")
    link = root / "enlace"
    link.symlink_to(elsewhere)
    left(link, hours=25)

    assert sweep_scratch() == 1
    assert not link.is_symlink()
    assert (elsewhere / "archivo.txt").exists()
