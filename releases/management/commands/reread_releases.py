from __future__ import annotations

import getpass
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet

from releases.extraction.limits import OcrUnavailableError
from releases.ingest.outcomes import FIELD_NAMES
from releases.ingest.rereading import Rereading, apply_rereading, reread
from releases.ingest.waiting import read_scan, waiting_releases
from releases.models import Release
from releases.parsing.number import read_folio
from releases.publishing.errors import PublishingError
from releases.publishing.merging import FieldChange

_KEPT = {
    "persona": "se conserva: lo confirmó o lo cambió una persona",
    "dudoso": "se conserva: el lector tiene dudas",
    "vacio": "se conserva: el lector no lo encuentra",
    "identidad": "se conserva: el folio de un comunicado lo decide una persona",
}
_SHOWN = 90


class Command(BaseCommand):
    help = "Relee los documentos guardados y muestra qué cambiaría; con --apply lo cambia."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folios", nargs="*", metavar="FOLIO", help="por ejemplo 0275/2024")
        parser.add_argument("--all", action="store_true", help="todos los comunicados")
        parser.add_argument(
            "--waiting",
            action="store_true",
            help="solo los documentos escaneados que nadie ha leído; llena sus borradores",
        )
        parser.add_argument(
            "--apply",
            action="store_true",
            help="cambia lo que ninguna persona confirmó; lo público, con versión y nota",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = [bool(options["folios"]), options["all"], options["waiting"]]
        if sum(chosen) != 1:
            raise CommandError("Indique folios, --all o --waiting.", returncode=2)
        operator = getpass.getuser()
        with pghistory.context(command="reread_releases", operator=operator):
            if options["waiting"]:
                self._read_waiting()
            else:
                self._reread(options["folios"], apply=options["apply"])

    def _read_waiting(self) -> None:
        read = left = 0
        try:
            for release in waiting_releases().select_related("draft__source"):
                source = release.draft.source
                if source and self._read_one(release):
                    read += 1
                else:
                    left += 1
        except OcrUnavailableError as missing:
            raise CommandError(str(missing), returncode=1) from missing
        self.stdout.write(f"{read} documentos leídos como imagen, {left} sin leer.")

    def _read_one(self, release: Release) -> bool:
        source = release.draft.source
        if source is None:
            return False
        try:
            return read_scan(source)
        except PublishingError as refusal:
            self.stderr.write(f"{release}: {refusal}")
            return False

    def _reread(self, folios: list[str], *, apply: bool) -> None:
        counts: Counter[str] = Counter()
        for release in _chosen(folios):
            try:
                rereading = reread(release)
            except OcrUnavailableError as missing:
                rereading = Rereading(release, refusal=str(missing))
            counts[self._report(rereading, apply=apply)] += 1
        self.stdout.write("")
        for result, count in sorted(counts.items()):
            self.stdout.write(f"{result:<22}{count:>7}")
        if counts["Con cambios"]:
            self.stdout.write("No se cambió nada. Repita con --apply para aplicarlo.")

    def _report(self, rereading: Rereading, *, apply: bool) -> str:
        """Prints one bulletin's changes, applies them if asked; the word it is counted under."""
        if rereading.refusal:
            self.stdout.write(f"{rereading.release}: {rereading.refusal}")
            return "Sin leer"
        if rereading.changes:
            self.stdout.write(f"{rereading.release}")
        for change in rereading.changes:
            self.stdout.write(f"  {_describe(change)}")
        if not rereading.applicable:
            return "Sin cambios"
        if not apply:
            return "Con cambios"
        try:
            apply_rereading(rereading)
        except PublishingError as refusal:
            self.stdout.write(f"  No se cambió. {refusal}")
            return "No se pudo cambiar"
        return "Cambiados"


def _chosen(folios: list[str]) -> Iterator[Release]:
    """The bulletins with these folios, or all; raises CommandError before any is read."""
    if not folios:
        return _in_order(Release.objects.all())
    found: list[int] = []
    for text in folios:
        reading = read_folio(text, announced=True)
        if reading is None or reading.folio.number is None or reading.folio.year is None:
            raise CommandError(f"«{text}» no es un folio. Escríbalo como 0275/2024.", returncode=2)
        same = Release.objects.filter(number=reading.folio.number, year=reading.folio.year)
        if not same:
            raise CommandError(f"No hay comunicado con el folio {text}.", returncode=2)
        found += same.values_list("pk", flat=True)
    return _in_order(Release.objects.filter(pk__in=found))


def _in_order(releases: QuerySet[Release]) -> Iterator[Release]:
    # By key, read first: applying changes the rows that a cursor would still be walking through.
    keys = list(releases.order_by("pk").values_list("pk", flat=True))
    detailed = Release.objects.with_current().select_related(
        "current_revision__source", "current_revision__extraction"
    )
    return (detailed.get(pk=key) for key in keys)


def _describe(change: FieldChange) -> str:
    name = FIELD_NAMES[change.field].capitalize()
    line = f"{name}: {_short(change.before)} → {_short(change.after)}"
    return f"{line} ({_KEPT[change.kept]})" if change.kept else line


def _short(value: object) -> str:
    if not value:
        return "(nada)"
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(text.split())
    return f"«{text}»" if len(text) <= _SHOWN else f"«{text[: _SHOWN - 1]}…» ({len(text)} letras)"
