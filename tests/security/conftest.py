"""The world of bulletins and people that the doors are tried in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.security.world import World, build_world


@pytest.fixture
def world(db: None, tmp_path: Path) -> World:
    """Built in the test's own transaction, so that nothing that ran before can touch it.

    It takes two seconds: knock at many doors in one test.
    """
    return build_world(tmp_path)
