from __future__ import annotations

import csv
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from releases.editorial.findings import Finding
from releases.exports import safe_cell
from releases.models import Release
from releases.publishing.content import content_of_revision
from releases.publishing.editorial_lists import check_content
from releases.vocabulary import EditorialCode

_COLUMNS = ("comunicado", "código", "campo", "párrafo", "texto", "motivo", "propuesta")


class Command(BaseCommand):
    help = "Pasa la revisión editorial a los comunicados públicos y dice qué conviene mirar."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--csv", type=Path, metavar="ARCHIVO", help="escribe también cada hallazgo en un CSV"
        )
        parser.add_argument("--year", type=int, metavar="AÑO", help="solo los de un año")

    def handle(self, *args: Any, **options: Any) -> None:
        releases = Release.objects.public().with_current().order_by("year", "key")
        if options["year"]:
            releases = releases.filter(year=options["year"])
        rows: list[tuple[Release, Finding]] = []
        checked = 0
        for release in releases.iterator(chunk_size=200):
            checked += 1
            rows += ((release, finding) for finding in _findings(release))
        for release, finding in rows:
            self.stdout.write(f"{release}  {finding.code.value}  «{finding.span}»")
        self.stdout.write(f"{checked} comunicados revisados, {len(rows)} hallazgos.")
        self._write_counts(rows)
        if options["csv"]:
            _write_csv(options["csv"], rows)

    def _write_counts(self, rows: Iterable[tuple[Release, Finding]]) -> None:
        counts = Counter(finding.code for _, finding in rows)
        for code in EditorialCode:
            if counts[code]:
                self.stdout.write(f"  {counts[code]:5}  {code.label}")


def _findings(release: Release) -> tuple[Finding, ...]:
    revision = release.current_revision
    return check_content(content_of_revision(revision), release=release) if revision else ()


def _write_csv(path: Path, rows: Iterable[tuple[Release, Finding]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(_COLUMNS)
        table.writerows(
            (
                str(release),
                finding.code.value,
                finding.field,
                "" if finding.paragraph is None else finding.paragraph + 1,
                safe_cell(finding.span),
                finding.why,
                safe_cell(finding.fix or ""),
            )
            for release, finding in rows
        )
