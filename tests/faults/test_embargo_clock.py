"""A scheduled minute crossed by readers at every door while the application's clock is an hour off.

The database's clock decides: nothing appears before the minute, and then everything does, with the
worker alive or dead. How late is judged at night, on a machine that does nothing else.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings

from releases.models import Release
from releases.publishing import actions
from releases.publishing.clock import database_now
from tests.factories import make_agency, make_place, make_release, make_topic
from tests.faults.conftest import Start, database_url

pytestmark = pytest.mark.fault

PATIENCE = 120.0
MOST_LATE = 5.0
CANARY = "ornitorrinco"
# In the title, and in no address that is asked for: a page that repeats the address tells nothing.
SECRET = "xoloitzcuintle"
DOORS = (
    "/",
    f"/buscar/?q={CANARY}",
    "/buscar/?q=9276/2024",
    f"/buscar/atom.xml?q={CANARY}",
    f"/buscar/datos.csv?q={CANARY}",
    f"/buscar/datos.json?q={CANARY}",
    f"/buscar/datos.jsonl?q={CANARY}",
    "/comunicados/2024/",
    "/comunicados/2024/04/",
    "/comunicados/atom.xml",
    "/dependencias/agencia-ficticia/",
    "/lugares/lugar-ficticio/",
    "/temas/asunto-ficticio/",
    "/sitemap-comunicados.xml",
    "/comunicados/2024/9276/",
    f"/comunicados/2024/9276-titulo-{CANARY}/",
    f"/comunicados/2024/9276-titulo-{CANARY}/texto.txt",
    f"/comunicados/2024/9276-titulo-{CANARY}/datos.json",
    "/c/2024/9276",
)

# Python runs this at its start: what the process takes for the time is `SHIFT` seconds off.
SHIFTED_CLOCK = """
import datetime, os, time

SHIFT = float(os.environ["TEST_CLOCK_SHIFT"])
real_time, real_datetime = time.time, datetime.datetime


class _LikeReal(type):
    def __instancecheck__(cls, value):
        return isinstance(value, real_datetime)

    def __subclasscheck__(cls, other):
        return issubclass(other, real_datetime)


class ShiftedDatetime(real_datetime, metaclass=_LikeReal):
    @classmethod
    def now(cls, tz=None):
        return real_datetime.now(tz) + datetime.timedelta(seconds=SHIFT)

    @classmethod
    def utcnow(cls):
        return real_datetime.utcnow() + datetime.timedelta(seconds=SHIFT)

    @classmethod
    def today(cls):
        return cls.now()


time.time = lambda: real_time() + SHIFT
datetime.datetime = ShiftedDatetime
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """One answer: when it was asked for and when it was there, and whether it told the secret."""

    door: str
    asked: float
    got: float
    status: int
    tells: bool


@dataclass
class Readers:
    """Threads that ask at random doors until they are stopped."""

    port: int
    seed: int
    number: int
    answers: list[Seen] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(
                target=self._read, args=[f"127.0.3.{n + 1}", random.Random(f"{self.seed}-{n}")]
            )
            for n in range(self.number)
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stopping.set()
        for thread in self._threads:
            thread.join()

    def _read(self, address: str, chance: random.Random) -> None:
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=PATIENCE, source_address=(address, 0)
        )
        while not self._stopping.is_set():
            door = chance.choice(DOORS)
            asked = time.time()
            try:
                answer, body = _follow(connection, door)
            except (OSError, http.client.HTTPException):
                connection.close()
                continue
            tells = SECRET in body.lower()
            self.answers.append(Seen(door, asked, time.time(), answer.status, tells))
        connection.close()


def _follow(
    connection: http.client.HTTPConnection, path: str
) -> tuple[http.client.HTTPResponse, str]:
    """The answer after redirections, and what it says."""
    for _ in range(3):
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
        if answer.status not in {301, 302}:
            return answer, body
        path = answer.headers["Location"]
    return answer, body


