"""The labelled bulletins: the table of figures that `docs/reading.md` promises."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from releases.extraction.sandbox import ReaderPool
from releases.linking.gazetteer import Gazetteer
from releases.linking.linker import link
from releases.linking.prediction import as_prediction
from releases.parsing.parser import parse
from tests.requirements import require

from .files import DOCUMENTS, GOLD
from .score import judge, score_one

Predictions = dict[str, dict[str, Any]]

FLOORS = {
    "folio": 1.0,
    "number_year": 1.0,
    "date": 1.0,
    "place": 1.0,
    "headline": 1.0,
    "subheads": 0.98,
    "body_words": 0.99,
    "paragraph_breaks": 0.99,
    "paragraphs_exact": 0.97,
    "no_furniture": 1.0,
    "boilerplate_removed": 1.0,
    "sure_p": 0.99,
    "agencies_f1": 0.97,
    "places_f1": 0.98,
    "topics_f1": 0.90,
}
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "reading.md"


@pytest.fixture(scope="module")
def judged(text_predictions: Predictions) -> tuple[dict[str, float], dict[str, list[str]]]:
    """The scores over the documents with a text layer, and the misses of each."""
    return score_texts(text_predictions)


def score_texts(predictions: Predictions) -> tuple[dict[str, float], dict[str, list[str]]]:
    """Means over exactly the documents that were read, and each document's misses."""
    rows, misses = judge(predictions, GOLD)
    groups = [group for group in rows if group not in ("all", "scan")]
    total = sum(rows[group]["documents"] for group in groups)
    means = {
        name: sum(rows[group][name] * rows[group]["documents"] for group in groups) / total
        for name in rows["all"]
    }
    return means, {name: found for name, found in misses.items() if name in predictions}


@pytest.mark.parametrize("field", FLOORS)
def test_the_development_set_reaches_its_figure(
    judged: tuple[dict[str, float], dict[str, list[str]]], field: str
) -> None:
    row, misses = judged
    assert row[field] >= FLOORS[field], misses


SEEDS = sorted(path.name for path in DOCUMENTS.glob("seed-*"))


@pytest.mark.parametrize("name", SEEDS)
def test_a_sample_bulletin_is_read_without_a_fault(
    text_predictions: Predictions, name: str
) -> None:
    label = json.loads((GOLD / f"{name.split('.')[0]}.json").read_text("utf-8"))
    scores, counts = score_one(text_predictions[name], label)
    assert {field: value for field, value in scores.items() if value != 1.0} == {}
    for counted in ("sure", "agencies", "places"):
        assert counts[counted][1:] == (0, 0), counted


def test_the_scans_are_read_from_their_images(gazetteer: Gazetteer) -> None:
    require("tesseract")
    with ReaderPool() as pool:
        for name in ("dev-09.pdf", "dev-18.pdf"):
            document = pool.read(DOCUMENTS / name, ocr=True)
            bulletin = parse(document, gazetteer)
            found = as_prediction(bulletin, link(bulletin, gazetteer), gazetteer)
            label = json.loads((GOLD / f"{name.split('.')[0]}.json").read_text("utf-8"))
            scores, counts = score_one(found, label)
            assert document.from_image
            assert "seguro" not in found["status"].values()
            assert scores["folio"] == scores["date"] == scores["place"] == 1.0
            assert scores["headline_sim"] >= 0.98
            assert scores["body_words"] >= 0.90
            assert counts["places"][2] == 0


def test_the_guide_shows_the_figures_as_they_are(
    judged: tuple[dict[str, float], dict[str, list[str]]],
) -> None:
    row, _ = judged
    printed = dict(re.findall(r"^\| `(\w+)` \| [\d.]+ \| ([\d.]+) \|", GUIDE.read_text(), re.M))
    assert set(printed) == set(FLOORS)
    for name, figure in printed.items():
        assert float(figure) == pytest.approx(row[name], abs=0.015), name


def test_the_guide_shows_how_often_each_certainty_is_right(text_predictions: Predictions) -> None:
    table = count_certainties(text_predictions)
    text = GUIDE.read_text("utf-8")
    for field, (sure, right, review, missing) in table.items():
        assert f"| {field} | {sure} | {right} | {review} | {missing} |" in text, (field, table)


def count_certainties(predictions: Predictions) -> dict[str, tuple[int, int, int, int]]:
    """Per field: how often called sure, how often that was right, under review, missing."""
    table: dict[str, list[int]] = {}
    for name, found in predictions.items():
        label = json.loads((GOLD / f"{name.split('.')[0]}.json").read_text("utf-8"))
        scores, _ = score_one(found, label)
        scores["body"] = scores["paragraphs_exact"] * scores["no_furniture"]
        for field, level in found["status"].items():
            row = table.setdefault(field, [0, 0, 0, 0])
            if level == "seguro":
                row[0] += 1
                row[1] += scores[field] == 1
            else:
                row[2 if level == "revise" else 3] += 1
    return {field: (row[0], row[1], row[2], row[3]) for field, row in table.items()}
