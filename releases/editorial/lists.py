"""The words that the rules know besides those built in, and the spelling dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from releases.language.folding import fold
from releases.vocabulary import EditorialListKind


class Speller(Protocol):
    """A dictionary of the language."""

    def knows(self, word: str) -> bool:
        """Whether the word exists as it is written, accents included."""
        ...


class NoSpeller:
    """Knows every word: for use without a dictionary, where no spelling is judged."""

    def knows(self, word: str) -> bool:
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What the office adds (`added`) or takes away (`removed`) per list, folded; acronyms and
    words as written.

    `acronyms` need no explanation; `names` are those of the catalogue (agencies and places),
    folded, which are no persons; `words` are right however the dictionary judges them;
    `issued_numbers` are the folios that the issuer used in the bulletin's year.
    """

    speller: Speller = field(default_factory=NoSpeller)
    acronyms: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    issued_numbers: frozenset[int] = frozenset()
    added: Mapping[EditorialListKind, frozenset[str]] = field(default_factory=dict)
    removed: Mapping[EditorialListKind, frozenset[str]] = field(default_factory=dict)

    def extend(self, kind: EditorialListKind, builtin: frozenset[str]) -> frozenset[str]:
        """A built-in list of words as this office wants it."""
        return (builtin - self.removed.get(kind, frozenset())) | self.added.get(kind, frozenset())

    def extend_patterns(self, kind: EditorialListKind, builtin: frozenset[str]) -> frozenset[str]:
        """A built-in list of regular expressions: what the office adds is taken as it stands.

        A word taken away takes away every built-in pattern that means it.
        """
        removed = self.removed.get(kind, frozenset())
        kept = {
            pattern
            for pattern in builtin
            if not any(re.fullmatch(pattern, word) for word in removed)
        }
        return frozenset(kept | {re.escape(word) for word in self.added.get(kind, frozenset())})


def folded(terms: Iterable[str]) -> frozenset[str]:
    """Terms in the form in which the rules compare them."""
    return frozenset(fold(term.strip()) for term in terms if term.strip())
