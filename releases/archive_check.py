"""Does the archive hold what it says? Kept files and search rows against the bulletins."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet

from releases.models import (
    Attachment,
    Draft,
    Release,
    Revision,
    SearchRow,
    SourceDocument,
    TextSketch,
    UploadedFile,
)
from releases.publishing.content import content_of_draft, content_of_revision
from releases.publishing.letterheads import find_unprinted, print_late
from releases.publishing.records import hide, index
from releases.publishing.sketches import write_sketch
from releases.storage import document_path, documents_root, file_sha256

# A file younger than this may belong to a transaction that has not ended yet.
GRACE_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that the store should hold for a bulletin."""

    release: Release
    file_name: str
    sha256: str


@dataclass(slots=True)
class ArchiveReport:
    """What was found. Only `missing` and `altered` need a person: the rest can be mended."""

    checked: int = 0
    missing: list[KeptFile] = field(default_factory=list)
    altered: list[KeptFile] = field(default_factory=list)
    orphans: list[Path] = field(default_factory=list)
    unindexed: list[Release] = field(default_factory=list)
    stale_rows: list[int] = field(default_factory=list)
    unsketched: list[Release] = field(default_factory=list)
    unprinted: list[Revision] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether nothing at all was found."""
        files = (self.missing, self.altered, self.orphans)
        rows = (self.unindexed, self.stale_rows, self.unsketched, self.unprinted)
        return not any((*files, *rows))


def check_archive(*, mend: bool = False) -> ArchiveReport:
    """Hashes every kept file anew and compares stores; with `mend` puts right what it may.

    Orphaned files, left by a process that was killed between file and row, are moved to
    `huerfanos` beside the store, never deleted. Search rows are written or taken out, sketches of
    texts (by which near-duplicates are found) written, and official sheets made that could not be
    made on publication.
    """
    report = ArchiveReport()
    for kept in _kept_files():
        report.checked += 1
        path = document_path(kept.sha256)
        if not path.is_file():
            report.missing.append(kept)
        elif file_sha256(path) != kept.sha256:
            report.altered.append(kept)
    report.orphans = list(_orphans())
    indexed = set(SearchRow.objects.values_list("release_id", flat=True))
    public = Release.objects.public().with_current()
    report.unindexed = [release for release in public.iterator() if release.pk not in indexed]
    report.stale_rows = sorted(indexed.difference(public.values_list("pk", flat=True)))
    report.unsketched = list(Release.objects.with_current().exclude(pk__in=_sketched()))
    report.unprinted = list(find_unprinted())
    if mend:
        _mend(report)
    return report


def _kept_files() -> Iterator[KeptFile]:
    for source in SourceDocument.objects.select_related("release").iterator():
        yield KeptFile(source.release, source.file_name, source.sha256)
    for attachment in Attachment.objects.select_related("release").iterator():
        for sha256 in _hashes_of(attachment):
            yield KeptFile(attachment.release, attachment.file_name, sha256)


def _hashes_of(attachment: Attachment) -> Iterator[str]:
    """The original, what readers get, and a photo's smaller picture."""
    hashes = (attachment.original_sha256, attachment.shown_sha256, attachment.thumbnail_sha256)
    return filter(None, dict.fromkeys(hashes))


def _sketched() -> QuerySet[TextSketch, int]:
    return TextSketch.objects.values_list("release_id", flat=True)


def _orphans() -> Iterator[Path]:
    known = set(SourceDocument.objects.values_list("sha256", flat=True))
    # What was sent and waits to be read, or can't be; and the ZIP that bulletins came in.
    known |= set(UploadedFile.objects.values_list("sha256", flat=True))
    for attachment in Attachment.objects.iterator():
        known.update(_hashes_of(attachment))
    before = time.time() - GRACE_SECONDS
    for path in sorted(documents_root().rglob("*")):
        if path.is_file() and path.name not in known and path.stat().st_mtime < before:
            yield path


def _mend(report: ArchiveReport) -> None:
    quarantine = documents_root().parent / "huerfanos"
    for path in report.orphans:
        quarantine.mkdir(mode=0o700, exist_ok=True)
        path.rename(quarantine / path.name.lstrip("."))
    for release in report.unindexed:
        with transaction.atomic():
            if release.current_revision:
                index(release, release.current_revision)
    for release in Release.objects.filter(pk__in=report.stale_rows):
        hide(release)
    for revision in report.unprinted:
        print_late(revision)
    for release in report.unsketched:
        text = release.current_revision
        draft = Draft.objects.select_related("issued_in").filter(pk=release.pk).first()
        if text:
            write_sketch(release, content_of_revision(text))
        elif draft:
            write_sketch(release, content_of_draft(draft))
