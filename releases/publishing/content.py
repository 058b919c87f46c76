"""A bulletin's content as a plain value: what drafts, versions, intake and forms exchange."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from releases.linking.links import EntityKind
from releases.models import Draft, Revision
from releases.vocabulary import AttachmentKind, DocumentKind

TOPIC = "topic"


# As much as a reader takes in above a text; what matters more belongs into the text.
LONGEST_NOTE = 280


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionContent:
    """One agency, place or topic of a bulletin, by its slug.

    `kind` is `agency`, `place` or `topic`. The span is that of `linking.links.EntityMention`;
    without a field the entity belongs to the bulletin as a whole.
    """

    kind: str
    slug: str
    field: str = ""
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    method: str = ""
    score: float | None = None
    terms: tuple[tuple[str, int], ...] = ()
    confirmed: bool = False

    @property
    def has_span(self) -> bool:
        return bool(self.field)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentContent:
    """A photo or an annex in its place, with the words that go with it.

    `file` is the key of its `models.Attachment`, from which the facts are copied: `sha256` names
    what readers get, `thumbnail` a smaller picture, `width` and `height` are pixels. `confirmed`:
    somebody answers for it that nobody who must not be is recognisable.
    """

    file: int
    kind: str
    sha256: str
    media_type: str
    file_name: str
    size: int
    thumbnail: str = ""
    width: int | None = None
    height: int | None = None
    caption: str = ""
    credit: str = ""
    alt: str = ""
    confirmed: bool = False

    @property
    def is_photo(self) -> bool:
        return self.kind == AttachmentKind.PHOTO

    @property
    def legend(self) -> str:
        """Caption and credit in one line: «Mesa de trabajo en Toluca. Fotografía: SSEM.»"""
        caption = self.caption if self.caption.endswith((".", "?", "…")) else f"{self.caption}."
        credit = f"Fotografía: {self.credit.removesuffix('.')}."
        return " ".join(filter(None, (self.caption and caption, self.credit and credit)))


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinContent:
    """All that a version says. Texts are NFC without control characters; `issued_in` is a slug.

    `attachments` are photos and annexes in the order in which they are shown.
    """

    folio: str = ""
    document_kind: str = DocumentKind.RELEASE.value
    headline: str = ""
    summary_points: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    boilerplate: str = ""
    dateline: str = ""
    issued_on: dt.date | None = None
    issued_in: str | None = None
    mentions: tuple[MentionContent, ...] = ()
    evidence: Mapping[str, Any] = field(default_factory=dict)
    attachments: tuple[AttachmentContent, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What a public bulletin needs and this one lacks, in Spanish."""
        needs: dict[str, object] = {
            "el título": self.headline,
            "la fecha": self.issued_on,
            "el texto": self.body,
        }
        for number, photo in enumerate(self.photos, start=1):
            needs[f"el texto alternativo de la fotografía {number}"] = photo.alt
            needs[f"la confirmación de la fotografía {number}"] = photo.confirmed
        for number, annex in enumerate(self.annexes, start=1):
            needs[f"el nombre del anexo {number}"] = annex.caption
        return tuple(name for name, value in needs.items() if not value)

    @property
    def photos(self) -> tuple[AttachmentContent, ...]:
        return tuple(row for row in self.attachments if row.is_photo)

    @property
    def annexes(self) -> tuple[AttachmentContent, ...]:
        return tuple(row for row in self.attachments if not row.is_photo)

    def slugs(self, kind: str) -> tuple[str, ...]:
        """The entities of one kind without repetition, in reading order."""
        return tuple(dict.fromkeys(m.slug for m in self.mentions if m.kind == kind))

    @property
    def agencies(self) -> tuple[str, ...]:
        return self.slugs(EntityKind.AGENCY)

    @property
    def places(self) -> tuple[str, ...]:
        return self.slugs(EntityKind.PLACE)

    @property
    def topics(self) -> tuple[str, ...]:
        return self.slugs(TOPIC)

    def says_the_same_as(self, other: BulletinContent) -> bool:
        """Whether a reader would see no difference: texts, dateline and entities are equal."""
        return self._shown() == other._shown()

    def _shown(self) -> tuple[object, ...]:
        entities = tuple(frozenset(self.slugs(k)) for k in (*EntityKind, TOPIC))
        bare = replace(self, mentions=(), evidence={})
        return (*(getattr(bare, name) for name in _TEXTS), *entities)


