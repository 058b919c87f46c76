"""The inbox of the desk: what waits, each batch of files, and what is done with a file."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from releases.models import UploadBatch, UploadedFile
from releases.pages.desk.inbox import inbox
from releases.pages.desk.inbox_batches import batch_shown
from releases.publishing import actions
from releases.publishing.errors import PublishingError
from releases.publishing.permissions import may
from releases.views.desk.access import desk_page, staff


@desk_page()
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The way in leads to the inbox."""
    return redirect("desk-inbox")


@desk_page()
@require_safe
def show_inbox(request: HttpRequest) -> HttpResponse:
    """Everything that waits for a person."""
    return inbox_page(request)


@desk_page()
@require_safe
def show_batch(request: HttpRequest, pk: int) -> HttpResponse:
    """One batch: its part of the inbox for a script that looks again, else a page of its own."""
    batch = get_object_or_404(UploadBatch.objects.select_related("created_by"), pk=pk)
    context = {"shown": batch_shown(batch), **_page(request)}
    is_part = request.headers.get("HX-Request") == "true"
    name = "redaccion/_lote.html" if is_part else "redaccion/lote.html"
    return render(request, name, context)


@desk_page("receive")
@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Has a file read again."""
    file = get_object_or_404(UploadedFile.objects.select_related("batch"), pk=pk)
    try:
        actions.retry_upload(file=file, by=staff(request))
    except PublishingError as refusal:
        messages.error(request, str(refusal))
    return _back_to(file)


@desk_page("receive")
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a file off the list."""
    file = get_object_or_404(UploadedFile.objects.select_related("batch"), pk=pk)
    try:
        actions.close_upload(file=file, by=staff(request))
    except PublishingError as refusal:
        messages.error(request, str(refusal))
    return _back_to(file)


def inbox_page(
    request: HttpRequest, *, error: str = "", status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    """The inbox, with what is wrong with the upload that was just tried."""
    context = {
        "inbox": inbox(request.GET),
        "error": error,
        "megabytes": settings.MAX_DOCUMENT_BYTES // (1024 * 1024),
        "most_files": settings.MAX_UPLOAD_FILES,
        **_page(request),
    }
    return render(request, "redaccion/bandeja.html", context, status=status)


def _page(request: HttpRequest) -> dict[str, object]:
    """What every page of the inbox knows: its tab, and what the person may do."""
    person = staff(request)
    return {
        "pestana": "inbox",
        "may_receive": may(person, "receive"),
        "may_publish": may(person, "publish"),
    }


def _back_to(file: UploadedFile) -> HttpResponse:
    response = redirect("desk-inbox")
    response["Location"] += f"#lote-{file.batch_id}"
    return response
