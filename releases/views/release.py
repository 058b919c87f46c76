"""The page of one bulletin, as it is now or as an older version said it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from releases.models import Release
from releases.pages.bulletin_page import page_of
from releases.pages.result_trail import find_trail
from releases.presentation import joined
from releases.search.errors import SearchTimedOut
from releases.search.related import Related, related_releases
from releases.views.addresses import current_revision, of_public_release

_REASONS = 3


@of_public_release
def release(request: HttpRequest, release: Release) -> HttpResponse:
    """The current version. `q` (or `marcar`) marks words; a search's parameters lead back to it."""
    revision = current_revision(release)
    context = {
        **page_of(release, revision, words=_words_to_mark(request)),
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
    return render(request, "paginas/comunicado.html", page_of(release, shown))


def _words_to_mark(request: HttpRequest) -> str:
    return (request.GET.get("marcar") or request.GET.get("q") or "").strip()


def _related(release: Release) -> list[Related]:
    try:
        return related_releases(release)
    except SearchTimedOut:
        return []


def _reason(row: Related) -> str:
    return f"En común: {joined(list(row.shares[:_REASONS]))}"
