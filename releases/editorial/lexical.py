"""Reading tools that the rules share: folded text of equal length, sentences, small numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from releases.language.folding import fold, word_set
from releases.language.numbers import is_part_of_amount, read_amount

CAPITAL = "A-ZÁÉÍÓÚÑÜ"
SMALL = "a-záéíóúñü"

# Full stops after these do not end a sentence.
_ABBREVIATIONS = word_set(
    """
    lic dr dra sr sra srta ing arq mtro mtra prof profa profra cap cmdte cmte cte gral tte sgto
    cor ma fco gpe j av avda blvd col no num núm art edo edif depto dpto int ext fracc mza lt km
    tel cia pte ote nte hrs aprox ud uds vs pp inc fraccion c a l m r g d
    """
)
_BOUNDARY = re.compile(rf"[.!?…]+[\"”»’')\]]*\s+(?=[¿¡\"“«‘(—–-]*[{CAPITAL}0-9@])|\n+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the passage's text."""

    start: int
    end: int

    def holds(self, place: int) -> bool:
        return self.start <= place < self.end

    def meets(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


def fold_evenly(text: str) -> str:
    """Folded letter by letter, so that every place in the text stays the same place."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded
    return "".join(_fold_one(letter) for letter in text)


def _fold_one(letter: str) -> str:
    folded = fold(letter)
    return folded if len(folded) == 1 else letter


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences in order; a line break always ends one."""
    found, start = [], 0
    for match in _BOUNDARY.finditer(text):
        if "\n" not in match.group() and _is_abbreviated(text, match.start()):
            continue
        if text[start : match.start()].strip():
            found.append(Span(start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append(Span(start, len(text)))
    return tuple(found)


def _is_abbreviated(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return False
    word = re.search(rf"([{CAPITAL}{SMALL}]+)$", text[max(0, stop - 12) : stop])
    return word is not None and word[1].lower() in _ABBREVIATIONS


_NUMBER_RUN = r"(?:\d{1,3}|[a-zñ]+(?: y [a-zñ]+)?)"
AGE_NUMBER = _NUMBER_RUN


def small_number(folded: str) -> int | None:
    """The value of «17», «diecisiete» or «treinta y dos» (folded); None for other words."""
    words = [word for word in folded.split() if word != "y"]
    if not words or not all(map(is_part_of_amount, words)):
        return None
    amount = read_amount(words)
    return int(float(amount)) if amount is not None else None


def alternatives(words: frozenset[str]) -> str:
    """A list as one alternative of a regular expression, longer ones first, ends at a word's."""
    inside = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    return rf"(?:{inside})"


def matches(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[re.Match[str]]:
    """All that a pattern finds inside one stretch."""
    return pattern.finditer(text, span.start, span.end)
