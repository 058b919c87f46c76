"""The one page for readers that sets a cookie: theme and shortcuts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from releases.pages.preferences import THEMES, Preferences

START = "/"


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """Show the form, or keep the choice for a year and go back to where the reader was."""
    if request.method != "POST":
        destination = _safe(request, request.GET.get("next", ""))
        return render(request, "paginas/preferencias.html", {"next": destination})
    theme = request.POST.get("tema", "")
    response = HttpResponseRedirect(_safe(request, request.POST.get("next", "")))
    Preferences(
        theme=theme if theme in THEMES else "auto", shortcuts="atajos" in request.POST
    ).write_to(response)
    return response


def _safe(request: HttpRequest, destination: str) -> str:
    """The address when it lies on this site, otherwise the start page."""
    is_ours = url_has_allowed_host_and_scheme(
        destination, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return destination if is_ours and destination.startswith("/") else START
