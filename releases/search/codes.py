"""The integer codes of facet values: a kind, and a number within it."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum

from releases.vocabulary import DocumentKind, SourceKind

_SPAN = 10_000_000


class Kind(IntEnum):
    """What a code counts; the codes of kind K are K * 10,000,000 and up.

    Common terms, in the whole text and in the headline, lie below all others: they are looked
    for, never counted.
    """

    COMMON_HEADLINE = -2
    COMMON = -1
    ALL = 0
    AGENCY = 1
    PLACE = 2
    TOPIC = 3
    MONTH = 4
    DOCUMENT = 5
    SOURCE = 6
    CORRECTED = 7


EVERYTHING = int(Kind.ALL)
CORRECTED = Kind.CORRECTED * _SPAN


def code(kind: Kind, number: int) -> int:
    """The code of a value: of an agency, place or topic by its primary key."""
    return kind * _SPAN + number


def split_code(value: int) -> tuple[int, int]:
    """The inverse of `code`."""
    return divmod(value, _SPAN)


def code_range(kind: Kind) -> tuple[int, int]:
    """The first code of a kind and the first that is not of it."""
    return kind * _SPAN, (kind + 1) * _SPAN


def month_code(day: dt.date) -> int:
    """The code of a calendar month."""
    return code(Kind.MONTH, day.year * 12 + day.month - 1)


def month_of(number: int) -> tuple[int, int]:
    """The year and month (1 to 12) that a number of kind MONTH stands for."""
    year, month = divmod(number, 12)
    return year, month + 1


def document_code(kind: str) -> int:
    """The code of a `DocumentKind` value."""
    return code(Kind.DOCUMENT, list(DocumentKind).index(DocumentKind(kind)))


def source_code(kind: str) -> int:
    """The code of a `SourceKind` value."""
    return code(Kind.SOURCE, list(SourceKind).index(SourceKind(kind)))
