"""Publishing bulletins through the one door, one after the other, and taking them back."""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from benchmarks import archives
from benchmarks.generation import SyntheticBulletin, generate

_WARM_UP = 30
_MEASURED = 40
_YEAR = 2199  # no bulletin of the archive bears a number of it
# Texts that no archive holds: one that it held already would be compared with its twin.
_FIRST_NEW = 5_000_001


def main(size: int, seed: int, answer: Path) -> None:
    """Writes the milliseconds of each publication into a file, as JSON."""
    with archives.database(size):
        call_command("migrate", verbosity=0)
        # Models can only be imported once the database is known and Django is set up.
        loading: Any = importlib.import_module("benchmarks.loading")
        if size:
            loading.load_archive(size, Path(settings.CONSTE_HOME) / f"peers-{size}.jsonl")
        else:
            call_command("load_vocabularies", verbosity=0)
        spent = _publish_all(loading.make_catalogue(), _FIRST_NEW + 100 * seed)
    answer.write_text(json.dumps(spent))


def _publish_all(catalogue: Any, first: int) -> list[float]:
    """What each of the bulletins from `first` on takes, but for those that warm up."""
    spent = []
    new = range(first, first + _WARM_UP + _MEASURED)
    for number, bulletin in enumerate(generate(2 * _FIRST_NEW, new), start=1):
        with transaction.atomic():
            since = time.perf_counter()
            _publish(bulletin, number, catalogue)
            milliseconds = (time.perf_counter() - since) * 1e3
            transaction.set_rollback(True)
        if number > _WARM_UP:
            spent.append(milliseconds)
    return spent


def _publish(bulletin: SyntheticBulletin, number: int, catalogue: Any) -> None:
    actions: Any = importlib.import_module("releases.publishing.actions")
    content: Any = importlib.import_module("releases.publishing.content")
    models: Any = importlib.import_module("releases.models")
    sha256 = hashlib.sha256(f"{bulletin.headline}{number}".encode()).hexdigest()
    release = actions.receive(
        file=actions.ReceivedFile(
            sha256=sha256,
            media_type="application/pdf",
            file_name="banco.pdf",
            size=1,
            reading=actions.Reading(extractor="banco/1"),
        ),
        content=content.BulletinContent(
            folio=f"{number:04d}/{_YEAR}",
            headline=bulletin.headline,
            summary_points=tuple(bulletin.summary),
            body=tuple(bulletin.body),
            issued_on=bulletin.day,
        ),
        issuer=models.Agency.objects.get(pk=catalogue.agencies[0]),
        number=number,
        year=_YEAR,
        proposals=[],
        by=None,
    )
    actions.publish(release=release, by=None)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
