"""What crawlers read: robots.txt, the sitemap, and the news sitemap."""

from __future__ import annotations

from django.contrib.sitemaps.views import index, sitemap
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from releases.exports import absolute
from releases.sitemaps import SITEMAPS, recent_news
from releases.views.public import public_page

# Each search has endless siblings and leads to bulletins that the sitemap lists anyway.
_CLOSED = ("/buscar/", "/administracion/", "/cuenta/", "/redaccion/", "/preferencias/")


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Bulletins, lists and feeds are open; searches and what staff use are not."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in _CLOSED),
        "",
        f"Sitemap: {absolute(reverse('sitemap'))}",
        f"Sitemap: {absolute(reverse('sitemap-news'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public_page
def sitemap_index(request: HttpRequest) -> HttpResponseBase:
    return index(request, SITEMAPS, sitemap_url_name="sitemap-section")


@public_page
def sitemap_section(request: HttpRequest, section: str) -> HttpResponseBase:
    return sitemap(request, SITEMAPS, section)


@public_page
def sitemap_news(request: HttpRequest) -> HttpResponse:
    """Bulletins of the last two days, as news crawlers ask."""
    context = {"releases": recent_news()}
    return render(request, "sitemap_noticias.xml", context, content_type="application/xml")
