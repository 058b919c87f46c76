"""Fictional fields of a review for the gallery of components: nothing here was ever read."""

from __future__ import annotations

from releases.pages.desk.review_doubts import GROUPS, Answer, Doubt, FieldState

_SURE, _REVIEW, _MISSING = "seguro", "revise", "falta"


def review_samples() -> list[FieldState]:
    """A field of each level, and one with words that may harm a person."""
    fine = Answer("bien:muestra", "Así está bien")
    fix = Answer("cambiar:muestra", "Cambiar a «COMPARTE»", is_main=True)
    wrong = Doubt(
        "Una palabra del texto está a una letra de esta.", (fix,), quote="COMPORTE", key="muestra-1"
    )
    grave = Doubt(
        "Los datos permiten saber quién es la persona. Quítelos.",
        is_grave=True,
        quote="Nombre Ficticio",
        key="muestra-2",
    )
    future = Doubt("La fecha está en el futuro. Confírmela.", (fine,))
    none = Doubt("El documento no muestra ninguno.", (Answer("bien:folio", "No lleva folio"),))
    _, folio, date, title, points, text, _ = GROUPS
    return [
        FieldState(points, _SURE, (), {}, is_confirmed=True),
        FieldState(folio, _MISSING, (none,), {}, is_confirmed=False),
        FieldState(date, _REVIEW, (future,), {}, is_confirmed=False),
        FieldState(title, _REVIEW, (wrong,), {}, is_confirmed=False),
        FieldState(text, _REVIEW, (grave,), {}, is_confirmed=False),
    ]
