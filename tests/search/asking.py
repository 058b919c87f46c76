"""How the tests of this folder ask: by a query string, as a reader does."""

from __future__ import annotations

from django.http import QueryDict

from releases.models import Release
from releases.search.filters import ReleaseFilter
from releases.search.results import SearchPage, search


def ask(query: str = "", **parameters: str | list[str]) -> SearchPage:
    """The page for some parameters; the query must be valid."""
    data = QueryDict(mutable=True)
    if query:
        data["q"] = query
    for name, value in parameters.items():
        data.setlist(name, [value] if isinstance(value, str) else value)
    filters = ReleaseFilter(data)
    assert filters.is_valid(), filters.errors
    return search(filters.criteria)


def found(query: str = "", **parameters: str | list[str]) -> list[Release]:
    """The bulletins of the page, in order."""
    return [hit.release for hit in ask(query, **parameters).hits]
