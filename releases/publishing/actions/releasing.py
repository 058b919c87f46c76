"""Making a bulletin public: now, or by setting its minute."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from releases.models import Draft, Release, Revision, User
from releases.publishing.content import clean_text, content_of_draft
from releases.publishing.errors import IncompleteBulletin, StaleEdit, WrongState
from releases.publishing.folios import give_folio, return_folio
from releases.publishing.letterheads import print_ahead
from releases.publishing.permissions import Actor, require
from releases.publishing.records import locked_release, record, show, write_revision
from releases.publishing.second_person import demand_second_person, keep_request, two_people
from releases.vocabulary import EventKind, PendingAct, ReleaseState, RevisionKind

_UNPUBLISHED = {ReleaseState.DRAFT, ReleaseState.IN_REVIEW, ReleaseState.SCHEDULED}


def publish(
    *,
    release: Release,
    by: Actor,
    lock_version: int | None = None,
    draft_version: int | None = None,
    batch: str = "",
    note: str = "",
    emergency_reason: str = "",
) -> Revision:
    """Publishes a bulletin's draft as version 1, at once.

    `batch` names the lot it belongs to, `note` is internal; both go to its history. Where the
    office works with two people, only an `emergency_reason` lets one publish alone: the bulletin
    then waits on the list of authorizations for its second signature.

    Raises WrongState for a bulletin that is or was public, IncompleteBulletin, StaleEdit when
    `lock_version` is given and somebody acted since, or `draft_version` (the draft's own) and
    somebody saved another text; SecondPersonNeeded.
    """
    require(by, "publish")
    emergency = clean_text(emergency_reason) if by and two_people() else ""
    if not emergency:
        demand_second_person(by)
    with transaction.atomic():
        release = locked_release(release, lock_version=lock_version)
        check_draft(release, draft_version)
        revision = publish_locked(release, by=by, batch=batch, note=note)
        if by and emergency:
            _ask_countersignature(release, revision, by=by, reason=emergency)
    return revision


def _ask_countersignature(release: Release, revision: Revision, *, by: User, reason: str) -> None:
    record(release, EventKind.EMERGENCY, by=by, revision=revision, note=reason)
    keep_request(
        release=release,
        act=PendingAct.COUNTERSIGN,
        by=by,
        reason=reason,
        revision=revision,
        data={"revision": revision.number},
    )


def publish_locked(
    release: Release, *, by: Actor, batch: str = "", note: str = "", **details: Any
) -> Revision:
    """Version 1 of a locked release, whoever decided it. `details` go to its history."""
    draft = _draft_to_publish(release)
    give_folio(release, draft)
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
    data = {"confirmed": draft.confirmed, "draft_version": draft.lock_version, **details}
    if batch:
        data["batch"] = batch
    record(release, EventKind.PUBLISHED, by=by, revision=revision, note=note, **data)
    return revision


def _draft_to_publish(release: Release) -> Draft:
    """The draft, its row locked: a text that is being saved now is published whole or not yet."""
    if release.state not in _UNPUBLISHED or release.discarded_at:
        raise WrongState("Este comunicado ya se publicó, se retiró o se descartó.")
    drafts = Draft.objects.select_for_update(of=("self",)).select_related("issued_in")
    return drafts.get(pk=release.pk)


def check_draft(release: Release, draft_version: int | None) -> None:
    """Raises StaleEdit when the draft of a locked release is not the one that somebody saw."""
    if draft_version is not None and _draft_to_publish(release).lock_version != draft_version:
        raise StaleEdit


def schedule(
    *,
    release: Release,
    at: dt.datetime,
    by: Actor,
    lock_version: int | None = None,
    draft_version: int | None = None,
) -> Release:
    """Sets the minute (timezone-aware) at which a bulletin becomes public.

    Scheduling again moves it. Raises WrongState, IncompleteBulletin, StaleEdit (as `publish`),
    SecondPersonNeeded.
    """
    require(by, "schedule")
    demand_second_person(by)
    with transaction.atomic():
        release = locked_release(release, lock_version=lock_version)
        check_draft(release, draft_version)
        schedule_locked(release, at=at, by=by)
    return release


def schedule_locked(release: Release, *, at: dt.datetime, by: Actor, **details: Any) -> None:
    """Sets the minute of a locked release, whoever decided it. `details` go to its history."""
    check_publishable(release)
    draft = _draft_to_publish(release)
    give_folio(release, draft)
    release.state = ReleaseState.SCHEDULED.value
    release.publish_at = at
    release.lock_version += 1
    release.save()
    print_ahead(release=release, draft=draft, content=content_of_draft(draft))
    record(release, EventKind.SCHEDULED, by=by, at=at.isoformat(), **details)


def check_publishable(release: Release) -> None:
    """Raises WrongState, or IncompleteBulletin, unless the release could be published now."""
    content = content_of_draft(_draft_to_publish(release))
    if content.missing:
        raise IncompleteBulletin(content.missing)


def unschedule(*, release: Release, by: Actor, lock_version: int | None = None) -> Release:
    """Cancels a scheduled publication; the bulletin goes back to review, its number to the series.

    Raises WrongState, StaleEdit when `lock_version` is given and somebody acted since.
    """
    require(by, "schedule")
    with transaction.atomic():
        release = locked_release(release, lock_version=lock_version)
        if release.state != ReleaseState.SCHEDULED:
            raise WrongState("Este comunicado no está programado.")
        returned = return_folio(release, _draft_to_publish(release))
        release.state = ReleaseState.IN_REVIEW.value
        release.publish_at = None
        release.lock_version += 1
        release.save()
        record(release, EventKind.UNSCHEDULED, by=by, **returned)
    return release
