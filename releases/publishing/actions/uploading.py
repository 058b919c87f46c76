"""Files that staff send from the desk: accepted at once, read by the worker one after the other.

The rows of `UploadedFile` are the queue. A worker holds the row of the file that it reads, so the
row of a worker that died is free again the moment its connection ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from releases.jobs import defer_upload_mail
from releases.models import Release, UploadBatch, UploadedFile, User
from releases.publishing.errors import WrongState
from releases.publishing.permissions import require
from releases.vocabulary import UploadState

_UNREAD = Q(state=UploadState.WAITING) | Q(state=UploadState.READING, release=None)
_UNDER_WAY = (UploadState.WAITING, UploadState.READING)
# What a person may take off the list: nothing of it became a bulletin.
_LEFT_OUT = (UploadState.DUPLICATE, UploadState.UNREADABLE)
_LONGEST_NAME = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file as it arrived: kept in the store under `sha256`, or refused with code and message."""

    name: str
    size: int
    sha256: str = ""
    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadResult:
    """What became of a file; see `models.UploadedFile`."""

    state: UploadState
    release: Release | None = None
    twin: Release | None = None
    doubts: int = 0
    code: str = ""
    message: str = ""


def open_upload(*, files: Iterable[SentFile], by: User) -> UploadBatch:
    """A batch of files that wait to be read; those refused at the door are listed with the reason.

    Raises NotAllowed.
    """
    require(by, "receive")
    with transaction.atomic():
        batch = UploadBatch.objects.create(created_by=by)
        UploadedFile.objects.bulk_create([_row(batch, file) for file in files])
        _notify_when_settled(batch)
    return batch


def take_upload() -> UploadedFile | None:
    """Marks the file that is read next and returns it; None when nothing waits.

    Files that were begun less often come first, so that one that ends its worker holds up no
    other. A file that a living worker reads is passed over.
    """
    with transaction.atomic():
        file = (
            UploadedFile.objects.select_for_update(skip_locked=True)
            .filter(_UNREAD)
            .order_by("attempts", "id")
            .first()
        )
        if file:
            file.state = UploadState.READING.value
            file.attempts += 1
            file.started_at = Now()
            file.save(update_fields=["state", "attempts", "started_at"])
    return file


def hold_upload(*, file: UploadedFile) -> UploadedFile | None:
    """The file's row, locked until the caller's transaction ends; None when another worker has it.

    What is written in that transaction and the file's new state are kept together or not at all:
    so a file becomes a bulletin once, whenever its worker is killed.
    """
    return _held(Q(pk=file.pk) & _UNREAD)


def hold_scan(*, file: UploadedFile) -> UploadedFile | None:
    """The row of a scan that became a bulletin and waits for OCR, locked like `hold_upload`."""
    return _held(Q(pk=file.pk, state=UploadState.READING, release__isnull=False))


def _held(condition: Q) -> UploadedFile | None:
    return (
        UploadedFile.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("batch__created_by", "release")
        .filter(condition)
        .first()
    )


def settle_upload(*, file: UploadedFile, result: UploadResult) -> UploadedFile:
    """Writes what became of a file; the last one of a batch has its mail sent.

    A scan stays READING with its bulletin until OCR has read it.
    """
    with transaction.atomic():
        file.state = result.state.value
        file.release = result.release
        file.twin = result.twin
        file.doubts = result.doubts
        file.code = result.code
        file.message = result.message
        file.finished_at = None if result.state is UploadState.READING else Now()
        file.save()
        _notify_when_settled(file.batch)
    return file


def unpack_upload(*, file: UploadedFile, members: Iterable[SentFile], message: str) -> None:
    """Puts the members of a ZIP under its row, which needs nobody any more."""
    with transaction.atomic():
        UploadedFile.objects.bulk_create(
            [_row(file.batch, member, archive=file) for member in members]
        )
        settle_upload(file=file, result=UploadResult(state=UploadState.CLOSED, message=message))


def retry_upload(*, file: UploadedFile, by: User) -> UploadedFile:
    """Has a file read again that could not be read. Raises NotAllowed, WrongState."""
    require(by, "receive")
    with transaction.atomic():
        file = UploadedFile.objects.select_for_update().get(pk=file.pk)
        if file.state != UploadState.UNREADABLE or not file.sha256:
            raise WrongState("Este archivo no se puede volver a leer. Súbalo de nuevo.")
        file.state = UploadState.WAITING.value
        file.attempts = 0
        file.code = file.message = ""
        file.started_at = file.finished_at = None
        file.save()
    return file


def close_upload(*, file: UploadedFile, by: User) -> UploadedFile:
    """Takes a file off the list that became no bulletin. Raises NotAllowed, WrongState."""
    require(by, "receive")
    changed = UploadedFile.objects.filter(pk=file.pk, state__in=_LEFT_OUT).update(
        state=UploadState.CLOSED.value
    )
    if not changed:
        raise WrongState("Solo se quitan de la lista los duplicados y los que no se leyeron.")
    file.refresh_from_db()
    return file


def _row(
    batch: UploadBatch, file: SentFile, *, archive: UploadedFile | None = None
) -> UploadedFile:
    refused = bool(file.code)
    return UploadedFile(
        batch=batch,
        archive=archive,
        name=file.name[:_LONGEST_NAME],
        size=file.size,
        sha256=file.sha256,
        state=(UploadState.UNREADABLE if refused else UploadState.WAITING).value,
        code=file.code,
        message=file.message,
        finished_at=Now() if refused else None,
    )


def _notify_when_settled(batch: UploadBatch) -> None:
    """Defers the one mail of a batch, in the transaction that settles its last file."""
    # The lock makes two workers that settle the last two files see each other.
    locked = UploadBatch.objects.select_for_update().get(pk=batch.pk)
    if locked.notified_at or batch.files.filter(state__in=_UNDER_WAY).exists():
        return
    UploadBatch.objects.filter(pk=batch.pk).update(notified_at=Now())
    defer_upload_mail(batch_id=batch.pk)
