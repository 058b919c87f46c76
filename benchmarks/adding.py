"""`python -m benchmarks.adding [SIZE…]`: what a publication costs in archives of several sizes.

The sizes take turns for some rounds, each time with bulletins that no archive has seen, since the
speed of a machine wanders by more than what is looked for.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.archives import run_session
from benchmarks.percentiles import percentile


def main(arguments: Sequence[str]) -> int:
    """One process for each size and round; size 0 is an empty archive."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.adding", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[0, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1, help="chooses the bulletins that are added")
    options = parser.parse_args(arguments)
    spent: dict[int, list[list[float]]] = {size: [] for size in options.sizes}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.rounds):
            for size in options.sizes:
                answer = Path(folder) / f"{number}-{size}.json"
                seed = options.seed * 1_000 + number
                status = run_session(
                    "benchmarks.adding_session", [str(size), str(seed), str(answer)]
                )
                if status:
                    return status
                spent[size].append(json.loads(answer.read_text()))
    for size, rounds in spent.items():
        print(_describe(size, rounds))
    return 0


def _describe(size: int, rounds: Sequence[Sequence[float]]) -> str:
    values = [milliseconds for taken in rounds for milliseconds in taken]
    medians = ", ".join(f"{percentile(taken, 0.5):.0f}" for taken in rounds)
    return (
        f"{size:>9,} comunicados: publicar otro {percentile(values, 0.5):.1f} / "
        f"{percentile(values, 0.95):.1f} ms (p50 / p95); medianas de cada vuelta: {medians}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
