"""What each named person is in the event: held or accused, harmed, somebody in office, or unknown.

The nearest words decide: those right beside the name first (`statements`), then a post, speech or
an honour (`offices`), then all cues of the sentence weighed by distance, then those of the
sentences around it. Who is named in full without any of these, and no honour, counts as harmed: a
bulletin that names a private person owes a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from releases.editorial.lexical import Span
from releases.editorial.lexicon.cues import FINAL_SENTENCE, HARMED, HELD, NOT_FINAL
from releases.editorial.names import Person
from releases.editorial.offices import OfficeReader, is_honoured, speaks
from releases.editorial.reading import Reading
from releases.editorial.statements import Role, any_of, hinted, stated
from releases.vocabulary import EditorialListKind

__all__ = ["Role", "RoleReader"]


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    role: Role


_FINAL = re.compile(FINAL_SENTENCE)
_PENDING = re.compile(NOT_FINAL)
_LINK = re.compile(
    r"^(?:\s*,)?(?:\s*(?:de\s)?\(?\d{1,2}\)?(?: años(?: de edad)?)?)?(?:\s*\(a\)[^,;]{0,20})?"
    r"\s*(?:,|y|e|o|ni|asi como|junto con|ademas de|,\s*y)\s*(?:a\s|de\s)?$"
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

    def role(self, person: Person, previous: tuple[Person, Role] | None) -> Role:
        """The person's part; `previous` is the person named before, whose part a list shares."""
        sentence = self.reading.sentence_at(person.start)
        if previous and previous[0].start >= sentence.start:
            between = self.reading.folded[previous[0].close : person.start]
            if _LINK.match(between) and previous[1] is not Role.UNKNOWN:
                return previous[1]
        left = self.reading.folded[sentence.start : person.start]
        right = self.reading.folded[person.close : sentence.end]
        post_at, post = self._post(left, right, sentence)
        said = stated(left[:post_at], right)
        role = said or self._unstated(person, left[:post_at], right, post)
        if (role is not said or role is Role.HELD) and self._convicted(sentence):
            return Role.CONVICTED
        return role

    def _post(self, left: str, right: str, sentence: Span) -> tuple[int, str | None]:
        """The post of a person, and where what is said of its holder ends in `left`."""
        written = self.reading.text[sentence.start : sentence.start + len(left)].lower()
        found = self.offices.post_before(left, written)
        return found or (len(left), self.offices.post_after(right))

    def _unstated(self, person: Person, left: str, right: str, post: str | None) -> Role:
        """The part of somebody of whom the words right beside the name say nothing."""
        if post and not self.offices.is_calling(post):
            return Role.OFFICE
        hint = hinted(left, right)
        if hint or speaks(left, right):
            return hint or Role.OFFICE
        sentence = self.reading.sentence_at(person.start)
        weighed = self._weighed(person, sentence)
        if weighed is Role.HARMED and person.reserved:
            return Role.HELD  # «N» is how bulletins write of those they accuse
        if weighed is not Role.UNKNOWN:
            return weighed
        if post or person.lead or person.reserved or not person.shows_surname:
            return Role.OFFICE if post else Role.UNKNOWN
        said = self.reading.folded[sentence.start : sentence.end]
        return Role.UNKNOWN if is_honoured(said) else Role.HARMED

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
