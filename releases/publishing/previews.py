"""A bulletin as it will be public, and the links with which a named reader sees it before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now

from releases.models import Draft, Mention, PreviewLink, Release, Revision
from releases.publishing.content import content_of_draft
from releases.publishing.entities import ContentEntities
from releases.publishing.records import compose_revision
from releases.vocabulary import ReleaseState, RevisionKind

LONGEST_HOURS = 72

_SHOWN = (ReleaseState.PUBLISHED, ReleaseState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class PreviewedVersion:
    """Version 1 as it would be public now, and its mentions in reading order; nothing is saved."""

    revision: Revision
    mentions: list[Mention]


def hash_of_secret(secret: str) -> str:
    """What is kept of a link's secret: its SHA-256 in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()


def find_link(secret: str) -> PreviewLink | None:
    """The link that a secret opens now, with its bulletin and draft; None where there is none.

    A link that expired, was revoked or was given for another text is none, like one that never
    was. That of a bulletin which became public, or was withdrawn since, is still found: it leads
    to the public page. One query by the hash, whatever the answer.
    """
    return (
        PreviewLink.objects.filter(working_links())
        .select_related(
            "release__issuer",
            "release__draft__issued_in",
            "release__draft__source",
            "release__draft__extraction",
        )
        .filter(secret_sha256=hash_of_secret(secret))
        .first()
    )


def links_of(release: Release) -> QuerySet[PreviewLink]:
    """The links given for a bulletin, the newest first, working or not."""
    links = release.preview_links.select_related("created_by", "revoked_by")
    return links.order_by("-created_at", "-pk")


def working_links(prefix: str = "") -> Q:
    """Not revoked, not expired by the database's clock, and for the text that they were given for.

    `prefix` is the path to the links, where another table is asked.
    """
    same_text = {
        f"{prefix}release__draft__lock_version": F(f"{prefix}draft_version"),
        f"{prefix}release__discarded_at__isnull": True,
    }
    in_time = {f"{prefix}revoked_at__isnull": True, f"{prefix}expires_at__gt": Now()}
    return Q(**in_time) & (Q(**{f"{prefix}release__state__in": _SHOWN}) | Q(**same_text))


def previewed_version(release: Release, draft: Draft) -> PreviewedVersion:
    """What publishing the draft now would show; raises IncompleteBulletin."""
    content = content_of_draft(draft)
    entities = ContentEntities(content)
    revision = compose_revision(
        release=release,
        content=content,
        entities=entities,
        kind=RevisionKind.ORIGINAL,
        note="",
        draft=draft,
    )
    return PreviewedVersion(revision, sorted(entities.rows(revision), key=_reading_order))


def _reading_order(mention: Mention) -> tuple[bool, int, bool, int]:
    """As the database sorts the saved ones: what has no place in the text comes last."""
    paragraph, start = mention.paragraph, mention.start
    return (paragraph is None, paragraph or 0, start is None, start or 0)
