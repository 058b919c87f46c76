"""Folding keeps every letter where it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from releases.parsing.folding import fold, fold_name


@given(st.text())
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_accents_and_case_go_and_the_tilde_of_n_stays() -> None:
    assert fold("POLICÍA de Ñañú, «Pingüino»") == 'policia de ñañu, "pinguino"'
    assert fold_name("  San Luis  Potosí, S.L.P. ") == "san luis potosi, slp"
