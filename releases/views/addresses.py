"""From an address to the bulletin that the public may see there, or to the right refusal."""

from __future__ import annotations

from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from releases.models import Release, Revision
from releases.pages.decisions import withdrawal_of
from releases.presentation import long_date, long_moment
from releases.publishing.letterheads import document_of
from releases.views.errors import error_response
from releases.views.public import View, public_page


class Withdrawn(Exception):
    """The bulletin was public and was withdrawn; its address answers 410."""

    def __init__(self, release: Release) -> None:
        super().__init__(str(release))
        self.release = release


def of_public_release(view: View) -> View:
    """Give `view` the bulletin that `year` and `key` name, with its current version.

    A slug that is not the bulletin's leads (301) to the one that is, whatever follows it. Unknown
    and hidden bulletins get the same 404; a withdrawn one 410 with its folio, date and reason.
    """

    @public_page
    @wraps(view)
    def answer(
        request: HttpRequest, year: int, key: str, slug: str, **kwargs: Any
    ) -> HttpResponseBase:
        try:
            release = find_release(year, key)
        except Withdrawn as gone:
            return explain_withdrawal(request, gone.release)
        if slug != release.slug:
            return _to_its_slug(request, release)
        return view(request, release, **kwargs)

    return answer


def find_release(year: int, key: str) -> Release:
    """The public bulletin with its current version and document. Raises Http404, Withdrawn."""
    releases = Release.objects.with_current().select_related(
        "current_revision__source", "current_revision__extraction"
    )
    release = releases.public().filter(year=year, key=key).first()
    if release is not None:
        return release
    withdrawn = releases.withdrawn().filter(year=year, key=key).first()
    if withdrawn is not None:
        raise Withdrawn(withdrawn)
    raise Http404


def current_revision(release: Release) -> Revision:
    """The version that the public sees; the database keeps one for each public bulletin.

    Its `source` is also set where its sheet was made after its publication.
    """
    revision = release.current_revision
    if revision is None:
        raise Http404
    revision.source = document_of(revision)
    return revision


def explain_withdrawal(request: HttpRequest, release: Release) -> HttpResponse:
    """410: which bulletin, when it was withdrawn, and why."""
    revision = current_revision(release)
    name = f"El comunicado {revision.folio or 'sin folio'}"
    return error_response(
        request,
        HTTPStatus.GONE,
        happened=(
            f"{name}, del {long_date(revision.issued_on)}, "
            f"se retiró el {long_moment(revision.created_at)}. Motivo: {revision.change_note}"
        ),
        advice="El folio no se vuelve a usar.",
        context={
            "release": release,
            "revision": revision,
            "withdrawal": withdrawal_of(revision),
        },
    )


@public_page
def by_key(request: HttpRequest, year: int, key: str) -> HttpResponseBase:
    """The addresses without a slug, long and short, lead to the canonical one."""
    try:
        release = find_release(year, key)
    except Withdrawn as gone:
        return explain_withdrawal(request, gone.release)
    return _moved(request, release.get_absolute_url())


def _to_its_slug(request: HttpRequest, release: Release) -> HttpResponseBase:
    match = request.resolver_match
    if match is None or match.url_name is None:
        raise Http404
    return _moved(request, reverse(match.url_name, kwargs={**match.kwargs, "slug": release.slug}))


def _moved(request: HttpRequest, path: str) -> HttpResponseBase:
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{path}?{query}" if query else path, permanent=True)
