"""Queries as people type them, judged by us, against bulletins that only hold a headline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from releases.search.filters import ReleaseFilter
from releases.search.results import matching_ids
from tests.factories import make_release
from tests.search.asking import ask, parameters

JUDGED = json.loads((Path(__file__).parent / "judged_typing.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.django_db


def ids_of(query: str) -> list[int]:
    filters = ReleaseFilter(parameters(q=query))
    assert filters.is_valid(), (query, filters.errors)
    return matching_ids(filters.criteria)


def test_what_is_typed_finds_what_is_meant_and_nothing_else() -> None:
    texts = dict.fromkeys(text for _, text in (*JUDGED["finds"], *JUDGED["apart"]))
    bulletins = {
        text: make_release(headline=f"Aviso {text}", body=("Nada más.",)).pk for text in texts
    }
    answers = {query: ids_of(query) for query, _ in (*JUDGED["finds"], *JUDGED["apart"])}
    lost = [pair for pair in JUDGED["finds"] if bulletins[pair[1]] not in answers[pair[0]]]
    mixed = [pair for pair in JUDGED["apart"] if bulletins[pair[1]] in answers[pair[0]]]
    assert (lost, mixed) == ([], [])


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("secuestro", "secuestrador"),
        ("robo", "robot"),
        ("ópera", "operativo"),
        ("pueblo", "Puebla"),
        ("penas", "penales"),
    ],
)
def test_a_whole_word_that_nothing_holds_is_not_taken_for_a_beginning(
    query: str, text: str
) -> None:
    make_release(headline=f"Aviso {text}")
    assert ask(query).total == 0


def test_the_beginning_of_a_word_still_is() -> None:
    make_release(headline="Aviso secuestrador")
    page = ask("secue")
    assert (page.total, page.completed) == (1, True)
