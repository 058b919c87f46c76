"""`python -m benchmarks.attack [SIZE]`: what ordinary readers wait while others attack.

A real server (gunicorn, as `manage.py run` starts it), four ordinary readers who pause between
pages, first alone, then while eight clients send the worst queries without a pause.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from benchmarks import archives


def main(arguments: Sequence[str]) -> int:
    """The status is 1 where the readers' p99 more than doubled."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attack", description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=10_000, help="bulletins")
    parser.add_argument("--seconds", type=int, default=60, help="of each of the two parts")
    parser.add_argument("--clients", type=int, default=8, help="attackers")
    parser.add_argument("--seed", type=int, default=20_261_122, help="draws the readers' queries")
    options = parser.parse_args(arguments)
    return archives.run_session(
        "benchmarks.attack_session",
        [str(options.size), str(options.seconds), str(options.clients), str(options.seed)],
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
