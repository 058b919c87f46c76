"""Photos and annexes of one bulletin. Each request asks anew whether it is public."""

from __future__ import annotations

from http import HTTPStatus

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from releases import storage
from releases.models import Draft, Release, Revision
from releases.publishing.shown_files import ShownFile, shown_annexes, shown_photos
from releases.views.addresses import current_revision, of_public_release
from releases.views.errors import error_response

# What somebody sent gets no rights in a browser, whatever it holds.
_SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


@of_public_release
def photo(request: HttpRequest, release: Release, position: int) -> HttpResponseBase:
    """A photo of the current version, at most 2048 pixels a side."""
    return send_photo(request, current_revision(release), position)


@of_public_release
def small_photo(request: HttpRequest, release: Release, position: int) -> HttpResponseBase:
    """The same, at most 640 pixels a side."""
    return send_photo(request, current_revision(release), position, small=True)


@of_public_release
def annex(
    request: HttpRequest, release: Release, position: int, extension: str
) -> HttpResponseBase:
    """An annex of the current version, to be saved."""
    return send_annex(request, current_revision(release), position, extension, prefix=release.key)


@of_public_release
def revision_photo(
    request: HttpRequest, release: Release, number: int, position: int
) -> HttpResponseBase:
    return send_photo(request, _version(release, number), position)


@of_public_release
def small_revision_photo(
    request: HttpRequest, release: Release, number: int, position: int
) -> HttpResponseBase:
    return send_photo(request, _version(release, number), position, small=True)


@of_public_release
def revision_annex(
    request: HttpRequest, release: Release, number: int, position: int, extension: str
) -> HttpResponseBase:
    version = _version(release, number)
    return send_annex(request, version, position, extension, prefix=f"{release.key}-v{number}")


def _version(release: Release, number: int) -> Revision:
    return get_object_or_404(release.revisions.all(), number=number)


def send_photo(
    request: HttpRequest, text: Revision | Draft, position: int, *, small: bool = False
) -> HttpResponseBase:
    """A photo of a version or draft; whether it may be had is asked before. Raises Http404."""
    shown = _at(shown_photos(text), position)
    sha256 = shown.content.thumbnail if small else shown.content.sha256
    return _send(request, shown, sha256, name=shown.small_name if small else shown.name)


def send_annex(
    request: HttpRequest, text: Revision | Draft, position: int, extension: str, *, prefix: str
) -> HttpResponseBase:
    """An annex of a version or draft, as `send_photo`; `prefix` opens the name it is saved under.

    Raises Http404 unless `extension` is that of its type.
    """
    shown = _at(shown_annexes(text), position)
    if extension != shown.extension:
        raise Http404
    name = f"{prefix}-{shown.name}"
    return _send(request, shown, shown.content.sha256, name=name, saved=True)


def _at(files: list[ShownFile], position: int) -> ShownFile:
    if not 1 <= position <= len(files):
        raise Http404
    return files[position - 1]


def _send(
    request: HttpRequest, shown: ShownFile, sha256: str, *, name: str, saved: bool = False
) -> HttpResponseBase:
    etag = quote_etag(sha256)
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    try:
        file = storage.open_document(sha256)
    except FileNotFoundError:
        return error_response(
            request,
            HTTPStatus.SERVICE_UNAVAILABLE,
            happened="El archivo no está disponible por el momento. El texto sigue a la vista.",
            advice="Intente de nuevo más tarde.",
        )
    response = FileResponse(
        file,
        as_attachment=saved,
        filename=name,
        content_type=shown.content.media_type,
        headers={"ETag": etag},
    )
    response.headers["Content-Security-Policy"] = _SANDBOX
    return response
