"""Dates, sizes and counts as people read them."""

from __future__ import annotations

import datetime as dt

from releases import presentation


def test_dates_are_written_in_mexican_spanish() -> None:
    day = dt.date(2024, 4, 8)
    assert presentation.long_date(day) == "8 de abril de 2024"
    assert presentation.short_date(day) == "8 abr 2024"
    assert presentation.weekday_date(day) == "lunes, 8 de abril de 2024"
    assert presentation.month_name(9, 2023) == "septiembre de 2023"


def test_moments_are_told_in_the_hour_of_central_mexico() -> None:
    moment = dt.datetime(2024, 4, 10, 0, 42, tzinfo=dt.UTC)
    assert presentation.long_moment(moment) == "9 de abril de 2024, 18:42 h"
    assert presentation.short_moment(moment) == "9 abr 2024, 18:42 h"


def test_sizes_have_the_unit_that_reads_best() -> None:
    assert presentation.file_size(1) == "1 KB"
    assert presentation.file_size(184 * 1024) == "184 KB"
    assert presentation.file_size(int(2.1 * 1024 * 1024)) == "2.1 MB"


def test_counts_agree_with_their_noun() -> None:
    assert presentation.counted(1, "comunicado", "comunicados") == "1 comunicado"
    assert presentation.counted(2947, "comunicado", "comunicados") == "2,947 comunicados"
    assert presentation.counted(0, "comunicado", "comunicados") == "0 comunicados"


def test_elapsed_time_names_the_two_greatest_units() -> None:
    start = dt.datetime(2024, 4, 8, 18, 5, tzinfo=dt.UTC)
    assert presentation.elapsed(start, start) == "menos de un minuto"
    assert (
        presentation.elapsed(start, start + dt.timedelta(hours=16, minutes=37))
        == "16 horas y 37 minutos"
    )
    assert (
        presentation.elapsed(start, start + dt.timedelta(days=2, hours=1, minutes=9))
        == "2 días y 1 hora"
    )


def test_lists_in_a_sentence_change_y_into_e_before_i() -> None:
    assert presentation.joined([]) == ""
    assert presentation.joined(["Toluca"]) == "Toluca"
    assert presentation.joined(["Toluca", "Ecatepec", "Metepec"]) == "Toluca, Ecatepec y Metepec"
    assert presentation.joined(["Toluca", "Ixtapaluca"]) == "Toluca e Ixtapaluca"
