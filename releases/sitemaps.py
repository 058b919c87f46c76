"""The sitemap, its last modifications being public ones, and the news sitemap of two days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone

from releases.models import Agency, Place, Release, Topic
from releases.models.release import ReleaseQuerySet
from releases.statistics import counted_agencies, counted_places, counted_topics

# As news sitemaps ask: only what is at most two days old, at most a thousand addresses.
NEWS_AGE = dt.timedelta(days=2)
NEWS_LIMIT = 1_000


if TYPE_CHECKING:
    _Sitemap = Sitemap[Any]
else:
    _Sitemap = Sitemap  # generic for the type checker only


class SiteSitemap(_Sitemap):
    """A sitemap whose addresses begin with the site's own, whatever host was asked."""

    @property
    def protocol(self) -> str:  # type: ignore[override]  # read-only here: the setting decides
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class ReleaseSitemap(SiteSitemap):
    """Every public bulletin, last changed first."""

    limit = 5_000

    def items(self) -> ReleaseQuerySet:
        return Release.objects.public().order_by("-changed_at", "-pk")

    def lastmod(self, item: Release) -> dt.datetime | None:
        return item.changed_at


class PageSitemap(SiteSitemap):
    """The lists, the explanations, and the page of everything that a bulletin names."""

    ROUTES = (
        "home",
        "archive",
        "agencies",
        "municipalities",
        "places",
        "topics",
        "corrections",
        "corrections-policy",
        "search-help",
        "about",
        "accessibility",
        "privacy",
    )

    def items(self) -> list[str]:
        named: Iterable[Agency | Place | Topic] = (
            row.entity
            for rows in (counted_agencies(), counted_places(), counted_topics())
            for row in rows
        )
        return [
            *(reverse(route) for route in self.ROUTES),
            *(entity.get_absolute_url() for entity in named),
        ]

    def location(self, item: str) -> str:
        return item


def recent_news() -> list[Release]:
    """What the news sitemap lists: bulletins first shown in the last two days, newest first."""
    since = timezone.now() - NEWS_AGE
    recent = Release.objects.public().with_current().filter(first_seen_at__gte=since)
    return list(recent.order_by("-first_seen_at", "-pk")[:NEWS_LIMIT])


SITEMAPS: dict[str, type[_Sitemap] | _Sitemap] = {
    "comunicados": ReleaseSitemap,
    "paginas": PageSitemap,
}
