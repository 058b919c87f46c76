from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from releases.editorial.checking import check
from releases.editorial.lists import Lists
from releases.editorial.passage import Passage, PassageKind
from releases.linking.catalogue import read_gazetteer
from releases.publishing.editorial_lists import SPELLER, catalogue_names


class Command(BaseCommand):
    help = "Revisa pasajes de un archivo JSON con las reglas editoriales y escribe los hallazgos."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("archivo", type=Path)
        parser.add_argument("--output", type=Path, required=True, metavar="ARCHIVO")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            given = json.loads(options["archivo"].read_text("utf-8"))
            lists = _lists(given)
            rows = [_prediction(item, lists) for item in given["items"]]
        except (OSError, ValueError, KeyError) as error:
            raise CommandError(f"No se pudo leer el archivo: {error}.", returncode=2) from error
        options["output"].write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
        self.stdout.write(f"{len(rows)} pasajes revisados en {options['output']}.")


def _lists(given: dict[str, Any]) -> Lists:
    """The project's catalogue and dictionary; the file says which acronyms are known."""
    gazetteer = read_gazetteer(settings.BASE_DIR / "fixtures" / "vocabulary")
    return Lists(
        speller=SPELLER,
        acronyms=frozenset(given.get("siglas_conocidas", ())),
        names=catalogue_names(gazetteer),
    )


def _prediction(item: dict[str, Any], lists: Lists) -> dict[str, Any]:
    passage = Passage.of_text(PassageKind(item.get("kind", PassageKind.EXCERPT)), item["text"])
    found = check(passage, lists)
    starts = {(part.field, part.paragraph): part.start for part in passage.parts}
    return {
        "id": item["id"],
        "findings": [
            {
                "code": finding.code.value,
                "span": finding.span,
                "start": starts[finding.field, finding.paragraph] + finding.start,
            }
            for finding in found
        ],
    }
