"""Words and runs of words that stand in much of the archive, whose bitmaps are kept.

Visiting the rows of a word that every other bulletin has costs more than all the rest of a
search. `common_choice` decides which terms these are, `index` keeps their bitmaps: one of the
bulletins that hold the term anywhere, one of those that have it in the headline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.db import connection

from releases.language.vectors import quote
from releases.search import codes
from releases.search.query import Operand, Phrase, Together


@dataclass(frozen=True, slots=True)
class CommonTerms:
    """Those terms of a query that are common: their keys by their tsquery literal.

    `kind` says whose codes are given: those of the whole text or those of the headline.
    """

    keys: Mapping[str, int]
    kind: codes.Kind = codes.Kind.COMMON

    def in_headline(self) -> CommonTerms:
        """The same terms as the headline has them. Only single words are looked for there."""
        return replace(self, kind=codes.Kind.COMMON_HEADLINE)

    def helps(self, operand: Operand) -> bool:
        """Whether a kept bitmap answers any part of an operand."""
        if isinstance(operand, Together):
            return any(map(self.helps, operand.words))
        return bool(self.split(operand)[0])

    def split(self, operand: Operand) -> tuple[list[int], Operand | None]:
        """The codes whose bitmaps answer an operand, and what of it is still to be looked for."""
        if isinstance(operand, Phrase):
            key = self.keys.get(term_of(operand.words))
            return ([], operand) if key is None else ([codes.code(self.kind, key)], None)
        if isinstance(operand, Together) or operand.prefix:
            return [], operand
        known = [self.keys[term] for term in _terms(operand) if term in self.keys]
        kept = [codes.code(self.kind, key) for key in known]
        rest = tuple(lexeme for lexeme in operand.lexemes if quote(lexeme) not in self.keys)
        return kept, replace(operand, lexemes=rest) if rest else None


def term_of(places: Iterable[Iterable[str]]) -> str:
    """The tsquery literal of a run of words, each given by its forms.

    >>> term_of([["guardio", "guardia"], ["nacional"]])
    "('guardia' | 'guardio') <-> 'nacional'"
    """
    return " <-> ".join(map(_any_of, places))


def _any_of(forms: Iterable[str]) -> str:
    quoted = sorted(map(quote, forms))
    return quoted[0] if len(quoted) == 1 else "(" + " | ".join(quoted) + ")"


def read_common_terms(operands: Iterable[Operand]) -> CommonTerms:
    """Which terms of a query are common, by one small query."""
    asked = sorted({term for operand in operands for term in (*_terms(operand), *_words(operand))})
    if not asked:
        return CommonTerms({})
    with connection.cursor() as cursor:
        cursor.execute("SELECT query, id FROM releases_commonterm WHERE query = ANY(%s)", [asked])
        return CommonTerms(dict(cursor.fetchall()))


def _terms(operand: Operand) -> Iterator[str]:
    if isinstance(operand, Phrase):
        yield term_of(operand.words)
    elif isinstance(operand, Together):
        for word in operand.words:
            yield from _terms(word)
    elif not operand.prefix:
        yield from map(quote, operand.lexemes)


def _words(operand: Operand) -> Iterator[str]:
    """The single words of a phrase: the headline's vector knows no order."""
    if isinstance(operand, Phrase):
        for forms in operand.words:
            yield from map(quote, forms)
