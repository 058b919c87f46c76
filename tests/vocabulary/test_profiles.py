from __future__ import annotations

import re

import pytest

from tests.vocabulary.records import fold, read

PROFILES = read("profiles")
PATTERNS = {profile["agency"]: profile.get("number_pattern", "") for profile in PROFILES}


def test_each_profile_belongs_to_one_known_agency() -> None:
    agencies = {agency["slug"] for agency in read("agencies")}

    assert len(PATTERNS) == len(PROFILES)
    assert set(PATTERNS) <= agencies


@pytest.mark.parametrize("agency", [agency for agency, pattern in PATTERNS.items() if pattern])
def test_a_number_pattern_names_what_it_reads(agency: str) -> None:
    assert "number" in re.compile(PATTERNS[agency]).groupindex


@pytest.mark.parametrize(
    ("agency", "line", "number", "year"),
    [
        ("ssem", "0275/2024", "0275", "2024"),
        ("ssem", "SSEM/0123/2024", "0123", "2024"),
        ("fgjem", "Comunicado 231/2024", "231", "2024"),
        ("fgr", "Comunicado FGR DPE/2005/20", "2005", "20"),
        ("fgr", "Comunicado FGR 377/21", "377", "21"),
        ("seguridad-morelos", "Comunicado 2299", "2299", None),
    ],
)
def test_the_folio_of_an_office_is_read(
    agency: str, line: str, number: str, year: str | None
) -> None:
    match = re.search(PATTERNS[agency], fold(line))

    assert match is not None
    assert match["number"] == number
    assert match.groupdict().get("year") == year


@pytest.mark.parametrize(
    "line", ["0275/24/2024", "Tel. 722 000 0000", "4 de abril de 2024", "COMUNICADO DE PRENSA"]
)
def test_a_line_without_folio_is_left_alone(line: str) -> None:
    assert re.search(PATTERNS["ssem"], fold(line)) is None
