"""`make run`, from an empty folder to Ctrl-C, with real processes."""

from __future__ import annotations

import os
import pwd
import re
import signal
import socket
import time
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest

from safety_press import local_postgres
from tests.running.installation import Installation, Running, copied, open_folder, run

RECOVERY_SECONDS = 60.0

pytestmark = pytest.mark.fault


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A copy in a folder with spaces and accents, as people have them."""
    folder = tmp_path_factory.mktemp("run") / "mis documentos año 2024"
    with copied(folder) as installation:
        yield installation


@pytest.fixture(scope="module")
def running(installation: Installation) -> Iterator[Running]:
    running = run(installation)
    yield running
    running.end(signal.SIGTERM)


def test_it_says_what_it_does_where_it_is_and_the_password_once(running: Running) -> None:
    assert "Se actualiza la estructura de la base de datos…" in running.said
    assert "Se ingresan los cinco comunicados de muestra…" in running.said
    assert running.said.count("Clave:") == 1


def test_it_is_ready_with_the_worker_alive(running: Running) -> None:
    deadline = time.monotonic() + RECOVERY_SECONDS
    while running.get("/listo")[0] != 200 and time.monotonic() < deadline:
        time.sleep(0.2)
    assert running.get("/listo")[0] == 200


def test_the_sample_bulletins_are_found(running: Running) -> None:
    status, body = running.get("/buscar/datos.json?q=0275/2024")
    assert status == 200
    assert '"folio":"0275/2024"' in body


def test_staff_sign_in_with_the_printed_password(running: Running) -> None:
    match = re.search(r"Clave:\s+(\S+)", running.said)
    assert match is not None
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with browser.open(f"{running.address}/cuenta/login/", timeout=20) as answer:
        page = answer.read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token is not None
    form = {"csrfmiddlewaretoken": token[1], "login": "administracion", "password": match[1]}
    request = urllib.request.Request(
        f"{running.address}/cuenta/login/",
        data=urlencode(form).encode(),
        headers={"Referer": running.address},
    )
    with browser.open(request, timeout=20) as answer:
        assert answer.url == f"{running.address}/redaccion/bandeja/"


def test_the_password_is_kept_only_as_a_hash(running: Running, installation: Installation) -> None:
    match = re.search(r"Clave:\s+(\S+)", running.said)
    assert match is not None
    logs = "".join(path.read_text() for path in (installation.home / "logs").glob("*.log"))
    assert match[1] not in logs


def test_a_second_run_over_the_same_folder_is_refused(
    running: Running, installation: Installation
) -> None:
    refused = installation.command("run")
    assert refused.returncode == 1
    assert "Conste ya está en marcha con la carpeta" in refused.stdout


def test_another_command_shares_the_server_and_leaves_it_running(
    running: Running, installation: Installation
) -> None:
    assert installation.command("doctor").returncode == 0
    assert running.get("/listo")[0] == 200


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_database_that_dies_comes_back_and_nobody_sees_an_error_of_ours(
    running: Running, installation: Installation, number: signal.Signals
) -> None:
    cluster = local_postgres.Cluster.of(installation.home)
    pid = int((cluster.data / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, number)
    statuses, good = set(), 0
    deadline = time.monotonic() + RECOVERY_SECONDS
    while good < 10 and time.monotonic() < deadline:
        status, _ = running.get("/comunicados/")
        statuses.add(status)
        good = good + 1 if status == 200 else 0
        time.sleep(0.05)
    assert good == 10, f"it did not come back: {statuses}"
    assert statuses <= {200, 503}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account")
def test_an_ordinary_account_runs_a_second_copy_beside_it(
    running: Running, installation: Installation
) -> None:
    nobody = pwd.getpwnam("nobody")
    with (
        open_folder() as folder,
        copied(folder / "conste", nobody, prepared_by=installation) as ordinary,
    ):
        second = run(ordinary)
        try:
            assert second.port != running.port
            status, page = second.get("/c/2024/0275")
            assert (status, "0275/2024" in page) == (200, True)
            assert (ordinary.home / "postgres").stat().st_uid == nobody.pw_uid
        finally:
            second.end()
        assert ordinary.processes() == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has folders closed to the database")
def test_a_closed_folder_of_root_stays_closed(
    running: Running, installation: Installation, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.getbasetemp()
    assert base.stat().st_mode & 0o077 == 0
    assert "la base de datos queda en /var/lib/conste/" in running.said


def test_ctrl_c_stops_everything_and_a_second_start_keeps_the_data(
    installation: Installation, running: Running
) -> None:
    assert running.end() == 0
    assert "Conste se detuvo." in running.said
    assert installation.processes() == []

    with socket.socket() as occupant:
        occupant.bind(("127.0.0.1", 0))
        occupant.listen()
        taken = str(occupant.getsockname()[1])
        refused = installation.command("run", PORT=taken)
    assert refused.returncode == 1
    assert f"El puerto {taken} está ocupado." in refused.stdout
    assert installation.processes() == []

    again = run(installation)
    assert "Clave:" not in again.said
    assert "Se ingresan" not in again.said
    assert "0275/2024" in again.get("/c/2024/0275")[1]
    again.end(signal.SIGTERM)
    assert installation.processes() == []


def test_a_child_that_ends_stops_the_rest_with_a_sentence(installation: Installation) -> None:
    running = run(installation)
    worker = next(
        int(entry.name)
        for entry in Path("/proc").iterdir()
        if entry.name.isdigit() and _is_worker_of(entry, installation)
    )
    os.kill(worker, signal.SIGKILL)
    assert running.process.wait(timeout=RECOVERY_SECONDS) == 1
    running.listener.join(timeout=RECOVERY_SECONDS)
    assert "El proceso de tareas terminó (código -9); se detiene lo demás." in running.said
    assert installation.processes() == []


def _is_worker_of(entry: Path, installation: Installation) -> bool:
    try:
        command = (entry / "cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return False
    return command.endswith("work\0") and str(installation.folder) in command
