"""Changing what is public, always in the open: corrections, withdrawals, restitutions."""

from __future__ import annotations

from django.db import transaction

from releases.models import Draft, Release, Revision
from releases.publishing.content import BulletinContent, clean_text, content_of_revision
from releases.publishing.errors import NoteRequired, NothingChanged, StaleEdit, WrongState
from releases.publishing.permissions import Actor, require
from releases.publishing.records import hide, locked_release, record, show, write_revision
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
) -> Revision:
    """Publishes a new version of a public bulletin.

    `kind` is ERRATUM or CORRECTION, `note` the public note, `seen_version` the number of the
    version that the person corrected. `draft` is the prepared correction that this publishes and
    uses up; any other pending draft stays. Raises NoteRequired, NothingChanged, StaleEdit
    (somebody corrected since), WrongState.
    """
    require(by, "correct")
    with transaction.atomic():
        release = locked_release(release)
        current = _current(release, ReleaseState.PUBLISHED)
        if current.number != seen_version:
            raise StaleEdit(current=current)
        if content.says_the_same_as(content_of_revision(current)):
            raise NothingChanged
        revision = write_revision(
            release=release,
            content=content,
            kind=kind,
            note=_required(note),
            draft=draft,
            by=by,
        )
        show(release, revision, content)
        if draft:
            draft.delete()
        record(release, EventKind.CORRECTED, by=by, revision=revision)
    return revision


def withdraw(*, release: Release, note: str, by: Actor, reason: str = "") -> Revision:
    """Takes a public bulletin off every output at once; its page answers 410 with `note`.

    `note` is public, `reason` (the order of an authority, a file number) stays inside. Raises
    NoteRequired, WrongState.
    """
    require(by, "withdraw")
    with transaction.atomic():
        release = locked_release(release)
        current = _current(release, ReleaseState.PUBLISHED)
        revision = write_revision(
            release=release,
            content=content_of_revision(current),
            kind=RevisionKind.WITHDRAWAL,
            note=_required(note),
            draft=None,
            by=by,
        )
        release.state = ReleaseState.WITHDRAWN.value
        release.current_revision = revision
        release.changed_at = revision.created_at
        release.lock_version += 1
        release.save()
        hide(release)
        record(release, EventKind.WITHDRAWN, by=by, revision=revision, note=reason)
    return revision


def restore(*, release: Release, note: str, by: Actor) -> Revision:
    """Makes a withdrawn bulletin public again as a new version, with a public note."""
    require(by, "restore")
    with transaction.atomic():
        release = locked_release(release)
        content = content_of_revision(_current(release, ReleaseState.WITHDRAWN))
        revision = write_revision(
            release=release,
            content=content,
            kind=RevisionKind.CORRECTION,
            note=_required(note),
            draft=None,
            by=by,
        )
        show(release, revision, content)
        record(release, EventKind.RESTORED, by=by, revision=revision)
    return revision


def _current(release: Release, state: ReleaseState) -> Revision:
    if release.state != state or release.current_revision is None:
        raise WrongState
    return release.current_revision


def _required(note: str) -> str:
    cleaned = clean_text(note)
    if not cleaned:
        raise NoteRequired
    return cleaned
