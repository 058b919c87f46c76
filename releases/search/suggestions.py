"""What people may have meant, from the archive's own words; never mixed into the results."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from releases.language.folding import fold_all
from releases.language.lexicon import is_whole_word
from releases.language.words import tokenize
from releases.models import SearchWord
from releases.search.errors import SearchError
from releases.search.query import SearchText, Together, Word, read_query

_SHORTEST = 4
# A word that a bulletin or two do use is only doubted for one that is so many times as common.
_MUCH_MORE_COMMON = 10
# Of a query's words, so many of the least known are looked up.
_MOST_DOUBTED = 4
_NEAR = """
    SELECT word, folded, releases, similarity(folded, %(word)s)
    FROM releases_searchword
    WHERE folded %% %(word)s
    ORDER BY similarity(folded, %(word)s) DESC, releases DESC
    LIMIT 40
"""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A corrected query and how many bulletins it finds under the same filters.

    `words` are the corrected words alone.
    """

    query: str
    words: tuple[str, ...]
    count: int


def suggest(text: SearchText, count: Callable[[SearchText], int]) -> Suggestion | None:
    """The query with its unknown words replaced by near ones, if that finds something."""
    words = [word.shown for word in _plain_words(text)]
    known = _count_words(words)
    doubtful = sorted(words, key=lambda word: known[word])[:_MOST_DOUBTED]
    corrections = {
        word: near for word in doubtful if (near := nearest_word(word, known=known[word]))
    }
    if not corrections:
        return None
    corrected = text.typed
    for typed, near in corrections.items():
        corrected = re.sub(rf"\b{re.escape(typed)}\b", near, corrected)
    try:
        query = read_query(corrected)
    except SearchError:
        return None
    found = count(query) if query else 0
    return Suggestion(corrected, tuple(corrections.values()), found) if found else None


def nearest_word(typed: str, *, known: int = 0) -> str | None:
    """The word of the archive that a misspelt one most likely stands for, if there is one.

    `known` is the number of bulletins in which the word stands as it was typed.
    """
    folded = fold_all(typed)
    if len(folded) < _SHORTEST or not folded.isalpha():
        return None
    candidates = []
    for word, other, releases, likeness in _near(folded):
        distance = edit_distance(folded, other)
        is_close = 0 < distance <= (1 if len(folded) <= 5 else 2)
        if is_close and releases >= max(1, known * _MUCH_MORE_COMMON):
            candidates.append((-distance, likeness * math.log1p(releases), word))
    return max(candidates)[2] if candidates else None


def ends_in_whole_word(text: SearchText) -> bool:
    """Whether the word that was typed last is one of the language, or of some public bulletin.

    Such a word means itself: who looks for «secuestro» is not shown a «secuestrador».
    """
    clause = text.clauses[-1]
    last = clause.options[clause.typed - 1]
    if not isinstance(last, Word):
        return False
    return is_whole_word(last.shown) or _count_words([last.shown])[last.shown] > 0


def frequent_words(beginning: str, *, limit: int) -> list[tuple[str, int]]:
    """Words of the archive that begin so, the most frequent first, with their bulletins."""
    folded = fold_all(beginning)
    if len(folded) < 2 or not folded.isalpha():
        return []
    rows = SearchWord.objects.filter(folded__startswith=folded).order_by("-releases", "word")
    return list(rows.values_list("word", "releases")[:limit])


def edit_distance(first: str, second: str) -> int:
    """How many letters to add, drop, change or swap with their neighbour.

    >>> edit_distance("extorcion", "extorsion"), edit_distance("secuestor", "secuestro")
    (1, 1)
    """
    before: Sequence[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        older, before = before, row
        row = [i]
        for j, b in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if older and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _plain_words(text: SearchText) -> Iterable[Word]:
    for operand in text.operands:
        if isinstance(operand, Word):
            yield operand
        elif isinstance(operand, Together):
            yield from operand.words


def _count_words(words: Sequence[str]) -> dict[str, int]:
    """In how many bulletins, at least, each word stands in any of its forms; one query."""
    stems = {word: [form for token in tokenize(word) for form in token.asked] for word in words}
    wanted = {stem for forms in stems.values() for stem in forms}
    rows = SearchWord.objects.filter(stem__in=wanted).values_list("stem", "releases")
    most: dict[str, int] = {}
    for stem, releases in rows:
        most[stem] = max(releases, most.get(stem, 0))
    return {
        word: max((most.get(stem, 0) for stem in forms), default=0) for word, forms in stems.items()
    }


def _near(folded: str) -> list[tuple[str, str, int, float]]:
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, {"word": folded})
        rows: list[tuple[str, str, int, float]] = cursor.fetchall()
    return rows
