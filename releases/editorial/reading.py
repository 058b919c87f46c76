"""A passage as read once for all rules: folded, in sentences, with its persons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from releases.editorial.lexical import Span, fold_evenly, sentences
from releases.editorial.lists import Lists
from releases.editorial.names import NameFinder, Person
from releases.editorial.passage import Part, Passage, PassageKind


@dataclass(frozen=True)
class Reading:
    """What every rule receives. Places count in `text`; `folded` has the same places."""

    passage: Passage
    lists: Lists

    @cached_property
    def text(self) -> str:
        return self.passage.text

    @cached_property
    def folded(self) -> str:
        return fold_evenly(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return sentences(self.text)

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """Everybody named, in reading order."""
        finder = NameFinder(self.lists)
        return tuple(person for part in self.parts for person in finder.find(part))

    @property
    def kind(self) -> PassageKind:
        return self.passage.kind

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.passage.parts

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds a place, or the whole text for one between sentences."""
        for sentence in self.sentences:
            if sentence.holds(place):
                return sentence
        return Span(0, len(self.text))

    def is_shouted(self, place: int) -> bool:
        """Whether a place lies in a line written in capitals."""
        return self.passage.part_at(place).is_shouted

    def before(self, place: int, length: int) -> str:
        """The folded text before a place, within its sentence."""
        return self.folded[max(self.sentence_at(place).start, place - length) : place]

    def after(self, place: int, length: int) -> str:
        """The folded text after a place, within the sentence of the character before it."""
        end = self.sentence_at(max(0, place - 1)).end
        return self.folded[place : min(end, place + length)]
