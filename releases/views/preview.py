"""A bulletin before it is public: for a reader with a secret link, and for the desk.

The secret in the address is all that lets anybody in. Every answer to a secret that opens nothing
is the site's own 404, whatever the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from releases.models import Draft, PreviewLink, Release
from releases.page_images import ImageSize
from releases.pages.preview import document_of, preview_of
from releases.publishing import actions
from releases.publishing.content import content_of_draft, plain_lines
from releases.views.attachments import send_annex, send_photo
from releases.views.documents import send_document, send_page_image

PreviewView = Callable[..., HttpResponseBase]


def of_preview(what: str) -> Callable[[PreviewView], PreviewView]:
    """Give the view the link that `secret` opens; `what` is kept in the bulletin's history.

    A bulletin that is public by now answers with the way to its page. No cache keeps the answer,
    no search engine lists it, and no other site learns the address.
    """

    def decorate(view: PreviewView) -> PreviewView:
        @require_safe
        @wraps(view)
        def answer(request: HttpRequest, secret: str, **kwargs: Any) -> HttpResponseBase:
            link = actions.open_preview(secret=secret, what=what)
            if link is None:
                raise Http404
            if link.release.current_revision_id is not None:
                response: HttpResponseBase = redirect(link.release.get_absolute_url())
            else:
                response = view(request, link, **kwargs)
            response.headers["Cache-Control"] = "private, no-store"
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
            return response

        return answer

    return decorate


@of_preview("página")
def page(request: HttpRequest, link: PreviewLink) -> HttpResponse:
    """The exact page that readers will get, under a notice of the embargo."""
    address = request.path
    context = {**preview_of(link.release, link.release.draft, address=address), "link": link}
    return render(request, "paginas/previa.html", context)


@of_preview("documento")
def document(request: HttpRequest, link: PreviewLink, extension: str) -> HttpResponseBase:
    """The file that the bulletin will be published with."""
    return send_draft_document(request, link.release, link.release.draft, extension)


@of_preview("texto")
def text(request: HttpRequest, link: PreviewLink) -> HttpResponse:
    """The bulletin as plain text."""
    return send_draft_text(link.release.draft)


@of_preview("imagen")
def page_image(request: HttpRequest, link: PreviewLink, page: int) -> HttpResponseBase:
    """A page of the document as a picture."""
    return send_draft_image(link.release.draft, page, ImageSize.FULL)


@of_preview("imagen")
def page_thumbnail(request: HttpRequest, link: PreviewLink, page: int) -> HttpResponseBase:
    return send_draft_image(link.release.draft, page, ImageSize.THUMBNAIL)


@of_preview("imagen")
def photo(request: HttpRequest, link: PreviewLink, position: int) -> HttpResponseBase:
    """A photo that the bulletin will be published with."""
    return send_photo(request, link.release.draft, position)


@of_preview("imagen")
def small_photo(request: HttpRequest, link: PreviewLink, position: int) -> HttpResponseBase:
    return send_photo(request, link.release.draft, position, small=True)


@of_preview("anexo")
def annex(
    request: HttpRequest, link: PreviewLink, position: int, extension: str
) -> HttpResponseBase:
    """An annex that the bulletin will be published with, to be saved."""
    return send_annex(request, link.release.draft, position, extension, prefix="previa")


def send_draft_document(
    request: HttpRequest, release: Release, draft: Draft, extension: str
) -> HttpResponseBase:
    found = document_of(release, draft)
    if found is None:
        raise Http404
    name = f"{release.key}-{release.year}-previa.{extension}"
    return send_document(request, found.source, extension, name=name, path=found.path)


def send_draft_text(draft: Draft) -> HttpResponse:
    lines = plain_lines(content_of_draft(draft))
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def send_draft_image(draft: Draft, page: int, size: ImageSize) -> HttpResponseBase:
    if draft.source is None:
        raise Http404
    return send_page_image(draft.source, page, size)


def preview_path(secret: str) -> str:
    """Where a reader opens a link."""
    return reverse("preview", args=[secret])
