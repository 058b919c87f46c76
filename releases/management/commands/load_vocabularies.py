from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from releases.catalogue.vocabularies import load_vocabularies


class Command(BaseCommand):
    help = "Carga dependencias, lugares y temas; conserva lo que una persona cambió."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "carpeta",
            nargs="?",
            type=Path,
            default=settings.BASE_DIR / "fixtures" / "vocabulary",
            help="carpeta con los vocabularios (la del proyecto si no se indica)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        report = load_vocabularies(options["carpeta"])
        self.stdout.write(
            f"Vocabularios: {report.added} altas, {report.changed} cambios, "
            f"{report.kept} datos conservados porque una persona los cambió."
        )
