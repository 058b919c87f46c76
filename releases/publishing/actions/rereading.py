"""A kept document read anew: by a better reader, or by OCR after it waited without text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from releases.models import Agency, Draft, Extraction, Release, Revision, SourceDocument
from releases.publishing.actions.receiving import Reading, create_extraction
from releases.publishing.content import BulletinContent
from releases.publishing.errors import NothingChanged, StaleEdit, WrongState
from releases.publishing.identity import release_key, release_slug
from releases.publishing.permissions import Actor, require
from releases.publishing.records import (
    locked_release,
    record,
    show,
    write_draft_fields,
    write_revision,
)
from releases.publishing.second_person import demand_second_person
from releases.publishing.sketches import write_sketch
from releases.vocabulary import EventKind, ReleaseState, RevisionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A bulletin's place in its issuer's series."""

    issuer: Agency
    number: int | None
    year: int


def keep_reading(*, source: SourceDocument, reading: Reading, by: Actor) -> Extraction:
    """Keeps what today's reader makes of a kept file, beside what former readers made of it.

    The very same reading is kept once; another result of the same reader goes by the reader's
    name with a digest of the result.
    """
    require(by, "receive")
    with transaction.atomic():
        # Two processes that read the same file must not both add it.
        SourceDocument.objects.select_for_update().get(pk=source.pk)
        known = {row.extractor: row for row in source.extractions.all()}
        plain = known.get(reading.extractor)
        if plain is None:
            return create_extraction(source, reading)
        if _digest(plain.lines, plain.fields) == _digest(reading.lines, reading.fields):
            return plain
        name = f"{reading.extractor}-{_digest(reading.lines, reading.fields)[:8]}"
        return known.get(name) or create_extraction(source, _named(reading, name))


def _named(reading: Reading, name: str) -> Reading:
    return Reading(
        extractor=name,
        from_image=reading.from_image,
        lines=reading.lines,
        fields=reading.fields,
        notices=reading.notices,
    )


def _digest(lines: object, fields: object) -> str:
    # As JSON, because that is the form in which the kept one comes back.
    return hashlib.sha256(json.dumps([lines, fields], sort_keys=True).encode()).hexdigest()


def apply_reading(
    *,
    release: Release,
    extraction: Extraction,
    content: BulletinContent,
    seen_version: int,
    by: Actor,
    note: str = "",
    identity: Identity | None = None,
    twin: Mapping[str, Any] | None = None,
) -> Revision | Draft:
    """Makes `content`, merged from a new reading, what the bulletin says.

    A public bulletin gets a new version of kind CORRECTION with the public `note`; one in work
    gets it in its draft and stays there: nothing is published. `seen_version` is the number of the
    version, or the draft's `lock_version`, that the merge was made from. `identity` gives a
    bulletin without number its place in a series, where that is free; `twin` is kept with the draft
    as `receive` keeps it.

    Raises WrongState for a bulletin that is scheduled, withdrawn or put away, or public with a
    correction pending; StaleEdit when somebody saved since; NothingChanged.
    """
    with transaction.atomic():
        release = locked_release(release)
        if release.state == ReleaseState.PUBLISHED:
            require(by, "correct")
            demand_second_person(by)
            return _apply_in_public(release, extraction, content, seen_version, note, by)
        require(by, "edit")
        if release.discarded_at or release.state not in _IN_WORK:
            raise WrongState("Está programado, retirado o descartado: no se cambia solo.")
        draft = _apply_to_draft(release, extraction, content, seen_version, identity, by)
        if twin:
            draft.links = {**draft.links, "twin": dict(twin)}
            draft.save(update_fields=["links"])
        return draft


_IN_WORK = {ReleaseState.DRAFT, ReleaseState.IN_REVIEW}


def _apply_in_public(
    release: Release,
    extraction: Extraction,
    content: BulletinContent,
    seen_version: int,
    note: str,
    by: Actor,
) -> Revision:
    current = release.current_revision
    if current is None or current.number != seen_version:
        raise StaleEdit(current=current)
    if Draft.objects.filter(pk=release.pk).exists():
        raise WrongState("Tiene una corrección pendiente: publíquela o descártela antes.")
    # Never saved: it only tells which document and which reading the version comes from.
    origin = Draft(release=release, source_id=current.source_id, extraction=extraction)
    revision = write_revision(
        release=release,
        content=content,
        kind=RevisionKind.CORRECTION,
        note=note,
        draft=origin,
        by=by,
        # The sheet of a corrected version says the words of that version, so it is made anew.
        keeps_document=current.source_id == extraction.source_id,
    )
    show(release, revision, content)
    record(release, EventKind.CORRECTED, by=by, revision=revision, reread=extraction.extractor)
    return revision


def _apply_to_draft(
    release: Release,
    extraction: Extraction,
    content: BulletinContent,
    seen_version: int,
    identity: Identity | None,
    by: Actor,
) -> Draft:
    draft = Draft.objects.select_for_update().get(pk=release.pk)
    if draft.lock_version != seen_version:
        raise StaleEdit
    if draft.extraction_id == extraction.pk:
        raise NothingChanged
    if identity and release.number is None:
        _identify(release, identity)
    release.slug = release_slug(content.headline)
    release.lock_version += 1
    release.save()
    write_draft_fields(draft, content, by=by)
    draft.extraction = extraction
    draft.lock_version += 1
    draft.save()
    write_sketch(release, content)
    record(release, EventKind.DRAFTED, by=by, reread=extraction.extractor)
    return draft


def _identify(release: Release, identity: Identity) -> None:
    """Takes the place in the series unless another bulletin has it."""
    number = identity.number
    taken = Release.objects.exclude(pk=release.pk).filter(
        issuer=identity.issuer, year=identity.year, number=number
    )
    if number is not None and taken.exists():
        number = None
    release.issuer, release.number, release.year = identity.issuer, number, identity.year
    if number is not None:
        release.key = release_key(issuer=identity.issuer, number=number)
