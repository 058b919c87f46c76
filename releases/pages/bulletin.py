"""Everything that the page of one bulletin shows, worked out before the template draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString

from releases.exports import absolute
from releases.models import Agency, Mention, Place, Release, Revision, SourceDocument, Topic
from releases.page_images import ImageSize, page_image_path
from releases.pages.markup import Hit, Link, first_links, render_paragraph
from releases.search.highlights import Marker
from releases.search.query import SearchText
from releases.statistics import Counted, counts_of
from releases.vocabulary import SourceKind, TextField

_DESCRIPTION_CHARACTERS = 200
_NUMBERED_HITS = 30

_EXTENSIONS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/plain": "txt",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text with its stable anchor (`p1`, `p2`…)."""

    anchor: str
    html: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCard:
    """The document beside the text. `button` names the download, `heading` what the file is.

    `original` is the address of the file that the bulletin was received as, where a corrected
    version shows its own sheet.
    """

    heading: str
    button: str
    name: str
    url: str
    source: SourceDocument
    image: str = ""
    thumbnail: str = ""
    original: str = ""

    @property
    def is_reconstructed(self) -> bool:
        return self.source.kind == SourceKind.RECONSTRUCTED

    @property
    def is_sheet(self) -> bool:
        """Whether it was made here, with the office's letterhead."""
        return self.source.kind == SourceKind.WRITTEN_HERE


@dataclass(frozen=True, slots=True)
class Entities:
    """The agencies, places and topics of a version in reading order, the dateline's place first."""

    agencies: list[Agency]
    places: list[Place]
    topics: list[Topic]


@dataclass(frozen=True, slots=True)
class Hits:
    """Where the reader's words stand. `shown` are the numbers that get a link of their own."""

    words: str
    total: int
    plain_url: str

    @property
    def shown(self) -> range:
        return range(1, min(self.total, _NUMBERED_HITS) + 1)


def mentions_of(revision: Revision) -> QuerySet[Mention]:
    """The mentions with what they name, in reading order."""
    return revision.mentions.select_related("agency", "place", "topic").order_by(
        "paragraph", "start", "id"
    )


def entities_of(revision: Revision, mentions: list[Mention]) -> Entities:
    places = [revision.issued_in] if revision.issued_in else []
    places += [mention.place for mention in mentions if mention.place]
    return Entities(
        agencies=list(dict.fromkeys(m.agency for m in mentions if m.agency)),
        places=list(dict.fromkeys(places)),
        topics=list(dict.fromkeys(m.topic for m in mentions if m.topic)),
    )


def entity_lists(entities: Entities) -> dict[str, list[Counted[Any]]]:
    """The entities beside the text with the number of public bulletins that name each."""
    every: list[Agency | Place | Topic] = [*entities.agencies, *entities.places, *entities.topics]
    counts = counts_of(every)
    rows: list[Counted[Any]] = [Counted(*pair) for pair in zip(every, counts, strict=True)]
    agencies = len(entities.agencies)
    return {"agencies": rows[:agencies], "places_and_topics": rows[agencies:]}


def hits_in(paragraphs: Sequence[str], text: SearchText | None) -> list[list[Hit]]:
    """The words of a query in each paragraph, numbered through.

    Words with nothing but stop words between them are one hit: «Centro de Mando».
    """
    marker = Marker(text)
    number = 0
    found = []
    for paragraph in paragraphs:
        spans = marker.find_runs(paragraph)
        found.append([Hit(a, b, number + n) for n, (a, b) in enumerate(spans, start=1)])
        number += len(spans)
    return found


def paragraphs_of(
    revision: Revision, mentions: list[Mention], hits: list[list[Hit]], *, total_hits: int
) -> list[Paragraph]:
    """The text with the first mention of each entity linked and the reader's hits marked.

    `hits` has a list for each paragraph; `total_hits` counts those outside the text too.
    """
    links = first_links(_links(mentions), paragraphs=len(revision.body))
    return [
        Paragraph(
            anchor=f"p{number}",
            html=render_paragraph(text, links=row, hits=marked, total_hits=total_hits),
        )
        for number, (text, row, marked) in enumerate(
            zip(revision.body, links, hits, strict=True), start=1
        )
    ]


