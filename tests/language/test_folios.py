"""A folio is understood in any spelling; a date, an amount or a plate never is one."""

from __future__ import annotations

import pytest

from releases.language.folios import FolioReference, read_folio


@pytest.mark.parametrize(
    "typed",
    [
        "0275/2024",
        "275/2024",
        "275/24",
        "0275-2024",
        "0275-24",
        "0275 2024",
        " 275 / 2024 ",
        "275 de 2024",
        "comunicado 275 de 2024",
        "Comunicado núm. 275 del año 2024",
        "boletín de prensa número 0275/2024",
        "folio: 0275/2024",
        "No. 275/2024",
        "N° 275/2024",
        "«0275/2024»",
        "２７５/２０２４",
        "0275/2024 bis",
    ],
)
def test_a_folio_is_read_in_any_spelling(typed: str) -> None:
    assert read_folio(typed) == FolioReference(275, 2024)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("SSEM/0123/2024", FolioReference(123, 2024, "ssem")),
        ("B-031-2024", FolioReference(31, 2024, "b")),
        ("GN 078/2024", FolioReference(78, 2024, "gn")),
        ("FGJ/CS/123/2024", FolioReference(123, 2024, "fgjcs")),
        ("comunicado 2299", FolioReference(2299, None)),
    ],
)
def test_letters_before_the_number_name_the_series(typed: str, expected: FolioReference) -> None:
    assert read_folio(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "275",
        "2024",
        "24/7",
        "9-1-1",
        "C-5",
        "AK-47",
        "ABC-12-34",
        "20 mil",
        "4 de abril de 2024",
        "04/04/2024",
        "robo 2024",
        "300 2024",
        "comunicado 0",
        "policía",
    ],
)
def test_other_numbers_are_no_folio(typed: str) -> None:
    assert read_folio(typed) is None
