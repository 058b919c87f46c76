"""What may change places in a text without a fact changing. Everything here is fictional."""

from __future__ import annotations

import pytest

from releases.editorial.rating import rate


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visitaron Lerma, Toluca y Chalco.", "Visitaron Chalco, Lerma y Toluca."),
        ("Durante la gira, saludó a todos.", "Saludó a todos durante la gira."),
        ("Llegó la brigada.", "La brigada llegó."),
        ("También participaron cadetes.", "Participaron también cadetes."),
    ],
)
def test_members_of_a_list_and_whole_circumstances_may_move(before: str, after: str) -> None:
    assert not rate(before, after).is_substantial


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Los agentes llegaron antes que los vecinos.",
            "Los vecinos llegaron antes que los agentes.",
        ),
        ("Uno es de Lerma; el otro, de Toluca.", "Uno es de Toluca; el otro, de Lerma."),
        ("La combi impactó el autobús.", "El autobús impactó la combi."),
        ("Ganaron Ana y Luis, respectivamente.", "Ganaron Luis y Ana, respectivamente."),
        ("Hubo seis heridos y dos muertos.", "Hubo dos heridos y seis muertos."),
    ],
)
def test_whatever_may_change_who_did_what_is_substantial(before: str, after: str) -> None:
    assert rate(before, after).is_substantial


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("El autobús salió de Toluca.", "El autobús salió a Toluca."),
        ("El hombre la golpeó.", "El hombre lo golpeó."),
        ("El policía disparó.", "El policía se disparó."),
        ("Unos 40 vecinos acudieron.", "40 vecinos acudieron."),
        ("Detuvieron a Óscar Meza.", "Detuvieron a Óscar Mesa."),
    ],
)
def test_a_small_word_or_letter_that_says_who_or_whither_is_substantial(
    before: str, after: str
) -> None:
    assert rate(before, after).is_substantial
