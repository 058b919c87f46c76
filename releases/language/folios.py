"""A folio as people type it, whatever the office's pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass

from releases.language.folding import clean_typed, fold

_LEAD = r"""
    (?P<lead>(?:(?:comunicados?|boletin(?:es)?|folios?|tarjetas?|fichas?|informativ[ao]s?|de|prensa
    |numeros?|num|nro|no|n|el|la|informe|semanal)[\s.:°º#]*)+)?\#?\s*
"""
_FOLIO = re.compile(
    _LEAD
    + r"""
    (?P<prefix>(?:[a-zñ]{1,12}[\s/._-]+){0,4})
    (?P<number>\d{1,6})
    (?:
        \s*(?:/|-|–|\s\bdel?\s(?:a[nñ]o\s)?)\s*(?P<year>(?:19|20)\d\d)
      | \s+(?P<spaced>(?:19|20)\d\d)
      | \s*[/-]\s*(?P<short>\d\d)
    )?
    (?:\s*bis)?
    """,
    re.VERBOSE,
)
_LAST_SHORT_YEAR = 50


@dataclass(frozen=True, slots=True)
class FolioReference:
    """A folio somebody named. `prefix` holds the folded letters before the number, run together;
    `year` is None where only a number was given."""

    number: int
    year: int | None
    prefix: str = ""


def read_folio(typed: str) -> FolioReference | None:
    """The folio that a whole text names, or None where it is something else.

    A number alone is only a folio after a word that says so («comunicado 275»): «300» by itself
    may be doses of a drug.

    >>> read_folio("comunicado 275 de 2024")
    FolioReference(number=275, year=2024, prefix='')
    >>> read_folio("SSEM/0123/2024").prefix, read_folio("275")
    ('ssem', None)
    """
    match = _FOLIO.fullmatch(fold(clean_typed(typed)).strip(" .,;:«»\"'()"))
    if match is None:
        return None
    number, prefix = int(match["number"]), re.sub(r"[^a-zñ]", "", match["prefix"])
    if not number:
        return None
    if match["year"]:
        return FolioReference(number, int(match["year"]), prefix)
    if match["spaced"]:
        padded = match["lead"] or match["number"].startswith("0")
        return FolioReference(number, int(match["spaced"]), prefix) if padded else None
    short = match["short"]
    if short:
        likely = int(short) <= _LAST_SHORT_YEAR and (len(match["number"]) >= 3 or match["lead"])
        return FolioReference(number, 2000 + int(short), prefix) if likely else None
    return FolioReference(number, None, prefix) if match["lead"] else None
