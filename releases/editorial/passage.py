"""The text that the editorial checks read, with what each line is to the bulletin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from releases.vocabulary import TextField


class PassageKind(StrEnum):
    """How much of a bulletin a passage is: what is missing can only be missed in a whole one."""

    EXCERPT = "pasaje"
    HEAD = "cabeza"
    BULLETIN = "boletin"


FOLIO = "folio"
CLOSING = "boilerplate"


@dataclass(frozen=True, slots=True)
class Part:
    """A field, or a paragraph of a list field; `start` is its place in the passage's text."""

    field: str
    paragraph: int | None
    text: str
    start: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_shouted(self) -> bool:
        """Whether it is written in capitals throughout, so that capitals say nothing."""
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.85 * len(letters)


@dataclass(frozen=True, slots=True)
class Passage:
    """Parts in reading order; `text` joins them with line breaks."""

    kind: PassageKind
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts)

    @classmethod
    def of_parts(cls, kind: PassageKind, parts: Iterable[Part]) -> Passage:
        """Counts the places of the parts, which come with `start` 0."""
        placed: list[Part] = []
        at = 0
        for part in parts:
            placed.append(Part(part.field, part.paragraph, part.text, at))
            at += len(part.text) + 1
        return cls(kind, tuple(placed))

    @classmethod
    def of_text(cls, kind: PassageKind, text: str) -> Passage:
        """Takes a running text apart at its line breaks: a head by the form of its lines."""
        fields = _Fields(kind)
        lines = text.split("\n")
        return cls.of_parts(
            kind, (Part(fields.of(line), number, line) for number, line in enumerate(lines))
        )

    def part_at(self, place: int) -> Part:
        """The part that holds a character; the last one for a place beyond the text."""
        return next((part for part in self.parts if place <= part.end), self.parts[-1])


_FOLIO_LINE = re.compile(r"(?i)[^\n]{0,40}?\b\d{1,5}\s*[/-]\s*(?:\d{2}|\d{4})\W*")
_DATELINE = re.compile(r"(?i)[^\n]{3,90}\b(?:de|del) (?:19|20)\d\d\W*")
_HEAD_WORDS = 30


class _Fields:
    """Guesses fields line by line, in the order folio, dateline, headline, text."""

    def __init__(self, kind: PassageKind) -> None:
        self.kind = kind
        self.headline_seen = False

    def of(self, line: str) -> str:
        bare = line.strip()
        if not bare or self.headline_seen:
            return TextField.BODY
        if self.kind is PassageKind.HEAD and _FOLIO_LINE.fullmatch(bare):
            return FOLIO
        if self.kind is PassageKind.HEAD and _DATELINE.fullmatch(bare):
            return TextField.DATELINE
        self.headline_seen = True
        short = len(bare.split()) <= _HEAD_WORDS and bare[-1] not in ".:;,"
        in_capitals = Part("", None, bare).is_shouted
        return TextField.HEADLINE if short and in_capitals else TextField.BODY
