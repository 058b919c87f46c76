"""`manage.py work`: the background worker."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from releases.operations import worker
from releases.operations.watching import FolderWatcher


class Command(BaseCommand):
    help = "Atiende las tareas en segundo plano y publica lo programado a su hora."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--watch",
            type=Path,
            metavar="CARPETA",
            help="toma además los archivos que lleguen a esta carpeta; no los publica",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path | None = options["watch"]
        if folder is None:
            worker.work()
            return
        if not folder.is_dir():
            raise CommandError(f"No existe la carpeta {folder}.", returncode=2)
        watcher = FolderWatcher(folder)
        watcher.start()
        try:
            worker.work()
        finally:
            watcher.stop()
