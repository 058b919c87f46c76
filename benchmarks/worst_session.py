"""The timing of the worst queries on one archive, in a process of its own."""

from __future__ import annotations

import importlib
import sys
import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from benchmarks import archives
from benchmarks.worst import WORST_QUERIES

MOST_MILLISECONDS = 500
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """One query: its slowest round, and how it was answered."""

    query: str
    milliseconds: float
    status: int

    @property
    def is_refused(self) -> bool:
        """Whether the answer is a sentence that says why, and not a page of results."""
        return self.status in (HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.SERVICE_UNAVAILABLE)

    @property
    def is_good(self) -> bool:
        answered = self.status == HTTPStatus.OK or self.is_refused
        return answered and self.milliseconds <= MOST_MILLISECONDS


def main(size: int) -> int:
    """Prints each query with its time; the status is 1 where one took too long."""
    with archives.database(size):
        # Models can only be imported once the database is known and Django is set up.
        prepare: Any = importlib.import_module("benchmarks.prepared")
        client = prepare.prepared_client(size)
        timings = [_measure(client, query) for query in WORST_QUERIES]
    print(f"{size:,} comunicados")
    for timing in sorted(timings, key=lambda timing: -timing.milliseconds):
        mark = " " if timing.is_good else "!"
        print(f"{mark} {timing.milliseconds:7.1f} ms  {timing.status}  {timing.query[:80]}")
    bad = [timing for timing in timings if not timing.is_good]
    slowest = max(timing.milliseconds for timing in timings)
    refused = sum(timing.is_refused for timing in timings)
    print(
        f"{len(timings)} searches, slowest {slowest:.0f} ms, {refused} refused in words, "
        f"{len(bad)} over {MOST_MILLISECONDS} ms."
    )
    return 1 if bad else 0


def _measure(client: Any, query: str) -> Timing:
    """The slowest of some rounds after one to warm up."""
    slowest, status = 0.0, 0
    for lap in range(_ROUNDS + 1):
        since = time.perf_counter()
        response = client.get("/buscar/", {"q": query})
        spent = (time.perf_counter() - since) * 1e3
        status = response.status_code
        slowest = max(slowest, spent) if lap else 0.0
    return Timing(query, slowest, status)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
