"""Folios in the forms that offices print, and the numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases.parsing.dates import find_date
from releases.parsing.number import announces_folio, find_folio, read_folio, read_profile_folio


@pytest.mark.parametrize(
    ("line", "printed", "number", "year"),
    [
        ("0275/2024", "0275/2024", 275, 2024),
        ("0275 / 2024", "0275/2024", 275, 2024),
        ("Comunicado 974/2025", "974/2025", 974, 2025),
        ("COMUNICADO DE PRENSA NÚM. 974/2025", "974/2025", 974, 2025),
        ("Boletín de prensa núm. 1042", "1042", 1042, None),
        ("Comunicado FGR DPE/2005/20", "FGR DPE/2005/20", 2005, 2020),
        ("comunicado FGR 377/21", "377/21", 377, 2021),
        ("Tarjeta informativa 12/2023", "12/2023", 12, 2023),
        ("Folio: SSPH-0214-2025", "SSPH-0214-2025", 214, 2025),
        ("Boletín 2024/0275", "2024/0275", 275, 2024),
        ("Comunicado No. 45 de 2023", "45 de 2023", 45, 2023),
        ("０２７５／２０２４", "0275/2024", 275, 2024),
        ("0275/2024 bis", "0275/2024 bis", 275, 2024),
        ("SSP-0019", "SSP-0019", 19, None),
        ("Boletín 2024/CS/0456", "2024/CS/0456", 456, 2024),
    ],
)
def test_a_folio_is_read_in_every_form(
    line: str, printed: str, number: int, year: int | None
) -> None:
    reading = read_folio(line)
    assert reading is not None
    folio = reading.folio
    assert (folio.number, folio.year) == (number, year)
    assert folio.printed in (printed, f"FGR {printed}")


@pytest.mark.parametrize(
    "line",
    [
        "COMUNICADO DE PRENSA",
        "Tel. 722 000 0000",
        "CP-06000",
        "SSP-19",
        "SSP-0019 elementos",
        "089",
        "9-1-1",
        "2024",
        "15 de abril de 2024",
        "15/04/2024",
        "38 personas remitidas",
        "12 personas detenidas en 2024",
        "Km 33/2",
        "C.P. 00000",
        "0275/1824",
        "Comunicado 12 detenidos en Toluca",
    ],
)
def test_a_number_that_is_no_folio_is_left_alone(line: str) -> None:
    reading = read_folio(line)
    assert reading is None or reading.rest


def test_a_bare_number_counts_only_after_its_announcement() -> None:
    assert announces_folio("BOLETÍN")
    assert announces_folio("Comunicado No.")
    assert not announces_folio("Boletín informativo de los hechos")
    assert read_folio("187") is None
    announced = read_folio("187", announced=True)
    assert announced is not None
    assert announced.folio.number == 187


def test_a_folio_after_other_words_of_a_header_is_found() -> None:
    reading = find_folio("SSP Hidalgo | Boletín 0214/2025")
    assert reading is not None
    assert reading.folio.number == 214
    assert find_folio("La ficha 12 de los hechos") is None


def test_an_offices_own_pattern_reads_what_the_grammar_does_not() -> None:
    assert read_folio("Reg. 2024 n 0275") is None
    reading = read_profile_folio("Reg. 2024 n 0275", r"reg\. (?P<year>\d{4}) n (?P<number>\d+)")
    assert reading is not None
    assert (reading.folio.number, reading.folio.year) == (275, 2024)


@given(st.integers(1, 9999), st.integers(1990, 2079))
def test_a_folio_never_becomes_a_date(number: int, year: int) -> None:
    for line in (f"{number:04d}/{year}", f"Boletín {number}/{year}", f"SSEM/{number:04d}/{year}"):
        assert find_date(line) is None


@given(st.text(max_size=60))
def test_no_text_at_all_breaks_the_grammar(text: str) -> None:
    reading = read_folio(text)
    assert reading is None or reading.folio.number is not None


def test_a_folio_among_other_words_stands_apart_from_what_follows() -> None:
    reading = find_folio("SSP · Folio 0123/2024 · Página 1 de 2")
    assert reading is not None
    assert reading.folio.printed == "0123/2024"
    assert find_folio("El folio 0123/2024 fue corregido") is None
