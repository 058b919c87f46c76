"""The links that keep, narrow and widen a search."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qsl

import pytest
from django.http import QueryDict

from releases.pages.search_links import SearchLinks


def links(query: str) -> SearchLinks:
    return SearchLinks.of(QueryDict(query))


def pairs(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query.partition("?")[2] or query, keep_blank_values=True)


def test_unknown_and_empty_parameters_and_the_page_are_dropped() -> None:
    assert links("q=c5&utm_source=x&tema=&pagina=3&desde=").query == "q=c5"


def test_of_a_repeated_single_parameter_the_last_counts() -> None:
    assert links("orden=fecha&orden=folio").query == "orden=folio"


def test_repeated_values_stay_once_and_in_order() -> None:
    assert pairs(links("tema=b&tema=a&tema=b").query) == [("tema", "b"), ("tema", "a")]


def test_one_value_is_taken_away_and_the_others_stay() -> None:
    rest = links("q=c5&tema=a&tema=b").minus("tema", value="a")
    assert pairs(rest.query) == [("q", "c5"), ("tema", "b")]


def test_a_value_that_is_excluded_is_no_longer_included() -> None:
    assert pairs(links("tema=a").plus("tema", "-a").query) == [("tema", "-a")]
    assert pairs(links("tema=-a").plus("tema", "a").query) == [("tema", "a")]


def test_dates_are_replaced_together() -> None:
    moved = links("q=c5&desde=2020-01-01&periodo=2023").replacing(
        desde="2024-01-01", hasta="2024-01-31", periodo=""
    )
    assert pairs(moved.query) == [
        ("q", "c5"),
        ("desde", "2024-01-01"),
        ("hasta", "2024-01-31"),
    ]


@pytest.mark.django_db
def test_the_first_page_has_no_number() -> None:
    assert links("q=c5").page(1) == "/buscar/?q=c5"
    assert links("q=c5").page(2) == "/buscar/?q=c5&pagina=2"
    assert links("").page(1) == "/buscar/"


@pytest.mark.django_db
def test_many_dates_are_put_into_one_search() -> None:
    address = links("q=c5&desde=2020-01-01&periodo=2023&orden=folio").dates()
    assert (
        address(dt.date(2024, 1, 1), dt.date(2024, 1, 31))
        == "/buscar/?q=c5&desde=2024-01-01&hasta=2024-01-31&orden=folio"
    )


def test_words_and_signs_are_encoded() -> None:
    hostile = 'q="><script>&tema=a b'
    assert pairs(links("q=%22%3E%3Cscript%3E&tema=a+b").query) == [
        ("q", '"><script>'),
        ("tema", "a b"),
    ]
    assert "<" not in links(hostile).query


def test_a_bulletin_keeps_the_search_it_was_opened_from() -> None:
    address = links("q=c5&tema=a").onto("/comunicados/2024/0001-x/", resultado=3)
    assert address == "/comunicados/2024/0001-x/?q=c5&tema=a&resultado=3"
