"""What is typed becomes something to look for, and says what; nothing typed is a crash."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releases.language.folios import FolioReference
from releases.search.errors import (
    NothingToSearch,
    OnlyExclusions,
    QueryTooLong,
    SearchError,
    TooManyWords,
)
from releases.search.query import Phrase, SearchText, Word, read_query


def read(typed: str) -> SearchText:
    text = read_query(typed)
    assert text is not None
    return text


@pytest.mark.parametrize(
    ("typed", "explained"),
    [
        ("policia estatal", "Buscamos «policia» y «estatal»"),
        ('"tejido social" toluca', "Buscamos la frase «tejido social» y «toluca»"),
        ("«tejido social»", "Buscamos la frase «tejido social»"),
        ("“tejido social”", "Buscamos la frase «tejido social»"),
        ("fraude or extorsión", "Buscamos «fraude» o «extorsión»"),
        ("fraude o extorsión", "Buscamos «fraude» o «extorsión»"),
        ("secuestro u homicidio toluca", "Buscamos «secuestro» o «homicidio» y «toluca»"),
        ("C5 -convenio", "Buscamos «C5», sin «convenio»"),
        (
            'robo -"casa habitación" -auto',
            "Buscamos «robo», sin la frase «casa habitación» ni «auto»",
        ),
        ("extor*", "Buscamos «extor…»"),
        ("20 mil cámaras del C 5", "Buscamos «20 mil», «cámaras» y «C 5»"),
    ],
)
def test_every_query_is_explained(typed: str, explained: str) -> None:
    assert read(typed).explain() == explained


@pytest.mark.parametrize(
    "typed",
    [
        'policía & | ! ("',
        "o policía",
        "policía or",
        "or or policía",
        '"policía',
        "- policía",
        "policía*(",
    ],
)
def test_operators_that_make_no_sense_are_no_error(typed: str) -> None:
    (clause,) = read(typed).clauses
    (word,) = clause.options
    assert isinstance(word, Word)
    assert word.lexemes == ("policia",)


def test_or_binds_its_neighbours_only() -> None:
    first, second = read("fraude o extorsión toluca").clauses
    assert len(first.options) == 2
    assert len(second.options) == 1


def test_a_quoted_single_word_is_that_word() -> None:
    assert read('"policía"').clauses[0].options == (Word("policía", ("policia",), quoted=True),)


def test_a_phrase_is_a_run_of_content_words() -> None:
    (option,) = read('"trata de personas"').clauses[0].options
    assert isinstance(option, Phrase)
    assert option.words == (("trata",), ("person",))


def test_a_folio_is_looked_for_as_one() -> None:
    text = read("comunicado 275 de 2024")
    assert text.folio == FolioReference(275, 2024)
    assert text.operands == (Word("comunicado 275 de 2024", ("275/2024",)),)


def test_the_last_word_can_be_taken_as_a_beginning() -> None:
    begun = read("robo extor").completing_last_word()
    assert begun is not None
    assert begun.explain() == "Buscamos «robo» y «extor…»"
    assert read('"robo a casa"').completing_last_word() is None
    assert read("C5").completing_last_word() is None
    assert read('"extor"').completing_last_word() is None


def test_blanks_are_no_query() -> None:
    assert read_query("") is None
    assert read_query(" \t\u200b ") is None


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("de la los", NothingToSearch),
        ("& | !", NothingToSearch),
        ('""', NothingToSearch),
        ("-convenio", OnlyExclusions),
        ("x" * 201, QueryTooLong),
        ("palabra " * 20_000, QueryTooLong),
        (" ".join(f"a{n}" for n in range(33)), TooManyWords),
    ],
)
def test_a_refused_query_says_why_and_what_to_do(typed: str, error: type[SearchError]) -> None:
    with pytest.raises(error) as raised:
        read_query(typed)
    assert raised.value.status == 422
    assert "scriba" in raised.value.message


def test_thirty_two_words_are_allowed() -> None:
    assert len(read(" ".join(f"a{n}" for n in range(32))).clauses) == 32


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_no_text_breaks_the_grammar(typed: str) -> None:
    try:
        text = read_query(typed)
    except SearchError:
        return
    assert text is None or text.explain().startswith("Buscamos ")
