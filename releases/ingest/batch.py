"""Many files: found in folders and ZIPs, taken in one after the other or by several processes."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import django

from releases.extraction.archives import open_archive
from releases.extraction.limits import ExtractionError, Limits
from releases.ingest.companions import attach_companion
from releases.ingest.intake import IngestOptions, IngestResult, Outcome, ingest_document
from releases.vocabulary import SourceKind

READABLE = {".pdf", ".docx", ".txt"}
ARCHIVE = ".zip"
MANIFEST = "manifiesto.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileToIngest:
    """A file to take in: where it lies, what people call it, and what it is.

    `companion_of` is the path of the file beside which it is kept instead of becoming a bulletin.
    `refusal` is set for a member of a ZIP that may not be unpacked.
    """

    path: Path
    name: str
    kind: SourceKind = SourceKind.ORIGINAL
    companion_of: Path | None = None
    refusal: ExtractionError | None = None


@contextmanager
def found_files(paths: Iterable[Path]) -> Iterator[list[FileToIngest]]:
    """The files under `paths` in name order, companions last; ZIPs unpacked until the block ends.

    A folder is searched with its subfolders for PDF, DOCX, TXT and ZIP; a file given by its own
    path is taken whatever it is. Raises FileNotFoundError for a path that is not there.
    """
    with tempfile.TemporaryDirectory(prefix="conste-zip-") as folder:
        files = [
            found
            for path in paths
            for file in _walk(path)
            for found in _unpacked(file, Path(folder))
        ]
        described = _described(files)
        yield sorted(described, key=lambda file: file.companion_of is not None)


def ingest_files(
    files: list[FileToIngest], *, options: IngestOptions, workers: int = 1
) -> Iterator[IngestResult]:
    """Takes files in and yields each result as it comes; one bad file never stops the rest.

    With several workers the order is that of completion, and companions wait for the others.
    """
    if workers <= 1:
        yield from (ingest_file(file, options) for file in files)
        return
    bulletins = [file for file in files if file.companion_of is None]
    # Fresh processes: a fork would share this one's database connection.
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=django.setup
    ) as pool:
        pending = [pool.submit(ingest_file, file, options) for file in bulletins]
        yield from (done.result() for done in as_completed(pending))
    yield from (ingest_file(file, options) for file in files if file.companion_of)


def ingest_file(file: FileToIngest, options: IngestOptions) -> IngestResult:
    """Takes one found file in, by what it is."""
    if file.refusal:
        return IngestResult(file.name, Outcome.REFUSED, file.refusal.code, str(file.refusal))
    if file.companion_of:
        return attach_companion(
            file.path, name=file.name, kind=file.kind, beside=file.companion_of, options=options
        )
    return ingest_document(file.path, name=file.name, kind=file.kind, options=options)


def _walk(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise FileNotFoundError(path)
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and file.suffix.lower() in {*READABLE, ARCHIVE}:
            yield file


def _unpacked(file: Path, folder: Path) -> Iterator[FileToIngest]:
    if file.suffix.lower() != ARCHIVE:
        yield FileToIngest(path=file, name=file.name)
        return
    try:
        for number, member in enumerate(open_archive(file.read_bytes(), Limits())):
            # The member's own name never reaches the disk.
            path = folder / f"{file.stem}-{number}"
            path.write_bytes(member.data)
            yield FileToIngest(path=path, name=f"{file.name}/{member.name}", refusal=member.refusal)
    except ExtractionError as error:
        yield FileToIngest(path=file, name=file.name, refusal=error)


def _described(files: list[FileToIngest]) -> Iterator[FileToIngest]:
    """The files with what the manifests beside them say: columns archivo, clase, acompana_a."""
    manifests: dict[Path, Mapping[str, Mapping[str, str]]] = {}
    for file in files:
        folder = file.path.parent
        if folder not in manifests:
            manifests[folder] = _manifest(folder / MANIFEST)
        row = manifests[folder].get(file.path.name)
        if row is None:
            yield file
            continue
        beside = row.get("acompana_a")
        yield replace(
            file,
            kind=SourceKind(row.get("clase") or SourceKind.ORIGINAL),
            companion_of=folder / beside if beside else None,
        )


def _manifest(path: Path) -> Mapping[str, Mapping[str, str]]:
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["archivo"]: row for row in csv.DictReader(file)}
