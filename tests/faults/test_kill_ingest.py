"""Intake is killed at any moment, run again, and loses nothing and does nothing twice."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from safety_press import local_postgres

pytestmark = pytest.mark.fault

BULLETIN = """SECRETARÍA DE SEGURIDAD DEL ESTADO DE MÉXICO

COMUNICADO DE PRENSA

{number:04d}/2024

Toluca, Estado de México, 4 de abril de 2024

{headline}

- *Sumario ficticio del comunicado {number}.*

La Secretaría de Seguridad del Estado de México informó de un hecho ficticio, el número {number}.

Segundo párrafo ficticio con las palabras {words}.

Documento ficticio para pruebas de software
"""


@pytest.fixture
def home() -> Iterator[Path]:
    """An installation of its own, its server running and its tables made."""
    with tempfile.TemporaryDirectory(prefix="conste-") as name:
        folder = Path(name)
        # Open enough for the account that runs the database when the tests run as root.
        folder.chmod(0o755)
        with local_postgres.running(local_postgres.Cluster.of(folder)):
            for command in (("migrate", "-v0"), ("load_vocabularies",)):
                assert start(folder, *command).wait(timeout=120) == 0
            yield folder


def start(home: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A command of the project in a process group of its own."""
    environment = {**os.environ, "CONSTE_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def write_bulletins(folder: Path, count: int, source: random.Random) -> set[str]:
    """Fictional bulletins as text files; returns the hashes of their bytes."""
    hashes = set()
    for number in range(1, count + 1):
        words = " ".join(source.choices(("robo", "auxilio", "vialidad", "arma", "taller"), k=30))
        text = BULLETIN.format(
            number=number,
            headline=f"INFORMA SECRETARÍA DE UN HECHO FICTICIO DE PRUEBA, NÚMERO {number}",
            words=words,
        )
        (folder / f"boletin-{number:04d}.txt").write_text(text, "utf-8")
        hashes.add(hashlib.sha256(text.encode()).hexdigest())
    return hashes


def query(home: Path, sql: str) -> list[tuple[object, ...]]:
    cluster = local_postgres.Cluster.of(home)
    with psycopg.connect(
        host=str(cluster.socket_folder), user="conste", dbname="conste"
    ) as connection:
        return connection.execute(sql).fetchall()


def survive(home: Path, tmp_path: Path, *, files: int, kills: int, seed: int) -> None:
    print(f"seed {seed}")
    source = random.Random(seed)
    folder = tmp_path / "lote"
    folder.mkdir()
    hashes = write_bulletins(folder, files, source)
    command = ("ingest_releases", str(folder), "--publish", "--workers", "2")
    ended_by_itself = 0
    for _ in range(kills):
        process = start(home, *command)
        try:
            process.wait(timeout=source.uniform(0.8, 4.0))
            ended_by_itself += 1
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    assert ended_by_itself < kills, "no run was killed: the test showed nothing"
    assert start(home, *command).wait(timeout=300) == 0

    rows = query(home, "SELECT sha256, media_type FROM releases_sourcedocument")
    kept = [str(row[0]) for row in rows]
    assert sorted(kept) == sorted(hashes)
    counts = query(
        home,
        """SELECT (SELECT count(*) FROM releases_release WHERE state = 'publicado'),
                  (SELECT count(*) FROM releases_release),
                  (SELECT count(*) FROM releases_revision),
                  (SELECT count(*) FROM releases_searchrow)""",
    )
    assert counts == [(files, files, files, files)]
    for sha256 in kept:
        path = home / "media" / "documentos" / sha256[:2] / sha256
        assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def test_killed_five_times_every_bulletin_is_there_once(home: Path, tmp_path: Path) -> None:
    survive(home, tmp_path, files=60, kills=5, seed=int(time.time()))


@pytest.mark.nightly
def test_killed_fifty_times_every_bulletin_is_there_once(home: Path, tmp_path: Path) -> None:
    survive(home, tmp_path, files=600, kills=50, seed=int(time.time()))
