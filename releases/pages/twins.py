"""The bulletins that say the same as a result, shown beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from releases.models import Release
from releases.pages.search_links import SearchLinks
from releases.presentation import short_date
from releases.search.results import Hit

_SHOWN = 3


class TwinLinks(NamedTuple):
    """«Y 5 más con el mismo texto: 0276/2024…»: `links` are folio and address of the first few,
    `all_url` shows every one, where there are more."""

    label: str
    links: tuple[tuple[str, str], ...]
    all_url: str


def link_twins(hits: Sequence[Hit], links: SearchLinks) -> dict[int, TwinLinks]:
    """The twins of each hit that has some, by its bulletin's key; one query."""
    keys = [key for hit in hits for key in hit.twins[:_SHOWN]]
    if not keys:
        return {}
    releases = Release.objects.public().with_current().in_bulk(keys)
    everything = links.replacing(duplicados="todos").path()
    return {
        hit.release.pk: TwinLinks(
            label=f"Y {len(hit.twins):,} más con el mismo texto",
            links=tuple(
                (_folio_of(releases[key]), links.onto(releases[key].get_absolute_url()))
                for key in hit.twins[:_SHOWN]
                if key in releases
            ),
            all_url=everything if len(hit.twins) > _SHOWN else "",
        )
        for hit in hits
        if hit.twins
    }


def _folio_of(release: Release) -> str:
    revision = release.current_revision
    if revision is None:
        return "sin folio"
    return revision.folio or f"sin folio, {short_date(revision.issued_on)}"
