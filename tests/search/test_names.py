"""Other names of what was typed are looked for, and said; everyday words stay what they are."""

from __future__ import annotations

import pytest

from tests.factories import make_release
from tests.search.asking import ask

pytestmark = pytest.mark.django_db


def test_an_everyday_name_of_a_municipality_finds_its_official_one_and_says_so() -> None:
    make_release(headline="Operativo en Nezahualcóyotl")

    page = ask("neza")

    assert page.total == 1
    assert "Nezahualcóyotl" in page.expansions[0].names


@pytest.mark.parametrize("word", ["centro", "carmen", "progreso", "victoria"])
def test_a_word_that_names_a_municipality_far_away_is_just_a_word(word: str) -> None:
    make_release(headline=f"Reunión en el {word} de mando")

    page = ask(word)

    assert (page.total, page.expansions) == (1, ())


def test_words_in_quotes_are_looked_for_as_they_are() -> None:
    make_release(headline="Operativo en Nezahualcóyotl")

    assert ask('"operativo en neza"').expansions == ()


def test_quotes_around_a_single_name_keep_its_other_names_away_but_not_its_plural() -> None:
    make_release(headline="Operativo en Nezahualcóyotl")
    near = make_release(headline="Operativo en Ciudad Neza con patrullas")

    page = ask('"neza" "patrulla"')

    assert [hit.release for hit in page.hits] == [near]
    assert page.expansions == ()