def _links(mentions: list[Mention]) -> list[tuple[int, Link]]:
    return [
        (mention.paragraph, Link(mention.start, mention.end, target.get_absolute_url()))
        for mention in mentions
        if mention.field == TextField.BODY
        and mention.paragraph is not None
        and mention.start is not None
        and mention.end is not None
        and (target := mention.agency or mention.place)
    ]


def document_card(release: Release, revision: Revision) -> DocumentCard | None:
    """The document of a version, or None while it has none."""
    source = revision.source
    if source is None:
        return None
    heading, button = _CARDS.get(source.kind, (SourceKind(source.kind).label, ""))
    return DocumentCard(
        heading=heading,
        button=f"{extension_of(source).upper()} {button}".strip(),
        name=file_name(release, revision),
        url=document_path(release, revision),
        source=source,
        original=_original_path(release, revision),
        **_first_page(release, revision, source),
    )


_CARDS: dict[str, tuple[str, str]] = {
    SourceKind.ORIGINAL: (SourceKind.ORIGINAL.label, "original"),
    SourceKind.RECONSTRUCTED: (SourceKind.RECONSTRUCTED.label, "reconstruido"),
    SourceKind.WRITTEN_HERE: ("Hoja membretada", "con membrete"),
}


def _original_path(release: Release, revision: Revision) -> str:
    """Where the file is that the bulletin was received as, for a version that shows its sheet."""
    if revision.number == 1 or not revision.source:
        return ""
    first = release.revisions.select_related("source").filter(number=1).first()
    if first is None or first.source is None or first.source.kind == SourceKind.WRITTEN_HERE:
        return ""
    if revision.source.kind != SourceKind.WRITTEN_HERE:
        return ""
    extension = extension_of(first.source)
    return reverse(
        "revision-document", args=[release.year, release.key, release.slug, 1, extension]
    )


def _first_page(release: Release, revision: Revision, source: SourceDocument) -> dict[str, str]:
    """The addresses of the first page's images, once they have been drawn."""
    drawn = page_image_path(source, 1, ImageSize.FULL) is not None
    if not drawn or not _is_current(release, revision):
        return {}
    address = (release.year, release.key, release.slug, 1)
    return {
        "image": reverse("release-page", args=address),
        "thumbnail": reverse("release-thumbnail", args=address),
    }


def document_path(release: Release, revision: Revision) -> str:
    """The address of a version's file; the current version's is the short one."""
    if revision.source is None:
        return ""
    extension = extension_of(revision.source)
    parts: list[str | int] = [release.year, release.key, release.slug]
    if _is_current(release, revision):
        return reverse("release-document", args=[*parts, extension])
    return reverse("revision-document", args=[*parts, revision.number, extension])


def extension_of(source: SourceDocument) -> str:
    """The extension that says the file's type, whatever its name was."""
    return _EXTENSIONS.get(source.media_type) or (
        PurePath(source.file_name).suffix.lstrip(".").lower() or "bin"
    )


def file_name(release: Release, revision: Revision) -> str:
    """A name for a saved copy that says which bulletin and version it is: `0296-2024-v2.pdf`."""
    version = "" if revision.number == 1 else f"-v{revision.number}"
    extension = extension_of(revision.source) if revision.source else "txt"
    return f"{release.key}-{release.year}{version}.{extension}"


def description_of(revision: Revision) -> str:
    """A line for previews: the first summary point, or the beginning of the text."""
    text = next(iter((*revision.summary_points, *revision.body)), "")
    if len(text) <= _DESCRIPTION_CHARACTERS:
        return text
    return text[:_DESCRIPTION_CHARACTERS].rsplit(" ", 1)[0] + "…"


def whatsapp_link(release: Release, revision: Revision) -> str:
    """A message with folio, title and short address, for the reader to choose whom to send it."""
    parts = filter(None, (revision.folio, revision.title, absolute(release.short_path)))
    return f"https://wa.me/?text={quote(' · '.join(parts))}"


def _is_current(release: Release, revision: Revision) -> bool:
    return revision.pk == release.current_revision_id
