"""Kept documents read anew by today's reader, and what that would change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from releases.catalogue.gazetteer import current_gazetteer
from releases.extraction.limits import ExtractionError
from releases.extraction.sandbox import read_document
from releases.ingest.outcomes import FIELD_NAMES
from releases.ingest.reading import BulletinReading, interpret
from releases.ingest.records import values_of_fields
from releases.models import Draft, Extraction, Release, ReleaseEvent, Revision
from releases.publishing import actions
from releases.publishing.content import BulletinContent, content_of_draft, content_of_revision
from releases.publishing.merging import FieldChange, field_values, merge_reading
from releases.publishing.permissions import Actor
from releases.storage import document_path
from releases.vocabulary import EventKind, ReleaseState


@dataclass(frozen=True, slots=True)
class Rereading:
    """What a new reading of one bulletin's document says otherwise.

    `refusal` is the Spanish reason why it was not read or may not be applied.
    """

    release: Release
    changes: tuple[FieldChange, ...] = ()
    content: BulletinContent | None = None
    extraction: Extraction | None = None
    seen_version: int = 0
    refusal: str = ""

    @property
    def applicable(self) -> tuple[FieldChange, ...]:
        """The changes that may be applied; the others are kept as they are."""
        return tuple(change for change in self.changes if not change.kept)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the archive says of a bulletin now, and from which reading it comes."""

    text: Draft | Revision
    content: BulletinContent
    version: int
    confirmed: frozenset[str]


def reread(release: Release, *, by: Actor = None) -> Rereading:
    """Reads the document of a bulletin again and keeps the reading; changes nothing else.

    `release` must be with its current version (`with_current`). Raises OcrUnavailableError for a
    scan where Tesseract is missing; other faults of a file are the `refusal`.
    """
    standing = _standing(release)
    if standing is None:
        return Rereading(release, refusal="Está programado, retirado o descartado.")
    former = standing.text.extraction
    if former is None:
        return Rereading(release, refusal="No tiene documento que leer.")
    source = former.source  # a corrected version shows its official sheet instead
    gazetteer = current_gazetteer()
    try:
        path = document_path(source.sha256)
        document = read_document(path, filename=source.file_name, ocr=former.from_image)
    except ExtractionError as error:
        return Rereading(release, refusal=f"{error} ({error.code})")
    except FileNotFoundError:
        return Rereading(release, refusal="Falta su archivo: consulte «manage.py check_archive».")
    reading = interpret(document, gazetteer)
    merged = merge_reading(
        standing.content,
        _with_identity_of(reading, release, standing.content),
        read_before=_read_before(release, former),
        confirmed=standing.confirmed,
        only_sure=release.state == ReleaseState.PUBLISHED,
        gazetteer=gazetteer,
        issuer=release.issuer.name,
    )
    return Rereading(
        release=release,
        changes=(*_identity_change(reading, release, standing.content), *merged.changes),
        content=merged.content,
        extraction=actions.keep_reading(source=source, reading=reading.record, by=by),
        seen_version=standing.version,
    )


def apply_rereading(rereading: Rereading, *, by: Actor = None) -> bool:
    """Applies what may change: as a new version where public, else in the draft.

    Whether anything changed. Raises PublishingError as `actions.apply_reading` does.
    """
    if not rereading.applicable or rereading.content is None or rereading.extraction is None:
        return False
    actions.apply_reading(
        release=rereading.release,
        extraction=rereading.extraction,
        content=rereading.content,
        seen_version=rereading.seen_version,
        note=public_note(rereading.applicable),
        by=by,
    )
    return True


def public_note(changes: Iterable[FieldChange]) -> str:
    """The note that a reader of the new version sees."""
    names = list(dict.fromkeys(FIELD_NAMES[change.field] for change in changes))
    listed = " y ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"Se releyó el documento con una versión nueva del lector: cambia {listed}."


def _standing(release: Release) -> _Standing | None:
    if release.state == ReleaseState.PUBLISHED and release.current_revision:
        revision = release.current_revision
        confirmed = _confirmed_when_published(release)
        return _Standing(revision, content_of_revision(revision), revision.number, confirmed)
    if release.state in {ReleaseState.DRAFT, ReleaseState.IN_REVIEW} and not release.discarded_at:
        draft = Draft.objects.select_related("issued_in", "source", "extraction").get(pk=release.pk)
        confirmed = frozenset(draft.confirmed)
        return _Standing(draft, content_of_draft(draft), draft.lock_version, confirmed)
    return None


def _confirmed_when_published(release: Release) -> frozenset[str]:
    events = ReleaseEvent.objects.filter(release=release, kind=EventKind.PUBLISHED)
    return frozenset(
        name for names in events.values_list("data__confirmed", flat=True) for name in names or ()
    )


def _read_before(release: Release, former: Extraction) -> dict[str, object]:
    """What the former reader gave; for fields of readings that did not keep it, version 1."""
    first = release.revisions.select_related("issued_in").filter(number=1).first()
    values = field_values(content_of_revision(first)) if first else {}
    return {**values, **values_of_fields(former.fields)}


def _with_identity_of(
    reading: BulletinReading, release: Release, current: BulletinContent
) -> BulletinContent:
    """The reading under the folio that the bulletin has: a person decides on another."""
    if _is_of_series(reading, release):
        return reading.content
    return replace(reading.content, folio=current.folio)


def _is_of_series(reading: BulletinReading, release: Release) -> bool:
    return (reading.number, reading.year) == (release.number, release.year)


def _identity_change(
    reading: BulletinReading, release: Release, current: BulletinContent
) -> tuple[FieldChange, ...]:
    read = reading.content.folio
    if _is_of_series(reading, release) or read == current.folio:
        return ()
    return (FieldChange("folio", current.folio, read, "identidad"),)
