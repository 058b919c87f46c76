"""`python -m benchmarks.adding [SIZE…]`: what a publication costs in archives of several sizes."""

from __future__ import annotations

import sys

from benchmarks.archives import run_session


def main(sizes: list[str]) -> int:
    """One process for each size; size 0 is an empty archive."""
    for size in sizes or ["0", "10000", "100000"]:
        status = run_session("benchmarks.adding_session", [size])
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
