"""The page of one bulletin, as it is now or as an older version said it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from releases.citations import cite
from releases.exports import absolute
from releases.models import Mention, Office, Release, Revision
from releases.pages import bulletin, structured_data
from releases.pages.bulletin import Hits
from releases.pages.markup import render_paragraph
from releases.pages.result_trail import find_trail
from releases.presentation import joined
from releases.search.catalogue import read_catalogue
from releases.search.errors import SearchError, SearchTimedOut
from releases.search.names import add_names
from releases.search.query import SearchText, read_query
from releases.search.related import Related, related_releases
from releases.views.addresses import current_revision, of_public_release

_REASONS = 3


@of_public_release
def release(request: HttpRequest, release: Release) -> HttpResponse:
    """The current version. `q` (or `marcar`) marks words; a search's parameters lead back to it."""
    revision = current_revision(release)
    context = {
        **_page(release, revision, words=_words_to_mark(request)),
        "back": find_trail(release, request.GET),
        "related": [{"release": row.release, "reason": _reason(row)} for row in _related(release)],
    }
    return render(request, "paginas/comunicado.html", context)


@of_public_release
def revision(request: HttpRequest, release: Release, number: int) -> HttpResponse:
    """What the public saw in one version; the page says when that is not the current one."""
    shown = get_object_or_404(
        release.revisions.select_related("issued_in", "source", "extraction"), number=number
    )
    return render(request, "paginas/comunicado.html", _page(release, shown))


def _page(release: Release, revision: Revision, *, words: str = "") -> dict[str, Any]:
    office = Office.objects.select_related("agency").first()
    mentions = list(bulletin.mentions_of(revision))
    entities = bulletin.entities_of(revision, mentions)
    document = bulletin.document_card(release, revision)
    return {
        "seccion": "search",
        "release": release,
        "revision": revision,
        "office": office,
        "is_current": revision.pk == release.current_revision_id,
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
        "read_from_image": bool(revision.extraction and revision.extraction.from_image),
        "structured_data": structured_data.news_article(
            release=release,
            revision=revision,
            agencies=entities.agencies,
            office=office,
            image=document.image if document else "",
        ),
        **bulletin.entity_lists(entities),
        **_texts(release, revision, mentions, words),
    }


def _texts(
    release: Release, revision: Revision, mentions: list[Mention], words: str
) -> dict[str, Any]:
    """Title, points and paragraphs, with the reader's words marked and counted through."""
    text = _query(words)
    parts = [revision.title, *revision.summary_points, *revision.body]
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


def _words_to_mark(request: HttpRequest) -> str:
    return (request.GET.get("marcar") or request.GET.get("q") or "").strip()


def _query(words: str) -> SearchText | None:
    """The words with their other names, as the search took them; None where they say nothing."""
    try:
        text = read_query(words)
    except SearchError:
        return None
    return add_names(text, read_catalogue())[0] if text else None


def _related(release: Release) -> list[Related]:
    try:
        return related_releases(release)
    except SearchTimedOut:
        return []


def _reason(row: Related) -> str:
    return f"En común: {joined(list(row.shares[:_REASONS]))}"
