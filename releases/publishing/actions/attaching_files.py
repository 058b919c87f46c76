"""Photos and annexes of a bulletin in work: adding them, wording them, their order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from django.db import transaction

from releases import storage
from releases.models import Attachment, Draft, Release
from releases.photos.annex import process_annex
from releases.photos.errors import UnfitFile
from releases.photos.photo import MEDIA_TYPE, process_photo
from releases.publishing.content import (
    AttachmentContent,
    attachments_from_json,
    attachments_to_json,
    clean_text,
    content_of_draft,
)
from releases.publishing.errors import (
    AlreadyAttached,
    IncompleteBulletin,
    StaleEdit,
    TooManyAttachments,
    UnfitAttachment,
    WrongState,
)
from releases.publishing.permissions import Actor, require
from releases.publishing.records import locked_release, record
from releases.publishing.second_person import demand_second_person
from releases.scratch import scratch_file
from releases.vocabulary import AttachmentKind, EventKind, ReleaseState

MOST_ATTACHMENTS = 20
# What a person answers for, and under which words the history keeps that (Ley Ingrid).
CONFIRMATION = (
    "Confirmo que no se reconoce a ninguna víctima, persona menor de edad, placa ni rostro "
    "descubierto"
)
_FILE_NAME_CHARACTERS = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentWords:
    """What goes with the photo or annex whose `models.Attachment` key is `file`."""

    file: int
    caption: str = ""
    credit: str = ""
    alt: str = ""
    confirmed: bool = False


def attach_file(
    *, release: Release, path: Path, file_name: str, kind: AttachmentKind, by: Actor
) -> Attachment:
    """Adds a file, last in order and without words, to the draft of a bulletin.

    `path` holds its bytes, `file_name` is the name under which it came. The original is kept
    privately, readers get a copy without metadata. Raises UnfitAttachment, AlreadyAttached,
    TooManyAttachments, WrongState for a bulletin without a draft, IncompleteBulletin for one that
    is scheduled, SecondPersonNeeded.
    """
    require(by, "attach")
    try:
        facts = (
            _photo_facts(path) if kind is AttachmentKind.PHOTO else _annex_facts(path, file_name)
        )
    except UnfitFile as error:
        raise UnfitAttachment(error.message, code=error.code) from error
    original = storage.keep(path)
    with transaction.atomic():
        release, draft = _locked(release, by=by)
        placed = attachments_from_json(draft.attachments)
        if len(placed) >= MOST_ATTACHMENTS:
            raise TooManyAttachments
        attachment, _ = Attachment.objects.get_or_create(
            release=release,
            original_sha256=original,
            defaults={
                **facts,
                "kind": kind.value,
                "file_name": clean_text(file_name)[-_FILE_NAME_CHARACTERS:],
                "received_by": by,
            },
        )
        if any(row.file == attachment.pk for row in placed):
            raise AlreadyAttached
        _save(release, draft, (*placed, _placement(attachment)), by=by)
        note = f"{attachment.get_kind_display()}: {attachment.file_name}"
        record(release, EventKind.DRAFTED, by=by, note=note, attachment=attachment.pk, added=True)
    return attachment


def arrange_attachments(
    *, release: Release, words: tuple[AttachmentWords, ...], lock_version: int, by: Actor
) -> Draft:
    """Sets order and words of the photos and annexes of a draft; those not named are taken off.

    A file that is taken off is kept, and can be added again. Who confirms a photo that was not
    confirmed is recorded, with the very words. `lock_version` is the draft's that the person saw.
    Raises StaleEdit, WrongState (a file that the draft does not show included), and as
    `attach_file` for a scheduled bulletin.
    """
    require(by, "attach")
    with transaction.atomic():
        release, draft = _locked(release, by=by)
        if draft.lock_version != lock_version:
            raise StaleEdit
        before = {row.file: row for row in attachments_from_json(draft.attachments)}
        if not {row.file for row in words} <= set(before):
            raise WrongState("Una fotografía o un anexo ya no está en el borrador. Recargue.")
        after = tuple(_worded(before[row.file], row) for row in words)
        if after != tuple(before.values()):
            draft = _save(release, draft, after, by=by)
            _record_changes(release, before, after, by=by)
    return draft


def _photo_facts(path: Path) -> dict[str, object]:
    photo = process_photo(path)
    return {
        "shown_sha256": _keep(photo.picture),
        "thumbnail_sha256": _keep(photo.thumbnail),
        "media_type": MEDIA_TYPE,
        "size": len(photo.picture),
        "width": photo.width,
        "height": photo.height,
    }


def _annex_facts(path: Path, file_name: str) -> dict[str, object]:
    annex = process_annex(path, file_name=file_name)
    return {
        "shown_sha256": _keep(annex.data),
        "media_type": annex.media_type,
        "size": len(annex.data),
    }


def _keep(data: bytes) -> str:
    with scratch_file() as file:
        file.write(data)
        file.flush()
        return storage.keep(Path(file.name))


def _locked(release: Release, *, by: Actor) -> tuple[Release, Draft]:
    release = locked_release(release)
    draft = Draft.objects.select_for_update(of=("self",)).filter(pk=release.pk).first()
    if draft is None or release.discarded_at:
        raise WrongState("Prepare antes una corrección: lo publicado no se cambia directamente.")
    if release.state == ReleaseState.SCHEDULED:
        demand_second_person(by)
    return release, draft


def _placement(attachment: Attachment) -> AttachmentContent:
    return AttachmentContent(
        file=attachment.pk,
        kind=attachment.kind,
        sha256=attachment.shown_sha256,
        thumbnail=attachment.thumbnail_sha256,
        media_type=attachment.media_type,
        file_name=attachment.file_name,
        size=attachment.size,
        width=attachment.width,
        height=attachment.height,
    )


def _worded(placement: AttachmentContent, words: AttachmentWords) -> AttachmentContent:
    return replace(
        placement,
        caption=_line(words.caption),
        credit=_line(words.credit),
        alt=_line(words.alt),
        confirmed=words.confirmed,
    )


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())


def _save(
    release: Release, draft: Draft, placed: tuple[AttachmentContent, ...], *, by: Actor
) -> Draft:
    draft.attachments = attachments_to_json(placed)
    draft.lock_version += 1
    draft.saved_by = by
    draft.save()
    missing = content_of_draft(draft).missing
    if missing and release.state == ReleaseState.SCHEDULED:
        raise IncompleteBulletin(missing)
    return draft


def _record_changes(
    release: Release,
    before: dict[int, AttachmentContent],
    after: tuple[AttachmentContent, ...],
    *,
    by: Actor,
) -> None:
    for row in after:
        if row.is_photo and row.confirmed and not before[row.file].confirmed:
            note = f"{CONFIRMATION}: {row.file_name}"
            record(
                release, EventKind.DRAFTED, by=by, note=note, attachment=row.file, confirmed=True
            )
    kept = {row.file for row in after}
    for row in before.values():
        if row.file not in kept:
            note = f"Quitado: {row.file_name}"
            record(release, EventKind.DRAFTED, by=by, note=note, attachment=row.file, removed=True)
