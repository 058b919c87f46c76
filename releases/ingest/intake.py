"""One file, from its bytes to a bulletin in the archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from django.db import transaction

from releases.catalogue.gazetteer import current_gazetteer
from releases.extraction.document import ExtractedDocument, MediaType
from releases.extraction.limits import ExtractionError
from releases.extraction.sandbox import read_document
from releases.ingest.matching import Match, MatchKind, match_file, match_folio, match_text
from releases.ingest.reading import BulletinReading, interpret, waiting_reading
from releases.ingest.records import doubtful_fields
from releases.jobs import defer_page_images
from releases.models import Agency, Release
from releases.publishing import actions
from releases.publishing.content import BulletinContent, text_sha256
from releases.publishing.errors import AlreadyKept, FolioTaken, PublishingError
from releases.publishing.permissions import Actor
from releases.storage import file_sha256, keep
from releases.vocabulary import SourceKind

MEDIA_TYPES = {".pdf": MediaType.PDF, ".docx": MediaType.DOCX, ".txt": MediaType.TEXT}

Reader = Callable[..., ExtractedDocument]


class Outcome(StrEnum):
    """What became of a file; the words are those of the report."""

    CREATED = "creado"
    NEW_VERSION = "versión propuesta"
    DUPLICATE = "duplicado"
    ATTACHED = "guardado junto a otro"
    REVIEW = "por revisar"
    REFUSED = "rechazado"


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of one file, and why in Spanish; `release` is the bulletin it led to."""

    name: str
    outcome: Outcome
    code: str = ""
    message: str = ""
    release: Release | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """How files are taken in.

    `publish` publishes what has no doubt. `confirm_all` makes the operator the person who
    confirmed every field and name: for archives that were checked before.
    """

    publish: bool = False
    confirm_all: bool = False
    by: Actor = None
    operator: str = ""
    reader: Reader = field(default=read_document)


def ingest_document(
    path: Path,
    *,
    name: str,
    options: IngestOptions,
    kind: SourceKind = SourceKind.ORIGINAL,
) -> IngestResult:
    """Takes one file in; safe to repeat. `name` is the file's name as people know it.

    Never raises for what the file holds: a file that can't be read is REFUSED with a code and
    what to do. Database errors pass through.
    """
    sha256 = file_sha256(path)
    known = match_file(sha256)
    if known.release:
        return _duplicate(name, known)
    try:
        reading = _read(path, name, options)
    except ExtractionError as error:
        return IngestResult(name, Outcome.REFUSED, error.code, str(error))
    known = match_text(text_sha256(reading.content))
    if known.release and reading.content.body:
        return _duplicate(name, known)
    file = received_file(path, name=name, kind=kind, reading=reading)
    try:
        return _save_once_more(file, reading, name, options)
    except AlreadyKept:
        return _duplicate(name, match_file(sha256))


def _read(path: Path, name: str, options: IngestOptions) -> BulletinReading:
    """The file as a bulletin; raises ExtractionError for one that nobody can make sense of."""
    gazetteer = current_gazetteer()
    try:
        reading = interpret(options.reader(path, filename=name), gazetteer)
    except ExtractionError as error:
        if not error.waits:
            raise
        reading = waiting_reading(
            MEDIA_TYPES[Path(name).suffix.lower()], gazetteer, code=error.code, message=str(error)
        )
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


def _save_once_more(
    file: actions.ReceivedFile, reading: BulletinReading, name: str, options: IngestOptions
) -> IngestResult:
    # Taken in and published in one transaction: a kill in between must not leave it half done.
    try:
        with transaction.atomic():
            return _save(file, reading, name, options)
    except FolioTaken:
        # Somebody took the folio between the look and the write: now it is a known one.
        with transaction.atomic():
            return _save(file, reading, name, options)


def _save(
    file: actions.ReceivedFile, reading: BulletinReading, name: str, options: IngestOptions
) -> IngestResult:
    issuer = Agency.objects.get(slug=reading.issuer)
    known = match_folio(issuer_id=issuer.pk, number=reading.number, year=reading.year)
    if known.release:
        return _propose(file, reading, name, known.release, options)
    release = actions.receive(
        file=file,
        content=reading.content,
        issuer=issuer,
        number=reading.number,
        year=reading.year,
        proposals=reading.proposals,
        by=options.by,
        note=f"Confirmado en bloque por {options.operator}." if options.confirm_all else "",
    )
    _after_save(release)
    doubts = () if options.confirm_all else _doubts(reading)
    if options.publish and not doubts:
        return _publish(release, name, options)
    message = _review_message(doubts, reading)
    return IngestResult(name, Outcome.REVIEW, "por-revisar", message, release, doubts)


def _doubts(reading: BulletinReading) -> tuple[str, ...]:
    if not reading.record.fields:
        return ("body",)
    image = ("from_image",) if reading.document.from_image else ()
    return image + doubtful_fields(reading.record.fields)


def _publish(release: Release, name: str, options: IngestOptions) -> IngestResult:
    try:
        actions.publish(release=release, by=options.by)
    except PublishingError as error:
        return IngestResult(name, Outcome.REVIEW, error.code, str(error), release)
    release.refresh_from_db()
    return IngestResult(name, Outcome.CREATED, release=release)


def _propose(
    file: actions.ReceivedFile,
    reading: BulletinReading,
    name: str,
    release: Release,
    options: IngestOptions,
) -> IngestResult:
    try:
        actions.propose_correction(
            release=release, file=file, content=reading.content, by=options.by
        )
    except AlreadyKept:
        raise
    except PublishingError as error:
        return IngestResult(name, Outcome.REFUSED, "folio-en-conflicto", str(error), release)
    _after_save(release)
    message = f"Mismo folio que {release}, con otro texto. Compare y publique como corrección."
    return IngestResult(name, Outcome.NEW_VERSION, "folio-en-conflicto", message, release)


def _after_save(release: Release) -> None:
    source = release.sources.order_by("-id").first()
    if source:
        defer_page_images(source_id=source.pk)


def _duplicate(name: str, known: Match) -> IngestResult:
    what = (
        "Es idéntico, byte por byte, a"
        if known.kind is MatchKind.SAME_FILE
        else "Tiene el mismo texto que"
    )
    message = f"{what} {known.release}. No se agregó."
    return IngestResult(name, Outcome.DUPLICATE, "duplicado", message, known.release)


def _confirmed(content: BulletinContent) -> BulletinContent:
    mentions = tuple(replace(mention, confirmed=True) for mention in content.mentions)
    return replace(content, mentions=mentions)


_FIELD_NAMES = {
    "from_image": "texto leído de una imagen",
    "issuer": "emisora",
    "folio": "folio",
    "issued_on": "fecha",
    "issued_in": "lugar",
    "headline": "título",
    "summary_points": "sumarios",
    "body": "texto",
    "boilerplate": "cierre",
}


def _review_message(doubts: tuple[str, ...], reading: BulletinReading) -> str:
    if not reading.record.fields:
        return " ".join(notice["message"] for notice in reading.record.notices)
    if not doubts:
        return "Listo para revisar y publicar."
    return "Revise: " + ", ".join(_FIELD_NAMES[doubt] for doubt in doubts) + "."
