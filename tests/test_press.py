"""Filters and tags of the templates."""

from __future__ import annotations

import datetime as dt

import pytest

from releases.templatetags import press


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(1, 24, "4.2\u202f%"), (1, 2, "50\u202f%"), (0, 0, "0\u202f%"), (5, 5, "100\u202f%")],
)
def test_a_share_has_at_most_one_decimal(part: int, whole: int, written: str) -> None:
    assert press.share_of(part, whole) == written


@pytest.mark.parametrize(
    ("folio", "number", "year"),
    [
        ("0296/2024", "0296", "/2024"),
        ("FGE/0231/2024", "FGE/0231", "/2024"),
        ("2299", "2299", ""),
        ("", "", ""),
    ],
)
def test_a_folio_is_shown_in_two_parts(folio: str, number: str, year: str) -> None:
    assert press.folio_number(folio) + press.folio_year(folio) == folio
    assert (press.folio_number(folio), press.folio_year(folio)) == (number, year)


def test_a_telephone_line_is_dialled_by_its_digits() -> None:
    assert press.phone_of("9-1-1 Emergencias") == ("9-1-1", "911", "Emergencias")
    assert press.phone_of("089 Denuncia anónima") == ("089", "089", "Denuncia anónima")


def test_a_moment_near_midnight_is_shown_on_its_day_in_mexico() -> None:
    late = dt.datetime(2024, 4, 9, 3, 30, tzinfo=dt.UTC)

    assert press.long_date(late) == "8 de abril de 2024"
    assert press.short_date(late) == "8 abr 2024"


def test_nothing_is_written_of_no_date() -> None:
    assert press.long_date(None) == press.short_date(None) == ""


def test_dates_and_numbers_follow_mexican_usage() -> None:
    day = dt.date(2024, 4, 8)

    assert press.day_month(day) == "8 abr"
    assert press.weekday(day) == "lunes"
    assert press.month_and_year(day) == "abril de 2024"
    assert press.thousands(2947) == "2,947"
