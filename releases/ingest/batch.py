"""Many files: found in folders and ZIPs, taken in one after the other or by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from releases.extraction.archives import open_archive
from releases.extraction.limits import ExtractionError, Limits
from releases.ingest.companions import attach_companion
from releases.ingest.intake import NOTHING_GIVEN, IngestOptions, ingest_document
from releases.ingest.manifest import MANIFEST, GivenFacts, ManifestRow, read_manifest
from releases.ingest.outcomes import IngestResult, Outcome
from releases.ingest.processes import warm_pool
from releases.scratch import scratch_folder
from releases.vocabulary import SourceKind

READABLE = {".pdf", ".docx", ".txt"}
ARCHIVE = ".zip"


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
    given: GivenFacts = NOTHING_GIVEN
    refusal: ExtractionError | None = None


class MissingFileError(ExtractionError):
    code = "sin-archivo"
    default = "El manifiesto lo nombra y no está en la carpeta. Agréguelo o quite su renglón."


@contextmanager
def found_files(paths: Iterable[Path]) -> Iterator[list[FileToIngest]]:
    """The files under `paths` in name order, companions last; ZIPs unpacked until the block ends.

    A folder is searched with its subfolders for PDF, DOCX, TXT and ZIP; a file given by its own
    path is taken whatever it is. Raises FileNotFoundError for a path that is not there,
    ManifestError for a manifest that can't be followed.
    """
    paths = list(paths)
    with scratch_folder() as folder:
        files = [
            found for path in paths for file in _walk(path) for found in _unpacked(file, folder)
        ]
        described = _described(files, paths)
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
    pool = warm_pool(workers)
    try:
        pending = [pool.submit(ingest_file, file, options) for file in bulletins]
        yield from (done.result() for done in as_completed(pending))
    finally:
        # After Ctrl-C or a full disk: the files under way are finished, no other is begun.
        pool.shutdown(cancel_futures=True)
    yield from (ingest_file(file, options) for file in files if file.companion_of)


def ingest_file(file: FileToIngest, options: IngestOptions) -> IngestResult:
    """Takes one found file in, by what it is."""
    if file.refusal:
        return IngestResult(file.name, Outcome.REFUSED, file.refusal.code, str(file.refusal))
    if file.companion_of:
        return attach_companion(
            file.path, name=file.name, kind=file.kind, beside=file.companion_of, options=options
        )
    return ingest_document(
        file.path, name=file.name, kind=file.kind, given=file.given, options=options
    )


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


def _described(files: list[FileToIngest], roots: list[Path]) -> Iterator[FileToIngest]:
    """The files with what the nearest manifest above them says, up to the folder that was given."""
    manifests = _Manifests(roots)
    for file in files:
        folder, row = manifests.row_of(file.path)
        if row is None:
            yield file
            continue
        yield replace(
            file,
            kind=row.kind,
            companion_of=folder / row.companion_of if row.companion_of else None,
            given=row.given,
        )
    yield from manifests.missing_files()


class _Manifests:
    """The manifests of the folders under way, each read once."""

    def __init__(self, roots: list[Path]) -> None:
        self._roots = [root for root in roots if root.is_dir()]
        self._read: dict[Path, Mapping[str, ManifestRow]] = {}

    def row_of(self, path: Path) -> tuple[Path, ManifestRow | None]:
        """The folder of the manifest that names this file, and its row."""
        folder = path.parent
        while True:
            row = self._rows(folder).get(path.relative_to(folder).as_posix())
            if row or folder in self._roots or not self._is_inside(folder):
                return folder, row
            folder = folder.parent

    def missing_files(self) -> Iterator[FileToIngest]:
        """Refusals for what a manifest of a given folder names and nobody finds."""
        for root in self._roots:
            for name in self._rows(root):
                if not (root / name).is_file():
                    refusal = MissingFileError()
                    yield FileToIngest(path=root / name, name=name, refusal=refusal)

    def _rows(self, folder: Path) -> Mapping[str, ManifestRow]:
        if folder not in self._read:
            self._read[folder] = read_manifest(folder / MANIFEST)
        return self._read[folder]

    def _is_inside(self, folder: Path) -> bool:
        return any(root in folder.parents for root in self._roots)
