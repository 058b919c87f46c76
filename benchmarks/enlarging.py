"""`python -m benchmarks.enlarging SIZE TIMES`: a larger archive out of copies of a smaller one.

Forming the words of a million bulletins takes hours; copying a built archive ten times takes half
of one. Every copy has an id, a folio and a text key of its own and lies beside its original, so
that ids still follow the dates. What it can't show: a larger archive has more rare words, too.
"""

from __future__ import annotations

import sys

from benchmarks.archives import run_session


def main(size: int, times: int) -> int:
    """Makes the database `bench_{SIZE × TIMES}` from `bench_{SIZE}`, which has to be there."""
    return run_session("benchmarks.enlarging_session", [str(size), str(times)])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
