"""The corpus read once per run, and its table of scores at the end of `make corpus`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from releases.extraction.limits import ExtractionError
from releases.extraction.sandbox import ReaderPool
from releases.linking.catalogue import read_gazetteer
from releases.linking.gazetteer import Gazetteer
from releases.linking.linker import link
from releases.linking.prediction import as_prediction
from releases.parsing.parser import parse

from .files import DOCUMENTS, GOLD
from .score import format_table, gold_documents, judge

VOCABULARY = Path(__file__).resolve().parents[2] / "fixtures" / "vocabulary"

_tables: list[str] = []


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return read_gazetteer(VOCABULARY)


@pytest.fixture(scope="session")
def text_predictions(gazetteer: Gazetteer) -> dict[str, dict[str, Any]]:
    """What is read from every labelled document that has a text layer, by file name."""
    predictions: dict[str, dict[str, Any]] = {}
    with ReaderPool() as pool:
        for name, label in gold_documents(GOLD):
            if label["formats"][name] == "scan":
                continue
            try:
                document = pool.read(DOCUMENTS / name)
            except ExtractionError as error:  # scored as zero, with its reason in the output
                print(f"{name}: {error.code}")
                continue
            bulletin = parse(document, gazetteer)
            predictions[name] = as_prediction(bulletin, link(bulletin, gazetteer), gazetteer)
    rows, _ = judge(predictions, GOLD, by="layout")
    by_format, _ = judge(predictions, GOLD)
    _tables.extend((format_table(by_format), format_table(rows)))
    return predictions


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the tables when the corpus alone was run with -v."""
    if _tables and terminalreporter.config.get_verbosity() > 0:
        for table in _tables:
            terminalreporter.write_sep("-", "corpus")
            terminalreporter.write_line(table)
