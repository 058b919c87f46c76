"""Pages that explain the archive: they hold no data of bulletins."""

from __future__ import annotations

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from releases.views.public import public_page


@public_page
def search_help(request: HttpRequest) -> HttpResponse:
    return render(request, "paginas/ayuda_busqueda.html", {"seccion": "search-help"})


@public_page
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "paginas/acerca.html", {"seccion": "about"})


@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "paginas/accesibilidad.html", {"seccion": "accessibility"})


@public_page
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "paginas/privacidad.html", {"seccion": "privacy"})


@public_page
def corrections_policy(request: HttpRequest) -> HttpResponse:
    return render(request, "paginas/politica_correcciones.html", {"seccion": "corrections-policy"})


@public_page
def favicon(request: HttpRequest) -> HttpResponse:
    """Where programs look that read no page."""
    return redirect(staticfiles_storage.url("favicon.svg"))
