"""The making of one enlarged archive, in a process of its own."""

# ruff: noqa: S608 - statements are put together from our own constants only

from __future__ import annotations

import importlib
import sys
import time
from typing import Any

from django.db import connection, transaction

from benchmarks import archives

# Columns that a copy has of its own, by table; `c` numbers the copies from 0. What is made anew
# follows the old ids, which are gone in the end.
_OWN = {
    "releases_release": {
        "id": "{size} + (id - 1) * {times} + c + 1",
        "number": "{size} + number * {times} + c",
        "key": "({size} + number * {times} + c)::text",
        "current_revision_id": "{size} + (current_revision_id - 1) * {times} + c + 1",
    },
    "releases_revision": {
        "id": "{size} + (id - 1) * {times} + c + 1",
        "release_id": "{size} + (release_id - 1) * {times} + c + 1",
    },
    "releases_searchrow": {
        "release_id": "{size} + (release_id - 1) * {times} + c + 1",
        "number": "{size} + number * {times} + c",
        "body_key": "hashint8extended(release_id, c)",
    },
}
_SETTINGS = {"maintenance_work_mem": "1GB", "max_parallel_maintenance_workers": "2"}


def main(size: int, times: int) -> None:
    """Copies the database, then its rows, and builds what is made of them anew."""
    with archives.database(size):
        connection.close()
        archives.copy_database(f"bench_{size}", f"bench_{size * times}")
    with archives.database(size * times):
        # Models can only be imported once the database is known and Django is set up.
        loading: Any = importlib.import_module("benchmarks.loading")
        models: Any = importlib.import_module("releases.models")
        report = loading.BuildReport()
        since = time.perf_counter()
        _multiply(size, times, [index.name for index in models.SearchRow._meta.indexes])
        report.timed("copias", since)
        loading.build_on_rows(report)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print({step: round(seconds) for step, seconds in report.seconds.items()})


def _multiply(size: int, times: int, indexes: list[str]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for name in indexes:
            cursor.execute(f"DROP INDEX {name}")
        for table, own in _OWN.items():
            described = connection.introspection.get_table_description(cursor, table)
            columns = [column.name for column in described]
            values = [own.get(name, name).format(size=size, times=times) for name in columns]
            key = "release_id" if "release_id" in columns and "id" not in columns else "id"
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} "
                f"FROM {table} source, generate_series(0, {times - 1}) c ORDER BY source.{key}, c"
            )
            cursor.execute(f"DELETE FROM {table} WHERE {key} <= {size}")
        cursor.execute(f"UPDATE releases_searchword SET releases = releases * {times}")
    with connection.cursor() as cursor:
        for name, value in _SETTINGS.items():
            cursor.execute(f"SET {name} = '{value}'")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
