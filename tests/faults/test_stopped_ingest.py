"""Intake that is stopped by a person or by a full disk says so and leaves nothing half done."""

from __future__ import annotations

import json
import resource
import signal
import time
from pathlib import Path

import pytest

from releases.models import Release, SourceDocument
from tests.faults.conftest import Start
from tests.ingest.bulletins import write_bulletin

pytestmark = pytest.mark.fault


def write_bulletins(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(1, count + 1):
        write_bulletin(folder / f"{number:04d}.txt", seed=number, folio=f"{number:04d}/2024")


def kept_files(home: Path) -> list[Path]:
    return [path for path in (home / "media").rglob("*") if path.is_file()]


def test_ctrl_c_ends_with_the_table_of_what_was_done(
    start: Start, home: Path, tmp_path: Path
) -> None:
    write_bulletins(tmp_path / "lote", 150)
    report = tmp_path / "reporte.json"
    process = start("ingest_releases", str(tmp_path / "lote"), "--publish", "--report", str(report))
    while process.poll() is None and SourceDocument.objects.count() < 3:
        time.sleep(0.02)

    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)

    assert process.returncode == 130, errors
    assert "Se interrumpió" in errors
    assert "Total" in output
    told = len(json.loads(report.read_text("utf-8")))
    assert 0 < told < 150
    # The file under way when the signal came may be in, but then wholly.
    assert SourceDocument.objects.count() - told in {0, 1}
    assert Release.objects.public().count() == SourceDocument.objects.count()


def test_a_full_disk_is_said_and_nothing_is_half_written(
    start: Start, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "lote"
    write_bulletins(folder, 2)
    large = write_bulletin(folder / "0003.txt", seed=3, folio="0003/2024")
    large.write_bytes(large.read_bytes() + b" " * 400_000)
    limit = 300_000

    process = start(
        "ingest_releases",
        str(folder),
        "--publish",
        prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    output, errors = process.communicate(timeout=60)

    assert process.returncode == 3, errors
    assert "No hay espacio en el disco" in errors
    assert "Creado                      2" in output
    assert len(kept_files(home)) == SourceDocument.objects.count() == 2
