"""One file, from its bytes to a bulletin in the archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.db import transaction

from releases.catalogue.gazetteer import current_gazetteer
from releases.extraction.document import ExtractedDocument, MediaType
from releases.extraction.limits import ExtractionError
from releases.extraction.sandbox import read_document
from releases.ingest.guidance import guide
from releases.ingest.manifest import GivenFacts
from releases.ingest.matching import (
    Match,
    MatchKind,
    match_file,
    match_folio,
    match_likeness,
    match_text,
)
from releases.ingest.outcomes import (
    IngestResult,
    Outcome,
    describe_doubts,
    describe_twin,
    duplicate_result,
)
from releases.ingest.reading import BulletinReading, interpret, waiting_reading
from releases.ingest.records import FIELDS, doubtful_fields
from releases.ingest.waiting import explain_waiting
from releases.jobs import defer_page_images, defer_scan
from releases.models import Agency, Release
from releases.publishing import actions
from releases.publishing.content import BulletinContent, text_sha256
from releases.publishing.doubts import doubtful_circumstances
from releases.publishing.errors import AlreadyKept, FolioTaken, PublishingError
from releases.publishing.permissions import Actor
from releases.publishing.sketches import lock_likes
from releases.storage import file_sha256, keep
from releases.vocabulary import ReleaseState, SourceKind

__all__ = ["IngestOptions", "IngestResult", "Outcome", "ingest_document", "received_file"]

MEDIA_TYPES = {".pdf": MediaType.PDF, ".docx": MediaType.DOCX, ".txt": MediaType.TEXT}
NOTHING_GIVEN = GivenFacts()

Reader = Callable[..., ExtractedDocument]


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """How files are taken in.

    `publish` publishes what has no doubt. `confirm_all` makes the operator the person who
    confirmed every field and name, likeness to another bulletin included: for archives that were
    checked before.
    """

    publish: bool = False
    confirm_all: bool = False
    by: Actor = None
    operator: str = ""
    reader: Reader = field(default=read_document)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Intake:
    """A file under way, with all that is known of it."""

    name: str
    file: actions.ReceivedFile
    reading: BulletinReading
    options: IngestOptions


def ingest_document(
    path: Path,
    *,
    name: str,
    options: IngestOptions,
    kind: SourceKind = SourceKind.ORIGINAL,
    given: GivenFacts = NOTHING_GIVEN,
) -> IngestResult:
    """Takes one file in; safe to repeat. `name` is the file's name as people know it.

    `given` are facts from a manifest. Never raises for what the file holds: a file that can't be
    read is REFUSED with a code and what to do. Database errors and a full disk pass through.
    """
    result = _ingest(path, name, options, kind, given)
    if given.old_address and result.release:
        result = _with_old_address(result, result.release, given.old_address, options)
    return result


def _ingest(
    path: Path, name: str, options: IngestOptions, kind: SourceKind, given: GivenFacts
) -> IngestResult:
    sha256 = file_sha256(path)
    known = match_file(sha256)
    if known.release:
        return duplicate_result(name, known)
    try:
        reading = _read(path, name, options, given)
    except ExtractionError as error:
        return IngestResult(name, Outcome.REFUSED, error.code, str(error))
    known = match_text(text_sha256(reading.content))
    if known.release and reading.content.body:
        return duplicate_result(name, known)
    file = received_file(path, name=name, kind=kind, reading=reading)
    intake = _Intake(name=name, file=file, reading=reading, options=options)
    try:
        return _save_once_more(intake)
    except AlreadyKept:
        return duplicate_result(name, match_file(sha256))


def _read(path: Path, name: str, options: IngestOptions, given: GivenFacts) -> BulletinReading:
    """The file as a bulletin; raises ExtractionError for one that nobody can make sense of."""
    gazetteer = current_gazetteer()
    try:
        reading = interpret(options.reader(path, filename=name), gazetteer)
    except ExtractionError as error:
        if not error.waits:
            raise
        code, message = explain_waiting(error)
        media_type = MEDIA_TYPES[Path(name).suffix.lower()]
        reading = waiting_reading(media_type, gazetteer, code=code, message=message)
    reading = guide(reading, given, gazetteer)
    if options.confirm_all:
        reading = replace(reading, content=_confirmed(reading.content))
    return reading


def received_file(
    path: Path, *, name: str, kind: SourceKind, reading: BulletinReading
) -> actions.ReceivedFile:
    """Puts a file into the store and describes it with its reading."""
    return actions.ReceivedFile(
        sha256=keep(path),
        media_type=reading.document.media_type.value,
        file_name=name,
        size=path.stat().st_size,
        page_count=max(len(reading.document.pages), 1),
        kind=kind,
        reading=reading.record,
    )


def _save_once_more(intake: _Intake) -> IngestResult:
    # Taken in and published in one transaction: a kill in between must not leave it half done.
    try:
        with transaction.atomic():
            return _save(intake)
    except FolioTaken:
        # Somebody took the folio between the look and the write: now it is a known one.
        with transaction.atomic():
            return _save(intake)


def _save(intake: _Intake) -> IngestResult:
    reading = intake.reading
    lock_likes(reading.content)
    known = match_text(text_sha256(reading.content))
    if known.release and reading.content.body:
        return duplicate_result(intake.name, known)
    issuer = Agency.objects.defer("loaded").select_related("profile").get(slug=reading.issuer)
    known = match_folio(issuer_id=issuer.pk, number=reading.number, year=reading.year)
    if known.release and _takes_corrections(known.release):
        return _propose(intake, known.release)
    twin = known if known.release else match_likeness(reading.content)
    number = None if known.release else reading.number
    release = _receive(intake, issuer, number, twin)
    return _decide(intake, release, twin)


def _takes_corrections(release: Release) -> bool:
    return release.state == ReleaseState.PUBLISHED and not hasattr(release, "draft")


def _receive(intake: _Intake, issuer: Agency, number: int | None, twin: Match) -> Release:
    reading, options = intake.reading, intake.options
    release = actions.receive(
        file=intake.file,
        content=reading.content,
        issuer=issuer,
        number=number,
        year=reading.year,
        proposals=reading.proposals,
        by=options.by,
        note=f"Confirmado en bloque por {options.operator}." if options.confirm_all else "",
        confirmed=frozenset(FIELDS) if options.confirm_all else frozenset(),
        twin=twin.as_twin,
    )
    _defer_work(intake, release)
    return release


def _defer_work(intake: _Intake, release: Release) -> None:
    """What the worker does later; the jobs are rows of this transaction."""
    if intake.file.media_type != MediaType.PDF:
        return
    source_id = release.sources.values_list("id", flat=True).get(sha256=intake.file.sha256)
    defer_page_images(source_id=source_id)
    if intake.reading.is_waiting:
        defer_scan(source_id=source_id)


def _decide(intake: _Intake, release: Release, twin: Match) -> IngestResult:
    """Public at once, or into review with the reasons."""
    reading, options = intake.reading, intake.options
    doubts = () if options.confirm_all else _doubts(reading)
    if twin.release and not (options.confirm_all and twin.kind is MatchKind.ALIKE):
        return _wait_for_comparison(intake, release, twin, doubts)
    result = IngestResult(
        intake.name,
        Outcome.REVIEW,
        "por-revisar",
        describe_doubts(doubts, reading),
        release,
        doubts,
    )
    if options.publish and not doubts:
        result = _publish(release, intake)
    if twin.release:
        message = " ".join(filter(None, (result.message, describe_twin(twin))))
        result = replace(result, message=message, twin=twin.release, share=twin.share)
    return result


def _wait_for_comparison(
    intake: _Intake, release: Release, twin: Match, doubts: tuple[str, ...]
) -> IngestResult:
    if twin.kind is MatchKind.SAME_FOLIO:
        code = "folio-en-conflicto"
        message = (
            f"Mismo folio que {twin.release}, que no admite ahora una corrección. "
            "Se guardó sin número: compárelos y decida."
        )
    else:
        code, message = "parecido", describe_twin(twin)
    return IngestResult(
        intake.name, Outcome.REVIEW, code, message, release, doubts, twin.release, twin.share
    )


def _doubts(reading: BulletinReading) -> tuple[str, ...]:
    if reading.is_waiting:
        return ("body",)
    return (
        *doubtful_circumstances(reading.record.notices, from_image=reading.document.from_image),
        *doubtful_fields(reading.record.fields),
    )


def _publish(release: Release, intake: _Intake) -> IngestResult:
    try:
        actions.publish(release=release, by=intake.options.by)
    except PublishingError as error:
        return IngestResult(intake.name, Outcome.REVIEW, error.code, str(error), release)
    release.refresh_from_db()
    return IngestResult(intake.name, Outcome.CREATED, release=release)


def _propose(intake: _Intake, release: Release) -> IngestResult:
    """A file with the folio of a public bulletin and other words."""
    actions.propose_correction(
        release=release,
        file=intake.file,
        content=intake.reading.content,
        by=intake.options.by,
    )
    _defer_work(intake, release)
    message = f"Mismo folio que {release}, con otro texto. Compare y publique como corrección."
    return IngestResult(
        intake.name, Outcome.NEW_VERSION, "folio-en-conflicto", message, release, twin=release
    )


def _with_old_address(
    result: IngestResult, release: Release, address: str, options: IngestOptions
) -> IngestResult:
    try:
        actions.keep_old_address(release=release, address=address, by=options.by)
    except PublishingError as error:
        message = " ".join(filter(None, (result.message, str(error))))
        return replace(result, code=result.code or error.code, message=message)
    return result


def _confirmed(content: BulletinContent) -> BulletinContent:
    return replace(
        content, mentions=tuple(replace(mention, confirmed=True) for mention in content.mentions)
    )
