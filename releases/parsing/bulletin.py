"""What the parser returns: the fields of a bulletin, each with its source and how sure it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from releases.extraction.document import Box

T = TypeVar("T")


class Certainty(StrEnum):
    """How far a machine-read field may be trusted; the words are those shown to people."""

    SURE = "seguro"
    REVIEW = "revise"
    MISSING = "falta"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a field was read: the quoted words, their page and box, and the rule that read them.

    `box` is `None` for formats without layout; `start` and `end` are then offsets in
    `ExtractedDocument.text`, else 0.
    """

    quote: str
    page: int
    rule: str
    box: Box | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One field of a bulletin. A field under REVIEW always says why, in Spanish."""

    value: T
    certainty: Certainty
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Folio:
    """A bulletin's number as printed and as read; `year` is None where the folio prints none."""

    printed: str
    number: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place by its catalogue name and INEGI key (2 digits a state, 5 a municipality)."""

    name: str
    inegi: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedBulletin:
    """A bulletin as read from one document; paragraphs are whole, without furniture or closing.

    `year` is the folio's year, or that of the date where the folio has none.
    `boilerplate` is the closing, its paragraphs parted by a line break.
    `issuer` is the canonical name of the agency that issued it, as far as it can be told.
    """

    folio: Field[Folio | None]
    year: int | None
    issued_on: Field[dt.date | None]
    issued_in: Field[NamedPlace | None]
    dateline: str
    headline: Field[str]
    summary_points: Field[tuple[str, ...]]
    body: Field[tuple[str, ...]]
    boilerplate: Field[str]
    issuer: Field[str | None]
    kind: str = "comunicado"
    extra: tuple[str, ...] = ()
