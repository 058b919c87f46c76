"""The settings under which a search runs in the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.utils import OperationalError
from psycopg.errors import QueryCanceled

from releases.search import turns
from releases.search.errors import SearchTimedOut

TIME_LIMIT_MS = 2_000

# The planner does not count the cost of fetching the vectors, and would read whole tables for a
# common word; parallel workers and compiled expressions cost more to start than a search takes.
SETTINGS = {
    "statement_timeout": str(TIME_LIMIT_MS),
    "enable_seqscan": "off",
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
    "work_mem": "64MB",
}
_SET = "SELECT " + ", ".join(f"set_config('{name}', %s, true)" for name in SETTINGS)
_GET = "SELECT " + ", ".join(f"current_setting('{name}')" for name in SETTINGS)


@contextmanager
def search_transaction() -> Iterator[None]:
    """Statements inside read one snapshot's worth of settings and are cut off after two seconds.

    Raises SearchTimedOut. Inside a caller's transaction the settings are put back at the end.
    """
    nested = connection.in_atomic_block
    before = _current() if nested else ()
    try:
        with transaction.atomic():
            _apply(tuple(SETTINGS.values()))
            yield
            turns.rest()
            if nested:
                _apply(before)
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise SearchTimedOut from error
        raise


def _current() -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_GET)
        row: tuple[str, ...] = cursor.fetchone()
    return row


def _apply(values: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_SET, values)
