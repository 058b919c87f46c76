"""Running the queries and boiling the times down."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from benchmarks.engines import Engine, PageAnswer
from benchmarks.queries import BenchQuery

ALL = "todas"
PHRASES = "frases juntas"


@dataclass(slots=True)
class Times:
    """Milliseconds by kind of query, and the answers by the query's number."""

    milliseconds: dict[str, list[float]] = field(default_factory=dict)
    answers: dict[int, PageAnswer] = field(default_factory=dict)

    def add(self, kind: str, spent: float) -> None:
        for name in (kind, PHRASES, ALL) if kind.startswith("frase") else (kind, ALL):
            self.milliseconds.setdefault(name, []).append(spent)


def measure(engine: Engine, queries: Sequence[BenchQuery], *, rounds: int, every: int = 1) -> Times:
    """Each query once to warm up, then `rounds` times. `every` takes only each n-th query."""
    times = Times()
    chosen = [pair for pair in enumerate(queries) if pair[0] % every == 0]
    for lap in range(rounds + 1):
        for number, query in chosen:
            since = time.perf_counter()
            answer = engine.page(query)
            spent = (time.perf_counter() - since) * 1e3
            if lap:
                times.add(query.kind, spent)
            else:
                # Our counts leave the municipality's own choice out; the others' do not.
                counted = None if query.municipality else answer.counted
                times.answers[number] = replace(answer, counted=counted)
    return times


def count_agreements(first: Times, second: Times) -> tuple[int, int]:
    """How many queries both answered, and how many of them alike in total and counts."""
    common = first.answers.keys() & second.answers.keys()
    return len(common), sum(first.answers[n].agrees_with(second.answers[n]) for n in common)


def find_disagreements(first: Times, second: Times) -> list[int]:
    """The numbers of the queries that two engines answered differently."""
    common = first.answers.keys() & second.answers.keys()
    return sorted(n for n in common if not first.answers[n].agrees_with(second.answers[n]))
