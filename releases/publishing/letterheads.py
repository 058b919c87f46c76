"""The official sheet of a version, made and kept in the transaction that publishes it.

Private to `publishing.actions`, except `document_of`, `preview_sheet` and `find_unprinted`. A
sheet that cannot be made holds up no publication: the version goes out without a document, the
fault is logged, and the worker makes the sheet later. A version's row never changes, so a late
sheet is found by its name.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import re
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from releases import storage
from releases.jobs import defer_letterhead, defer_page_images
from releases.letterhead.prepared import prepare
from releases.letterhead.sheet import Sheet, sheet_of_version
from releases.letterhead.typesetting import LetterheadFailed
from releases.models import Draft, Office, Release, Revision, SourceDocument
from releases.publishing.content import BulletinContent, content_of_revision, text_sha256
from releases.vocabulary import RevisionKind, SourceKind

logger = logging.getLogger(__name__)

_PAGES = re.compile(rb"<xmpTPg:NPages>(\d+)<")
_MEDIA_TYPE = "application/pdf"


def database_now() -> dt.datetime:
    """The instant by the database's clock, which decides when a bulletin is public."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        row = cursor.fetchone()
    moment: dt.datetime = row[0]
    return moment


def brings_its_document(draft: Draft | None, current: Revision | None) -> bool:
    """Whether a draft comes from a file that no version shows yet."""
    known = current.source_id if current else None
    return draft is not None and draft.source_id is not None and draft.source_id != known


def print_version(revision: Revision, content: BulletinContent) -> SourceDocument | None:
    """Makes and keeps the sheet of a version that is about to be saved.

    None when it could not be made: the fault is in the log.
    """
    try:
        path = prepare(_sheet_of(revision, content))
    except LetterheadFailed:
        _log_failure(revision.release, revision.number)
        return None
    return _keep(revision, path, content)


def print_ahead(*, release: Release, draft: Draft, content: BulletinContent) -> None:
    """Makes the sheet of a scheduled bulletin and keeps it privately until its minute.

    Nothing is made for a bulletin that comes from a file.
    """
    if draft.source_id is not None or release.publish_at is None:
        return
    first = Revision(
        release=release,
        number=1,
        kind=RevisionKind.ORIGINAL.value,
        created_at=release.publish_at,
    )
    try:
        prepare(_sheet_of(first, content))
    except LetterheadFailed:
        _log_failure(release, 1)


def preview_sheet(revision: Revision, content: BulletinContent) -> tuple[SourceDocument, Path]:
    """The sheet that a version would go out with: its row, not saved, and where its file lies.

    Nothing is kept with the bulletin. Raises LetterheadFailed.
    """
    path = prepare(_sheet_of(revision, content))
    data = path.read_bytes()
    sheet = _row_of(revision, data, content)
    sheet.sha256 = hashlib.sha256(data).hexdigest()
    sheet.received_at = revision.created_at
    return sheet, path


def print_late(revision: Revision) -> SourceDocument | None:
    """Makes the sheet that a version lacks; None when it has a document by now.

    Raises LetterheadFailed.
    """
    with transaction.atomic():
        Release.objects.select_for_update(of=("self",)).get(pk=revision.release_id)
        if document_of(revision) is not None:
            return None
        content = content_of_revision(revision)
        return _keep(revision, prepare(_sheet_of(revision, content)), content)


def print_when_possible(revision: Revision) -> None:
    """Has the worker make the sheet of a version that went out without one."""
    defer_letterhead(revision_id=revision.pk)


def document_of(revision: Revision) -> SourceDocument | None:
    """The document of a version: the file it came from, its sheet, or the sheet made later.

    Costs a query only for a version without either of the first two.
    """
    if revision.source is not None:
        return revision.source
    if revision.kind == RevisionKind.WITHDRAWAL:
        return None
    name = sheet_name(revision.release, revision.number)
    sheets = SourceDocument.objects.filter(kind=SourceKind.WRITTEN_HERE, file_name=name)
    return sheets.filter(release_id=revision.release_id).order_by("id").first()


def find_unprinted() -> QuerySet[Revision]:
    """Public versions without a document, whose sheet is still to be made."""
    late = SourceDocument.objects.filter(
        release=OuterRef("release"),
        kind=SourceKind.WRITTEN_HERE,
        file_name__endswith=Concat(
            Value("-v"), OuterRef("number"), Value(".pdf"), output_field=TextField()
        ),
    )
    return (
        Revision.objects.filter(~Q(kind=RevisionKind.WITHDRAWAL), ~Exists(late), source=None)
        .select_related("release__issuer")
        .order_by("id")
    )


def sheet_name(release: Release, version: int) -> str:
    """The name under which the sheet of a version is kept: `0275-2024-v1.pdf`."""
    return f"{release.key}-{release.year}-v{version}.pdf"


def _sheet_of(revision: Revision, content: BulletinContent) -> Sheet:
    return sheet_of_version(
        release=revision.release,
        content=content,
        office=Office.objects.select_related("agency").first(),
        version=revision.number,
        kind=RevisionKind(revision.kind),
        note=revision.change_note,
        moment=revision.created_at,
    )


def _keep(revision: Revision, path: Path, content: BulletinContent) -> SourceDocument:
    source = _row_of(revision, path.read_bytes(), content)
    source.sha256 = storage.keep(path)
    source.save(force_insert=True)
    path.unlink(missing_ok=True)
    defer_page_images(source_id=source.pk)
    return source


def _row_of(revision: Revision, data: bytes, content: BulletinContent) -> SourceDocument:
    """The row of a sheet without its hash, not saved."""
    pages = _PAGES.search(data)
    return SourceDocument(
        release=revision.release,
        kind=SourceKind.WRITTEN_HERE.value,
        text_sha256=text_sha256(content),
        media_type=_MEDIA_TYPE,
        file_name=sheet_name(revision.release, revision.number),
        size=len(data),
        page_count=int(pages[1]) if pages else 1,
        received_by=revision.created_by,
    )


def _log_failure(release: Release, version: int) -> None:
    logger.exception("letterhead failed", extra={"release": str(release), "version": version})
