"""Other offices' forms: columns, side boxes, letterheads, run-in datelines, plain files.

The documents in `layouts/` are fictional and were drawn for these tests; no event, person or
number in them is real.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from releases.extraction.sandbox import ReaderPool
from releases.linking.gazetteer import Gazetteer
from releases.linking.linker import link
from releases.parsing.bulletin import Certainty, ParsedBulletin
from releases.parsing.parser import parse

from .files import CORPUS

LAYOUTS = CORPUS / "layouts"
EXPECTED: dict[str, dict[str, Any]] = json.loads((LAYOUTS / "expected.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def bulletins(gazetteer: Gazetteer) -> dict[str, ParsedBulletin]:
    with ReaderPool() as pool:
        return {name: parse(pool.read(LAYOUTS / name), gazetteer) for name in EXPECTED}


@pytest.mark.parametrize("name", EXPECTED)
def test_folio_date_and_place_are_read(bulletins: dict[str, ParsedBulletin], name: str) -> None:
    found, wanted = bulletins[name], EXPECTED[name]
    folio, place = found.folio.value, found.issued_in.value
    assert (folio.printed if folio else None) == wanted["folio"]
    assert str(found.issued_on.value) == wanted["date"]
    assert (place.inegi if place else None) == wanted["place"]


@pytest.mark.parametrize("name", EXPECTED)
def test_headline_and_summary_are_told_from_the_text(
    bulletins: dict[str, ParsedBulletin], name: str
) -> None:
    found, wanted = bulletins[name], EXPECTED[name]
    assert found.headline.value == wanted["headline"]
    assert list(found.summary_points.value) == wanted["summary"]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_body_has_its_paragraphs_and_nothing_else(
    bulletins: dict[str, ParsedBulletin], name: str
) -> None:
    found, wanted = bulletins[name], EXPECTED[name]
    ends = [[p.split()[0], p.split()[-1]] for p in found.body.value if len(p.split()) > 3]
    assert ends == wanted["paragraphs"]
    assert sum(len(p.split()) for p in found.body.value) == wanted["words"]


@pytest.mark.parametrize("name", EXPECTED)
def test_closing_and_side_matter_stand_apart(
    bulletins: dict[str, ParsedBulletin], name: str
) -> None:
    found, wanted = bulletins[name], EXPECTED[name]
    assert found.boilerplate.value.split("\n") == wanted["closing"]
    assert list(found.extra) == wanted["extra"]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_places_of_other_states_are_found(
    bulletins: dict[str, ParsedBulletin], name: str, gazetteer: Gazetteer
) -> None:
    assert list(link(bulletins[name], gazetteer).places) == EXPECTED[name]["places"]


def test_a_headline_without_any_mark_is_left_to_a_person(
    bulletins: dict[str, ParsedBulletin],
) -> None:
    assert bulletins["plain.txt"].headline.certainty is Certainty.REVIEW


def test_a_first_paragraph_in_bold_is_text_that_a_person_confirms(
    bulletins: dict[str, ParsedBulletin],
) -> None:
    assert bulletins["lead.pdf"].body.certainty is Certainty.REVIEW
    assert "negritas" in bulletins["lead.pdf"].body.reason
