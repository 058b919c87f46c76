"""An archive that is ready to be asked."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.test import Client

from benchmarks.loading import load_archive


def prepare_archive(size: int) -> None:
    """Migrates and fills the database in use where that is still to be done; collects files."""
    call_command("migrate", verbosity=0)
    load_archive(size, Path(settings.CONSTE_HOME) / f"peers-{size}.jsonl")
    call_command("collectstatic", verbosity=0, interactive=False)


def prepared_client(size: int) -> Client:
    """A browser in this process, over a prepared archive."""
    prepare_archive(size)
    return Client(headers={"host": "127.0.0.1"})
