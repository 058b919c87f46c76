"""Scans: what is missing is said, and a page's pixels are capped before it is drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from releases.extraction.limits import EncryptedPdfError, Limits, OcrUnavailableError
from releases.extraction.ocr import find_tesseract, read_scan, render_page
from tests.corpus.files import DOCUMENTS, NASTY
from tests.requirements import require


def test_without_tesseract_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OcrUnavailableError, match="tesseract-ocr-spa") as caught:
        find_tesseract()
    assert caught.value.waits


def test_without_spanish_the_message_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho eng\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(OcrUnavailableError, match="sin el idioma español"):
        find_tesseract()


def test_a_huge_page_is_drawn_small() -> None:
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(14_400, 14_400)
    image = render_page(page, replace(Limits(), ocr_pixels=1_000_000), resolution=200)
    assert image.width * image.height <= 1_010_000
    document.close()


def test_a_scan_behind_a_password_is_refused() -> None:
    require("tesseract")
    with pytest.raises(EncryptedPdfError):
        read_scan((NASTY / "user-password.pdf").read_bytes(), Limits())


def test_weight_and_bullets_survive_the_image() -> None:
    require("tesseract")
    document = read_scan((DOCUMENTS / "dev-18.pdf").read_bytes(), Limits())
    lines = document.pages[0].lines
    headline = [
        line for line in lines if "IMPLEMENTA SSEM" in line.text or "AUTOPISTA" in line.text
    ]
    assert all(line.bold for line in headline[:2])
    assert not any(line.bold for line in lines if line.text.startswith("La Secretaría"))
    assert any(line.mark for line in lines)
