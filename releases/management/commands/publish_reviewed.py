from __future__ import annotations

import getpass
from argparse import ArgumentParser
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError

from releases.ingest.outcomes import FIELD_NAMES
from releases.models import Release
from releases.publishing.actions import (
    BatchReport,
    Candidate,
    list_candidates,
    publish_many,
    releases_of_batch,
    undo_batch,
)
from releases.publishing.errors import PublishingError
from releases.vocabulary import ReleaseState


class Command(BaseCommand):
    help = "Publica en bloque lo que espera revisión: primero muestra qué pasaría."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--preview", action="store_true", help="solo muestra qué se publicaría")
        what.add_argument("--apply", action="store_true", help="publica")
        what.add_argument("--undo", metavar="LOTE", help="retira lo que un lote publicó")
        parser.add_argument(
            "--confirm",
            action="store_true",
            help="usted responde por los datos en duda; queda registrado",
        )
        parser.add_argument("--year", type=int, metavar="AÑO", help="solo los de un año")
        parser.add_argument("--issuer", metavar="EMISORA", help="solo los de una dependencia")
        parser.add_argument("--note", default="", help="nota pública de un lote que se deshace")

    def handle(self, *args: Any, **options: Any) -> None:
        with pghistory.context(command="publish_reviewed", operator=getpass.getuser()):
            if options["undo"]:
                self._undo(options["undo"], options["note"])
                return
            candidates = list_candidates(_in_review(options["year"], options["issuer"]))
            if options["preview"]:
                self._preview(candidates, confirm=options["confirm"])
            else:
                self._publish(candidates, confirm=options["confirm"])

    def _preview(self, candidates: list[Candidate], *, confirm: bool) -> None:
        ready = 0
        for candidate in candidates:
            why_not = _why_not(candidate, confirm=confirm)
            ready += not why_not
            verdict = why_not or "se publicaría"
            self.stdout.write(f"{candidate.folio or 'sin folio':<14} {verdict}")
            self.stdout.write(f"{'':<14} {candidate.headline[:80]}")
        self.stdout.write(f"Se publicarían {ready} de {len(candidates)}; no se cambió nada.")

    def _publish(self, candidates: list[Candidate], *, confirm: bool) -> None:
        report = publish_many(
            candidates=candidates, by=None, confirm=confirm, operator=getpass.getuser()
        )
        self._print_refusals(report)
        left = len(candidates) - len(report.done)
        self.stdout.write(f"Se publicaron {len(report.done)}; {left} siguen en revisión.")
        if report.done:
            self.stdout.write(
                f"Lote {report.batch}. Para retirarlo: "
                f'manage.py publish_reviewed --undo {report.batch} --note "…"'
            )

    def _undo(self, batch: str, note: str) -> None:
        if not releases_of_batch(batch):
            raise CommandError(f"No hay un lote «{batch}».", returncode=2)
        try:
            report = undo_batch(batch=batch, note=note, by=None)
        except PublishingError as refusal:
            raise CommandError(f"{refusal} Use --note.", returncode=2) from refusal
        self._print_refusals(report)
        self.stdout.write(f"Se retiraron {len(report.done)}; sus páginas muestran la nota.")

    def _print_refusals(self, report: BatchReport) -> None:
        for release, reason in report.refused:
            self.stdout.write(f"  {release}: {reason}")


def _in_review(year: int | None, issuer: str | None) -> list[Release]:
    releases = Release.objects.filter(state=ReleaseState.IN_REVIEW, discarded_at=None)
    if year:
        releases = releases.filter(year=year)
    if issuer:
        releases = releases.filter(issuer__slug=issuer)
    return list(releases.order_by("year", "number", "pk"))


def _why_not(candidate: Candidate, *, confirm: bool) -> str:
    """Why it stays in review, in Spanish; empty when it would be published."""
    if candidate.missing:
        return f"falta {', '.join(candidate.missing)}"
    if candidate.twin:
        return f"se parece a {candidate.twin}: decídalo en su página"
    if candidate.doubts and not confirm:
        return "en duda: " + ", ".join(FIELD_NAMES.get(name, name) for name in candidate.doubts)
    return ""
