"""What a person needs to judge a reading: why these topics, which names are new, its twin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Manager
from django.urls import reverse

from releases.models import Agency, Draft, Place, Release, Topic
from releases.publishing.content import (
    TOPIC,
    BulletinContent,
    content_of_draft,
    content_of_revision,
)
from releases.publishing.diff import Change, Piece, compare_texts
from releases.vocabulary import DocumentKind


@dataclass(frozen=True, slots=True)
class TopicReason:
    """A topic, its score, and the words that led to it; none where a person chose it."""

    topic: Topic
    score: float | None
    words: str


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that the text defines and the catalogue lacks, with the page that adds it."""

    name: str
    acronym: str
    add_url: str


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Another bulletin with much of the same text, and what differs, field by field."""

    release: Release
    percent: int
    rows: tuple[tuple[str, tuple[Piece, ...]], ...]


def topic_reasons(content: BulletinContent) -> list[TopicReason]:
    """Why the bulletin has its topics, in their order."""
    topics = Topic.objects.in_bulk(content.topics, field_name="slug")
    return [
        TopicReason(
            topics[mention.slug],
            mention.score,
            ", ".join(f"{term} ({count})" for term, count in mention.terms),
        )
        for mention in content.mentions
        if mention.kind == TOPIC and mention.slug in topics
    ]


def new_names(draft: Draft | None) -> list[NewName]:
    """Names for a person to take into the catalogue or leave."""
    proposals = draft.links.get("proposals", ()) if draft else ()
    return [
        NewName(
            each["name"],
            each["acronym"],
            f"{reverse('admin:releases_agency_add')}?"
            + urlencode({"name": each["name"], "acronym": each["acronym"]}),
        )
        for each in proposals
    ]


def resemblance(draft: Draft | None, content: BulletinContent) -> Resemblance | None:
    """The bulletin that this one resembles, as intake found it, and where they differ."""
    twin = draft.links.get("twin") if draft else None
    if not twin:
        return None
    release = Release.objects.with_current().filter(pk=twin["release"]).first()
    if release is None:
        return None
    kept, mine = shown_fields(_content_of(release)), shown_fields(content)
    rows = ((label, compare_texts(kept[label], mine[label])) for label in kept)
    different = tuple(row for row in rows if any(p.change is not Change.SAME for p in row[1]))
    return Resemblance(release, round(100 * float(twin.get("share") or 1)), different)


def _content_of(release: Release) -> BulletinContent:
    if release.current_revision:
        return content_of_revision(release.current_revision)
    draft = Draft.objects.filter(pk=release.pk).first()
    return content_of_draft(draft) if draft else BulletinContent()


def shown_fields(content: BulletinContent) -> dict[str, str]:
    """A bulletin's content as labelled plain text, in reading order."""
    return {
        "Folio": content.folio,
        "Clase de documento": DocumentKind(content.document_kind).label,
        "Fecha de emisión": content.issued_on.isoformat() if content.issued_on else "",
        "Lugar y fecha, como se imprimió": content.dateline,
        "Título": content.headline,
        "Sumarios": "\n".join(content.summary_points),
        "Texto": "\n\n".join(content.body),
        "Cierre": content.boilerplate,
        "Dependencias": _names(Agency.objects, content.agencies),
        "Lugares": _names(Place.objects, content.places),
        "Temas": _names(Topic.objects, content.topics),
    }


def _names(rows: Manager[Agency] | Manager[Place] | Manager[Topic], slugs: Iterable[str]) -> str:
    found = rows.in_bulk(list(slugs), field_name="slug")
    return ", ".join(str(row) for row in found.values())
