"""Near words of the archive, related bulletins, and statements that take too long."""

from __future__ import annotations

import pytest
from django.db import connection

from releases.search.errors import SearchTimedOut
from releases.search.related import related_releases
from releases.search.suggestions import edit_distance, frequent_words, nearest_word
from releases.search.transaction import SETTINGS, search_transaction
from tests.factories import make_agency, make_release, make_topic


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [
        ("robo", "robo", 0),
        ("extorcion", "extorsion", 1),
        ("secuestor", "secuestro", 1),
        ("", "abc", 3),
        ("narcomenudo", "narcomenudeo", 1),
    ],
)
def test_the_edit_distance_counts_a_swap_as_one(first: str, second: str, distance: int) -> None:
    assert edit_distance(first, second) == distance


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("extorcion", "extorsión"),
        ("secuestor", "secuestro"),
        ("narcoticoss", "narcóticos"),
        ("zzzzzzzz", None),
        ("9-1-1", None),
    ],
)
def test_the_nearest_word_is_one_of_the_archives(typed: str, meant: str | None) -> None:
    make_release(headline="Extorsión, secuestro y narcóticos")
    assert nearest_word(typed) == meant


@pytest.mark.django_db
def test_frequent_words_are_offered_by_their_beginning_without_accents() -> None:
    make_release(headline="Extorsión")
    make_release(headline="Extorsión y extorsionadores")
    assert frequent_words("éxtor", limit=5) == [("extorsión", 2), ("extorsionadores", 1)]
    assert frequent_words("9", limit=5) == []


@pytest.mark.django_db
def test_related_bulletins_share_rare_entities_rather_than_common_ones() -> None:
    common, rare = make_agency("Oficina Ficticia"), make_topic("Tema raro ficticio")
    release = make_release(agencies=[common], topics=[rare])
    by_rare = make_release(topics=[rare])
    by_common = [make_release(agencies=[common]) for _ in range(3)]
    related = related_releases(release, limit=2)
    assert [each.release for each in related] == [by_rare, by_common[-1]]
    assert related[0].shares == ("Tema raro ficticio",)


@pytest.mark.django_db
def test_a_bulletin_without_entities_has_no_relatives() -> None:
    assert related_releases(make_release()) == []


@pytest.mark.django_db
def test_a_statement_that_takes_too_long_ends_with_a_clear_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(SETTINGS, "statement_timeout", "50")
    with (
        pytest.raises(SearchTimedOut) as raised,
        search_transaction(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT pg_sleep(5)")
    assert raised.value.status == 503
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('statement_timeout')")
        assert cursor.fetchone()[0] == "0"


@pytest.mark.django_db
def test_the_settings_of_a_search_end_with_it() -> None:
    with search_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('enable_seqscan')")
        assert cursor.fetchone()[0] == "off"
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('enable_seqscan')")
        assert cursor.fetchone()[0] == "on"
