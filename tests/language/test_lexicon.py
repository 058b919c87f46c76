"""A word of the language is told from the beginning of one."""

from __future__ import annotations

import pytest

from releases.language.lexicon import is_whole_word


@pytest.mark.parametrize(
    "word", ["secuestro", "robo", "operación", "OPERACION", "detenidas", "jueces", "pan"]
)
def test_words_in_any_number_and_gender_are_whole(word: str) -> None:
    assert is_whole_word(word)


@pytest.mark.parametrize(
    "word", ["secue", "extor", "deteni", "nezahual", "polici", "inform", "segurid", ""]
)
def test_beginnings_are_not(word: str) -> None:
    assert not is_whole_word(word)
