"""From a bulletin back to the results it was opened from, and on to the next of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import QueryDict

from releases.models import Release
from releases.pages.paging import NoSuchPage, page_number
from releases.pages.search_links import SearchLinks
from releases.search.criteria import PAGE_SIZE, Criteria
from releases.search.errors import SearchError
from releases.search.filters import ReleaseFilter
from releases.search.results import search

POSITION = "resultado"


@dataclass(frozen=True, slots=True)
class Trail:
    """The way back. `position` is 0 where the bulletin is no longer among the results; `previous`
    and `next` are addresses, empty at the ends."""

    label: str
    url: str
    position: int = 0
    total: int = 0
    previous: str = ""
    next: str = ""


def find_trail(release: Release, parameters: QueryDict) -> Trail | None:
    """The results that `parameters` lead to, and this bulletin's neighbours among them.

    None for a bulletin that was not opened from a search. Costs one search when the parameters
    say at which place the bulletin stood, two at the edge of a page.
    """
    links = SearchLinks.of(parameters)
    try:
        position = page_number(parameters.get(POSITION))
    except NoSuchPage:
        position = 0
    if not links.pairs and POSITION not in parameters:
        return None
    label = f"Volver a «{links.words}»" if links.words else "Volver a los resultados"
    back = Trail(label, links.page(max(1, -(-position // PAGE_SIZE))))
    if not position or POSITION not in parameters:
        return back
    try:
        return _with_neighbours(back, release, position, parameters, links)
    except SearchError:
        return back


def _with_neighbours(
    back: Trail, release: Release, position: int, parameters: QueryDict, links: SearchLinks
) -> Trail:
    found = ReleaseFilter(parameters)
    if not found.is_valid():
        return back
    criteria = found.page_criteria
    total, shown = _page_around(criteria, position)
    if shown.get(position) != release:
        return back
    for edge in (position - 1, position + 1):
        if 1 <= edge <= total and edge not in shown:
            shown |= _page_around(criteria, edge)[1]
    addresses = {
        place: links.onto(neighbour.get_absolute_url(), **{POSITION: place})
        for place, neighbour in shown.items()
    }
    return replace(
        back,
        position=position,
        total=total,
        previous=addresses.get(position - 1, ""),
        next=addresses.get(position + 1, ""),
    )


def _page_around(criteria: Criteria, position: int) -> tuple[int, dict[int, Release]]:
    """The number of results, and the bulletins of the page that holds a position, by position."""
    page = search(replace(criteria, page=-(-position // PAGE_SIZE)))
    return page.shown, {page.first + n: hit.release for n, hit in enumerate(page.hits)}
