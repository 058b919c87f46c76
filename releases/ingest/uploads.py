"""Files sent from the desk: kept as they come, then read by the worker one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path, PurePosixPath

import pghistory
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from releases.extraction.archives import ArchiveMember, open_archive
from releases.extraction.document import MediaType
from releases.extraction.file_types import FileKind, recognise
from releases.extraction.limits import (
    ExtractionError,
    Limits,
    ReaderFailedError,
    TooLargeError,
)
from releases.ingest.intake import IngestOptions, ingest_document
from releases.ingest.outcomes import IngestResult, Outcome
from releases.ingest.reading import WAITING
from releases.ingest.waiting import TO_BE_READ
from releases.models import Attachment, Draft, Release, SourceDocument, UploadedFile
from releases.publishing import actions
from releases.publishing.actions import SentFile, UploadResult
from releases.publishing.errors import PublishingError
from releases.scratch import scratch_file
from releases.storage import document_path, drop, keep
from releases.vocabulary import UploadState

# A file that ended its worker this often is not tried again until a person asks for it.
MOST_ATTEMPTS = 5
# How long OCR may take before a scan is left to the person who reviews it.
LONGEST_SCAN = timedelta(hours=1)

_GONE = UploadResult(
    state=UploadState.UNREADABLE,
    code="archivo-abierto",
    message="Este ZIP se envió dos veces y ya se abrió: sus archivos están en el otro lote.",
)
_HEAD = 1024
# What file managers put into a ZIP by themselves.
_BY_SYSTEMS = {"thumbs.db", "desktop.ini", "__macosx"}


def accept_file(path: Path, *, name: str) -> SentFile:
    """Keeps a file that somebody sent, or says why not. `name` is what people call it.

    Looks at size, name and first bytes only: it is read later, by the worker.
    """
    size = path.stat().st_size
    try:
        if size > settings.MAX_DOCUMENT_BYTES:
            raise too_large()
        with path.open("rb") as file:
            recognise(file.read(_HEAD), name)
    except ExtractionError as error:
        return SentFile(name=name, size=size, code=error.code, message=str(error))
    return SentFile(name=name, size=size, sha256=keep(path))


def too_large() -> TooLargeError:
    """The refusal of a file beyond the limit for one file."""
    megabytes = settings.MAX_DOCUMENT_BYTES // (1024 * 1024)
    return TooLargeError(f"El archivo rebasa {megabytes} MB. Suba una versión más ligera.")


def read_next_upload() -> bool:
    """Reads the file that waits longest, whole or not at all; whether there was one.

    Its bulletin and its row are written in one transaction: a worker that is killed leaves
    neither, and another one reads the file. Of a ZIP the row and the hash stay; its bytes are kept
    with its members. Errors of the database and of the disk pass through.
    """
    taken = actions.take_upload()
    if taken is None:
        return False
    with transaction.atomic():
        file = actions.hold_upload(file=taken)
        if file is not None:
            with pghistory.context(command="upload", user=file.batch.created_by_id):
                _read(file)
    if file is not None and file.state == UploadState.CLOSED:
        _drop_opened(file)
    return True


def settle_next_scan() -> bool:
    """Says at the desk what OCR made of a scan that was sent; whether there was one to tell of."""
    still = Draft.objects.filter(extraction__extractor=WAITING).values("release_id")
    waiting = UploadedFile.objects.filter(state=UploadState.READING, release__isnull=False)
    recent = timezone.now() - LONGEST_SCAN
    done = waiting.exclude(release__in=still, started_at__gt=recent).order_by("pk").first()
    if done is None:
        return False
    with transaction.atomic():
        file = actions.hold_scan(file=done)
        if file is not None and file.release is not None:
            actions.settle_upload(file=file, result=_result_of_scan(file.release))
    return True


def _read(file: UploadedFile) -> None:
    if file.attempts > MOST_ATTEMPTS:
        actions.settle_upload(file=file, result=_refused(ReaderFailedError()))
    elif PurePosixPath(file.name).suffix.casefold() == FileKind.ZIP:
        _unpack(file)
    else:
        actions.settle_upload(file=file, result=_taken_in(file))


def _unpack(file: UploadedFile) -> None:
    # The same number of files as may be sent at once: both end up in one list.
    limits = Limits(archive_entries=settings.MAX_UPLOAD_FILES)
    try:
        data = document_path(file.sha256).read_bytes()
        members = list(_kept_members(open_archive(data, limits)))
    except ExtractionError as error:
        actions.settle_upload(file=file, result=_refused(error))
        return
    except FileNotFoundError:  # sent twice at once: the other one was opened, and all is kept
        actions.settle_upload(file=file, result=_GONE)
        return
    if not members:
        empty = UploadResult(
            state=UploadState.UNREADABLE,
            code="archivo-vacio",
            message="El ZIP no contiene archivos. Agréguelos y súbalo de nuevo.",
        )
        actions.settle_upload(file=file, result=empty)
        return
    actions.unpack_upload(file=file, members=members, message=f"Contiene {len(members)} archivos.")


def _drop_opened(archive: UploadedFile) -> None:
    """Drops the bytes of a ZIP whose members are kept, unless something else has the same ones."""
    same = archive.sha256
    waiting = UploadedFile.objects.filter(sha256=same).exclude(state=UploadState.CLOSED)
    sources = SourceDocument.objects.filter(sha256=same)
    attached = Attachment.objects.filter(Q(original_sha256=same) | Q(shown_sha256=same))
    if not (waiting.exists() or sources.exists() or attached.exists()):
        drop(same)


def _kept_members(members: Iterator[ArchiveMember]) -> Iterator[SentFile]:
    with scratch_file() as scratch:
        path = Path(scratch.name)
        for member in members:
            parts = [part.casefold() for part in PurePosixPath(member.name).parts]
            if any(part.startswith(".") or part in _BY_SYSTEMS for part in parts):
                continue
            if member.refusal:
                code, message = member.refusal.code, str(member.refusal)
                yield SentFile(name=member.name, size=0, code=code, message=message)
                continue
            path.write_bytes(member.data)
            yield accept_file(path, name=member.name)


def _taken_in(file: UploadedFile) -> UploadResult:
    sender = file.batch.created_by
    try:
        result = ingest_document(
            document_path(file.sha256),
            name=PurePosixPath(file.name).name,
            options=IngestOptions(by=sender, operator=sender.get_username()),
        )
    except PublishingError as error:  # such as a person who may no longer send files
        return UploadResult(state=UploadState.UNREADABLE, code=error.code, message=str(error))
    if result.release and result.outcome is Outcome.REVIEW and _waits_for_ocr(result.release):
        return UploadResult(
            state=UploadState.READING, release=result.release, message=result.message
        )
    return _result_of(result)


def _waits_for_ocr(release: Release) -> bool:
    return Draft.objects.filter(
        pk=release.pk,
        source__media_type=MediaType.PDF.value,
        extraction__extractor=WAITING,
        extraction__notices__contains=[{"code": TO_BE_READ}],
    ).exists()


def _result_of(result: IngestResult) -> UploadResult:
    if result.outcome is Outcome.REFUSED:
        return UploadResult(state=UploadState.UNREADABLE, code=result.code, message=result.message)
    if result.outcome is Outcome.DUPLICATE:
        return UploadResult(
            state=UploadState.DUPLICATE,
            twin=result.twin,
            code=result.code,
            message=result.message,
        )
    # Likeness to another bulletin is one more thing for a person to look at.
    doubts = len(result.doubts) + (result.twin is not None)
    state = UploadState.REVIEW if doubts else UploadState.READY
    if result.code == "folio-en-conflicto":
        state = UploadState.SAME_FOLIO
    return UploadResult(
        state=state,
        release=result.release,
        twin=result.twin,
        doubts=doubts,
        code="" if state is UploadState.READY else result.code,
        message=result.message,
    )


def _result_of_scan(release: Release) -> UploadResult:
    doubts = 0
    for candidate in actions.list_candidates([release]):
        doubts = max(len(candidate.doubts), len(candidate.missing)) + bool(candidate.twin)
    return UploadResult(
        state=UploadState.REVIEW if doubts else UploadState.READY,
        release=release,
        doubts=doubts,
        message="Es un documento escaneado: coteje el texto con la imagen.",
    )


def _refused(error: ExtractionError) -> UploadResult:
    return UploadResult(state=UploadState.UNREADABLE, code=error.code, message=str(error))
