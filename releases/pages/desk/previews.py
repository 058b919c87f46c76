"""The links that were given for a bulletin, and what became of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Max

from releases.models import PreviewLink, Release
from releases.publishing.clock import database_now
from releases.publishing.previews import links_of, working_links
from releases.vocabulary import EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkShown:
    """A link with how often it was opened, and in one word how it stands."""

    link: PreviewLink
    works: bool
    now: dt.datetime
    opened: int = 0
    last_opened_at: dt.datetime | None = None

    @property
    def state(self) -> str:
        if self.works:
            return "Sirve"
        if self.link.revoked_at:
            return "Revocado"
        return "Venció" if self.link.expires_at <= self.now else "El texto cambió"


def shown_links(release: Release) -> list[LinkShown]:
    """The newest first. Four queries."""
    now, uses = database_now(), _uses(release)
    working = set(release.preview_links.filter(working_links()).values_list("pk", flat=True))
    return [
        LinkShown(
            link=link,
            works=link.pk in working,
            now=now,
            opened=uses.get(link.pk, (0, None))[0],
            last_opened_at=uses.get(link.pk, (0, None))[1],
        )
        for link in links_of(release)
    ]


def _uses(release: Release) -> Mapping[int, tuple[int, dt.datetime]]:
    """Openings of the page itself, by link; its files and pictures follow from that."""
    rows = (
        release.events.filter(kind=EventKind.PREVIEW_USED, data__what="página")
        .values("data__link")
        .annotate(times=Count("pk"), last=Max("at"))
    )
    return {row["data__link"]: (row["times"], row["last"]) for row in rows}
