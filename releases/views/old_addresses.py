"""Addresses of the former site: tried only for paths that nothing else serves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404

from releases.models import OldAddress, Release
from releases.publishing.old_addresses import normalized_address
from releases.views import errors
from releases.views.addresses import explain_withdrawal

_SHOWN_METHODS = {"GET", "HEAD"}


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Lead (301) from a path of the former site to its bulletin; else the site's own 404.

    A bulletin that is hidden answers as if there were none, a withdrawn one 410.
    """
    if isinstance(exception, Resolver404) and request.method in _SHOWN_METHODS:
        release = _find_release(request)
        if release is not None and release.is_public:
            return redirect(release.get_absolute_url(), permanent=True)
        if release is not None:
            return explain_withdrawal(request, release)
    return errors.page_not_found(request, exception)


def _find_release(request: HttpRequest) -> Release | None:
    """The public or withdrawn bulletin of this address, with its query or without."""
    whole = normalized_address(request.get_full_path())
    bare = normalized_address(request.path)
    kept = {
        row.path: row.release_id for row in OldAddress.objects.filter(path__in={whole, bare} - {""})
    }
    release_id = kept.get(whole, kept.get(bare))
    if release_id is None:
        return None
    releases = Release.objects.with_current()
    shown = releases.public() | releases.withdrawn()
    return shown.filter(pk=release_id).first()
