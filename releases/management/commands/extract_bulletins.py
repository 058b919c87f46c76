from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import ProgrammingError

from releases.catalogue.gazetteer import current_gazetteer
from releases.extraction.document import ExtractedDocument
from releases.extraction.limits import ExtractionError, NoTextError
from releases.extraction.sandbox import read_document
from releases.ingest.batch import found_files
from releases.linking.catalogue import read_gazetteer
from releases.linking.gazetteer import Gazetteer
from releases.linking.linker import link
from releases.linking.prediction import as_prediction
from releases.parsing.parser import parse


class Command(BaseCommand):
    help = (
        "Lee comunicados y escribe sus datos en JSON, un archivo por documento, sin guardar nada."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("rutas", nargs="+", type=Path, help="archivos, carpetas o ZIP")
        parser.add_argument("--output", type=Path, required=True, metavar="CARPETA")
        parser.add_argument(
            "--catalogue",
            type=Path,
            metavar="CARPETA",
            help="vocabularios que se usan en lugar de los de la base de datos",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["output"]
        folder.mkdir(parents=True, exist_ok=True)
        gazetteer = self._gazetteer(options["catalogue"])
        try:
            with found_files(options["rutas"]) as files:
                for file in files:
                    record = file.refusal or _extract(file.path, file.name, gazetteer)
                    if isinstance(record, ExtractionError):
                        self.stderr.write(f"{file.name}: {record} ({record.code})")
                        record = {"error": record.code, "message": str(record)}
                    target = folder / f"{file.name.replace('/', '-')}.json"
                    target.write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")
                self.stdout.write(f"{len(files)} documentos leídos en {folder}.")
        except FileNotFoundError as error:
            raise CommandError(f"No existe la ruta {error}.", returncode=2) from error

    def _gazetteer(self, catalogue: Path | None) -> Gazetteer:
        if catalogue:
            return read_gazetteer(catalogue)
        try:
            kept = current_gazetteer()
        except ProgrammingError:  # an installation that was not prepared has no tables yet
            kept = None
        if kept and kept.agencies:
            return kept
        self.stderr.write("La base de datos no tiene catálogos: se usan los del proyecto.")
        return read_gazetteer(settings.BASE_DIR / "fixtures" / "vocabulary")


def _extract(path: Path, name: str, gazetteer: Gazetteer) -> dict[str, Any] | ExtractionError:
    try:
        document = _read(path, name)
    except ExtractionError as error:
        return error
    bulletin = parse(document, gazetteer)
    return as_prediction(bulletin, link(bulletin, gazetteer), gazetteer)


def _read(path: Path, name: str) -> ExtractedDocument:
    """The document; a scan by OCR, or the error that says what to install for it."""
    try:
        return read_document(path, filename=name)
    except NoTextError:
        if Path(name).suffix.lower() != ".pdf":
            raise
        return read_document(path, filename=name, ocr=True)
