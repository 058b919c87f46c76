from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from releases.presentation import counted
from releases.search.rebuild import RebuildReport, compare_search, rebuild_search

_SHOWN = 10


class Command(BaseCommand):
    help = "Rehace la búsqueda a partir de los comunicados vigentes, con el sitio en uso."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check",
            action="store_true",
            help="solo compara; termina con 1 si algo difiere",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        since = time.monotonic()
        is_check = options["check"]
        work = compare_search if is_check else rebuild_search
        report = work(progress=self._say if options["verbosity"] > 0 else None)
        seconds = time.monotonic() - since
        self.stdout.write(
            f"{counted(report.compared, 'comunicado comparado', 'comunicados comparados')} "
            f"en {seconds:.1f} s."
        )
        for line in _findings(report):
            self.stdout.write(f"  {line}")
        if report.is_sound:
            self.stdout.write("La búsqueda dice lo mismo que los comunicados.")
        elif is_check:
            raise CommandError(
                "La búsqueda no coincide con los comunicados. Rehágala con rebuild_search.",
                returncode=1,
            )
        else:
            self.stdout.write("La búsqueda quedó al día.")

    def _say(self, done: int, total: int) -> None:
        # A line each thousand: enough to see it move, few enough for a log.
        if done == total or done % 1_000 == 0:
            self.stdout.write(f"{done:,} de {total:,}")


def _findings(report: RebuildReport) -> list[str]:
    found = []
    if report.rows:
        found.append(
            f"Renglones distintos o faltantes: {len(report.rows):,} ({_first(report.rows)})"
        )
    if report.stale:
        found.append(f"Renglones sobrantes: {len(report.stale):,} ({_first(report.stale)})")
    if report.words:
        found.append(f"Palabras con otra forma: {report.words:,}")
    if report.bitmaps:
        found.append(f"Mapas de bits distintos: {report.bitmaps:,}")
    if report.counts:
        found.append(f"Palabras y siglas con otra cuenta: {report.counts:,}")
    if report.twins:
        found.append(f"Textos repetidos sin registrar, o de más: {report.twins:,}")
    return found


def _first(keys: list[int]) -> str:
    shown = ", ".join(map(str, keys[:_SHOWN]))
    return shown if len(keys) <= _SHOWN else f"{shown}…"
