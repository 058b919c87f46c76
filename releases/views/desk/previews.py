"""Seeing a bulletin as it will be public, and giving others a link for that."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from releases.exports import absolute
from releases.feeds import entry_text
from releases.models import Draft, PreviewLink
from releases.page_images import ImageSize
from releases.pages.desk.previews import shown_links
from releases.pages.preview import preview_of, row_of
from releases.publishing import actions
from releases.publishing.errors import PublishingError
from releases.publishing.permissions import may
from releases.views.desk.access import check_may, desk_page, staff, status_of
from releases.views.desk.previews_form import PreviewForm
from releases.views.preview import (
    preview_path,
    send_draft_document,
    send_draft_image,
    send_draft_text,
)


@desk_page("read")
@require_http_methods(["GET", "HEAD", "POST"])
def previews(request: HttpRequest, release_id: int) -> HttpResponse:
    """The links of a bulletin. A new one's address is in the answer to its form and nowhere else:
    only the hash of its secret is kept."""
    draft = _draft(release_id)
    if request.method != "POST":
        return _page(request, draft, PreviewForm())
    check_may(staff(request), "preview")
    form = PreviewForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        link, secret = actions.give_preview(
            release=draft.release, by=staff(request), **form.cleaned_data
        )
    except PublishingError as error:
        return _page(request, draft, form, status=status_of(error), error=error)
    return _page(request, draft, PreviewForm(), given=link, address=absolute(preview_path(secret)))


def _draft(release_id: int) -> Draft:
    """The draft of a bulletin that was never public; raises Http404."""
    drafts = Draft.objects.select_related(
        "release__issuer", "issued_in", "source", "extraction"
    ).filter(release__current_revision=None, release__discarded_at=None)
    return get_object_or_404(drafts, pk=release_id)


def _page(
    request: HttpRequest,
    draft: Draft,
    form: PreviewForm,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    error: PublishingError | None = None,
    given: PreviewLink | None = None,
    address: str = "",
) -> HttpResponse:
    context = {
        "pestana": "scheduled",
        "release": draft.release,
        "draft": draft,
        "form": form,
        "links": shown_links(draft.release),
        "may_give": may(staff(request), "preview"),
        "error": error,
        "given": given,
        "address": address,
    }
    return render(request, "redaccion/enlaces.html", context, status=status)


@desk_page("preview")
@require_POST
def revoke(request: HttpRequest, link_id: int) -> HttpResponse:
    """Ends a link at once."""
    link = get_object_or_404(PreviewLink, pk=link_id)
    actions.revoke_preview(link=link, by=staff(request))
    messages.success(request, f"El enlace de {link.reader} ya no abre nada.")
    if link.release.current_revision_id is not None:
        return redirect("desk-scheduled")
    return redirect("desk-previews", link.release_id)


@desk_page("read")
@require_safe
def preview(request: HttpRequest, release_id: int) -> HttpResponse:
    """The page as readers will get it."""
    draft = _draft(release_id)
    address = reverse("desk-preview", args=[release_id])
    try:
        files = reverse("desk-attachments", args=[release_id])
        page = preview_of(draft.release, draft, address=address, files=files)
    except PublishingError as error:
        messages.error(request, str(error))
        return redirect("desk-publish", release_id)
    revision = page["revision"]
    row = row_of(draft.release, revision, address=address)
    return render(
        request, "paginas/previa.html", {**page, "row": row, "entry": entry_text(revision)}
    )


@desk_page("read")
@require_safe
def document(request: HttpRequest, release_id: int, extension: str) -> HttpResponseBase:
    draft = _draft(release_id)
    return send_draft_document(request, draft.release, draft, extension)


@desk_page("read")
@require_safe
def text(request: HttpRequest, release_id: int) -> HttpResponse:
    return send_draft_text(_draft(release_id))


@desk_page("read")
@require_safe
def page_image(request: HttpRequest, release_id: int, page: int) -> HttpResponseBase:
    return send_draft_image(_draft(release_id), page, ImageSize.FULL)


@desk_page("read")
@require_safe
def page_thumbnail(request: HttpRequest, release_id: int, page: int) -> HttpResponseBase:
    return send_draft_image(_draft(release_id), page, ImageSize.THUMBNAIL)
