"""A bulletin made of its texts, and a small catalogue with twins among its names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from releases.linking.catalogue import read_gazetteer
from releases.linking.gazetteer import Gazetteer
from releases.parsing.bulletin import Certainty, Field, Folio, NamedPlace, ParsedBulletin

VOCABULARY = Path(__file__).resolve().parents[2] / "fixtures" / "vocabulary"
HOST = "Secretaría de Seguridad del Estado de México"

Maker = Callable[..., ParsedBulletin]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return read_gazetteer(VOCABULARY)


@pytest.fixture
def bulletin() -> Maker:
    """Make a bulletin: body paragraphs, and by name a headline, an issuer and a dateline key."""

    def make(
        *body: str,
        headline: str = "Una cabeza de ejemplo",
        issuer: str | None = HOST,
        place: str = "15106",
        date: dt.date = dt.date(2024, 4, 4),
    ) -> ParsedBulletin:
        sure = Certainty.SURE
        folio: Field[Folio | None] = Field(Folio("0275/2024", 275, 2024), sure)
        return ParsedBulletin(
            folio=folio,
            year=2024,
            issued_on=Field(date, sure),
            issued_in=Field(NamedPlace("Lugar", place), sure),
            dateline="",
            headline=Field(headline, sure),
            summary_points=Field((), Certainty.MISSING),
            body=Field(tuple(body), sure),
            boilerplate=Field("", Certainty.MISSING),
            issuer=Field(issuer, sure if issuer else Certainty.REVIEW),
        )

    return make
