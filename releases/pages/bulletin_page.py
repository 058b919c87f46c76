"""The whole page of one version of a bulletin, as its template expects it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.urls import reverse
from django.utils import timezone

from releases.citations import cite
from releases.exports import absolute
from releases.models import Mention, Office, Release, Revision
from releases.pages import bulletin, structured_data
from releases.pages.bulletin import Hits
from releases.pages.markup import render_paragraph
from releases.pages.sharing import texts_to_share
from releases.publishing.shown_files import shown_annexes, shown_photos
from releases.search.catalogue import read_catalogue
from releases.search.errors import SearchError
from releases.search.highlights import Marker
from releases.search.names import add_names
from releases.search.query import SearchText, read_query
from releases.search.suggestions import ends_in_whole_word


def page_of(
    release: Release,
    revision: Revision,
    *,
    words: str = "",
    mentions: list[Mention] | None = None,
) -> dict[str, Any]:
    """What `paginas/comunicado.html` shows of one version; `words` are marked in its texts.

    A version that is not saved comes with its `mentions`, unsaved like itself. `address` is where
    the page's own files are, `files` where the photos and annexes of this version are.
    """
    office = Office.objects.select_related("agency").first()
    if mentions is None:
        mentions = list(bulletin.mentions_of(revision))
    entities = bulletin.entities_of(revision, mentions)
    document = bulletin.document_card(release, revision)
    is_current = revision.pk == release.current_revision_id
    photos = shown_photos(revision)
    return {
        "seccion": "search",
        "release": release,
        "revision": revision,
        "address": release.get_absolute_url(),
        "office": office,
        "files": release.get_absolute_url() if is_current else revision.get_absolute_url(),
        "photos": photos,
        "annexes": shown_annexes(revision),
        "is_current": is_current,
        "version_label": f"Versión {revision.number}, corregida",
        "old_version_title": f"Está viendo la versión {revision.number}",
        "trail": [
            ("Comunicados", reverse("archive")),
            (str(release.year), reverse("archive-year", args=[release.year])),
        ],
        "document": document,
        "versions": release.revisions.only("number", "kind", "created_at", "release").order_by(
            "-number"
        ),
        "citation": cite(
            release=release,
            revision=revision,
            url=absolute(release.short_path),
            today=timezone.localdate(),
        ),
        "description": bulletin.description_of(revision),
        "whatsapp": bulletin.whatsapp_link(release, revision),
        "shared": texts_to_share(release, revision),
        "read_from_image": bool(revision.extraction and revision.extraction.from_image),
        "structured_data": structured_data.news_article(
            release=release,
            revision=revision,
            agencies=entities.agencies,
            office=office,
            image=document.image if document else "",
            photos=photos,
        ),
        **bulletin.entity_lists(entities),
        **_texts(release, revision, mentions, words),
    }


def _texts(
    release: Release, revision: Revision, mentions: list[Mention], words: str
) -> dict[str, Any]:
    """Title, points and paragraphs, with the reader's words marked and counted through."""
    parts = [revision.title, *revision.summary_points, *revision.body]
    text = _query(words, parts)
    marked = bulletin.hits_in(parts, text)
    total = sum(map(len, marked))
    first_paragraph = 1 + len(revision.summary_points)
    headline, *points = (
        render_paragraph(part, hits=hits, total_hits=total)
        for part, hits in zip(parts[:first_paragraph], marked, strict=False)
    )
    return {
        "headline": headline,
        "points": points,
        "paragraphs": bulletin.paragraphs_of(
            revision, mentions, marked[first_paragraph:], total_hits=total
        ),
        "hits": Hits(words, total, release.get_absolute_url()) if text else None,
    }


def _query(words: str, parts: Sequence[str]) -> SearchText | None:
    """The words with their other names, as the search took them; None where they say nothing."""
    try:
        text = read_query(words)
    except SearchError:
        return None
    return _completed(add_names(text, read_catalogue())[0], parts) if text else None


def _completed(text: SearchText, parts: Sequence[str]) -> SearchText:
    """With the last word as a beginning, where it led here as one: it is no word of the archive,
    and what it was typed for stands nowhere in the text. Costs a query in the latter case."""
    begun = text.completing_last_word()
    last = Marker(replace(text, clauses=text.clauses[-1:]))
    if begun is None or last.count(parts) or ends_in_whole_word(text):
        return text
    return begun
