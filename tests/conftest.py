"""What every test stands on: a local database, no network, and the cast."""

from __future__ import annotations

import os

# Before Django reads its settings.
os.environ.setdefault("CONSTE_MODE", "local")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safety_press.settings")

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from safety_press import local_postgres, settings_environment


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """Keep the local server up for as long as database tests run."""
    with local_postgres.running(settings_environment.local_cluster()):
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
