"""A person's answers to what was read: the text, and the place in a series that its folio names."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from psycopg.errors import UniqueViolation

from releases.models import Draft, Release
from releases.publishing.actions.drafting import save_draft
from releases.publishing.actions.rereading import Identity
from releases.publishing.content import BulletinContent
from releases.publishing.errors import FolioTaken, IncompleteBulletin, StaleEdit, WrongState
from releases.publishing.identity import release_key, release_slug
from releases.publishing.letterheads import print_ahead
from releases.publishing.permissions import Actor, require
from releases.publishing.records import locked_release, record
from releases.publishing.sketches import write_sketch
from releases.vocabulary import EventKind, ReleaseState

_OPEN = {ReleaseState.DRAFT, ReleaseState.IN_REVIEW, ReleaseState.SCHEDULED}


def save_review(
    *,
    draft: Draft,
    content: BulletinContent,
    identity: Identity | None,
    lock_version: int,
    by: Actor,
    confirmed: frozenset[str] = frozenset(),
) -> Draft:
    """Overwrites the draft of a bulletin that was never public, as `save_draft` does.

    `identity` moves the bulletin to another place in a series, None leaves it where it is. One
    that is scheduled keeps its minute, and only who may schedule changes it.

    Raises StaleEdit when somebody saved since the form was made; FolioTaken; IncompleteBulletin
    for a scheduled one that could not go out; WrongState for a bulletin that is or was public, or
    was put away; SecondPersonNeeded as `save_draft`.
    """
    require(by, "edit")
    with transaction.atomic():
        release = locked_release(draft.release)
        if release.state not in _OPEN or release.discarded_at:
            raise WrongState
        if release.state == ReleaseState.SCHEDULED:
            require(by, "schedule")
            if content.missing:
                raise IncompleteBulletin(content.missing)
        # Before the identity: who saves on an old form learns that, not of a number taken since.
        if not Draft.objects.filter(pk=draft.pk, lock_version=lock_version).exists():
            raise StaleEdit
        if identity and identity != _identity_of(release):
            _move(release, identity)
            record(
                release,
                EventKind.DRAFTED,
                by=by,
                issuer=identity.issuer.slug,
                number=identity.number,
                year=identity.year,
            )
        saved = save_draft(
            draft=draft,
            content=content,
            lock_version=lock_version,
            by=by,
            confirmed=confirmed,
        )
        _follow(release, saved, content)
    return saved


def _follow(release: Release, draft: Draft, content: BulletinContent) -> None:
    """What is derived from the text: address, likeness, the sheet of a scheduled bulletin."""
    release.slug = release_slug(content.headline)
    release.save(update_fields=["slug"])
    write_sketch(release, content)
    if release.state == ReleaseState.SCHEDULED:
        print_ahead(release=release, draft=draft, content=content)


def _identity_of(release: Release) -> Identity:
    return Identity(issuer=release.issuer, number=release.number, year=release.year)


def _move(release: Release, identity: Identity) -> None:
    """Gives the bulletin another place; its address was never public, so nothing leads there."""
    release.issuer = identity.issuer
    release.number = identity.number
    release.year = identity.year
    release.key = release_key(issuer=identity.issuer, number=identity.number)
    release.lock_version += 1
    try:
        with transaction.atomic():
            release.save()
    except IntegrityError as error:
        if isinstance(error.__cause__, UniqueViolation):
            raise FolioTaken from error
        raise
