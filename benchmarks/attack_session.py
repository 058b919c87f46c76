"""The attack on one archive, in a process of its own; the attackers are another."""

from __future__ import annotations

import http.client
import importlib
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from statistics import quantiles
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings

from benchmarks import archives
from benchmarks.worst import WORST_QUERIES

_READERS = 4
_PAUSE = 0.4
_PATIENCE = 30.0
_START_SECONDS = 120.0
_MOST_TIMES = 2.0


@dataclass(slots=True)
class Visits:
    """What some clients waited, in milliseconds, and how they were answered."""

    milliseconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    def percentile(self, share: int) -> float:
        return quantiles(self.milliseconds, n=100)[share - 1]

    def describe(self) -> str:
        """«p50 / p95 / p99 (max), answers by status»."""
        times = " / ".join(f"{self.percentile(share):.1f}" for share in (50, 95, 99))
        answers = ", ".join(f"{status}: {n:,}" for status, n in sorted(self.statuses.items()))
        return f"{times} ({max(self.milliseconds):.0f}) ms; {answers}"


def main(size: int, seconds: int, clients: int, seed: int) -> int:
    """Prints both parts and the ratio; the status is 1 where it is too high."""
    with archives.database(size):
        # Models can only be imported once the database is known and Django is set up.
        prepared: Any = importlib.import_module("benchmarks.prepared")
        prepared.prepare_archive(size)
        generation: Any = importlib.import_module("benchmarks.generation")
        queries: Any = importlib.import_module("benchmarks.queries")
        sample = list(generation.generate(size, range(1, size + 1, max(1, size // 500))))
        paths = [_path(query) for query in queries.draw_queries(sample, seed=seed)]
        with _server() as port:
            _visit(port, paths, seconds=5, seed=seed)  # to warm up
            alone = _visit(port, paths, seconds=seconds, seed=seed)
            print(f"{size:,} comunicados, {_READERS} lectores: {alone.describe()}", flush=True)
            with get_context("spawn").Pool(1) as pool:
                attack = pool.apply_async(_attack, (port, clients, seconds + 2))
                time.sleep(2)
                meanwhile = _visit(port, paths, seconds=seconds, seed=seed)
                attackers = attack.get()
    print(f"  mientras {clients} atacan: {meanwhile.describe()}")
    print(f"  los que atacan: {attackers.describe()}")
    return _judge(alone, meanwhile)


def _judge(alone: Visits, meanwhile: Visits) -> int:
    before, after = alone.percentile(99), meanwhile.percentile(99)
    refused = sum(n for status, n in meanwhile.statuses.items() if status >= 400)
    print(f"  p99 de los lectores: {after / before:.2f} veces; {refused} páginas sin respuesta.")
    return 0 if after <= _MOST_TIMES * before and not refused else 1


def _path(query: Any) -> str:
    parameters = {"q": query.text, "orden": query.order}
    if query.municipality:
        parameters["municipio"] = f"banco-{query.municipality}"
    return "/buscar/?" + urlencode({name: value for name, value in parameters.items() if value})


@contextmanager
def _server() -> Iterator[int]:
    """gunicorn with the project's settings on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "gunicorn", "safety_press.wsgi",
        "--config", "python:safety_press.server", "--bind", f"127.0.0.1:{port}",
    ]  # fmt: skip
    environment = {**os.environ, "DATABASE_URL": _database_url()}
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)  # noqa: S603 - our own server
    try:
        _await(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _database_url() -> str:
    default = settings.DATABASES["default"]
    return (
        f"postgresql://{default['USER']}@/{default['NAME']}?host={quote(default['HOST'], safe='')}"
    )


def _await(port: int) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        try:
            if _get(http.client.HTTPConnection("127.0.0.1", port, timeout=5), "/") == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the server did not start")


def _visit(port: int, paths: Sequence[str], *, seconds: float, seed: int) -> Visits:
    """What readers wait who ask, read a little, and ask again."""
    visits = Visits()
    until = time.monotonic() + seconds

    def read(number: int) -> None:
        rng = random.Random(seed + number)
        while time.monotonic() < until:
            _request(port, rng.choice(paths), visits, source=f"127.0.1.{number + 1}")
            time.sleep(rng.uniform(0.5, 1.5) * _PAUSE)

    _together(read, _READERS)
    return visits


def _attack(port: int, clients: int, seconds: float) -> Visits:
    """What clients get who send the worst queries as fast as they are answered."""
    visits = Visits()
    until = time.monotonic() + seconds

    def send(number: int) -> None:
        rng = random.Random(number)
        while time.monotonic() < until:
            path = "/buscar/?" + urlencode({"q": rng.choice(WORST_QUERIES)})
            _request(port, path, visits, source=f"127.0.2.{number + 1}")

    _together(send, clients)
    return visits


def _together(work: Any, number: int) -> None:
    threads = [threading.Thread(target=work, args=(n,)) for n in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _request(port: int, path: str, visits: Visits, *, source: str) -> None:
    """One request on a connection of its own from an address of this machine.

    No answer counts as status 599.
    """
    connection = http.client.HTTPConnection(
        "127.0.0.1", port, timeout=_PATIENCE, source_address=(source, 0)
    )
    since = time.perf_counter()
    try:
        status = _get(connection, path)
    except (OSError, http.client.HTTPException):
        status = 599
    finally:
        connection.close()
    visits.milliseconds.append((time.perf_counter() - since) * 1e3)
    visits.statuses[status] += 1


def _get(connection: http.client.HTTPConnection, path: str) -> int:
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    return response.status


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:5])))