_TEXTS = (
    "folio",
    "document_kind",
    "headline",
    "summary_points",
    "body",
    "boilerplate",
    "dateline",
    "issued_on",
    "issued_in",
    "attachments",
)


def clean_text(text: str) -> str:
    """NFC, with control, bidirectional and private-use characters taken out and blanks joined.

    PostgreSQL refuses NUL; bidirectional overrides can make a line read other than it is;
    private-use characters serve as marks inside the search.
    """
    kept = unicodedata.normalize("NFC", text)
    if not kept.isprintable():  # else there is nothing to take out, as in nearly every text
        kept = "".join(filter(_is_kept, kept))
    return "\n".join(" ".join(line.split()) for line in kept.split("\n")).strip()


def _is_kept(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs"}


def plain_lines(content: BulletinContent) -> list[str]:
    """The bulletin as plain text, a line each: folio, dateline, title, points, paragraphs, closing.

    This is the text that `texto.txt` serves and that `text_sha256` hashes.
    """
    closing = content.boilerplate.split("\n") if content.boilerplate else []
    lines = [
        content.folio,
        content.dateline,
        content.headline,
        *content.summary_points,
        *content.body,
        *closing,
    ]
    return [line for line in map(clean_text, lines) if line]


def text_sha256(content: BulletinContent) -> str:
    """SHA-256, in hexadecimal, of `plain_lines` joined by line breaks, with one at the end."""
    text = "\n".join(plain_lines(content)) + "\n"
    return hashlib.sha256(text.encode()).hexdigest()


def mentions_to_json(mentions: Iterable[MentionContent]) -> list[dict[str, Any]]:
    return [asdict(mention) for mention in mentions]


def mentions_from_json(rows: Iterable[Mapping[str, Any]]) -> tuple[MentionContent, ...]:
    """The inverse of `mentions_to_json`; unknown keys raise TypeError."""
    return tuple(
        MentionContent(**{**row, "terms": tuple((t, n) for t, n in row.get("terms", ()))})
        for row in rows
    )


def attachments_to_json(attachments: Iterable[AttachmentContent]) -> list[dict[str, Any]]:
    return [asdict(attachment) for attachment in attachments]


def attachments_from_json(rows: Iterable[Mapping[str, Any]]) -> tuple[AttachmentContent, ...]:
    """The inverse of `attachments_to_json`; unknown keys raise TypeError."""
    return tuple(AttachmentContent(**row) for row in rows)


def content_of_draft(draft: Draft) -> BulletinContent:
    """The work in progress as a value."""
    return BulletinContent(
        **_shared_fields(draft),
        issued_on=draft.issued_on,
        mentions=mentions_from_json(draft.links.get("mentions", ())),
    )


def content_of_revision(revision: Revision) -> BulletinContent:
    """A public version as a value. Costs one query for the mentions unless they are prefetched."""
    return BulletinContent(
        **_shared_fields(revision),
        issued_on=revision.issued_on,
        mentions=tuple(
            MentionContent(
                kind="agency" if row.agency else "place" if row.place else TOPIC,
                slug=target.slug,
                field=row.field,
                paragraph=row.paragraph,
                start=row.start,
                end=row.end,
                method=row.method,
                score=row.score,
                terms=tuple((term, count) for term, count in row.terms),
                confirmed=row.confirmed,
            )
            for row in revision.mentions.select_related("agency", "place", "topic").order_by("id")
            if (target := row.agency or row.place or row.topic)
        ),
    )


def _shared_fields(text: Draft | Revision) -> dict[str, Any]:
    return {
        "folio": text.folio,
        "document_kind": text.document_kind,
        "headline": text.headline,
        "summary_points": tuple(text.summary_points),
        "body": tuple(text.body),
        "boilerplate": text.boilerplate,
        "dateline": text.dateline,
        "issued_in": text.issued_in.slug if text.issued_in else None,
        "evidence": text.evidence,
        "attachments": attachments_from_json(text.attachments),
    }
