"""The measuring of one archive, in a process of its own."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import Any

import django
import psycopg
from django.conf import settings
from django.db import connection

from safety_press import local_postgres, settings_environment

SERVER_SETTINGS = {
    "shared_buffers": "2GB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "8GB",
    "random_page_cost": "1.1",
}


def main(arguments: Sequence[str]) -> None:
    """Builds what is missing, measures every engine, and writes the section of the page."""
    options = _read_options(arguments)
    cluster = settings_environment.local_cluster()
    with local_postgres.running(cluster):
        _configure_server()
    with local_postgres.running(cluster):
        _use_database(f"bench_{options.size}")
        django.setup()
        # Models can only be imported once the database is known and Django is set up.
        comparison: Any = importlib.import_module("benchmarks.comparison")
        try:
            comparison.compare(options.size, options)
        finally:
            connection.close()  # the server stops only when nobody is connected


def _configure_server() -> None:
    """Writes the settings that take effect when the server starts anew, as it does next."""
    with _connect("postgres") as server:
        for name, value in SERVER_SETTINGS.items():
            server.execute(f"ALTER SYSTEM SET {name} = '{value}'")


def _use_database(name: str) -> None:
    with _connect("postgres") as server:
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if found is None:
            server.execute(f'CREATE DATABASE "{name}"')
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


def _connect(database: str) -> psycopg.Connection[tuple[Any, ...]]:
    default = settings.DATABASES["default"]
    return psycopg.connect(
        host=default["HOST"],
        port=default["PORT"],
        user=default["USER"],
        dbname=database,
        autocommit=True,
    )


def _read_options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.session")
    parser.add_argument("size", type=int)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--peers", required=True)
    parser.add_argument("--no-write", action="store_true")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
