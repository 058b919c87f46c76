"""Generated archives for scripts that measure: a server with its settings, a database for each
size, filled once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
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


def run_session(module: str, arguments: Sequence[str]) -> int:
    """Runs a module in a process of its own whose home is `CONSTE_HOME/bench`; its exit status."""
    home = Path(os.environ.get("CONSTE_HOME", "var")).resolve() / "bench"
    home.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "CONSTE_HOME": str(home),
        "CONSTE_MODE": "local",
        "DJANGO_SETTINGS_MODULE": "safety_press.settings",
    }
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - our own module


@contextmanager
def database(size: int) -> Iterator[None]:
    """The database for archives of a size, made if there is none, with Django set up for it."""
    cluster = settings_environment.local_cluster()
    with local_postgres.running(cluster):
        _configure_server()
    with local_postgres.running(cluster):
        _use_database(f"bench_{size}")
        django.setup()
        try:
            yield
        finally:
            connection.close()  # the server stops only when nobody is connected


def copy_database(source: str, target: str) -> None:
    """Makes a database out of another that nobody uses, in place of an earlier one."""
    with _connect("postgres") as server:
        server.execute(f'DROP DATABASE IF EXISTS "{target}"')
        server.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}" STRATEGY file_copy')


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


def _connect(name: str) -> psycopg.Connection[tuple[Any, ...]]:
    default = settings.DATABASES["default"]
    return psycopg.connect(
        host=default["HOST"],
        port=default["PORT"],
        user=default["USER"],
        dbname=name,
        autocommit=True,
    )
