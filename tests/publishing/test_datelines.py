from __future__ import annotations

import datetime as dt

import pytest

from releases.catalogue.gazetteer import current_gazetteer
from releases.publishing.datelines import place_of_dateline, print_dateline, read_place

pytestmark = pytest.mark.django_db

DAY = dt.date(2024, 4, 4)


@pytest.mark.parametrize(
    ("typed", "printed", "slug"),
    [
        ("Toluca", "Toluca, Estado de México", "toluca"),
        ("toluca ", "Toluca, Estado de México", "toluca"),
        ("Toluca, Estado de México", "Toluca, Estado de México", "toluca"),
        ("Ecatepec", "Ecatepec de Morelos, Estado de México", "ecatepec-de-morelos"),
        ("Ciudad de México", "Ciudad de México", "ciudad-de-mexico"),
        ("Toluca, Méx.", "Toluca, Méx", "toluca"),
    ],
)
def test_a_place_is_printed_whole_and_found_in_the_catalogue(
    typed: str, printed: str, slug: str
) -> None:
    place = read_place(typed, current_gazetteer())
    assert (place.printed, place.slug, place.doubt) == (printed, slug, "")


def test_an_unknown_place_is_printed_as_typed_and_says_so() -> None:
    place = read_place("Villa Inventada de Arriba", current_gazetteer())
    assert (place.printed, place.slug) == ("Villa Inventada de Arriba", None)
    assert "no está en el catálogo" in place.doubt


def test_no_place_is_no_doubt() -> None:
    assert read_place(" \n", current_gazetteer()).doubt == ""


@pytest.mark.parametrize(
    ("place", "day", "line"),
    [
        ("Toluca, Estado de México", DAY, "Toluca, Estado de México, 4 de abril de 2024"),
        ("Toluca, Estado de México", None, "Toluca, Estado de México"),
        ("", DAY, "4 de abril de 2024"),
        ("", None, ""),
    ],
)
def test_the_line_is_made_of_place_and_date_and_gives_the_place_back(
    place: str, day: dt.date | None, line: str
) -> None:
    assert print_dateline(place, day) == line
    assert place_of_dateline(line, day) == place
