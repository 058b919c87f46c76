from __future__ import annotations

import pytest

from tests.vocabulary.records import FIXTURES

FOLIOS = ["0179-2024", "0216-2022", "0275-2024", "0296-2024", "0321-2024"]


def test_the_five_samples_come_as_pdf_and_as_text() -> None:
    folder = FIXTURES / "bulletins"
    names = {path.name for path in folder.iterdir() if path.suffix in {".pdf", ".txt"}}

    assert names == {f"{folio}{suffix}" for folio in FOLIOS for suffix in (".pdf", ".txt")}


@pytest.mark.parametrize("folio", FOLIOS)
def test_a_sample_prints_the_folio_its_file_is_named_for(folio: str) -> None:
    text = (FIXTURES / "bulletins" / f"{folio}.txt").read_text(encoding="utf-8")

    assert folio.replace("-", "/") in text


@pytest.mark.parametrize("folio", FOLIOS)
def test_the_published_text_keeps_its_faults(folio: str) -> None:
    faults = {"0296-2024": "COMPORTE SECRETARÍA", "0179-2024": "entorno a", "0321-2024": "expertis"}
    text = (FIXTURES / "bulletins" / f"{folio}.txt").read_text(encoding="utf-8")

    assert faults.get(folio, "COMUNICADO DE PRENSA") in text
