"""The words of a bulletin in the forms that the search table stores."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

from releases.language.spellings import LONGEST_LEXEME
from releases.language.words import Token, tokenize

# Positions left free between two texts, so that no phrase runs from one into the next.
_GAP = 10
# What PostgreSQL keeps of a lexeme: positions up to 16,383, and 256 of them.
_LAST_POSITION = 16_383
_MOST_POSITIONS = 255


class Weight(StrEnum):
    """PostgreSQL's four weights, by the part of the bulletin that carries them."""

    HEADLINE = "A"
    SUMMARY = "B"
    NAME = "C"
    BODY = ""


@dataclass(frozen=True, slots=True)
class WordVectors:
    """What one bulletin is found by.

    `words` and `headline` are tsvector literals (the second without positions); `pairs` are the
    keys of every two neighbouring words, as `pair_key` makes them.
    """

    words: str
    headline: str
    pairs: tuple[int, ...]


def vectorize(fields: Iterable[tuple[str, Weight]]) -> WordVectors:
    """The vectors of texts with their weights, in reading order."""
    postings: dict[str, list[str]] = {}
    headline: dict[str, None] = {}
    pairs: set[int] = set()
    position = 1
    for text, weight in fields:
        tokens = tokenize(text)
        for token in tokens:
            entry = f"{min(position, _LAST_POSITION)}{weight}"
            for lexeme in token.lexemes:
                postings.setdefault(lexeme, []).append(entry)
            if weight is Weight.HEADLINE:
                headline.update(dict.fromkeys(token.lexemes))
            position += 1
        pairs.update(_pairs_of(tokens))
        position += _GAP
    words = (
        f"{quote(lexeme)}:{','.join(entries[:_MOST_POSITIONS])}"
        for lexeme, entries in postings.items()
    )
    return WordVectors(" ".join(words), " ".join(map(quote, headline)), tuple(sorted(pairs)))


def quote(lexeme: str) -> str:
    """A lexeme as PostgreSQL reads it in a tsvector or tsquery literal."""
    escaped = lexeme[:LONGEST_LEXEME].replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


@lru_cache(maxsize=500_000)
def pair_key(first: str, second: str) -> int:
    """A 64-bit key of two neighbouring lexemes: long enough that no two pairs share one."""
    digest = blake2b(f"{first} {second}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _pairs_of(tokens: list[Token]) -> set[int]:
    return {
        pair_key(before, after)
        for first, second in pairwise(tokens)
        for before in first.lexemes
        for after in second.lexemes
    }
