"""Intake is killed at any moment, run again, and loses nothing and does nothing twice."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from django.db import connection

from releases.models import Release, Revision, SearchRow, SourceDocument
from releases.vocabulary import ReleaseState
from tests.faults.conftest import Start
from tests.ingest.bulletins import write_bulletin

pytestmark = pytest.mark.fault


def write_bulletins(folder: Path, count: int) -> set[str]:
    """Fictional bulletins as text files; returns the hashes of their bytes."""
    folder.mkdir()
    paths = [
        write_bulletin(
            folder / f"boletin-{number:04d}.txt", seed=number, folio=f"{number:04d}/2024"
        )
        for number in range(1, count + 1)
    ]
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def kill(process: subprocess.Popen[str]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def killed_at_work(process: subprocess.Popen[str], delay: float) -> bool:
    """Kills a run `delay` seconds after it took in its first file; whether it was still at it."""
    before = SourceDocument.objects.count()
    while process.poll() is None and SourceDocument.objects.count() == before:
        time.sleep(0.02)
    time.sleep(delay)
    if process.poll() is not None:
        return False
    kill(process)
    return True


def survive(start: Start, home: Path, folder: Path, *, files: int, kills: int, seed: int) -> None:
    print(f"seed {seed}")
    source = random.Random(seed)
    hashes = write_bulletins(folder, files)
    command = ("ingest_releases", str(folder), "--publish", "--workers", "2")
    at_work = 0
    for number in range(kills):
        process = start(*command)
        if number % 4 == 3:  # now and then before anything is done
            time.sleep(source.uniform(0.0, 1.0))
            kill(process)
        else:
            at_work += killed_at_work(process, source.uniform(0.0, 0.4))
    assert at_work, "no run was killed at work: the test showed nothing"
    last = start(*command)
    _, errors = last.communicate(timeout=300)
    assert last.returncode == 0, errors

    kept = list(SourceDocument.objects.values_list("sha256", flat=True))
    assert sorted(kept) == sorted(hashes)
    public = Release.objects.filter(state=ReleaseState.PUBLISHED).count()
    counts = (public, Release.objects.count(), Revision.objects.count(), SearchRow.objects.count())
    assert counts == (files, files, files, files)
    for sha256 in kept:
        path = home / "media" / "documentos" / sha256[:2] / sha256
        assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    connection.close()


def test_killed_five_times_every_bulletin_is_there_once(
    start: Start, home: Path, tmp_path: Path
) -> None:
    survive(start, home, tmp_path / "lote", files=60, kills=5, seed=int(time.time()))


@pytest.mark.nightly
def test_killed_fifty_times_every_bulletin_is_there_once(
    start: Start, home: Path, tmp_path: Path
) -> None:
    survive(start, home, tmp_path / "lote", files=600, kills=50, seed=int(time.time()))
