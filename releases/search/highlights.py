"""Showing why a bulletin was found: marked words, snippets, and hits with their number.

Text is cut into segments that say whether they are marked; templates escape each one. Nothing
here makes HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from releases.language.folding import fold_all, normalize
from releases.language.words import Token, is_number_word, is_stop_word, tokenize
from releases.search.hints import read_hints
from releases.search.query import Operand, Phrase, SearchText, Word

# Written otherwise than its word begins: «S.S.E.M.», «EE. UU.»; «anti-secuestro», «O'Farrill».
_POINTS = re.compile(r"\.(?:\s?[^\W\d_]{1,2}\.|[^\W\d_]{1,2}\b)")
_JOINED = re.compile(r"[-–'’][^\W\d_]")
# Letters that a word of a phrase takes at most, with the stop words after it.
_REACH = 40

SNIPPET_LENGTH = 240
_LEAD = 80


class Segment(NamedTuple):
    """A run of text. `hit` numbers a marked run from 1 through the bulletin; 0 is plain text."""

    text: str
    hit: int

    @property
    def is_marked(self) -> bool:
        return self.hit > 0


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a bulletin. `paragraph` is its place in the body from 0, or None where it comes
    from the summary; `opens` and `closes` say that text was cut before and after."""

    segments: tuple[Segment, ...]
    paragraph: int | None
    opens: bool
    closes: bool

    @property
    def text(self) -> str:
        """Without marks, with an ellipsis where it was cut."""
        text = "".join(segment.text for segment in self.segments)
        return ("… " if self.opens else "") + text + (" …" if self.closes else "")


class Marker:
    """Finds the words and phrases of a query in texts, as the index would.

    One is made for a page: what it has read of a text it keeps, so that a snippet and the number
    of hits cost one reading.
    """

    def __init__(self, text: SearchText | None) -> None:
        operands = text.operands if text else ()
        words = [word for operand in operands for word in _words_of(operand)]
        self._forms = frozenset(form for word in words for form in word.lexemes)
        self._prefixes = tuple(word.prefix for word in words if word.prefix)
        phrases = tuple(o.words for o in operands if isinstance(o, Phrase))
        self._phrases = tuple(tuple(map(frozenset, phrase)) for phrase in phrases)
        asked_first = [form for word in words for form in (*word.lexemes, word.prefix) if form]
        asked_first += [form for phrase in phrases for form in phrase[0]]
        self._hints = read_hints(asked_first)
        # A number may be written in several words, which have to be read in their sentence.
        asked = self._forms.union(*(forms for phrase in phrases for forms in phrase))
        self._is_plain = not any(map(is_number_word, asked)) and all(map(str.isalpha, asked))
        self._reach = _REACH * max((len(phrase) for phrase in phrases), default=0)
        self._folded: dict[str, str] = {}
        self._spans: dict[str, list[tuple[int, int]]] = {}

    def find(self, text: str) -> list[tuple[int, int]]:
        """The spans of `folding.normalize(text)` to mark, in order and without overlap."""
        if text not in self._spans:
            self._spans[text] = self._read(text) if self._looks_for_anything else []
        return self._spans[text]

    def _read(self, text: str) -> list[tuple[int, int]]:
        folded, text = self._fold(text), normalize(text)
        if self._hints is None or _is_spelled_out(text):
            return self._find(text)
        if not self._hints.count(folded):
            return []
        if not self._is_plain or len(folded) != len(text):
            return self._find(text)
        return self._find_near(text, sorted(self._hints.places(folded)))

    def _fold(self, text: str) -> str:
        """The letters of `normalize(text)`, folded."""
        if text not in self._folded:
            self._folded[text] = fold_all(normalize(text))
        return self._folded[text]

    def find_runs(self, text: str) -> list[tuple[int, int]]:
        """As `find`; hits with nothing but stop words between them are one: «Centro de Mando»."""
        joined: list[tuple[int, int]] = []
        for start, end in self.find(text):
            if joined and _joins(text[joined[-1][1] : start]):
                start = joined.pop()[0]
            joined.append((start, end))
        return joined

    def count(self, texts: Iterable[str]) -> int:
        """How many hits texts have, as `find_runs` tells them apart."""
        return sum(len(self.find_runs(text)) for text in texts)

    def _find_near(self, text: str, places: Iterable[int]) -> list[tuple[int, int]]:
        """Reads only where a word or phrase of the query may begin: a tenth of the work."""
        spans: list[tuple[int, int]] = []
        end = 0
        for place in places:
            if place < end and not self._phrases:
                continue
            start = text.rfind(" ", 0, place) + 1
            end = text.find(" ", place + self._reach)
            end = end if end >= 0 else len(text)
            spans += [(a + start, b + start) for a, b in self._find(text[start:end])]
        return sorted(set(spans)) if self._phrases else spans

    def _find(self, text: str) -> list[tuple[int, int]]:
        tokens = tokenize(text)
        marked = [self._is_word(token) for token in tokens]
        for phrase in self._phrases:
            for start in range(len(tokens) - len(phrase) + 1):
                run = tokens[start : start + len(phrase)]
                if not any(map(_misses, run, phrase)):
                    marked[start : start + len(phrase)] = [True] * len(phrase)
        return [(t.start, t.end) for t, is_marked in zip(tokens, marked, strict=True) if is_marked]

    def segments(self, text: str, *, first_hit: int = 1) -> tuple[Segment, ...]:
        """A whole text with its marks, numbered from `first_hit`."""
        return _cut(normalize(text), self.find(text), first_hit)

    def mark_paragraphs(self, paragraphs: Iterable[str]) -> list[tuple[Segment, ...]]:
        """Texts in reading order, their hits numbered through: the next hit of n is n + 1."""
        marked = []
        hit = 1
        for paragraph in paragraphs:
            segments = self.segments(paragraph, first_hit=hit)
            hit += sum(segment.is_marked for segment in segments)
            marked.append(segments)
        return marked

    def snippet(self, body: Sequence[str], summary: Sequence[str] = ()) -> Snippet:
        """The most telling piece: of the first paragraphs that match, that with most words of the
        query; without any, the beginning of the summary, or of the body."""
        for number in self._likely(body):
            spans = self.find(body[number])
            if spans:
                return _cut_out(normalize(body[number]), spans, number)
        for point in summary:
            return _cut_out(normalize(point), self.find(point), None)
        if body:
            return _cut_out(normalize(body[0]), [], 0)
        return Snippet((), None, opens=False, closes=False)

    def _likely(self, body: Sequence[str]) -> list[int]:
        """The paragraphs to look at, the likeliest first, by the letters alone."""
        if not self._looks_for_anything:
            return []
        if self._hints is None:
            return list(range(len(body)))
        found = [(-self._hints.count(self._fold(text)), n) for n, text in enumerate(body)]
        hinted = sorted(pair for pair in found if pair[0])
        if hinted:
            return [number for _, number in hinted]
        return [number for number, text in enumerate(body) if _is_spelled_out(text)]

    def _is_word(self, token: Token) -> bool:
        if not self._forms.isdisjoint(token.lexemes):
            return True
        return bool(self._prefixes) and any(
            lexeme.startswith(self._prefixes) for lexeme in token.lexemes
        )

    @property
    def _looks_for_anything(self) -> bool:
        return bool(self._forms or self._phrases or self._prefixes)


