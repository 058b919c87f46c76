"""The labelled sets are judged by the scorer: a goal that is missed fails here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from releases.editorial.checking import check
from releases.editorial.lists import Lists
from releases.editorial.passage import Passage, PassageKind
from releases.editorial.rating import rate
from releases.publishing.editorial_lists import SPELLER
from tests.corpus.editorial.score import score_lint, score_rating
from tests.editorial.passages import read_edits, read_passages

SETS = (
    "lint.json",
    "passages.txt",
    "more_passages.txt",
    "last_passages.txt",
    "fourth_passages.txt",
    "fifth_passages.txt",
    "sixth_passages.txt",
    "seventh_passages.txt",
    "eighth_passages.txt",
    "ninth_passages.txt",
    "tenth_passages.txt",
    "eleventh_passages.txt",
    "twelfth_passages.txt",
    "thirteenth_passages.txt",
    "fourteenth_passages.txt",
    "fifteenth_passages.txt",
)
EDITS = (
    "rating.json",
    "edits.txt",
    "more_edits.txt",
    "last_edits.txt",
    "fourth_edits.txt",
    "fifth_edits.txt",
    "sixth_edits.txt",
    "seventh_edits.txt",
    "eighth_edits.txt",
)
CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "editorial"


def labelled(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((CORPUS / name).read_text("utf-8"))
    return content


def predictions(items: list[dict[str, Any]], lists: Lists) -> list[dict[str, Any]]:
    rows = []
    for item in items:
        findings = check(Passage.of_text(PassageKind(item["kind"]), item["text"]), lists)
        spans = [{"code": f.code.value, "span": f.span} for f in findings]
        rows.append({"id": item["id"], "findings": spans})
    return rows


def ratings(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"id": i["id"], "rating": rate(i["before"], i["after"], speller=SPELLER).rating.value}
        for i in items
    ]


@pytest.mark.parametrize("source", SETS)
def test_every_code_reaches_its_goal_and_clean_passages_stay_clean(
    source: str, lists: Lists
) -> None:
    content = labelled(source) if source.endswith(".json") else read_passages(source)
    items = content["items"]
    result, notes = score_lint(items, predictions(items, lists), detail=True)
    assert result["goal"], notes
    assert result["clean_passages_touched"] <= 0.05 * result["clean_passages"], notes


@pytest.mark.parametrize("source", EDITS)
def test_edits_are_rated_as_people_rate_them(source: str) -> None:
    items = labelled(source)["items"] if source.endswith(".json") else read_edits(source)
    result, notes = score_rating(items, ratings(items), detail=True)
    assert result["goal"], notes


def test_the_labelled_sets_say_that_they_are_fictional() -> None:
    for name in ("lint.json", "rating.json"):
        assert "ficticios" in labelled(name)["notice"]
