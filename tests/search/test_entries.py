"""What of a bulletin is searched."""

from __future__ import annotations

import pytest

from releases.search.entries import dated_place


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("Toluca, Estado de México, 4 de abril de 2024", "Toluca"),
        ("Toluca, Méx., a 5 de marzo de 2023.-", "Toluca"),
        ("Ciudad de México, 15 de abril de 2024", "Ciudad de México"),
        ("Ecatepec de Morelos a 9 de febrero de 2023", "Ecatepec de Morelos"),
        ("Toluca; lunes 19 de febrero", "Toluca"),
        ("Toluca (Estado de México)", "Toluca"),
        ("4 de abril de 2024", ""),
        ("a 4 de abril de 2024", ""),
        ("", ""),
    ],
)
def test_of_a_dateline_only_the_place_is_searched(dateline: str, place: str) -> None:
    assert dated_place(dateline) == place
