"""The dearest searches that can be typed: each is answered, or refused in words."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.worst import WORST_QUERIES
from releases.search.errors import SearchError
from releases.search.filters import ReleaseFilter
from releases.search.results import search
from tests.factories import make_release
from tests.search.asking import parameters

# A search that finds nothing asks again with the last word begun, and with a correction.
MOST_STATEMENTS = 30


def test_there_are_forty_and_all_could_be_typed() -> None:
    assert len(set(WORST_QUERIES)) == 40
    assert max(map(len, WORST_QUERIES)) <= 200


@pytest.mark.django_db
def test_each_of_the_dearest_searches_is_answered_or_refused_in_words() -> None:
    make_release(headline="Seguridad, policía estatal y guardia nacional en Neza")
    for query in WORST_QUERIES:
        filters = ReleaseFilter(parameters(q=query))
        if not filters.is_valid():
            assert "scriba" in str(filters.errors["q"])
            continue
        with CaptureQueriesContext(connection) as statements:
            try:
                page = search(filters.criteria)
            except SearchError as error:
                assert error.message
                continue
        assert page.explanation
        assert len(statements) <= MOST_STATEMENTS, query
