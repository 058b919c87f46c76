from __future__ import annotations

import getpass
import json
import time
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError

from releases.ingest.batch import found_files, ingest_files
from releases.ingest.intake import IngestOptions, IngestResult, Outcome
from releases.operations.progress import Progress


class Command(BaseCommand):
    help = "Toma comunicados de archivos PDF, DOCX y TXT, de carpetas o de ZIP. Puede repetirse."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("rutas", nargs="+", type=Path, help="archivos, carpetas o ZIP")
        parser.add_argument(
            "--publish", action="store_true", help="publica lo que no tiene ninguna duda"
        )
        parser.add_argument(
            "--confirm-all",
            action="store_true",
            help="usted confirma todos los datos (archivos ya revisados); queda registrado",
        )
        parser.add_argument("--workers", type=int, default=1, metavar="N", help="procesos a la vez")
        parser.add_argument(
            "--report", type=Path, metavar="ARCHIVO.json", help="escribe el resultado por archivo"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        ingest = IngestOptions(
            publish=options["publish"],
            confirm_all=options["confirm_all"],
            operator=getpass.getuser(),
        )
        started = time.monotonic()
        results: list[IngestResult] = []
        try:
            with pghistory.context(command="ingest_releases", operator=ingest.operator):
                self._ingest(options["rutas"], ingest, options["workers"], results)
        except FileNotFoundError as error:
            raise CommandError(f"No existe la ruta {error}.", returncode=2) from error
        finally:
            if options["report"]:
                options["report"].write_text(_report(results), "utf-8")
            self._print_table(results, time.monotonic() - started)

    def _ingest(
        self, paths: list[Path], ingest: IngestOptions, workers: int, results: list[IngestResult]
    ) -> None:
        with found_files(paths) as files:
            progress = Progress(len(files), self.stderr)
            for result in ingest_files(files, options=ingest, workers=workers):
                results.append(result)
                progress.advance()
            progress.close()

    def _print_table(self, results: list[IngestResult], seconds: float) -> None:
        for result in results:
            if result.message:
                self.stdout.write(f"  {result.outcome}: {result.name}. {result.message}")
        counts = Counter(result.outcome for result in results)
        self.stdout.write("")
        for outcome in Outcome:
            self.stdout.write(f"{outcome.capitalize():<22}{counts[outcome]:>7}")
        self.stdout.write(f"{'Total':<22}{len(results):>7}   en {seconds:.1f} s")


def _report(results: list[IngestResult]) -> str:
    rows = [
        {
            "archivo": result.name,
            "resultado": result.outcome.value,
            "codigo": result.code,
            "mensaje": result.message,
            "comunicado": str(result.release) if result.release else None,
            "dudas": list(result.doubts),
        }
        for result in results
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)
