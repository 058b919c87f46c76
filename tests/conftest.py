"""What every test stands on: a local database, no network, and the cast."""

# ruff: noqa: S608 - statements are put together from the names of our own tables only

from __future__ import annotations

import io
import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.utils import CursorWrapper
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import DjangoDbBlocker

from releases.roles import ensure_roles
from safety_press import local_postgres, settings_environment
from tests.scheduling import OneSite, longest_first

# The schema with the rows that each test finds in a database of its own.
_KEPT = "kept_for_tests"
_EMPTY_QUEUE = "TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE"

# The same examples each time, and no verdict on how long a busy machine takes over one.
hypothesis_settings.register_profile(
    "suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=longest_first)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many tests wait for a server, a browser or a clock."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneSite:
    return OneSite(config, log)


def _flush_append_only(statements: list[str]) -> None:
    """Empty the tables although triggers refuse TRUNCATE, then put the catalogues back.

    The queue's tables too: Django does not manage them, and would leave one test's jobs to others.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        try:
            for statement in (*statements, _EMPTY_QUEUE, *_put_back(cursor)):
                cursor.execute(statement)
        finally:
            cursor.execute("SET session_replication_role = DEFAULT")


def _load_catalogues() -> None:
    call_command("load_vocabularies", verbosity=0, stdout=io.StringIO())
    ensure_roles()


def _keep_rows() -> None:
    """Copies every table that has rows: loading the catalogues anew takes seconds."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {_KEPT} CASCADE")
        cursor.execute(f"CREATE SCHEMA {_KEPT}")
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT EXISTS (SELECT FROM "{table}")')
            if cursor.fetchone()[0]:
                cursor.execute(f'CREATE TABLE {_KEPT}."{table}" AS TABLE "{table}"')


def _put_back(cursor: CursorWrapper) -> list[str]:
    """Statements that fill the tables that were emptied with the rows kept of them."""
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [_KEPT])
    return [
        f'INSERT INTO "{table}" SELECT * FROM {_KEPT}."{table}" '
        f'WHERE NOT EXISTS (SELECT FROM "{table}")'
        for (table,) in cursor.fetchall()
    ]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> Iterator[None]:
    """Keep the local server up for as long as database tests run; one database for each process."""
    with local_postgres.running(settings_environment.local_cluster()):
        yield
        connections.close_all()  # the server stops only when nobody is connected


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load vocabularies and groups once; tests that empty the tables get them back."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        _load_catalogues()
        _keep_rows()
        patch.setattr(connection.ops, "execute_sql_flush", _flush_append_only)
        yield


@pytest.fixture(autouse=True)
def plain_static_files(settings: Any) -> None:
    """Serve static files by their own names: no collected manifest is needed."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def private_media(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give each test its own empty folders of originals and of files under way."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path_factory.mktemp("scratch")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections that leave the machine."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = address[0]
            if host not in {"127.0.0.1", "::1", "localhost"}:
                raise OSError(f"tests do not leave the machine: {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)
