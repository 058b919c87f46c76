"""Scans: taken in without text, read by OCR in the worker, decided by a person."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.db.models import QuerySet

from releases.catalogue.gazetteer import current_gazetteer
from releases.extraction.document import MediaType
from releases.extraction.limits import ExtractionError, OcrUnavailableError
from releases.extraction.ocr import EXTRACTOR, find_tesseract
from releases.extraction.sandbox import read_document
from releases.ingest.guidance import RULE
from releases.ingest.matching import Match, match_folio, match_likeness
from releases.ingest.reading import WAITING, BulletinReading, interpret
from releases.ingest.records import values_of_fields
from releases.models import Agency, Draft, Release, SourceDocument
from releases.publishing import actions
from releases.publishing.content import BulletinContent, content_of_draft
from releases.publishing.errors import NothingChanged
from releases.publishing.merging import field_values, merge_reading
from releases.storage import document_path
from releases.vocabulary import ReleaseState

logger = logging.getLogger(__name__)

TO_BE_READ = "lectura-pendiente"


def explain_waiting(error: ExtractionError) -> tuple[str, str]:
    """Code and sentence for a file without text: what happens next, or what to install."""
    try:
        find_tesseract()
    except OcrUnavailableError as missing:
        return missing.code, str(missing)
    return TO_BE_READ, "Es un documento escaneado: se lee como imagen y espera a que lo revisen."


def waiting_releases() -> QuerySet[Release]:
    """Bulletins in work whose document nobody has read yet, oldest first."""
    return Release.objects.filter(
        state__in=[ReleaseState.DRAFT, ReleaseState.IN_REVIEW],
        discarded_at=None,
        draft__extraction__extractor=WAITING,
        draft__source__media_type=MediaType.PDF.value,
    ).order_by("received_at", "pk")


def read_scan(source: SourceDocument) -> bool:
    """Reads a kept scan by OCR and fills what its draft lacks; nothing is published.

    Whether it was read. What a person wrote or confirmed meanwhile stays. A scan that OCR can't
    read keeps the reason with its reading. Raises OcrUnavailableError where Tesseract is missing;
    StaleEdit when somebody saved the draft while it was read: read it again.
    """
    draft = _waiting_draft(source)
    if draft is None or draft.extraction is None:
        return False
    gazetteer = current_gazetteer()
    try:
        document = read_document(document_path(source.sha256), filename=source.file_name, ocr=True)
    except OcrUnavailableError:
        raise
    except ExtractionError as error:
        _keep_failure(source, draft, error)
        return False
    reading = interpret(document, gazetteer)
    merged = merge_reading(
        content_of_draft(draft),
        reading.content,
        read_before=_values_before(draft),
        confirmed=frozenset(draft.confirmed) | _given_fields(draft),
        only_sure=False,
        gazetteer=gazetteer,
        issuer=reading.issuer,
    )
    place = _place_in_series(draft, reading)
    _apply(source, draft, reading, merged.content, place)
    return True


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a series the scan belongs, and the bulletin that stands there or is alike."""

    identity: actions.Identity | None
    twin: Match


def _waiting_draft(source: SourceDocument) -> Draft | None:
    return (
        Draft.objects.select_related("release__issuer", "extraction", "issued_in")
        .filter(source=source, extraction__extractor=WAITING)
        .first()
    )


def _values_before(draft: Draft) -> dict[str, object]:
    fields = draft.extraction.fields if draft.extraction else {}
    return {**field_values(BulletinContent()), **values_of_fields(fields)}


def _given_fields(draft: Draft) -> frozenset[str]:
    """The fields that a manifest gave: they win over a text read from an image."""
    return frozenset(
        name
        for name, field in draft.evidence.items()
        if any(item.get("rule") == RULE for item in field.get("evidence", ()))
    )


def _place_in_series(draft: Draft, reading: BulletinReading) -> _Place:
    release = draft.release
    alike = match_likeness(reading.content, leave_out=release)
    if release.number is not None:
        return _Place(None, alike)
    given = _given_fields(draft)
    issuer = release.issuer if "issuer" in given else Agency.objects.get(slug=reading.issuer)
    known = match_folio(issuer_id=issuer.pk, number=reading.number, year=reading.year)
    identity = actions.Identity(issuer=issuer, number=reading.number, year=reading.year)
    return _Place(identity, known if known.release else alike)


def _apply(
    source: SourceDocument,
    draft: Draft,
    reading: BulletinReading,
    content: BulletinContent,
    place: _Place,
) -> None:
    extraction = actions.keep_reading(source=source, reading=reading.record, by=None)
    try:
        actions.apply_reading(
            release=draft.release,
            extraction=extraction,
            content=content,
            seen_version=draft.lock_version,
            identity=place.identity,
            twin=place.twin.as_twin,
            by=None,
        )
    except NothingChanged:
        logger.info("scan was read already", extra={"source": source.pk})


def _keep_failure(source: SourceDocument, draft: Draft, error: ExtractionError) -> None:
    """The reason stays with the bulletin, which a person writes by hand; no night tries again."""
    failed = actions.Reading(
        extractor=EXTRACTOR,
        from_image=True,
        notices=[{"code": error.code, "message": str(error)}],
    )
    extraction = actions.keep_reading(source=source, reading=failed, by=None)
    actions.apply_reading(
        release=draft.release,
        extraction=extraction,
        content=content_of_draft(draft),
        seen_version=draft.lock_version,
        by=None,
    )
