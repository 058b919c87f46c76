"""What each named person is in the event: held or accused, harmed, somebody in office, or unknown.

The nearest words decide: those right beside the name first (`statements`), then a post, speech or
an honour (`offices`), then all cues of the sentence weighed by distance, then those of the
sentences around it. Who is named in full without any of these, and no honour, counts as harmed: a
bulletin that names a private person owes a reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from releases.editorial.lexical import Span
from releases.editorial.lexicon.cues import FINAL_SENTENCE, HARMED, HELD, NOT_FINAL
from releases.editorial.lexicon.people import RESPECT
from releases.editorial.names import Person
from releases.editorial.offices import OfficeReader, is_honoured, is_named_after, speaks
from releases.editorial.reading import Reading
from releases.editorial.statements import Role, done_to, hinted, named_as, offends, stated
from releases.editorial.wording import any_of
from releases.vocabulary import EditorialListKind

__all__ = ["Role", "RoleReader"]


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class _Part:
    """`sure`: said beside the name, so that it holds for a list of names too."""

    role: Role
    sure: bool = False


_FINAL = re.compile(FINAL_SENTENCE)
_PENDING = re.compile(NOT_FINAL)
_LINK = re.compile(
    r"^(?:\s*,\s*(?:de|originari|vecin|con|quien)[^,;.]{0,50}(?=,))?(?:\s*,)?"
    r"(?:\s*(?:de\s)?\(?\d{1,2}\)?(?: años(?: de edad)?)?)?(?:\s*\(a\)[^,;]{0,20})?"
    r"\s*(?:,|y|e|o|ni|asi como|junto con|ademas de|,\s*y)\s*(?:a\s|de\s)?"
    r"(?:su \w+\s|sus \w+\s|el \w+\s|la \w+\s)?$"
)
_REACH = 42.0
_NEIGHBOUR = 0.3


class RoleReader:
    """Judges persons of one reading; finds its cues once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        lists = reading.lists
        self.offices = OfficeReader(lists)
        held = lists.extend_patterns(EditorialListKind.DETENTION, HELD)
        harmed = lists.extend_patterns(EditorialListKind.HARM, HARMED)
        self.cues = tuple(
            _Cue(match.start(), match.end(), role)
            for role, entries in ((Role.HELD, held), (Role.HARMED, harmed))
            for match in re.finditer(rf"\b{any_of(entries)}", reading.folded)
        )

    def roles(self, persons: Sequence[Person]) -> list[Role]:
        """The part of each person, in order. Of a list («Ana, Luis y Raúl») one part is said."""
        parts = [self._own_part(person) for person in persons]
        for at in range(1, len(parts)):
            if not parts[at].sure and parts[at - 1].sure and self._linked(persons, at):
                parts[at] = parts[at - 1]
        for at in range(len(parts) - 1, 0, -1):
            if not parts[at - 1].sure and parts[at].sure and self._linked(persons, at):
                parts[at - 1] = parts[at]
        return [part.role for part in parts]

    def _linked(self, persons: Sequence[Person], at: int) -> bool:
        """Whether a person goes on a list with the one before."""
        one, other = persons[at - 1], persons[at]
        if self.reading.sentence_at(one.start) != self.reading.sentence_at(other.start):
            return False
        return bool(_LINK.match(self.reading.folded[one.close : other.start]))

    def _own_part(self, person: Person) -> _Part:
        """What the words around a person say, whoever is named beside."""
        sentence = self.reading.sentence_at(person.start)
        left = self.reading.folded[sentence.start : person.start]
        right = self.reading.folded[person.close : sentence.end]
        post_at, post = self._post(left, right, sentence)
        if is_named_after(left):
            return _Part(Role.UNKNOWN, sure=True)
        earlier = self._sentence_before(sentence)
        said = named_as(left[post_at:]) or stated(left[:post_at], right, earlier)
        if said is Role.HARMED and person.reserved and self._is_accusing(sentence):
            said = Role.HELD  # «N» is how bulletins write of those they accuse
        if said is not Role.HARMED and self._convicted(sentence):
            return _Part(Role.CONVICTED, sure=True)
        if said:
            return _Part(said, sure=True)
        if post and not self.offices.is_calling(post):
            return _Part(Role.OFFICE, sure=True)
        if offends(left[:post_at], right):
            return _Part(Role.HELD, sure=True)
        hint = hinted(left[:post_at], right)
        if hint or speaks(left, right):
            return _Part(hint or Role.OFFICE, sure=True)
        return self._unsaid(person, sentence, post)

    def _sentence_before(self, sentence: Span) -> str:
        """The folded sentence before this one, or nothing at the beginning."""
        before = [span for span in self.reading.sentences if span.end <= sentence.start]
        return self.reading.folded[before[-1].start : before[-1].end] if before else ""

    def _is_accusing(self, sentence: Span) -> bool:
        return any(cue.role is Role.HELD and sentence.holds(cue.start) for cue in self.cues)

    def _post(self, left: str, right: str, sentence: Span) -> tuple[int, str | None]:
        """The post of a person, and where what is said of its holder ends in `left`."""
        written = self.reading.text[sentence.start : sentence.start + len(left)].lower()
        found = self.offices.post_before(left, written)
        if found and not self.offices.is_calling(found[1]):
            return found
        after = self.offices.post_after(right)
        return (found[0] if found else len(left), after or (found[1] if found else None))

    def _unsaid(self, person: Person, sentence: Span, post: str | None) -> _Part:
        """The part of somebody of whom no word right beside the name says it."""
        weighed = done_to(self.reading.folded[sentence.start : person.start])
        weighed = weighed or self._weighed(person, sentence)
        if weighed is Role.HARMED and person.reserved:
            weighed = Role.HELD
        if weighed is not Role.UNKNOWN:
            return _Part(weighed)
        if post:
            return _Part(Role.OFFICE)
        said = self.reading.folded[sentence.start : sentence.end]
        titled = person.lead and person.lead not in RESPECT
        if titled or not person.shows_surname or is_honoured(said):
            return _Part(Role.UNKNOWN)
        return _Part(Role.HARMED)

    def _convicted(self, sentence: Span) -> bool:
        text = self.reading.folded[sentence.start : sentence.end]
        return bool(_FINAL.search(text)) and not _PENDING.search(text)

    def _weighed(self, person: Person, sentence: Span) -> Role:
        scores = {Role.HELD: 0.0, Role.HARMED: 0.0}
        for cue in self.cues:
            if sentence.holds(cue.start):
                scores[cue.role] += self._weight(cue, person)
        if max(scores.values()) < 0.05:
            for cue in self.cues:
                if self._is_near(cue, sentence):
                    scores[cue.role] += _NEIGHBOUR * self._weight(cue, person)
        best = max(scores, key=lambda role: scores[role])
        return best if scores[best] > 0.02 else Role.UNKNOWN

    def _weight(self, cue: _Cue, person: Person) -> float:
        low, high = min(cue.end, person.end), max(cue.start, person.start)
        between = self.reading.folded[low:high]
        distance = len(between) + 30 * between.count(";")
        return 1.0 / (1.0 + distance / _REACH) ** 2

    def _is_near(self, cue: _Cue, sentence: Span) -> bool:
        spans = self.reading.sentences
        at = next((i for i, span in enumerate(spans) if span == sentence), 0)
        around = spans[max(0, at - 1) : at + 2]
        return any(span.holds(cue.start) for span in around)
