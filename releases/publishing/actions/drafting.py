"""Work in progress: saving a draft, sending it to review, putting it away."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from releases.models import Draft, Release
from releases.publishing.content import BulletinContent
from releases.publishing.errors import StaleEdit, WrongState
from releases.publishing.folios import keep_number
from releases.publishing.identity import release_key
from releases.publishing.permissions import Actor, require
from releases.publishing.records import locked_release, record, write_draft_fields
from releases.publishing.second_person import demand_second_person
from releases.vocabulary import EventKind, ReleaseState

_USED_UP = "Se publicó mientras usted escribía; no se guardó. Copie su texto antes de salir."


def save_draft(
    *,
    draft: Draft,
    content: BulletinContent,
    lock_version: int,
    by: Actor,
    confirmed: frozenset[str] = frozenset(),
) -> Draft:
    """Overwrites the draft; `confirmed` adds field names that a person now answers for.

    `lock_version` is the one that the person's form was made from; raises StaleEdit when
    somebody saved since, and SecondPersonNeeded for a scheduled bulletin where the office works
    with two people: what goes out at its minute is the text that the second one saw.
    """
    require(by, "edit")
    with transaction.atomic():
        fresh = Draft.objects.select_for_update().filter(pk=draft.pk).first()
        if fresh is None:
            raise WrongState(_USED_UP)
        if fresh.lock_version != lock_version:
            raise StaleEdit
        if fresh.release.state == ReleaseState.SCHEDULED:
            demand_second_person(by)
        write_draft_fields(fresh, content, by=by)
        fresh.confirmed = sorted(confirmed.union(fresh.confirmed))
        fresh.lock_version += 1
        fresh.save()
    return fresh


def submit(*, release: Release, by: Actor) -> Release:
    """Sends a draft to review. Raises WrongState unless it is a draft."""
    require(by, "submit")
    with transaction.atomic():
        release = locked_release(release)
        if release.state != ReleaseState.DRAFT:
            raise WrongState
        release.state = ReleaseState.IN_REVIEW.value
        release.lock_version += 1
        release.save()
        record(release, EventKind.SUBMITTED, by=by)
    return release


def discard(*, release: Release, by: Actor) -> Release:
    """Puts away a bulletin that was never public: its kept file stays, its number is free again.

    Raises WrongState for a bulletin that is or was public, or is scheduled.
    """
    require(by, "edit")
    with transaction.atomic():
        release = locked_release(release)
        if release.state not in {ReleaseState.DRAFT, ReleaseState.IN_REVIEW}:
            raise WrongState
        put_away: dict[str, Any] = {"number": release.number, "state": release.state}
        release.state = ReleaseState.DRAFT.value
        release.number = None
        release.key = release_key(issuer=release.issuer, number=None)
        release.discarded_at = Now()
        release.lock_version += 1
        release.save()
        release.refresh_from_db(fields=["discarded_at"])
        record(release, EventKind.DISCARDED, by=by, **put_away)
    return release


def recover(*, release: Release, by: Actor) -> Release:
    """Takes back a bulletin that was put away, to where it stood; its text is as it was left.

    It has its number again unless another bulletin took that meanwhile: then its review asks for
    one. Raises WrongState for a bulletin that is not put away.
    """
    require(by, "edit")
    with transaction.atomic():
        release = locked_release(release)
        if release.discarded_at is None:
            raise WrongState("Este comunicado no está descartado.")
        put_away = _how_it_was_put_away(release)
        release.state = put_away.get("state", ReleaseState.IN_REVIEW.value)
        release.discarded_at = None
        release.lock_version += 1
        release.save()
        number = put_away.get("number")
        is_back = number is not None and keep_number(release, number=number, year=release.year)
        record(release, EventKind.RECOVERED, by=by, number=number if is_back else None)
    return release


def _how_it_was_put_away(release: Release) -> dict[str, Any]:
    last = release.events.filter(kind=EventKind.DISCARDED).order_by("-pk").first()
    return last.data if last else {}
