"""`python -m benchmarks [SIZE…]`: measures whole pages on generated archives."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from benchmarks import archives


def main(arguments: Sequence[str]) -> int:
    """One process for each size, with a database server of its own under `CONSTE_HOME/bench`."""
    options = _read_options(arguments)
    for size in options.sizes:
        status = archives.run_session(
            "benchmarks.session",
            [
                str(size),
                f"--seed={options.seed}",
                f"--rounds={options.rounds}",
                f"--peers={options.peers}",
                f"--texts-of={options.texts_of}",
                *(["--no-write"] if options.no_write else []),
            ],
        )
        if status:
            return status
    return 0


def _read_options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000], help="bulletins")
    parser.add_argument("--seed", type=int, default=20_261_122, help="draws the queries")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument(
        "--peers", default="sqlite,tantivy,tutorial", help="of sqlite, tantivy, tutorial; or none"
    )
    parser.add_argument(
        "--texts-of", type=int, default=0, metavar="SIZE", help="for an archive of copies, whose"
    )
    parser.add_argument("--no-write", action="store_true", help="leave docs/benchmarks.md alone")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
