"""Documents made of lines, without a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from releases.extraction.document import Box, ExtractedDocument, Line, MediaType, Page
from releases.linking.catalogue import read_gazetteer
from releases.linking.gazetteer import Gazetteer

VOCABULARY = Path(__file__).resolve().parents[2] / "fixtures" / "vocabulary"

Maker = Callable[..., ExtractedDocument]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return read_gazetteer(VOCABULARY)


@pytest.fixture
def text_document() -> Maker:
    def make(text: str) -> ExtractedDocument:
        lines = tuple(Line(line, 1) for line in text.strip("\n").split("\n"))
        return ExtractedDocument(MediaType.TEXT, (Page(1, lines),), "test/1")

    return make


@pytest.fixture
def laid_out() -> Maker:
    """Pages of rows `(text, bottom)` or `(text, bottom, size, bold)` on letter paper."""

    def make(*pages: list[tuple[object, ...]]) -> ExtractedDocument:
        made = []
        for number, rows in enumerate(pages, start=1):
            lines = []
            for text, bottom, *style in rows:
                size, bold = (*style, 11.0, False)[:2] if len(style) < 2 else style
                assert isinstance(bottom, int | float)
                box = Box(72, bottom, 72 + 5 * len(str(text)), bottom + 11)
                lines.append(Line(str(text), number, box, float(str(size)), bold=bool(bold)))
            made.append(Page(number, tuple(lines), 612, 792))
        return ExtractedDocument(MediaType.PDF, tuple(made), "test/1")

    return make
