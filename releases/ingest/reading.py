"""From an extracted document to a bulletin's content, with all that was read kept beside it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from releases.extraction.document import ExtractedDocument, MediaType
from releases.ingest.records import fields_to_json, fields_with_values, lines_to_json
from releases.linking.gazetteer import Gazetteer
from releases.linking.linker import link
from releases.linking.links import EntityLinks
from releases.parsing.bulletin import NamedPlace, ParsedBulletin
from releases.parsing.parser import parse
from releases.publishing.actions import Reading
from releases.publishing.content import BulletinContent, clean_text
from releases.publishing.merging import field_values
from releases.publishing.relinking import mention_content, topic_content
from releases.vocabulary import DocumentKind

# The reader's name for a file without text.
WAITING = "sin-texto"


@dataclass(frozen=True, slots=True)
class BulletinReading:
    """One document as a bulletin: its content, its place in a series, and the reading's record."""

    document: ExtractedDocument
    content: BulletinContent
    issuer: str
    number: int | None
    year: int
    record: Reading
    proposals: list[dict[str, Any]]

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has read the file yet: a scan before OCR."""
        return self.record.extractor == WAITING


def interpret(document: ExtractedDocument, gazetteer: Gazetteer) -> BulletinReading:
    """Parses and links a document. The issuer is the host office where none can be read."""
    bulletin = _cleaned(parse(document, gazetteer))
    links = link(bulletin, gazetteer)
    folio = bulletin.folio.value
    content = _content(bulletin, links, gazetteer)
    return BulletinReading(
        document=document,
        content=content,
        issuer=links.issuer or gazetteer.host,
        number=folio.number if folio else None,
        year=bulletin.year or timezone.localdate().year,
        record=Reading(
            extractor=document.extractor,
            from_image=document.from_image,
            lines=lines_to_json(document),
            fields=fields_with_values(content.evidence, field_values(content)),
            notices=[asdict(notice) for notice in document.notices],
        ),
        proposals=[{"name": p.name, "acronym": p.acronym} for p in links.proposals],
    )


def waiting_reading(
    document_type: MediaType, gazetteer: Gazetteer, *, code: str, message: str
) -> BulletinReading:
    """The reading of a file whose text a person or a later OCR run must supply."""
    return BulletinReading(
        document=ExtractedDocument(media_type=document_type, pages=(), extractor=WAITING),
        content=BulletinContent(),
        issuer=gazetteer.host,
        number=None,
        year=timezone.localdate().year,
        record=Reading(extractor=WAITING, notices=[{"code": code, "message": message}]),
        proposals=[],
    )


def _cleaned(bulletin: ParsedBulletin) -> ParsedBulletin:
    # Before linking, so that the spans of mentions count in the text that is stored.
    return replace(
        bulletin,
        headline=replace(bulletin.headline, value=clean_text(bulletin.headline.value)),
        summary_points=replace(
            bulletin.summary_points, value=tuple(map(clean_text, bulletin.summary_points.value))
        ),
        body=replace(bulletin.body, value=tuple(map(clean_text, bulletin.body.value))),
        boilerplate=replace(bulletin.boilerplate, value=clean_text(bulletin.boilerplate.value)),
        dateline=clean_text(bulletin.dateline),
    )


def _document_kind(printed: str) -> str:
    slug = slugify(printed)
    return slug if slug in {kind.value for kind in DocumentKind} else DocumentKind.RELEASE.value


def _content(bulletin: ParsedBulletin, links: EntityLinks, gazetteer: Gazetteer) -> BulletinContent:
    folio = bulletin.folio.value
    return BulletinContent(
        folio=folio.printed if folio else "",
        document_kind=_document_kind(bulletin.kind),
        headline=bulletin.headline.value,
        summary_points=bulletin.summary_points.value,
        body=bulletin.body.value,
        boilerplate=bulletin.boilerplate.value,
        dateline=bulletin.dateline,
        issued_on=bulletin.issued_on.value,
        issued_in=_place_slug(bulletin.issued_in.value, gazetteer),
        mentions=(
            *map(mention_content, links.mentions),
            *map(topic_content, links.topics),
        ),
        evidence=fields_to_json(bulletin),
    )


def _place_slug(place: NamedPlace | None, gazetteer: Gazetteer) -> str | None:
    if place is None:
        return None
    for entry in gazetteer.places:
        if entry.inegi == place.inegi if place.inegi else entry.name == place.name:
            return entry.slug
    return None
