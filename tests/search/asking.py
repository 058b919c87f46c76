"""How the tests of this folder ask: by a query string, as a reader does."""

from __future__ import annotations

from django.http import QueryDict

from releases.models import Release
from releases.search.filters import ReleaseFilter
from releases.search.results import SearchPage, search


def parameters(**values: str | list[str]) -> QueryDict:
    """A query string's parameters."""
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data.setlist(name, [value] if isinstance(value, str) else value)
    return data


def ask(query: str = "", **others: str | list[str]) -> SearchPage:
    """The page for some parameters; they must be valid."""
    filters = ReleaseFilter(parameters(q=query, **others))
    assert filters.is_valid(), filters.errors
    return search(filters.page_criteria)


def found(query: str = "", **others: str | list[str]) -> list[Release]:
    """The bulletins of the page, in order."""
    return [hit.release for hit in ask(query, **others).hits]
