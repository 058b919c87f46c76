"""Single lines of real forms: what the folio and dateline grammars make of each."""

from __future__ import annotations

import json
from typing import Any

import pytest

from releases.linking.gazetteer import Gazetteer
from releases.parsing.dateline import read_dateline
from releases.parsing.number import read_folio
from releases.parsing.places import PlaceIndex

from .files import CORPUS

LINES = json.loads((CORPUS / "lines.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def places(gazetteer: Gazetteer) -> PlaceIndex:
    return PlaceIndex(gazetteer)


@pytest.mark.parametrize("case", LINES["datelines"], ids=lambda case: case["text"][:40])
def test_a_dateline_gives_its_place_date_and_rest(case: dict[str, Any], places: PlaceIndex) -> None:
    reading = read_dateline(case["text"], places)
    if case["place"] is None:
        assert reading is None
        return
    assert reading is not None
    assert reading.named_place is not None
    assert reading.named_place.inegi == case["inegi"]
    assert reading.date is not None
    found = reading.date.value
    assert (found.isoformat() if found else None) == case["date"]
    assert bool(reading.date.doubt) is (case["date"] is None)
    assert reading.rest == case["rest"]


@pytest.mark.parametrize("case", LINES["folios"], ids=lambda case: case["text"])
def test_a_folio_line_gives_its_number_and_year(case: dict[str, Any]) -> None:
    reading = read_folio(case["text"])
    if case["folio"] is None:
        assert reading is None
        return
    assert reading is not None
    found = reading.folio
    assert (found.printed, found.number, found.year) == (
        case["folio"],
        case["number"],
        case["year"],
    )
