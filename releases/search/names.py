"""Several names of one thing: a search for «Neza» also looks for Nezahualcóyotl, and says so.

The names are those of the agencies and places of the catalogue, and the groups of the synonym
table. A name that may mean two things is left as it was typed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from releases.language.words import Token, tokenize
from releases.search.catalogue import Catalogue, NameGroup
from releases.search.query import Clause, Operand, Phrase, SearchText, Together, Word

_MOST_ADDED = 5
_LONGEST_NAME = 12

Key = tuple[str, ...]
Meanings = dict[Key, list[NameGroup]]


@dataclass(frozen=True, slots=True)
class Expansion:
    """What was typed, and the other names that were looked for too."""

    typed: str
    names: tuple[str, ...]


def add_names(text: SearchText, catalogue: Catalogue) -> tuple[SearchText, tuple[Expansion, ...]]:
    """The query with the other names of what it names. Words in quotes stay as they are."""
    if text.folio is not None:
        return text, ()
    meanings = _meanings(catalogue)
    clauses: list[Clause] = []
    expansions: list[Expansion] = []
    rest = list(text.clauses)
    while rest:
        run, names = _longest_name(rest, meanings)
        if not run:
            clauses.append(rest.pop(0))
            continue
        clause, expansion = _expand(rest[:run], names)
        clauses.append(clause)
        expansions.append(expansion)
        rest = rest[run:]
    return replace(text, clauses=tuple(clauses)), tuple(expansions)


def _longest_name(clauses: Sequence[Clause], meanings: Meanings) -> tuple[int, tuple[str, ...]]:
    """How many of the first clauses are a name together, and its other names."""
    key: list[str] = []
    for clause in clauses[:_LONGEST_NAME]:
        (option, *more) = clause.options
        if more or not isinstance(option, Word) or option.prefix or option.quoted:
            break
        key.append(option.lexemes[0])
    for length in range(len(key), 0, -1):
        name = tuple(key[:length])
        meant = _only_meaning(meanings.get(name, ()))
        if meant and (names := _worth_adding(name, meant.names)):
            return length, names
    return 0, ()


def _expand(clauses: Sequence[Clause], names: Sequence[str]) -> tuple[Clause, Expansion]:
    words = tuple(o for clause in clauses for o in clause.options if isinstance(o, Word))
    typed = " ".join(word.shown for word in words)
    first: Operand = words[0] if len(words) == 1 else Together(typed, words)
    added = tuple(_as_operand(name) for name in names)
    return Clause((first, *added)), Expansion(typed, tuple(names))


def _as_operand(name: str) -> Operand:
    tokens = tokenize(name)
    if len(tokens) == 1:
        return Word(name, tokens[0].asked)
    return Phrase(name, tuple(token.asked for token in tokens))


@lru_cache(maxsize=2)
def _meanings(catalogue: Catalogue) -> Meanings:
    """For each name, the things so called. What is worth adding is found out when it is asked."""
    meanings: Meanings = defaultdict(list)
    for group in catalogue.groups:
        for key in {_key(name) for name in group.names}:
            if key:
                meanings[key].append(group)
    return dict(meanings)


def _only_meaning(groups: Sequence[NameGroup]) -> NameGroup | None:
    """What a name means: the only thing so called, or the only one at home."""
    if len(groups) == 1:
        return groups[0]
    at_home = [group for group in groups if group.is_home]
    return at_home[0] if len(at_home) == 1 else None


def _worth_adding(key: Key, names: Iterable[str]) -> tuple[str, ...]:
    """Other names that find more: one that holds the typed name, or another of these, does not."""
    kept: list[tuple[Key, str]] = []
    for name, other in sorted(
        ((name, _key(name)) for name in dict.fromkeys(names)), key=lambda pair: len(pair[1])
    ):
        if other and not _holds(other, key) and not any(_holds(other, k) for k, _ in kept):
            kept.append((other, name))
    return tuple(name for _, name in kept[:_MOST_ADDED])


def _holds(longer: Key, shorter: Key) -> bool:
    return any(
        longer[start : start + len(shorter)] == shorter
        for start in range(len(longer) - len(shorter) + 1)
    )


def _key(name: str) -> Key:
    return tuple(map(_first_form, tokenize(name)))


def _first_form(token: Token) -> str:
    return token.asked[0]
