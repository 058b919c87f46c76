"""Which process runs which tests, and when.

A file's tests stay together. All that share the browser's site go to one process, so that it is
started once; what takes longest begins first, so that no process waits for another at the end.
"""

from __future__ import annotations

import pytest
from xdist.scheduler import LoadFileScheduling

_SHARED_SITE = "tests/browser/"
_LONGEST = (_SHARED_SITE, "tests/running/", "tests/faults/")


class OneSite(LoadFileScheduling):  # type: ignore[misc]  # a package without types
    """Whole files to each process, and all files of the browser to one."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return _SHARED_SITE if file.startswith(_SHARED_SITE) else file


def longest_first(item: pytest.Item) -> int:
    """A key to sort by."""
    folders = [number for number, name in enumerate(_LONGEST) if item.nodeid.startswith(name)]
    return folders[0] if folders else len(_LONGEST)
