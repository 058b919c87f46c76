"""Taking a file in: a new bulletin with its first draft, or a proposed correction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from django.db import IntegrityError, transaction
from psycopg.errors import UniqueViolation

from releases.models import Agency, Draft, Extraction, Release, SourceDocument
from releases.publishing.content import BulletinContent, text_sha256
from releases.publishing.errors import AlreadyKept, FolioTaken, PublishingError, WrongState
from releases.publishing.identity import release_key, release_slug
from releases.publishing.permissions import Actor, require
from releases.publishing.records import locked_release, record, write_draft_fields
from releases.publishing.sketches import write_sketch
from releases.vocabulary import EventKind, ReleaseState, RevisionKind, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of a file, as `models.Extraction` keeps it."""

    extractor: str
    from_image: bool = False
    lines: list[Any] = field(default_factory=list)
    fields: Mapping[str, Any] = field(default_factory=dict)
    notices: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedFile:
    """A file that lies in the store already, under its hash (`ingest.store`)."""

    sha256: str
    media_type: str
    file_name: str
    size: int
    page_count: int = 1
    kind: SourceKind = SourceKind.ORIGINAL
    reading: Reading


def receive(
    *,
    file: ReceivedFile,
    content: BulletinContent,
    issuer: Agency,
    number: int | None,
    year: int,
    proposals: list[dict[str, Any]],
    by: Actor,
    note: str = "",
    confirmed: frozenset[str] = frozenset(),
    twin: Mapping[str, Any] | None = None,
) -> Release:
    """A new bulletin in review, with the file, its reading and a draft.

    `proposals` are names the text defines and the catalogue lacks; `confirmed` are fields that a
    person answers for already. `twin` is kept with the draft for the desk: `release` (primary
    key), `name` and `share` (0 to 1) of a bulletin that this one resembles. Raises FolioTaken when
    the series has that number, AlreadyKept when the file is in the archive.
    """
    require(by, "receive")
    with transaction.atomic():
        release = Release(
            issuer=issuer,
            number=number,
            year=year,
            key=release_key(issuer=issuer, number=number),
            slug=release_slug(content.headline),
            state=ReleaseState.IN_REVIEW.value,
        )
        _save_new(release)
        source = attach(release=release, file=file, content=content, by=by)
        draft = Draft(
            release=release,
            kind=RevisionKind.ORIGINAL.value,
            source=source,
            extraction=source.extractions.only("pk").first(),
            links={"proposals": proposals, **({"twin": dict(twin)} if twin else {})},
            confirmed=sorted(confirmed),
        )
        write_draft_fields(draft, content, by=by)
        draft.save(force_insert=True)
        write_sketch(release, content)
        record(release, EventKind.RECEIVED, by=by, note=note, file=file.file_name)
    return release


def propose_correction(
    *, release: Release, file: ReceivedFile, content: BulletinContent, by: Actor
) -> Draft:
    """A draft correction of a known bulletin from a file with the same folio and other words.

    What is public stays as it is. Raises WrongState for a withdrawn release or one that has a
    draft already; AlreadyKept when the file is in the archive.
    """
    require(by, "receive")
    with transaction.atomic():
        release = locked_release(release)
        if release.state == ReleaseState.WITHDRAWN or Draft.objects.filter(pk=release.pk).exists():
            raise WrongState("Este comunicado fue retirado o ya tiene un borrador pendiente.")
        source = attach(release=release, file=file, content=content, by=by)
        draft = Draft(
            release=release,
            kind=RevisionKind.CORRECTION.value,
            based_on=release.current_revision,
            source=source,
            extraction=source.extractions.only("pk").first(),
        )
        write_draft_fields(draft, content, by=by)
        if release.current_revision:  # the file says nothing of its photos
            draft.attachments = release.current_revision.attachments
        draft.save(force_insert=True)
        record(release, EventKind.DRAFTED, by=by, file=file.file_name, same_folio=True)
    return draft


def attach(
    *,
    release: Release,
    file: ReceivedFile,
    content: BulletinContent,
    by: Actor,
    companion_of: SourceDocument | None = None,
) -> SourceDocument:
    """Keeps a file and its reading with a bulletin; raises AlreadyKept for bytes known already."""
    require(by, "receive")
    try:
        with transaction.atomic():
            source = SourceDocument.objects.create(
                release=release,
                kind=file.kind.value,
                companion_of=companion_of,
                sha256=file.sha256,
                text_sha256=text_sha256(content),
                media_type=file.media_type,
                file_name=file.file_name,
                size=file.size,
                page_count=file.page_count,
                received_by=by,
            )
            create_extraction(source, file.reading)
    except IntegrityError as error:
        _reraise_as(AlreadyKept, error)
    return source


def create_extraction(source: SourceDocument, reading: Reading) -> Extraction:
    """A row of what a reader made of a kept file; IntegrityError for one of the same name."""
    return Extraction.objects.create(
        source=source,
        extractor=reading.extractor,
        from_image=reading.from_image,
        lines=reading.lines,
        fields=dict(reading.fields),
        notices=reading.notices,
    )


def _save_new(release: Release) -> None:
    try:
        with transaction.atomic():
            release.save(force_insert=True)
    except IntegrityError as error:
        _reraise_as(FolioTaken, error)


def _reraise_as(refusal: type[PublishingError], error: IntegrityError) -> NoReturn:
    """The refusal for a key that is taken; any other broken constraint is a fault of ours."""
    if isinstance(error.__cause__, UniqueViolation):
        raise refusal from error
    raise error
