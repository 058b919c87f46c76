"""Changing what is public, always in the open: corrections and the drafts that prepare them."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from releases.models import Draft, Release, Revision
from releases.publishing.content import BulletinContent, clean_text, content_of_revision
from releases.publishing.editorial_lists import rate_contents
from releases.publishing.errors import (
    NoteRequired,
    NothingChanged,
    StaleEdit,
    SubstantialEdit,
    WrongState,
)
from releases.publishing.permissions import Actor, require
from releases.publishing.records import (
    locked_release,
    record,
    show,
    write_draft_fields,
    write_revision,
)
from releases.publishing.second_person import demand_second_person
from releases.roles import role_of
from releases.vocabulary import EventKind, ReleaseState, RevisionKind


def correct(
    *,
    release: Release,
    content: BulletinContent,
    kind: RevisionKind,
    note: str,
    seen_version: int,
    by: Actor,
    draft: Draft | None = None,
    reason: str = "",
) -> Revision:
    """Publishes a new version of a public bulletin.

    `kind` is ERRATUM or CORRECTION, `note` the public note; `reason` stays inside. `seen_version`
    is the number of the version that the person corrected. `draft` is the prepared correction that
    this publishes and uses up; any other pending draft stays. Raises NoteRequired, NothingChanged,
    SubstantialEdit (an erratum that changes what readers learn), StaleEdit (somebody corrected
    since), WrongState, SecondPersonNeeded.
    """
    require(by, "correct")
    demand_second_person(by)
    with transaction.atomic():
        release = locked_release(release)
        if draft and locked_draft(release, seen=draft.lock_version) is None:
            raise StaleEdit(current=release.current_revision)
        return write_correction(
            release,
            content=content,
            kind=kind,
            note=note,
            seen_version=seen_version,
            by=by,
            draft=draft,
            reason=reason,
        )


def write_correction(
    release: Release,
    *,
    content: BulletinContent,
    kind: RevisionKind,
    note: str,
    seen_version: int,
    by: Actor,
    draft: Draft | None,
    reason: str = "",
    **data: Any,
) -> Revision:
    """The correction of a locked release, whoever decided it. `data` goes to its history."""
    current = current_version(release, ReleaseState.PUBLISHED)
    public_note = check_correction(
        current, content=content, kind=kind, note=note, seen_version=seen_version
    )
    if draft:
        _follow(draft, current)
    revision = write_revision(
        release=release, content=content, kind=kind, note=public_note, draft=draft, by=by
    )
    show(release, revision, content)
    if draft:
        draft.delete()
    data = {"role": role_of(by), **data}
    record(release, EventKind.CORRECTED, by=by, revision=revision, note=clean_text(reason), **data)
    return revision


def _follow(draft: Draft, current: Revision) -> None:
    """A draft that was begun from an older version's document goes on from the current one's."""
    begun = draft.based_on
    if begun and draft.source_id == begun.source_id:
        draft.source_id, draft.extraction_id = current.source_id, current.extraction_id


def check_correction(
    current: Revision,
    *,
    content: BulletinContent,
    kind: RevisionKind,
    note: str,
    seen_version: int,
) -> str:
    """The cleaned public note of a correction that may be made; raises as `correct` does."""
    if current.number != seen_version:
        raise StaleEdit(current=current)
    public = content_of_revision(current)
    if content.says_the_same_as(public):
        raise NothingChanged
    rating = rate_contents(public, content)
    if rating.is_substantial and kind != RevisionKind.CORRECTION:
        raise SubstantialEdit(rating.reasons)
    return required_note(note)


def prepare_correction(
    *,
    release: Release,
    content: BulletinContent,
    kind: RevisionKind,
    note: str,
    seen_version: int,
    seen_draft: int | None,
    by: Actor,
) -> Draft:
    """Keeps a correction in work beside the public version, which stays as it is.

    `seen_draft` is the `lock_version` of the prepared correction that the person saw, None when
    there was none. The note may still be empty. Raises StaleEdit when somebody corrected, or
    prepared another correction, since; WrongState.
    """
    require(by, "edit")
    with transaction.atomic():
        release = locked_release(release)
        current = current_version(release, ReleaseState.PUBLISHED)
        draft = Draft.objects.select_for_update(of=("self",)).filter(pk=release.pk).first()
        if current.number != seen_version or (draft.lock_version if draft else None) != seen_draft:
            raise StaleEdit(current=current)
        if draft is None:
            draft = Draft(
                release=release,
                lock_version=0,
                source_id=current.source_id,
                extraction_id=current.extraction_id,
            )
        _follow(draft, current)
        draft.based_on = current
        draft.kind = kind.value
        draft.change_note = clean_text(note)
        draft.lock_version += 1
        write_draft_fields(draft, content, by=by)
        draft.save()
        record(release, EventKind.DRAFTED, by=by, correction=True)
    return draft


def drop_correction(*, release: Release, seen_draft: int, by: Actor) -> None:
    """Puts away a prepared or proposed correction; the public version and kept files stay.

    Raises StaleEdit when somebody saved it since, WrongState when the bulletin is not public or
    the correction waits for its authorization.
    """
    require(by, "edit")
    with transaction.atomic():
        release = locked_release(release)
        current = current_version(release, ReleaseState.PUBLISHED)
        draft = locked_draft(release, seen=seen_draft)
        if draft is None:
            raise StaleEdit(current=current)
        if release.authorizations.filter(decided_at=None).exists():
            raise WrongState("Espera autorización: cancele antes la solicitud.")
        draft.delete()
        record(release, EventKind.DISCARDED, by=by, correction=True)


def locked_draft(release: Release, *, seen: int) -> Draft | None:
    """The draft of a locked release, locked too; None when it is gone or was saved since."""
    drafts = Draft.objects.select_for_update(of=("self",))
    return drafts.filter(pk=release.pk, lock_version=seen).first()


def current_version(release: Release, state: ReleaseState) -> Revision:
    """The version that is, or was, public; raises WrongState unless the release is in `state`."""
    if release.state != state or release.current_revision is None:
        raise WrongState
    return release.current_revision


def required_note(note: str) -> str:
    """The note cleaned; raises NoteRequired when nothing is left of it."""
    cleaned = clean_text(note)
    if not cleaned:
        raise NoteRequired
    return cleaned
