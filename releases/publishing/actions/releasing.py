"""Making a bulletin public: now, or at its minute."""

from __future__ import annotations

import datetime as dt

from django.db import connection, transaction

from releases.models import Draft, Release, Revision
from releases.publishing.content import content_of_draft
from releases.publishing.errors import IncompleteBulletin, WrongState
from releases.publishing.permissions import Actor, require
from releases.publishing.records import locked_release, record, show, write_revision
from releases.vocabulary import EventKind, ReleaseState, RevisionKind

# Any number will do, so long as no other advisory lock of the project uses it.
_DUE_LOCK = 7_001

_UNPUBLISHED = {ReleaseState.DRAFT, ReleaseState.IN_REVIEW, ReleaseState.SCHEDULED}


def publish(
    *,
    release: Release,
    by: Actor,
    lock_version: int | None = None,
    batch: str = "",
    note: str = "",
) -> Revision:
    """Publishes a bulletin's draft as version 1, at once.

    `batch` names the lot it belongs to, `note` is internal; both go to its history.

    Raises WrongState for a bulletin that is or was public, IncompleteBulletin, StaleEdit when
    `lock_version` is given and somebody acted since.
    """
    require(by, "publish")
    with transaction.atomic():
        release = locked_release(release, lock_version=lock_version)
        return _publish_locked(release, by=by, batch=batch, note=note)


def _publish_locked(release: Release, *, by: Actor, batch: str = "", note: str = "") -> Revision:
    draft = _draft_to_publish(release)
    content = content_of_draft(draft)
    revision = write_revision(
        release=release,
        content=content,
        kind=RevisionKind.ORIGINAL,
        note="",
        draft=draft,
        by=by,
    )
    show(release, revision, content)
    draft.delete()
    # What a person answered for outlives the draft: a later reading leaves it alone.
    data = {"confirmed": draft.confirmed, **({"batch": batch} if batch else {})}
    record(release, EventKind.PUBLISHED, by=by, revision=revision, note=note, **data)
    return revision


def _draft_to_publish(release: Release) -> Draft:
    if release.state not in _UNPUBLISHED or release.discarded_at:
        raise WrongState("Este comunicado ya se publicó, se retiró o se descartó.")
    return Draft.objects.select_related("issued_in").get(pk=release.pk)


def schedule(
    *, release: Release, at: dt.datetime, by: Actor, lock_version: int | None = None
) -> Release:
    """Sets the minute (timezone-aware) at which a bulletin becomes public.

    Scheduling again moves it. Raises WrongState, IncompleteBulletin, StaleEdit.
    """
    require(by, "schedule")
    with transaction.atomic():
        release = locked_release(release, lock_version=lock_version)
        content = content_of_draft(_draft_to_publish(release))
        if content.missing:
            raise IncompleteBulletin(content.missing)
        release.state = ReleaseState.SCHEDULED.value
        release.publish_at = at
        release.lock_version += 1
        release.save()
        record(release, EventKind.SCHEDULED, by=by, at=at.isoformat())
    return release


def unschedule(*, release: Release, by: Actor) -> Release:
    """Cancels a scheduled publication; the bulletin goes back to review."""
    require(by, "schedule")
    with transaction.atomic():
        release = locked_release(release)
        if release.state != ReleaseState.SCHEDULED:
            raise WrongState("Este comunicado no está programado.")
        release.state = ReleaseState.IN_REVIEW.value
        release.publish_at = None
        release.lock_version += 1
        release.save()
        record(release, EventKind.UNSCHEDULED, by=by)
    return release


def publish_due() -> list[Release]:
    """Publishes what is due by the database's clock; returns it, oldest minute first.

    Called by the worker's tick and by public requests alike, whichever comes first; an advisory
    lock lets one of them work and sends the others on at once with an empty list.
    """
    with transaction.atomic():
        if not _take_due_lock():
            return []
        due = list(Release.objects.due().order_by("publish_at", "id"))
        for release in due:
            _publish_locked(locked_release(release), by=None)
    return due


def _take_due_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_DUE_LOCK])
        row = cursor.fetchone()
    return bool(row and row[0])
