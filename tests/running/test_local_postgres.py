"""The local server's life: shared, stopped by the last to leave, mended after a kill."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from safety_press import local_postgres
from safety_press.local_postgres import Cluster
from safety_press.postgres_programs import RELOCATED, LocalPostgresError, digest, find_binaries
from tests.running.installation import open_folder

PARALLEL = 6


@pytest.fixture
def home() -> Iterator[Path]:
    with open_folder() as folder:
        yield folder


def _answers(cluster: Cluster) -> bool:
    try:
        psycopg.connect(
            host=str(cluster.socket_folder),
            user=local_postgres.ROLE,
            dbname=local_postgres.DATABASE,
        ).close()
    except psycopg.OperationalError:
        return False
    return True


def test_the_server_runs_for_the_block_and_not_after_it(home: Path) -> None:
    cluster = Cluster.of(home)
    with local_postgres.running(cluster):
        assert _answers(cluster)
    assert not _answers(cluster)
    assert not (cluster.data / "postmaster.pid").exists()


def test_the_last_to_leave_stops_the_server_not_the_first(home: Path) -> None:
    cluster = Cluster.of(home)
    first, second = local_postgres.running(cluster), local_postgres.running(cluster)
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert _answers(cluster)
    second.__exit__(None, None, None)
    assert not _answers(cluster)


def test_a_session_that_is_just_ending_does_not_keep_the_server_running(home: Path) -> None:
    cluster = Cluster.of(home)
    with local_postgres.running(cluster):
        guest = psycopg.connect(
            host=str(cluster.socket_folder), user=local_postgres.ROLE, dbname="postgres"
        )
        farewell = threading.Timer(local_postgres.FAREWELL_SECONDS / 4, guest.close)
        farewell.start()
    farewell.join()
    assert not _answers(cluster)


def test_a_server_that_somebody_else_uses_is_left_running(home: Path) -> None:
    cluster = Cluster.of(home)
    with local_postgres.running(cluster):
        guest = psycopg.connect(
            host=str(cluster.socket_folder), user=local_postgres.ROLE, dbname="postgres"
        )
    try:
        assert _answers(cluster)
    finally:
        guest.close()
        local_postgres.stop(cluster)


def test_six_processes_started_at_once_share_one_server_and_leave_none(home: Path) -> None:
    processes = [_holder(home, seconds=0.5) for _ in range(PARALLEL)]
    outputs = [process.communicate(timeout=90)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * PARALLEL, outputs
    assert not _answers(Cluster.of(home))


@pytest.mark.fault
def test_a_killed_server_is_mended_with_its_data(home: Path) -> None:
    cluster = Cluster.of(home)
    with local_postgres.running(cluster):
        _execute(cluster, "CREATE TABLE kept AS SELECT 42 AS answer")
        pid = int((cluster.data / "postmaster.pid").read_text().splitlines()[0])
        os.kill(pid, signal.SIGKILL)
        while not local_postgres.mend(cluster):
            pass
        assert _execute(cluster, "SELECT answer FROM kept") == (42,)
        assert not local_postgres.mend(cluster)


@pytest.mark.fault
def test_a_holder_that_is_killed_leaves_a_server_that_the_next_one_stops(home: Path) -> None:
    holder = _holder(home, seconds=60)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"up\n"
    holder.kill()
    holder.communicate()
    cluster = Cluster.of(home)
    assert _answers(cluster)
    with local_postgres.running(cluster):
        pass
    assert not _answers(cluster)


def test_the_folders_and_the_socket_are_private(home: Path) -> None:
    cluster = Cluster.of(home)
    with local_postgres.running(cluster):
        for folder in (cluster.folder, cluster.socket_folder, cluster.data):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_nothing_listens_on_the_network(home: Path) -> None:
    cluster = Cluster.of(home)
    with local_postgres.running(cluster):
        assert _execute(cluster, "SHOW listen_addresses") == ("",)


def test_a_long_path_or_one_with_spaces_gets_a_short_socket_folder(home: Path) -> None:
    for name in ("mis documentos", "x" * 120):
        cluster = Cluster.of(home / name)
        assert len(str(cluster.socket_folder)) <= local_postgres.LONGEST_SOCKET_FOLDER
        assert " " not in str(cluster.socket_folder)


def test_a_socket_folder_of_somebody_else_is_refused(home: Path) -> None:
    cluster = Cluster.of(home)
    cluster.folder.mkdir(parents=True)
    cluster.socket_folder.symlink_to(home)
    with (
        pytest.raises(LocalPostgresError, match="no pertenece a la cuenta"),
        local_postgres.running(cluster),
    ):
        pass


def test_data_of_another_version_are_refused_with_what_to_do(home: Path) -> None:
    cluster = Cluster.of(home)
    with local_postgres.running(cluster):
        pass
    version = cluster.data / "PG_VERSION"
    version.write_text("14\n")
    with (
        pytest.raises(LocalPostgresError, match=r"son de PostgreSQL 14 .* CONSTE_POSTGRES_BIN"),
        local_postgres.running(cluster),
    ):
        pass


def test_binaries_that_are_not_there_are_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSTE_POSTGRES_BIN", str(home))
    with pytest.raises(LocalPostgresError, match="CONSTE_POSTGRES_BIN no contiene PostgreSQL"):
        find_binaries()


def test_a_half_made_cluster_is_made_again(home: Path) -> None:
    cluster = Cluster.of(home)
    with local_postgres.running(cluster):
        pass
    cluster.data.rename(cluster.folder / "data.new")
    (cluster.folder / "data.new" / "PG_VERSION").unlink()
    with local_postgres.running(cluster):
        assert _answers(cluster)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has folders closed to the server")
def test_a_folder_closed_to_the_servers_account_stays_closed(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    closed = home / "cerrada"
    closed.mkdir(mode=0o700)
    cluster = Cluster.of(closed)
    try:
        with local_postgres.running(cluster):
            assert _answers(cluster)
    finally:
        shutil.rmtree(cluster.folder.parent)
    assert cluster.folder.is_relative_to("/var/lib/conste")
    assert f"la base de datos queda en {cluster.folder}" in capfd.readouterr().err
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has folders closed to the server")
def test_programs_in_a_closed_folder_are_copied_to_where_the_server_reaches_them(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "cerrada"
    closed.mkdir(mode=0o700)
    package = find_binaries().parents[1]
    for part in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(part, closed / part.name, symlinks=True)
    binaries = closed / package.name / "pginstall" / "bin"
    monkeypatch.setenv("CONSTE_POSTGRES_BIN", str(binaries))
    cluster = Cluster.of(home)
    # By its own name: other tests have installations of theirs in the same folder meanwhile.
    copies = f"{digest(binaries)}-*"
    try:
        with local_postgres.running(cluster):
            assert _answers(cluster)
            (copy,) = RELOCATED.glob(copies)
            assert list(copy.glob("programs/*/pginstall/bin/postgres"))
    finally:
        for made in RELOCATED.glob(copies):
            shutil.rmtree(made)


def _holder(home: Path, *, seconds: float) -> subprocess.Popen[bytes]:
    """A process that keeps the server of `home` for some seconds; it says «up» when it has it."""
    code = (
        "from pathlib import Path; import sys, time\n"
        "from safety_press import local_postgres as server\n"
        "with server.running(server.Cluster.of(Path(sys.argv[1]))):\n"
        "    print('up', flush=True); time.sleep(float(sys.argv[2]))\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, str(home), str(seconds)],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _execute(cluster: Cluster, statement: str) -> tuple[object, ...] | None:
    with psycopg.connect(
        host=str(cluster.socket_folder),
        user=local_postgres.ROLE,
        dbname=local_postgres.DATABASE,
        autocommit=True,
    ) as connection:
        cursor = connection.execute(statement.encode())
        return cursor.fetchone() if cursor.description else None
