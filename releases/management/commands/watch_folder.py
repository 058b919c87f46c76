from __future__ import annotations

import getpass
import signal
import threading
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError

from releases.ingest.intake import IngestOptions
from releases.ingest.manifest import ManifestError
from releases.ingest.watching import WatchedFolder

POLL_SECONDS = 2.0


class Command(BaseCommand):
    help = "Toma los archivos que lleguen a una carpeta y los aparta en listos/ o por-revisar/."
    requires_system_checks = ()  # the installation was checked when it was prepared

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("carpeta", type=Path)
        parser.add_argument(
            "--publish", action="store_true", help="publica lo que no tiene ninguna duda"
        )
        parser.add_argument(
            "--every",
            type=float,
            default=POLL_SECONDS,
            metavar="SEGUNDOS",
            help="cada cuánto se mira la carpeta",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["carpeta"]
        if not folder.is_dir():
            raise CommandError(f"No existe la carpeta {folder}.", returncode=2)
        stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        operator = getpass.getuser()
        watched = WatchedFolder(
            folder, IngestOptions(publish=options["publish"], operator=operator)
        )
        self.stdout.write(f"Se espera por archivos en {folder}. Para terminar, Ctrl-C.")
        self.stdout.flush()
        with pghistory.context(command="watch_folder", operator=operator):
            while not stopping.wait(options["every"]):
                self._take(watched, stopping)

    def _take(self, watched: WatchedFolder, stopping: threading.Event) -> None:
        try:
            for put in watched.take_stable(going_on=lambda: not stopping.is_set()):
                outcomes = ", ".join(dict.fromkeys(result.outcome for result in put.results))
                self.stdout.write(f"{put.path.parent.name}/{put.path.name}: {outcomes}")
                self.stdout.flush()
        except ManifestError as error:
            self.stderr.write(str(error))
