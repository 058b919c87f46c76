from __future__ import annotations

import errno
import getpass
import json
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.urls import reverse
from psycopg.errors import DiskFull

from releases.ingest.batch import found_files, ingest_files
from releases.ingest.intake import IngestOptions
from releases.ingest.manifest import ManifestError
from releases.ingest.outcomes import IngestResult, Outcome
from releases.models import Release
from releases.operations.progress import Progress

BAD_INPUT = 2
NO_SPACE = 3
INTERRUPTED = 130
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Command(BaseCommand):
    help = "Toma comunicados de archivos PDF, DOCX y TXT, de carpetas o de ZIP. Puede repetirse."
    requires_system_checks = ()  # the installation was checked when it was prepared

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
        with _explained():
            try:
                with pghistory.context(command="ingest_releases", operator=ingest.operator):
                    self._ingest(options["rutas"], ingest, options["workers"], results)
            finally:
                self._print_table(results, time.monotonic() - started)
                if options["report"]:
                    options["report"].write_text(_report(results), "utf-8")

    def _ingest(
        self, paths: list[Path], ingest: IngestOptions, workers: int, results: list[IngestResult]
    ) -> None:
        with found_files(paths) as files:
            progress = Progress(len(files), self.stderr)
            try:
                for result in ingest_files(files, options=ingest, workers=workers):
                    results.append(result)
                    progress.advance()
            finally:
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


@contextmanager
def _explained() -> Iterator[None]:
    """What stops a whole batch, as a sentence and an exit code."""
    try:
        yield
    except FileNotFoundError as error:
        missing = error.filename or error
        raise CommandError(f"No existe la ruta {missing}.", returncode=BAD_INPUT) from error
    except ManifestError as error:
        raise CommandError(str(error), returncode=BAD_INPUT) from error
    except KeyboardInterrupt as error:
        raise CommandError(
            "Se interrumpió. Lo de la tabla quedó completo; repita la orden para seguir.",
            returncode=INTERRUPTED,
        ) from error
    except (OSError, OperationalError) as error:
        if not _is_no_space(error):
            raise
        raise CommandError(
            "No hay espacio en el disco. Lo de la tabla quedó completo y nada a medias: "
            "libere espacio y repita la orden.",
            returncode=NO_SPACE,
        ) from error


def _is_no_space(error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno in _NO_SPACE
    return isinstance(error.__cause__, DiskFull)


def _report(results: list[IngestResult]) -> str:
    rows = [
        {
            "archivo": result.name,
            "resultado": result.outcome.value,
            "codigo": result.code,
            "mensaje": result.message,
            "comunicado": str(result.release) if result.release else None,
            "direccion": _address(result.release),
            "dudas": list(result.doubts),
            "gemelo": str(result.twin) if result.twin else None,
            "direccion_del_gemelo": _address(result.twin),
            "parecido": None if result.share is None else round(result.share, 3),
        }
        for result in results
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _address(release: Release | None) -> str | None:
    """Where a person finds the bulletin: the public short address, else the administration."""
    if release is None:
        return None
    if release.is_public:
        return release.short_path
    return reverse("admin:releases_release_change", args=[release.pk])
