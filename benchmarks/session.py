"""The measuring of one archive, in a process of its own."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import Any

from benchmarks import archives


def main(arguments: Sequence[str]) -> None:
    """Builds what is missing, measures every engine, and writes the section of the page."""
    options = _read_options(arguments)
    with archives.database(options.size):
        # Models can only be imported once the database is known and Django is set up.
        comparison: Any = importlib.import_module("benchmarks.comparison")
        comparison.compare(options.size, options)


def _read_options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.session")
    parser.add_argument("size", type=int)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--peers", required=True)
    parser.add_argument("--texts-of", type=int, required=True)
    parser.add_argument("--no-write", action="store_true")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
