from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from releases.archive_check import ArchiveReport, check_archive


class Command(BaseCommand):
    help = "Comprueba los archivos guardados y la búsqueda contra los comunicados."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--mend",
            action="store_true",
            help="aparta los archivos huérfanos y rehace lo que falte en la búsqueda",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        report = check_archive(mend=options["mend"])
        self.stdout.write(f"{report.checked} archivos comprobados contra su huella.")
        for line in _findings(report):
            self.stdout.write(f"  {line}")
        if report.missing or report.altered:
            raise CommandError(
                "Hay archivos perdidos o alterados: restáurelos de un respaldo.", returncode=1
            )
        if report.is_sound:
            self.stdout.write("Todo está en orden.")
        elif not options["mend"]:
            raise CommandError("Repita con --mend para ponerlo en orden.", returncode=1)


def _findings(report: ArchiveReport) -> list[str]:
    return [
        *(f"Falta el archivo de {s.release}: {s.file_name}, {s.sha256}" for s in report.missing),
        *(f"Se alteró el archivo de {s.release}: {s.file_name}" for s in report.altered),
        *(f"Archivo sin comunicado: {path.name}" for path in report.orphans),
        *(f"Sin renglón de búsqueda: {release}" for release in report.unindexed),
        *(f"Renglón de búsqueda sobrante: {key}" for key in report.stale_rows),
        *(f"Sin huella de parecido: {release}" for release in report.unsketched),
        *(f"Sin hoja membretada: {revision}" for revision in report.unprinted),
    ]
