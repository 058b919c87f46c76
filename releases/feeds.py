"""Atom feeds: of the archive, of any search, and of the corrections.

An entry keeps its id over all versions; a correction moves its `updated`, so that readers get it
again with the note. Each entry carries folio, version and the hash of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.feedgenerator import Atom1Feed, Enclosure

from releases.exports import absolute, shown
from releases.models import Release, Revision
from releases.presentation import long_moment
from releases.publishing.content import clean_text
from releases.publishing.shown_files import shown_annexes, shown_photos

ENTRIES = 50
CONTENT_TYPE = "application/atom+xml; charset=utf-8"
_NAMESPACE = "urn:conste:comunicado:1"


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Which part of a list a feed shows, and the paths of its neighbours (RFC 5005)."""

    title: str
    subtitle: str
    page_path: str
    self_path: str
    links: dict[str, str] = field(default_factory=dict)


class _Feed(Atom1Feed):
    """Django's Atom with our own elements and the paging links."""

    def root_attributes(self) -> dict[str, str]:
        attributes: dict[str, str] = super().root_attributes()
        return {**attributes, "xml:lang": "es-MX", "xmlns:conste": _NAMESPACE}

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        for relation, path in self.feed["links"].items():
            handler.addQuickElement("link", "", {"rel": relation, "href": absolute(path)})

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name, value in item["details"].items():
            handler.addQuickElement(f"conste:{name}", value)


def render_releases(page: FeedPage, releases: Iterable[Release]) -> str:
    """The feed of public bulletins, in the order given."""
    feed = _new_feed(page)
    for release in releases:
        _add_release(feed, release)
    return str(feed.writeString("utf-8"))


def render_changes(page: FeedPage, revisions: Iterable[Revision]) -> str:
    """The feed of corrections and withdrawals; each change is an entry of its own."""
    feed = _new_feed(page)
    for revision in revisions:
        _add_change(feed, revision)
    return str(feed.writeString("utf-8"))


def _new_feed(page: FeedPage) -> _Feed:
    return _Feed(
        title=clean_text(page.title),
        link=absolute(page.page_path),
        description=None,
        subtitle=clean_text(page.subtitle),
        feed_url=absolute(page.self_path),
        language="es-MX",
        feed_guid=absolute(page.self_path),
        links=page.links,
    )


@dataclass(frozen=True, slots=True)
class EntryText:
    """What a reader of the feed sees of a bulletin; `text` has a blank line between paragraphs."""

    title: str
    text: str
    topics: list[str]


def entry_text(revision: Revision) -> EntryText:
    """The entry of a version, saved or not."""
    note = ""
    if revision.number > 1:
        note = f"Corrección del {long_moment(revision.created_at)}: {revision.change_note}"
    return EntryText(
        title=_title(revision),
        text="\n\n".join(filter(None, (note, *revision.summary_points, *revision.body[:1]))),
        topics=[topic["name"] for topic in revision.entities.get("topics", ())],
    )


def _add_release(feed: _Feed, release: Release) -> None:
    revision = shown(release)
    entry = entry_text(revision)
    feed.add_item(
        title=entry.title,
        link=absolute(release.get_absolute_url()),
        unique_id=absolute(release.short_path),
        description=entry.text,
        pubdate=release.first_seen_at,
        updateddate=release.changed_at,
        author_name=release.issuer.name,
        categories=entry.topics,
        enclosures=_enclosures(release, revision),
        details=_details(revision, note=revision.change_note),
    )


def _enclosures(release: Release, revision: Revision) -> list[Enclosure]:
    """The photos and annexes, as `link rel="enclosure"`."""
    return [
        Enclosure(
            absolute(f"{release.get_absolute_url()}{file.name}"),
            str(file.content.size),
            file.content.media_type,
        )
        for file in (*shown_photos(revision), *shown_annexes(revision))
    ]


def _add_change(feed: _Feed, revision: Revision) -> None:
    release = revision.release
    withdrawn = not release.is_public
    title = f"Retirado: {revision.folio or 'sin folio'}" if withdrawn else _title(revision)
    feed.add_item(
        title=title,
        link=absolute(release.short_path if withdrawn else release.get_absolute_url()),
        unique_id=f"{absolute(release.short_path)}#v{revision.number}",
        description=f"{revision.get_kind_display()}: {revision.change_note}",
        pubdate=revision.created_at,
        updateddate=revision.created_at,
        author_name=release.issuer.name,
        details={} if withdrawn else _details(revision, note=revision.change_note),
    )


def _title(revision: Revision) -> str:
    return f"{revision.folio or 'Sin folio'} · {revision.title}"


def _details(revision: Revision, *, note: str) -> dict[str, str]:
    details = {
        "folio": revision.folio,
        "emitido": revision.issued_on.isoformat(),
        "version": str(revision.number),
        "sha256": revision.text_sha256,
        "correccion": note,
    }
    return {name: value for name, value in details.items() if value}