def _words_of(operand: Operand) -> tuple[Word, ...]:
    if isinstance(operand, Phrase):
        return ()
    return (operand,) if isinstance(operand, Word) else operand.words


def _joins(gap: str) -> bool:
    return gap.replace(" ", "a").isalpha() and all(map(is_stop_word, gap.split()))


def _misses(token: Token, forms: frozenset[str]) -> bool:
    return forms.isdisjoint(token.lexemes)


def _is_spelled_out(text: str) -> bool:
    """Whether words of a text may be written otherwise than they begin. The signs are looked for
    first: most texts have none, and a pattern is some ten times slower."""
    if _POINTS.search(text):
        return True
    return any(sign in text for sign in "-–'’") and _JOINED.search(text) is not None


def _cut_out(text: str, spans: list[tuple[int, int]], paragraph: int | None) -> Snippet:
    """About `SNIPPET_LENGTH` characters around the first mark, cut between words."""
    start = max(0, spans[0][0] - _LEAD) if spans else 0
    if start:
        start = text.find(" ", start) + 1 or start
        start = min(start, spans[0][0])
    end = min(len(text), start + SNIPPET_LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", start, end), spans[0][1] if spans else start + 1)
    inside = [(a - start, b - start) for a, b in spans if a >= start and b <= end]
    segments = _cut(text[start:end], inside, 1)
    return Snippet(segments, paragraph, opens=start > 0, closes=end < len(text))


def _cut(text: str, spans: list[tuple[int, int]], first_hit: int) -> tuple[Segment, ...]:
    return tuple(segment for segment in _segments(text, spans, first_hit) if segment.text)


def _segments(text: str, spans: list[tuple[int, int]], hit: int) -> Iterator[Segment]:
    position = 0
    for start, end in spans:
        yield Segment(text[position:start], 0)
        yield Segment(text[start:end], hit)
        position, hit = end, hit + 1
    yield Segment(text[position:], 0)
