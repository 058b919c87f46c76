"""A folder that people and machines drop files into: each is taken in and put away with a note.

Files are moved after their transaction has ended, so a process that is killed at any moment loses
none: what is still in the folder is looked at again, and what the archive has is only put away.
"""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from releases.ingest.batch import ARCHIVE, READABLE, found_files, ingest_files
from releases.ingest.intake import IngestOptions
from releases.ingest.manifest import MANIFEST
from releases.ingest.outcomes import IngestResult, Outcome
from releases.models import Release
from releases.vocabulary import ReleaseState

logger = logging.getLogger(__name__)

DONE = "listos"
DOUBTFUL = "por-revisar"
NOTE = ".nota.txt"

_SETTLED = {Outcome.CREATED, Outcome.ATTACHED, Outcome.DUPLICATE}


@dataclass(frozen=True, slots=True)
class PutAway:
    """A file that was taken in: where it lies now, and what became of what it held."""

    path: Path
    results: tuple[IngestResult, ...]


class WatchedFolder:
    """A folder, and how its files looked at the last round.

    A file is taken only when it looks as it did a round before: one that is still being copied
    grows. Hidden files and other kinds than PDF, DOCX, TXT and ZIP are left where they are; so is
    `manifiesto.csv`, whose rows count for the files beside it.
    """

    def __init__(self, folder: Path, options: IngestOptions) -> None:
        self._folder = folder
        self._options = options
        self._seen: dict[Path, tuple[int, int]] = {}

    def take_stable(self, *, going_on: Callable[[], bool] = lambda: True) -> Iterator[PutAway]:
        """One round: yields each file that was taken in and put away.

        `going_on` is asked before each file. Errors of the database and of the disk pass
        through; the file is still there.
        """
        looks = {path: _look(path) for path in self._files()}
        stable = [path for path, look in looks.items() if self._seen.get(path) == look]
        self._seen = looks
        for path in stable:
            if not going_on():
                return
            yield self._take(path)
            self._seen.pop(path, None)

    def _files(self) -> list[Path]:
        kinds = {*READABLE, ARCHIVE}
        return [
            path
            for path in sorted(self._folder.iterdir())
            if path.suffix.lower() in kinds
            and not path.name.startswith(".")
            and path.name != MANIFEST
            and path.is_file()
            and not path.is_symlink()
        ]

    def _take(self, path: Path) -> PutAway:
        with found_files([path]) as files:
            results = tuple(ingest_files(files, options=self._options))
        target = self._folder / (DONE if all(map(_is_settled, results)) else DOUBTFUL)
        target.mkdir(exist_ok=True)
        final = _free_name(target, path.name)
        _write_note(final.with_name(final.name + NOTE), _note(results))
        path.rename(final)
        logger.info("watched file put away", extra={"folder": target.name, "results": len(results)})
        return PutAway(final, results)


def _look(path: Path) -> tuple[int, int]:
    facts = path.stat()
    return facts.st_size, facts.st_mtime_ns


def _is_settled(result: IngestResult) -> bool:
    """Whether nobody has to do anything; a copy of what waits in review waits beside it."""
    if result.outcome is Outcome.DUPLICATE and result.release:
        return _state(result.release) != ReleaseState.IN_REVIEW
    return result.outcome in _SETTLED


def _state(release: Release) -> str:
    return Release.objects.values_list("state", flat=True).get(pk=release.pk)


def _free_name(folder: Path, name: str) -> Path:
    """A name that nothing in the folder bears yet."""
    path = folder / name
    number = 2
    while path.exists():
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    return path


def _note(results: tuple[IngestResult, ...]) -> str:
    """What became of the file, a paragraph for each bulletin in it."""
    lines = []
    for result in results:
        lines.append(f"{result.name}: {result.outcome}")
        if result.release:
            lines.append(f"Comunicado: {result.release}")
        if result.message:
            lines.append(result.message)
        lines.append("")
    return "\n".join(lines)


def _write_note(path: Path, text: str) -> None:
    """Whole or not at all: it is put under its name when it is complete."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".nota-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).rename(path)
    finally:
        Path(name).unlink(missing_ok=True)
