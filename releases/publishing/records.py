"""The rows that several acts write: versions, mentions, events, the search row.

Private to `publishing.actions`; each function expects to run inside the act's transaction.
"""

from __future__ import annotations

from typing import Any

from releases.models import Draft, Mention, Place, Release, ReleaseEvent, Revision
from releases.publishing.content import (
    BulletinContent,
    attachments_to_json,
    mentions_to_json,
    text_sha256,
)
from releases.publishing.entities import ContentEntities
from releases.publishing.errors import IncompleteBulletin, StaleEdit, WrongState
from releases.publishing.identity import release_slug
from releases.publishing.letterheads import (
    brings_its_document,
    database_now,
    print_version,
    print_when_possible,
)
from releases.publishing.permissions import Actor
from releases.publishing.sketches import write_sketch
from releases.search.entries import read_entry
from releases.search.index import remove_search_row, write_entry
from releases.vocabulary import EventKind, ReleaseState, RevisionKind


def locked_release(release: Release, *, lock_version: int | None = None) -> Release:
    """The release, its row locked until the act ends.

    Raises StaleEdit when `lock_version` is given and somebody acted on the release since.
    """
    Release.objects.select_for_update().only("pk").get(pk=release.pk)
    # Read anew, not joined to the locking query: after a wait that one sees the row as it is now,
    # but of the version that became current meanwhile it sees nothing.
    fresh = Release.objects.with_current().get(pk=release.pk)
    if lock_version is not None and fresh.lock_version != lock_version:
        raise StaleEdit(current=fresh.current_revision)
    return fresh


def write_draft_fields(draft: Draft, content: BulletinContent, *, by: Actor) -> None:
    """Sets the draft's fields from `content`; the caller saves it.

    Photos and annexes come from `content` for a new draft alone: afterwards they have their own
    verbs, so that a form of the text never drops them.
    """
    for name, value in text_fields(content).items():
        setattr(draft, name, value)
    if draft._state.adding:
        draft.attachments = attachments_to_json(content.attachments)
    draft.issued_on = content.issued_on
    draft.links = {**draft.links, "mentions": mentions_to_json(content.mentions)}
    draft.saved_by = by


def text_fields(content: BulletinContent) -> dict[str, Any]:
    """The fields of `BulletinText` that `content` gives, with the place looked up.

    Raises Place.DoesNotExist for an unknown slug.
    """
    place = Place.objects.only("slug").get(slug=content.issued_in) if content.issued_in else None
    return {
        "folio": content.folio,
        "document_kind": content.document_kind,
        "headline": content.headline,
        "summary_points": list(content.summary_points),
        "body": list(content.body),
        "boilerplate": content.boilerplate,
        "dateline": content.dateline,
        "issued_in": place,
        "evidence": dict(content.evidence),
    }


def write_revision(
    *,
    release: Release,
    content: BulletinContent,
    kind: RevisionKind,
    note: str,
    draft: Draft | None,
    by: Actor,
    keeps_document: bool = False,
) -> Revision:
    """The next public version with its mentions and document; raises IncompleteBulletin.

    The document is the file that the draft came from where no version shows it yet, otherwise an
    official sheet, made now. With `keeps_document`, and on a withdrawal, it stays the current one.
    """
    entities = ContentEntities(content)
    revision = compose_revision(
        release=release, content=content, entities=entities, kind=kind, note=note, draft=draft
    )
    revision.created_by = by
    revision.created_at = database_now()
    keeps = keeps_document or kind is RevisionKind.WITHDRAWAL
    if not keeps and not brings_its_document(draft, release.current_revision):
        revision.source = print_version(revision, content)
    revision.save(force_insert=True)
    if revision.source is None:
        print_when_possible(revision)
    Mention.objects.bulk_create(entities.rows(revision))
    write_sketch(release, content)
    return revision


def compose_revision(
    *,
    release: Release,
    content: BulletinContent,
    entities: ContentEntities,
    kind: RevisionKind,
    note: str,
    draft: Draft | None,
) -> Revision:
    """The next version as it would be public, not saved; raises IncompleteBulletin.

    Without a draft, document and reading are those of the version that is public now.
    """
    if content.missing or content.issued_on is None:
        raise IncompleteBulletin(content.missing)
    current = release.current_revision
    return Revision(
        release=release,
        number=release.revisions.count() + 1,
        kind=kind.value,
        issued_on=content.issued_on,
        display_headline=entities.display_headline(),
        entities=entities.snapshot(),
        text_sha256=text_sha256(content),
        change_note=note,
        source_id=draft.source_id if draft else current.source_id if current else None,
        extraction_id=draft.extraction_id if draft else current.extraction_id if current else None,
        attachments=attachments_to_json(content.attachments),
        **text_fields(content),
    )


def show(release: Release, revision: Revision, content: BulletinContent) -> None:
    """Makes `revision` what the public sees, in pages and search alike."""
    release.state = ReleaseState.PUBLISHED.value
    release.current_revision = revision
    release.slug = release_slug(content.headline)
    release.publish_at = None
    release.first_seen_at = release.first_seen_at or revision.created_at
    release.changed_at = revision.created_at
    release.lock_version += 1
    release.save()
    index(release, revision)


def index(release: Release, revision: Revision) -> None:
    """Writes the search row of a public release anew; one that was never shown raises."""
    if release.first_seen_at is None:
        raise WrongState
    write_entry(read_entry(release, revision))


def hide(release: Release) -> None:
    """Takes a release out of the search."""
    remove_search_row(release_id=release.pk)


def record(
    release: Release,
    kind: EventKind,
    *,
    by: Actor,
    revision: Revision | None = None,
    note: str = "",
    **data: Any,
) -> ReleaseEvent:
    """Appends to the release's history."""
    return ReleaseEvent.objects.create(
        release=release, revision=revision, kind=kind.value, by=by, note=note, data=data
    )
