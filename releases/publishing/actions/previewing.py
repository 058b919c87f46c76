"""Links with which a named reader sees a bulletin before it is public."""

from __future__ import annotations

import datetime as dt
import secrets

from django.db import transaction
from django.db.models.functions import Now

from releases.models import Draft, PreviewLink, Release, User
from releases.publishing.content import clean_text, content_of_draft
from releases.publishing.errors import IncompleteBulletin, WrongState
from releases.publishing.permissions import require
from releases.publishing.previews import LONGEST_HOURS, find_link, hash_of_secret
from releases.publishing.records import locked_release, record
from releases.vocabulary import EventKind, ReleaseState

_SECRET_BYTES = 24
_IN_WORK = {ReleaseState.DRAFT, ReleaseState.IN_REVIEW, ReleaseState.SCHEDULED}


def give_preview(*, release: Release, reader: str, hours: int, by: User) -> tuple[PreviewLink, str]:
    """A link for `reader` (an outlet or a person) and its secret, which is told only here.

    It opens the draft as it is now for `hours`, from 1 to `previews.LONGEST_HOURS`. Raises
    WrongState unless the bulletin waits for its publication, IncompleteBulletin, and ValueError
    for nobody's name or other hours.
    """
    require(by, "preview")
    name = clean_text(reader)
    if not name or not 1 <= hours <= LONGEST_HOURS:
        raise ValueError(f"a preview is for somebody and from 1 to {LONGEST_HOURS} hours")
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    with transaction.atomic():
        release = locked_release(release)
        draft = _draft_to_show(release)
        link = PreviewLink.objects.create(
            release=release,
            reader=name,
            secret_sha256=hash_of_secret(secret),
            draft_version=draft.lock_version,
            expires_at=Now() + dt.timedelta(hours=hours),
            created_by=by,
        )
        link.refresh_from_db(fields=["expires_at", "created_at"])
        record(release, EventKind.PREVIEW_GIVEN, by=by, link=link.pk, reader=name, hours=hours)
    return link, secret


def revoke_preview(*, link: PreviewLink, by: User) -> PreviewLink:
    """Ends a link at once; one that ended before stays as it is."""
    require(by, "preview")
    with transaction.atomic():
        links = PreviewLink.objects.select_for_update(of=("self",)).select_related("release")
        fresh = links.get(pk=link.pk)
        if fresh.revoked_at is None:
            fresh.revoked_at, fresh.revoked_by = Now(), by
            fresh.save(update_fields=["revoked_at", "revoked_by"])
            fresh.refresh_from_db(fields=["revoked_at"])
            record(fresh.release, EventKind.PREVIEW_REVOKED, by=by, link=fresh.pk)
    return fresh


def open_preview(*, secret: str, what: str) -> PreviewLink | None:
    """The link that the secret opens, its use kept in the bulletin's history; else None.

    `what` says what the reader opened. Of the reader nothing is kept but the name that the link
    was given for. After the publication the link only leads on, which is no longer kept.
    """
    link = find_link(secret)
    if link is not None and link.release.current_revision_id is None:
        record(link.release, EventKind.PREVIEW_USED, by=None, link=link.pk, what=what)
    return link


def _draft_to_show(release: Release) -> Draft:
    if release.state not in _IN_WORK or release.discarded_at:
        raise WrongState("Este comunicado ya se publicó, se retiró o se descartó.")
    draft = Draft.objects.select_related("issued_in").get(pk=release.pk)
    missing = content_of_draft(draft).missing
    if missing:
        raise IncompleteBulletin(missing)
    return draft
