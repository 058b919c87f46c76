"""Kept files, plain text and data of one bulletin. Each request asks anew whether it is public."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag

from releases import exports, storage
from releases.models import Release, Revision, SourceDocument
from releases.page_images import ImageSize, page_image_path
from releases.pages.bulletin import document_path, extension_of, file_name
from releases.publishing.content import content_of_revision, plain_lines
from releases.publishing.letterheads import document_of
from releases.views.addresses import current_revision, of_public_release
from releases.views.errors import error_response

# A file from elsewhere is saved, not shown, and whatever it holds gets no rights in a browser.
_SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"
_UNKNOWN_TYPE = "application/octet-stream"
_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
}


@of_public_release
def document(request: HttpRequest, release: Release, extension: str) -> HttpResponseBase:
    """The file of the current version, byte for byte."""
    return _send_file(request, release, current_revision(release), extension)


@of_public_release
def revision_document(
    request: HttpRequest, release: Release, number: int, extension: str
) -> HttpResponseBase:
    """The file of one public version, byte for byte."""
    revision = get_object_or_404(release.revisions.select_related("source"), number=number)
    return _send_file(request, release, revision, extension)


def _send_file(
    request: HttpRequest, release: Release, revision: Revision, extension: str
) -> HttpResponseBase:
    source = document_of(revision)
    if source is None:
        raise Http404
    return send_document(request, source, extension, name=file_name(release, revision))


def send_document(
    request: HttpRequest,
    source: SourceDocument,
    extension: str,
    *,
    name: str,
    path: Path | None = None,
) -> HttpResponseBase:
    """A file byte for byte, to be saved as `name`; whether it may be had is asked before.

    It is the kept one, or lies at `path`. Raises Http404 unless `extension` is that of its type.
    """
    if extension != extension_of(source):
        raise Http404
    etag = quote_etag(source.sha256)
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    try:
        file = path.open("rb") if path else storage.open_document(source.sha256)
    except FileNotFoundError:
        return error_response(
            request,
            HTTPStatus.SERVICE_UNAVAILABLE,
            happened="El archivo no está disponible por el momento. El texto sigue a la vista.",
            advice="Intente de nuevo más tarde.",
        )
    response = FileResponse(
        file, content_type=_MEDIA_TYPES.get(extension, _UNKNOWN_TYPE), headers={"ETag": etag}
    )
    response["Content-Length"] = str(source.size)
    _offer_as_download(response, name)
    return response


@of_public_release
def text(request: HttpRequest, release: Release) -> HttpResponse:
    """The current version as plain text: the very text whose hash the page shows."""
    revision = current_revision(release)
    lines = plain_lines(content_of_revision(revision))
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response["Content-Security-Policy"] = _SANDBOX
    return response


@of_public_release
def data(request: HttpRequest, release: Release) -> HttpResponse:
    """The current version as JSON, with the list of versions and the address of its file."""
    revision = current_revision(release)
    record = exports.full_record(release)
    if record["document"]:
        record["document"]["url"] = exports.absolute(document_path(release, revision))
    record["versions"] = [
        {
            "version": version.number,
            "kind": version.get_kind_display(),
            "published": version.created_at.isoformat(),
            "change_note": version.change_note or None,
            "text_sha256": version.text_sha256,
            "url": exports.absolute(version.get_absolute_url()),
        }
        for version in release.revisions.select_related("release").order_by("number")
    ]
    return HttpResponse(exports.to_json(record), content_type="application/json")


@of_public_release
def page_image(request: HttpRequest, release: Release, page: int) -> HttpResponseBase:
    """A page of the current version's PDF as a picture, as wide as a sheet on a screen."""
    return _send_image(release, page, ImageSize.FULL)


@of_public_release
def page_thumbnail(request: HttpRequest, release: Release, page: int) -> HttpResponseBase:
    return _send_image(release, page, ImageSize.THUMBNAIL)


def _send_image(release: Release, page: int, size: ImageSize) -> HttpResponseBase:
    source = current_revision(release).source
    if source is None:
        raise Http404
    return send_page_image(source, page, size)


def send_page_image(source: SourceDocument, page: int, size: ImageSize) -> HttpResponseBase:
    """A page of a kept PDF as a picture; raises Http404 where none was drawn."""
    path = page_image_path(source, page, size)
    if path is None:
        raise Http404
    response = FileResponse(path.open("rb"), content_type="image/webp")
    response.headers["Content-Security-Policy"] = _SANDBOX
    return response


def _offer_as_download(response: HttpResponseBase, name: str) -> None:
    disposition = content_disposition_header(as_attachment=True, filename=name)
    if disposition:
        response.headers["Content-Disposition"] = disposition
    response.headers["Content-Security-Policy"] = _SANDBOX
