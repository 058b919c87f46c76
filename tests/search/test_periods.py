"""Stretches of time as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from releases.search.periods import Period, read_period

TODAY = dt.date(2024, 4, 16)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("año 2023", "2023-01-01", "2023-12-31"),
        ("2022-2023", "2022-01-01", "2023-12-31"),
        ("2022 a 2023", "2022-01-01", "2023-12-31"),
        ("marzo 2024", "2024-03-01", "2024-03-31"),
        ("Marzo de 2024", "2024-03-01", "2024-03-31"),
        ("mar. 2024", "2024-03-01", "2024-03-31"),
        ("febrero del 2024", "2024-02-01", "2024-02-29"),
        ("2024-03", "2024-03-01", "2024-03-31"),
        ("03/2024", "2024-03-01", "2024-03-31"),
        ("enero a marzo de 2024", "2024-01-01", "2024-03-31"),
        ("noviembre de 2023 a marzo de 2024", "2023-11-01", "2024-03-31"),
        ("4 de abril de 2024", "2024-04-04", "2024-04-04"),
        ("del 1 al 15 de marzo de 2024", "2024-03-01", "2024-03-15"),
        ("04/04/2024", "2024-04-04", "2024-04-04"),
        ("2024-04-04", "2024-04-04", "2024-04-04"),
        ("hoy", "2024-04-16", "2024-04-16"),
        ("ayer", "2024-04-15", "2024-04-15"),
        ("esta semana", "2024-04-15", "2024-04-16"),
        ("la semana pasada", "2024-04-08", "2024-04-14"),
        ("última semana", "2024-04-10", "2024-04-16"),
        ("ultimos 30 dias", "2024-03-18", "2024-04-16"),
        ("último mes", "2024-03-17", "2024-04-16"),
        ("este mes", "2024-04-01", "2024-04-16"),
        ("el mes pasado", "2024-03-01", "2024-03-31"),
        ("último año", "2023-04-17", "2024-04-16"),
        ("este año", "2024-01-01", "2024-04-16"),
        ("año pasado", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_period_is_read_as_people_write_it(typed: str, first: str, last: str) -> None:
    expected = Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert read_period(typed, today=TODAY) == expected


@pytest.mark.parametrize(
    "typed",
    ["", "nunca", "31 de febrero de 2024", "2024-13", "99/99/2024", "marzo", "2024 a 2022",
     "últimos 9999 años", "0275/2024", "x" * 1000],
)  # fmt: skip
def test_what_names_no_period_is_none(typed: str) -> None:
    assert read_period(typed, today=TODAY) is None
