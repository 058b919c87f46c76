"""Ways out of a search that found nothing: each with the number of bulletins it would find."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from releases.models import Release
from releases.pages.search_links import SearchLinks
from releases.search.criteria import Criteria, FacetName
from releases.search.errors import SearchError
from releases.search.facets import LABELS
from releases.search.query import read_query
from releases.search.results import Hit, SearchPage, count, search
from releases.search.suggestions import Suggestion

_NEAREST = 3
_DATES = ("desde", "hasta", "periodo")


@dataclass(frozen=True, slots=True)
class Removal:
    """A filter to take off, and what the search finds without it; never nothing."""

    label: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class WaysOut:
    """`suggestion` corrects the words, without the filters where with them it finds nothing.

    `nearest` share some of the words; `withdrawn` is the bulletin whose folio was typed.
    """

    suggestion: Suggestion | None = None
    suggestion_url: str = ""
    removals: list[Removal] = field(default_factory=list)
    nearest: list[Hit] = field(default_factory=list)
    withdrawn: Release | None = None


def suggest_ways_out(page: SearchPage, links: SearchLinks) -> WaysOut:
    """Costs a count for each filter that is set, and a search for the nearest bulletins."""
    suggestion, address = _suggestion(page, links)
    return WaysOut(
        suggestion=suggestion,
        suggestion_url=address,
        removals=_removals(page.criteria, links),
        nearest=_nearest(page, suggestion),
        withdrawn=_withdrawn(page),
    )


def _suggestion(page: SearchPage, links: SearchLinks) -> tuple[Suggestion | None, str]:
    text, rest = page.criteria.text, links
    suggestion = page.suggestion
    if suggestion is None and text is not None and page.criteria.is_filtered:
        suggestion = search(Criteria(text=text)).suggestion
        rest = SearchLinks(())
    if suggestion is None:
        return None, ""
    return suggestion, rest.replacing(q=suggestion.query).path()


def _removals(criteria: Criteria, links: SearchLinks) -> list[Removal]:
    ways = [
        (f"Sin el filtro «{LABELS[name]}»", _without(criteria, name), links.minus(name.value))
        for name, selection in criteria.selections.items()
        if selection
    ]
    if criteria.has_dates:
        undated = replace(criteria, first_day=None, last_day=None)
        ways.append(("En cualquier fecha", undated, links.minus(*_DATES)))
    if len(ways) > 1:
        bare = replace(criteria, selections={}, first_day=None, last_day=None)
        names = {name for name, _ in links.filters}
        ways.append(("Sin ningún filtro", bare, links.minus(*names)))
    removals = [Removal(label, rest.path(), count(wider)) for label, wider, rest in ways]
    return [removal for removal in removals if removal.count]


def _without(criteria: Criteria, name: FacetName) -> Criteria:
    kept = {known: chosen for known, chosen in criteria.selections.items() if known is not name}
    return replace(criteria, selections=kept)


def _nearest(page: SearchPage, suggestion: Suggestion | None) -> list[Hit]:
    """Bulletins with the corrected words, or with any of the words."""
    text = page.criteria.text
    if text is None or text.folio is not None:
        return []
    query = suggestion.query if suggestion else " o ".join(text.typed.split())
    try:
        near = read_query(query)
    except SearchError:
        return []
    return list(search(Criteria(text=near, order=page.criteria.order)).hits[:_NEAREST])


def _withdrawn(page: SearchPage) -> Release | None:
    folio = page.criteria.text.folio if page.criteria.text else None
    if folio is None or folio.year is None:
        return None
    found = Release.objects.withdrawn().filter(number=folio.number, year=folio.year)[:2]
    return found[0] if len(found) == 1 else None
