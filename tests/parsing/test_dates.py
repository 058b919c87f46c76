"""Dates in the forms of datelines; what is no day is asked about, never guessed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases.parsing.dates import MONTHS, find_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("4 de abril de 2024", (2024, 4, 4)),
        ("lunes 19 de febrero de 2024.", (2024, 2, 19)),
        ("Lunes, 19 de febrero de 2024", (2024, 2, 19)),
        ("a 03 de mayo de 2024", (2024, 5, 3)),
        ("1º de abril de 2022", (2022, 4, 1)),
        ("1o. de abril de 2022", (2022, 4, 1)),
        ("primero de abril de 2022", (2022, 4, 1)),
        ("11 de Junio del 2024.-", (2024, 6, 11)),
        ("6 de Noviembre de 2020", (2020, 11, 6)),
        ("19 DE SEPTIEMBRE DE 2025", (2025, 9, 19)),
        ("19 de setiembre de 2025", (2025, 9, 19)),
        ("a los 5 días del mes de marzo de 2023", (2023, 3, 5)),
        ("cinco de marzo de dos mil veinticuatro", (2024, 3, 5)),
        ("abril 4, 2024", (2024, 4, 4)),
        ("25/04/2024", (2024, 4, 25)),
        ("29 de febrero de 2024", (2024, 2, 29)),
    ],
)
def test_a_date_is_read_in_every_form(text: str, date: tuple[int, int, int]) -> None:
    reading = find_date(text)
    assert reading is not None
    assert reading.value == dt.date(*date)
    assert reading.doubt == ""


@pytest.mark.parametrize("text", ["31 de febrero de 2023", "29 de febrero de 2023", "32/01/2024"])
def test_a_day_that_does_not_exist_has_no_value_and_a_reason(text: str) -> None:
    reading = find_date(text)
    assert reading is not None
    assert reading.value is None
    assert text in reading.doubt


def test_a_misspelt_month_is_asked_about() -> None:
    reading = find_date("Toluca, 4 de abri de 2024")
    assert reading is not None
    assert reading.value is None
    assert "4 de abri de 2024" in reading.doubt


def test_a_weekday_that_disagrees_is_said() -> None:
    reading = find_date("martes 19 de febrero de 2024")
    assert reading is not None
    assert reading.value == dt.date(2024, 2, 19)
    assert "día de la semana" in reading.doubt


def test_day_and_month_that_could_be_exchanged_are_said() -> None:
    reading = find_date("04/05/2024")
    assert reading is not None
    assert "dos formas" in reading.doubt


@pytest.mark.parametrize(
    "text",
    ["0275/2024", "12 de los detenidos de 2024", "Tel. 722 000 0000", "en 2024", "a las 12:30"],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert find_date(text) is None


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2079, 12, 31)))
def test_every_day_is_read_back_as_it_was_written(day: dt.date) -> None:
    text = f"Toluca, Estado de México, {day.day} de {MONTHS[day.month - 1]} de {day.year}"
    reading = find_date(text)
    assert reading is not None
    assert reading.value == day


@given(st.text(max_size=80))
def test_no_text_at_all_breaks_the_grammar(text: str) -> None:
    reading = find_date(text)
    assert reading is None or reading.value is None or isinstance(reading.value, dt.date)
