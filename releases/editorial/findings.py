"""A finding of the editorial checks: where it is, why, and what to write instead."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from releases.language.folding import fold
from releases.vocabulary import EditorialCode, EditorialSeverity


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A finding inside a passage: `start` and `end` count in the passage's whole text."""

    code: EditorialCode
    start: int
    end: int
    why: str
    fix: str | None = None
    severity: EditorialSeverity = EditorialSeverity.WARNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding at its place in the bulletin.

    `start` and `end` count inside the field, or inside the paragraph where the field is a list
    (`paragraph` is its index, None for single fields). `why` says in Spanish what is wrong and
    what to do; `fix` is a text for `span`, or None where only a person can know it.
    """

    code: EditorialCode
    span: str
    field: str
    paragraph: int | None
    start: int
    end: int
    why: str
    fix: str | None = None
    severity: EditorialSeverity = EditorialSeverity.WARNING

    @property
    def key(self) -> str:
        """Names the finding without repeating what was found, which may name a person.

        The same words found again for the same code have the same key, wherever they moved.
        """
        digest = hashlib.sha256(f"{self.code}\n{fold(self.span)}".encode()).hexdigest()
        return f"{self.code}:{digest[:24]}"
