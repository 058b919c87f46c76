"""How alike two bulletins are, by the runs of words that they share.

Texts are compared without closing, so that what every bulletin of an office repeats never makes
two of them alike; callers pass headline and body only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from releases.language.folding import fold

# Words in a run: with fewer, set phrases of the trade are shared by bulletins on other matters.
RUN = 4
# Hashes in a sketch: two texts that share half of their runs share some of them all but surely.
SKETCH = 24
# A text of fewer words may be said twice by chance: «Se anexa tarjeta informativa.»
SHORTEST_TEXT = 30

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """From 0 to 1: the part of all runs that both texts have, and the same of their openings.

    An opening is the headline with the first paragraph. Texts that only end alike are two
    bulletins with one closing that nobody recognised as such.
    """

    whole: float
    opening: float


def word_runs(texts: Iterable[str]) -> frozenset[int]:
    """Keys (64 bits, signed) of all runs of `RUN` words within each text; case and accents fold."""
    return frozenset(
        _key(words[start : start + RUN])
        for text in texts
        for words in [_WORD.findall(fold(text))]
        for start in range(max(len(words) - RUN + 1, 0))
    )


def sketch(runs: Iterable[int]) -> list[int]:
    """The `SKETCH` smallest keys: what two texts have in common of it estimates their likeness."""
    return sorted(runs)[:SKETCH]


def text_key(texts: Iterable[str]) -> int | None:
    """A 64-bit key that texts share exactly when they say the same words in the same order; case,
    accents, punctuation and line breaks fold. None below `SHORTEST_TEXT` words."""
    words = [word for text in texts for word in _WORD.findall(fold(text))]
    return _key(words) if len(words) >= SHORTEST_TEXT else None


def compare(
    headline: str, body: Sequence[str], other_headline: str, other_body: Sequence[str]
) -> Likeness:
    """How alike two bulletins are, their closings left out by the caller."""
    opening = word_runs([headline, *body[:1]])
    other_opening = word_runs([other_headline, *other_body[:1]])
    return Likeness(
        whole=_shared(opening | word_runs(body[1:]), other_opening | word_runs(other_body[1:])),
        opening=_shared(opening, other_opening),
    )


def _shared(first: frozenset[int], second: frozenset[int]) -> float:
    union = len(first | second)
    return len(first & second) / union if union else 0.0


def _key(words: list[str]) -> int:
    digest = blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
