"""The web server and the worker are killed while a batch is sent and read: nothing is lost or
done twice."""

from __future__ import annotations

import hashlib
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from releases.models import Release, SourceDocument, UploadBatch, UploadedFile, User
from releases.roles import WRITERS
from releases.vocabulary import UploadState
from tests.faults.conftest import Start, database_url, shared_temporary
from tests.ingest.bulletins import write_bulletin

pytestmark = pytest.mark.fault

PASSWORD = "grulla-cobalto-7351"
PATIENCE = 120.0
SEND = "/redaccion/bandeja/subir/"


class Web:
    """gunicorn over the test database, that is killed with its workers and started again."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen(64)
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        number = self._listener.fileno()
        with (self._home / "web.log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    sys.executable, "-m", "gunicorn", "safety_press.wsgi",
                    "--config", "python:safety_press.server", "--bind", f"fd://{number}",
                ],
                cwd=settings.BASE_DIR,
                env={
                    **os.environ,
                    "CONSTE_MODE": "local",
                    "CONSTE_HOME": str(self._home),
                    "DATABASE_URL": database_url(),
                    "WEB_WORKERS": "1",
                    "TMPDIR": str(shared_temporary(self._home)),
                },
                pass_fds=[number],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )  # fmt: skip

    def kill(self) -> None:
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def restart(self) -> None:
        """Kills it; the next one serves whoever waits at the door, as a supervisor would do."""
        self.kill()
        self.start()

    def close(self) -> None:
        self.kill()
        self._listener.close()


@pytest.fixture
def web(home: Path, start: Start) -> Iterator[Web]:
    """A server that is not started yet; its pages need the collected static files."""
    collecting = start("collectstatic", "--noinput", "--verbosity", "0")
    _, errors = collecting.communicate(timeout=PATIENCE)
    assert collecting.returncode == 0, errors
    server = Web(home)
    yield server
    server.close()


class Sender:
    """A member of staff who sends files, and sends again what was not acknowledged."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._cookies = CookieJar()
        self._browser = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self._cookies), _StayHere
        )

    def sign_in(self) -> None:
        token = self._token("/cuenta/login/")
        form = {"csrfmiddlewaretoken": token, "login": "bruno", "password": PASSWORD}
        self._open("/cuenta/login/", urlencode(form).encode())

    def send(self, paths: list[Path]) -> bool:
        """Whether the site acknowledged the files; False when it went away meanwhile."""
        try:
            body, kind = _form(self._token("/redaccion/bandeja/"), paths)
            return self._open(SEND, body, kind) == 303
        except (OSError, AssertionError):
            return False

    def _token(self, path: str) -> str:
        with self._browser.open(f"{self._address}{path}", timeout=60) as answer:
            found = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', answer.read().decode())
        assert found, f"{path} has no form"
        return found[1]

    def _open(self, path: str, body: bytes, kind: str = "") -> int:
        headers = {"Referer": self._address, **({"Content-Type": kind} if kind else {})}
        request = urllib.request.Request(f"{self._address}{path}", data=body, headers=headers)
        try:
            with self._browser.open(request, timeout=60) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code


class _StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: object) -> None:
        return None


def _form(token: str, paths: list[Path]) -> tuple[bytes, str]:
    boundary = uuid.uuid4().hex
    parts = [_part(boundary, 'name="csrfmiddlewaretoken"', token.encode())]
    for path in paths:
        disposition = f'name="archivos"; filename="{path.name}"'
        parts.append(_part(boundary, disposition, path.read_bytes()))
    return b"".join(
        [*parts, f"--{boundary}--\r\n".encode()]
    ), f"multipart/form-data; boundary={boundary}"


def _part(boundary: str, disposition: str, content: bytes) -> bytes:
    head = f"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n"
    return head.encode() + content + b"\r\n"