@dataclass
class Server:
    """gunicorn with its workers, whose clocks are `shift` seconds off."""

    home: Path
    shift: float

    def __post_init__(self) -> None:
        clock = self.home / "clock"
        clock.mkdir(exist_ok=True)
        (clock / "sitecustomize.py").write_text(SHIFTED_CLOCK)
        self.environment = {
            **os.environ,
            "CONSTE_MODE": "local",
            "CONSTE_HOME": str(self.home),
            "DATABASE_URL": database_url(),
            "WEB_WORKERS": "2",
            "PYTHONPATH": str(clock),
            "TEST_CLOCK_SHIFT": str(self.shift),
        }
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen(64)
        self.port: int = self._listener.getsockname()[1]
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str) -> None:
        """Starts this Python with the shifted clock."""
        with (self.home / "server.log").open("ab") as log:
            self._processes.append(
                subprocess.Popen(
                    [sys.executable, *arguments],
                    cwd=settings.BASE_DIR,
                    env=self.environment,
                    pass_fds=[self._listener.fileno()],
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            )

    def serve(self) -> None:
        self.start(
            "-m", "gunicorn", "safety_press.wsgi", "--config", "python:safety_press.server",
            "--bind", f"fd://{self._listener.fileno()}",
        )  # fmt: skip

    def close(self) -> None:
        for process in self._processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._listener.close()


@pytest.fixture
def serve(home: Path, start: Start) -> Iterator[Callable[[float], Server]]:
    """`serve(shift)`: a running site; its pages need the collected static files."""
    collecting = start("collectstatic", "--noinput", "--verbosity", "0")
    _, errors = collecting.communicate(timeout=PATIENCE)
    assert collecting.returncode == 0, errors
    servers: list[Server] = []

    def begin(shift: float) -> Server:
        server = Server(home, shift)
        servers.append(server)
        server.serve()
        return server

    yield begin
    for server in servers:
        server.close()


def plan() -> Release:
    """A bulletin with the canary at every place, scheduled for another day."""
    release = make_release(
        published=False,
        number=9276,
        headline=f"Título {CANARY} {SECRET}",
        body=(f"Texto con un {CANARY} y un {SECRET} ficticios.",),
        agencies=[make_agency("Agencia Ficticia", slug="agencia-ficticia")],
        places=[make_place("Lugar Ficticio", slug="lugar-ficticio")],
        topics=[make_topic("Asunto ficticio", slug="asunto-ficticio")],
    )
    actions.schedule(release=release, at=database_now() + dt.timedelta(days=1), by=None)
    return release


def move(release: Release, seconds: float) -> float:
    """Moves its minute to so many seconds from now, at once: scheduling draws a sheet, which may
    take longer. The minute in seconds of this machine."""
    at = database_now() + dt.timedelta(seconds=seconds)
    Release.objects.filter(pk=release.pk).update(publish_at=at)
    return at.timestamp()


def cross(
    server: Server, *, before: float, after: float, readers: int, answers: int = 0
) -> tuple[list[Seen], float]:
    """What readers saw from `before` seconds until the minute to `after` seconds past it, and on
    until there are so many `answers`."""
    seed = int(os.environ.get("CONSTE_SEED", random.randrange(1_000_000)))
    print(f"seed {seed}, clock {server.shift:+.0f} s")
    wait_for_site(server)
    release = plan()
    crowd = Readers(server.port, seed, readers)
    try:
        wait_until_some_read(crowd)
        minute = move(release, before)
        time.sleep(max(0.0, minute + after - time.time()))
        wait_until_all_tell(crowd)
        while len(crowd.answers) < answers:
            time.sleep(0.1)
    finally:
        crowd.stop()
    return crowd.answers, minute


def wait_for_site(server: Server) -> None:
    """Until it answers, by a clock that is off indeed."""
    deadline = time.monotonic() + PATIENCE
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    while True:
        try:
            answer, _ = _follow(connection, "/salud")
            break
        except (OSError, http.client.HTTPException):
            connection.close()
            assert time.monotonic() < deadline, "the site did not start"
            time.sleep(0.1)
    connection.close()
    told = email.utils.parsedate_to_datetime(answer.headers["Date"]).timestamp()
    assert abs(told - time.time() - server.shift) < 60


def wait_until_some_read(crowd: Readers) -> None:
    deadline = time.monotonic() + PATIENCE
    while not crowd.answers:
        assert time.monotonic() < deadline, "nobody could read"
        time.sleep(0.1)


def wait_until_all_tell(crowd: Readers) -> None:
    deadline = time.monotonic() + PATIENCE
    while {seen.door for seen in list(crowd.answers) if seen.tells} != set(DOORS):
        assert time.monotonic() < deadline, "not every door showed it"
        time.sleep(0.1)


def early(answers: list[Seen], minute: float) -> list[Seen]:
    return [seen for seen in answers if seen.tells and seen.got < minute]


def late(answers: list[Seen], minute: float) -> list[Seen]:
    return [seen for seen in answers if not seen.tells and seen.asked > minute + MOST_LATE]


@pytest.mark.parametrize(
    "shift",
    # A clock that is ahead is the one that could let something out early.
    [
        pytest.param(3600.0, id="an hour ahead"),
        pytest.param(-3600.0, id="an hour behind", marks=pytest.mark.nightly),
    ],
)
def test_nothing_is_early_and_readers_alone_bring_it_out(
    serve: Callable[[float], Server], shift: float
) -> None:
    answers, minute = cross(serve(shift), before=4, after=1, readers=4)

    assert [seen for seen in answers if seen.got < minute], "nobody read before the minute"
    assert early(answers, minute) == []
    assert {seen.status for seen in answers} <= {200, 404}


@pytest.mark.nightly
@pytest.mark.parametrize("working", [True, False], ids=["worker alive", "worker dead"])
@pytest.mark.parametrize("shift", [3600.0, -3600.0], ids=["an hour ahead", "an hour behind"])
def test_under_load_nothing_is_early_and_nothing_later_than_five_seconds(
    serve: Callable[[float], Server], shift: float, *, working: bool
) -> None:
    server = serve(shift)
    if working:
        server.start("manage.py", "work")
    answers, minute = cross(server, before=30, after=30, readers=16, answers=1_000)

    first = min(seen.got for seen in answers if seen.tells)
    print(f"{len(answers)} answers; first seen {first - minute:+.2f} s from the minute")
    assert early(answers, minute) == []
    assert late(answers, minute) == []


@pytest.mark.nightly
@pytest.mark.parametrize("shift", [3600.0, -3600.0], ids=["an hour ahead", "an hour behind"])
def test_the_worker_alone_brings_it_out_in_time(
    serve: Callable[[float], Server], shift: float
) -> None:
    server = serve(shift)
    server.start("manage.py", "work")
    wait_for_site(server)
    release = plan()
    minute = move(release, 20)

    time.sleep(max(0.0, minute - 1 - time.time()))
    release.refresh_from_db()
    assert not release.is_public
    time.sleep(1 + MOST_LATE)
    release.refresh_from_db()

    assert release.first_seen_at is not None
    assert 0 <= release.first_seen_at.timestamp() - minute <= MOST_LATE
