"""A watched folder with a real process behind it: no file is lost, whenever it is killed."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from releases.models import Release, SourceDocument
from tests.corpus.files import NASTY
from tests.faults.conftest import Start
from tests.ingest.bulletins import write_bulletin

pytestmark = pytest.mark.fault

PATIENCE = 60.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "entrada"
    folder.mkdir()
    return folder


def watch(start: Start, folder: Path) -> subprocess.Popen[str]:
    return start("watch_folder", str(folder), "--publish", "--every", "0.2")


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def test_files_are_put_away_with_a_note_and_it_ends_when_asked(start: Start, folder: Path) -> None:
    process = watch(start, folder)
    write_bulletin(folder / "bueno.txt", seed=1, folio="0101/2024")
    shutil.copy(NASTY / "truncated.pdf", folder / "malo.pdf")
    (folder / "ajeno.xlsx").write_bytes(b"otra cosa")

    wait_until(lambda: names(folder) == {"ajeno.xlsx", "listos", "por-revisar"})

    assert names(folder / "listos") == {"bueno.txt", "bueno.txt.nota.txt"}
    assert names(folder / "por-revisar") == {"malo.pdf", "malo.pdf.nota.txt"}
    note = (folder / "por-revisar" / "malo.pdf.nota.txt").read_text("utf-8")
    assert "rechazado" in note
    assert "Suba una copia completa" in note
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0


def test_killed_at_any_moment_it_loses_no_file(start: Start, folder: Path) -> None:
    for number in range(1, 13):
        write_bulletin(folder / f"{number:02d}.txt", seed=number, folio=f"{number:04d}/2024")
    for _ in range(2):
        process = watch(start, folder)
        before = SourceDocument.objects.count()
        wait_until(lambda seen=before: SourceDocument.objects.count() > seen)  # type: ignore[misc]  # bound now
        process.kill()
        process.wait()

    watch(start, folder)
    wait_until(lambda: not list(folder.glob("*.txt")))

    # A note that was being written at a kill stays under its hidden name, beside the whole one.
    put = {
        name
        for name in names(folder / "listos")
        if not name.endswith(".nota.txt") and not name.startswith(".nota-")
    }
    assert put == {f"{number:02d}.txt" for number in range(1, 13)}
    assert Release.objects.public().count() == 12
