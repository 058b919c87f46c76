"""The samples under deploy/: units that systemd accepts, backups that come back."""

from __future__ import annotations

import configparser
import os
import re
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from safety_press import local_postgres
from safety_press.local_postgres import Cluster
from safety_press.postgres_programs import find_binaries
from tests.requirements import require
from tests.running.installation import open_folder

DEPLOY = settings.BASE_DIR / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A database server with two empty databases, `before` and `after`."""
    with open_folder() as home:
        cluster = Cluster.of(home)
        with local_postgres.running(cluster):
            with _connect(cluster, "postgres") as connection:
                connection.execute("CREATE DATABASE before")
                connection.execute("CREATE DATABASE after")
            yield cluster


def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    analyze = require("systemd")
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for unit in UNITS:
        # Only the programs' places are this machine's.
        text = re.sub(
            r"^(ExecStart(?:Pre)?=)/opt/\S+", rf"\1{program}", unit.read_text(), flags=re.M
        )
        (tmp_path / unit.name).write_text(text)
    for unit in UNITS:
        checked = subprocess.run(
            [analyze, "verify", str(tmp_path / unit.name)],
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
            env={**os.environ, "SYSTEMD_LOG_LEVEL": "warning"},
        )
        ours = [line for line in checked.stderr.splitlines() if "conste" in line]
        assert ours == [], unit.name


@pytest.mark.parametrize("unit", [u for u in UNITS if u.suffix == ".service"], ids=lambda u: u.name)
def test_each_service_is_confined(unit: Path) -> None:
    service = _parsed(unit)["Service"]
    assert service["User"] == "conste"
    assert service["NoNewPrivileges"] == "true"
    assert service["ProtectSystem"] == "strict"
    assert service["ProtectHome"] == "true"
    assert service["CapabilityBoundingSet"] == ""


def test_the_units_name_what_the_project_has() -> None:
    for unit in UNITS:
        for command in re.findall(r"^ExecStart\w*=(.+)$", unit.read_text(), flags=re.M):
            for place in re.findall(r"/opt/conste/(deploy/\S+)", command):
                assert (settings.BASE_DIR / place).exists(), place
            for name in re.findall(r"manage\.py (\w+)", command):
                folder = settings.BASE_DIR / "releases" / "management" / "commands"
                assert (folder / f"{name}.py").exists(), name


def test_the_sample_environment_names_only_settings_that_exist() -> None:
    sources = "".join(
        path.read_text()
        for path in [*(settings.BASE_DIR / "safety_press").glob("*.py"), DEPLOY / "backup.sh"]
    )
    for line in (DEPLOY / "conste.env.sample").read_text().splitlines():
        if line and not line.startswith("#"):
            assert line.split("=")[0] in sources, line


def test_a_backup_is_restored_with_its_originals(cluster: Cluster, tmp_path: Path) -> None:
    home, target = tmp_path / "home", tmp_path / "backups"
    (home / "media").mkdir(parents=True)
    (home / "media" / "0001.pdf").write_bytes(b"%PDF-1.7 ficticio")
    target.mkdir()
    with _connect(cluster, "before") as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'ñ'::text AS letter")
    _run("backup.sh", target, cluster, "before", home)

    (backup,) = [folder for folder in target.iterdir() if folder.name.endswith("Z")]
    assert backup.stat().st_mode & 0o077 == 0
    with tarfile.open(backup / "media.tar") as archive:
        assert "media/0001.pdf" in archive.getnames()

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    _run("restore.sh", backup, cluster, "after", elsewhere)
    assert (elsewhere / "media" / "0001.pdf").read_bytes() == b"%PDF-1.7 ficticio"
    with _connect(cluster, "after") as connection:
        assert connection.execute("SELECT letter FROM kept").fetchone() == ("ñ",)


def test_a_backup_that_changed_is_not_restored(cluster: Cluster, tmp_path: Path) -> None:
    home, target = tmp_path / "home", tmp_path / "backups"
    home.mkdir()
    target.mkdir()
    _run("backup.sh", target, cluster, "before", home)
    (backup,) = target.iterdir()
    with (backup / "media.tar").open("ab") as file:
        file.write(b"x")
    with pytest.raises(subprocess.CalledProcessError):
        _run("restore.sh", backup, cluster, "after", tmp_path / "elsewhere")


def test_nothing_is_restored_over_originals(cluster: Cluster, tmp_path: Path) -> None:
    home, target = tmp_path / "home", tmp_path / "backups"
    (home / "media").mkdir(parents=True)
    (home / "media" / "0001.pdf").write_bytes(b"%PDF-1.7 ficticio")
    target.mkdir()
    _run("backup.sh", target, cluster, "before", home)
    (backup,) = target.iterdir()
    with pytest.raises(subprocess.CalledProcessError) as refused:
        _run("restore.sh", backup, cluster, "after", home)
    assert refused.value.returncode == 2
    assert "no está vacía" in refused.value.stderr


def _run(script: str, argument: Path, cluster: Cluster, database: str, home: Path) -> None:
    binaries = find_binaries()
    address = f"postgresql:///{database}?host={cluster.socket_folder}&user={local_postgres.ROLE}"
    subprocess.run(
        [DEPLOY / script, argument],
        env={
            **os.environ,
            "PATH": f"{binaries}:{os.environ['PATH']}",
            "DATABASE_URL": address,
            "CONSTE_HOME": str(home),
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=180,
    )


def _connect(cluster: Cluster, database: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=str(cluster.socket_folder),
        user=local_postgres.ROLE,
        dbname=database,
        autocommit=True,
    )


def _parsed(unit: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read(unit)
    return parser
