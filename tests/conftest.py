"""What every test stands on: a local database, no network, and the cast."""

from __future__ import annotations

import io
import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, connections
from pytest_django.plugin import DjangoDbBlocker

from releases.roles import ensure_roles
from safety_press import local_postgres, settings_environment
from tests.scheduling import OneSite, longest_first

_EMPTY_QUEUE = "TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE"


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
    """Empty the tables although triggers refuse TRUNCATE, then load the catalogues again.

    The queue's tables too: Django does not manage them, and would leave one test's jobs to others.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        try:
            for statement in (*statements, _EMPTY_QUEUE):
                cursor.execute(statement)
        finally:
            cursor.execute("SET session_replication_role = DEFAULT")
    _load_catalogues()


def _load_catalogues() -> None:
    call_command("load_vocabularies", verbosity=0, stdout=io.StringIO())
    # Flushing empties the permissions too, and Django makes them anew only later.
    ContentType.objects.clear_cache()
    for application in apps.get_app_configs():
        create_permissions(application, verbosity=0)
    ensure_roles()


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
    """Give each test its own empty folder of originals."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")


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