def wait_until(condition: Callable[[], bool], *, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(0.05)


def kill(process: subprocess.Popen[str]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def unread() -> int:
    return UploadedFile.objects.filter(state__in=[UploadState.WAITING, UploadState.READING]).count()


def last_worker() -> int:
    """The number of the worker that came last."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM procrastinate_workers")
        (number,) = cursor.fetchone()
    return int(number)


def survive(
    start: Start, web: Web, home: Path, folder: Path, *, files: int, kills: int, seed: int
) -> None:
    print(f"seed {seed}")
    source = random.Random(seed)
    folder.mkdir()
    paths = [
        write_bulletin(folder / f"{number:04d}.txt", seed=number, folio=f"{number:04d}/2024")
        for number in range(1, files + 1)
    ]
    bruno = User.objects.create_user("bruno", "bruno@ejemplo.invalid", PASSWORD, is_staff=True)
    bruno.groups.add(Group.objects.get(name=WRITERS))

    acknowledged = send_through_kills(web, paths, source)
    at_work = read_through_kills(start, kills, source)

    assert at_work, "no worker was killed at work: the test showed nothing"
    hashes = sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)
    assert acknowledged == {path.name for path in paths}
    kept = sorted(SourceDocument.objects.values_list("sha256", flat=True))
    assert kept == hashes
    assert Release.objects.count() == files
    for sha256 in kept:
        path = home / "media" / "documentos" / sha256[:2] / sha256
        assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    check_rows(paths)
    check_mails()
    assert list(shared_temporary(home).iterdir()) == []
    connection.close()


def send_through_kills(web: Web, paths: list[Path], source: random.Random) -> set[str]:
    """Sends the files in four batches; the server is killed during two of them.

    What was not acknowledged is sent again, as a person would. Returns the acknowledged names.
    """
    web.start()
    sender = Sender(web.address)
    sender.sign_in()
    quarter = -(-len(paths) // 4)
    acknowledged: set[str] = set()
    for number in range(4):
        part = paths[number * quarter : (number + 1) * quarter]
        if number % 2:
            killer = threading.Timer(source.uniform(0.0, 0.5), web.restart)
            killer.start()
            went_well = sender.send(part)
            killer.join()
        else:
            went_well = sender.send(part)
        while not went_well:
            went_well = sender.send(part)
        acknowledged |= {path.name for path in part}
    return acknowledged


def read_through_kills(start: Start, kills: int, source: random.Random) -> int:
    """Kills worker after worker, the last one reads to the end; how many were killed at work."""
    at_work = 0
    for _ in range(kills):
        worker = start("work")
        before = SourceDocument.objects.count()
        wait_until(
            lambda seen=before: SourceDocument.objects.count() > seen or not unread(),  # type: ignore[misc]  # bound now
            what="a worker that reads",
        )
        time.sleep(source.uniform(0.0, 0.3))
        at_work += bool(unread())
        kill(worker)
    before = last_worker()
    last = start("work")
    # One that is asked to end before it is up has nobody who answers the signal yet.
    wait_until(lambda: last_worker() > before and not unread(), what="the rest to be read")
    last.send_signal(signal.SIGTERM)
    assert last.wait(timeout=PATIENCE) == 0
    return at_work


def check_rows(paths: list[Path]) -> None:
    """Each file became one bulletin; a batch that was sent again holds duplicates of it."""
    for path in paths:
        states = sorted(UploadedFile.objects.filter(name=path.name).values_list("state", flat=True))
        assert states.count(UploadState.READY) == 1, (path.name, states)
        assert set(states) <= {UploadState.READY, UploadState.DUPLICATE}, (path.name, states)


def check_mails() -> None:
    """One mail was asked for by each batch."""
    jobs = ProcrastinateJob.objects.filter(task_name="releases.send_upload_mail")
    batches = sorted(UploadBatch.objects.values_list("pk", flat=True))
    # Other tests that commit may have left jobs of batches that are gone.
    asked = [job.args["batch_id"] for job in jobs if job.args["batch_id"] in batches]
    assert sorted(asked) == batches


def test_killed_while_a_hundred_files_are_sent_and_read_each_becomes_one_bulletin(
    start: Start, web: Web, home: Path, tmp_path: Path
) -> None:
    survive(start, web, home, tmp_path / "lote", files=100, kills=3, seed=int(time.time()))


@pytest.mark.nightly
def test_killed_thirty_times_each_file_becomes_one_bulletin(
    start: Start, web: Web, home: Path, tmp_path: Path
) -> None:
    survive(start, web, home, tmp_path / "lote", files=400, kills=30, seed=int(time.time()))
