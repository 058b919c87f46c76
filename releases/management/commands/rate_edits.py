from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from releases.editorial.rating import rate
from releases.publishing.editorial_lists import SPELLER


class Command(BaseCommand):
    help = "Califica los cambios de un archivo JSON como sustanciales o menores."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("archivo", type=Path)
        parser.add_argument("--output", type=Path, required=True, metavar="ARCHIVO")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            items = json.loads(options["archivo"].read_text("utf-8"))["items"]
            rows = [_prediction(item) for item in items]
        except (OSError, ValueError, KeyError) as error:
            raise CommandError(f"No se pudo leer el archivo: {error}.", returncode=2) from error
        options["output"].write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
        self.stdout.write(f"{len(rows)} cambios calificados en {options['output']}.")


def _prediction(item: dict[str, Any]) -> dict[str, Any]:
    rating = rate(item["before"], item["after"], speller=SPELLER)
    return {"id": item["id"], "rating": rating.rating.value, "reasons": list(rating.reasons)}
