"""The line of dear searches, held by somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection

from releases.search import transaction as search_settings


@contextmanager
def held_line(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another session is in turn for the block, and nobody waits longer than a second."""
    monkeypatch.setitem(search_settings.SETTINGS, "statement_timeout", "1000")
    settings = connection.settings_dict
    with psycopg.connect(
        host=settings["HOST"],
        port=settings["PORT"],
        user=settings["USER"],
        password=settings["PASSWORD"] or None,
        dbname=settings["NAME"],
    ) as other:
        other.execute("SELECT pg_advisory_xact_lock(7003)")
        yield
