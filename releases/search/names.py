"""Several names of one thing: a search for «Neza» also looks for Nezahualcóyotl, and says so.

The names are those of the agencies and places of the catalogue, the groups of the synonym table,
and the acronyms that bulletins explain, where the catalogue says nothing else. A name that may
mean two things is left as it was typed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from releases.language.words import Token, tokenize
from releases.search.acronyms import learned_names
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
    """The query with the other names of what it names. Words in quotes stay as they are.

    Costs a query for what bulletins explain.
    """
    if text.folio is not None:
        return text, ()
    names = _Names(_meanings(catalogue), _learned(text, _meanings(catalogue)))
    clauses: list[Clause] = []
    expansions: list[Expansion] = []
    rest = list(text.clauses)
    while rest:
        run, others = _longest_name(rest, names)
        if not run:
            clauses.append(rest.pop(0))
            continue
        clause, expansion = _expand(rest[:run], others)
        clauses.append(clause)
        expansions.append(expansion)
        rest = rest[run:]
    return replace(text, clauses=tuple(clauses)), tuple(expansions)


@dataclass(frozen=True, slots=True)
class _Names:
    """What names mean: by the catalogue, and by what bulletins explain (name and its other)."""

    meanings: Meanings
    learned: Mapping[Key, str]

    def others(self, name: Key) -> tuple[str, ...]:
        """The other names of what a name means, if it means one thing."""
        groups = self.meanings.get(name)
        if groups:
            meant = _only_meaning(groups)
            return _worth_adding(name, meant.names) if meant else ()
        return _worth_adding(name, [self.learned[name]]) if name in self.learned else ()


def _longest_name(clauses: Sequence[Clause], names: _Names) -> tuple[int, tuple[str, ...]]:
    """How many of the first clauses are a name together, and its other names."""
    key = _first_words(clauses)
    for length in range(len(key), 0, -1):
        if others := names.others(key[:length]):
            return length, others
    return 0, ()


def _first_words(clauses: Sequence[Clause]) -> Key:
    """The first clauses so far as they are plain words, which a name may be made of."""
    key: list[str] = []
    for clause in clauses[:_LONGEST_NAME]:
        (option, *more) = clause.options
        if more or not isinstance(option, Word) or option.prefix or option.quoted:
            break
        key.append(option.lexemes[0])
    return tuple(key)


def _learned(text: SearchText, meanings: Meanings) -> dict[Key, str]:
    """What bulletins explain of a query's words, by the words' forms.

    The catalogue goes first: an acronym of its own is not asked for, and a long name that it knows
    under other letters is not taken for what the bulletins abbreviate.
    """
    keys = [_first_words(text.clauses[start:]) for start in range(len(text.clauses))]
    runs = {key[:length] for key in keys for length in range(1, len(key) + 1)}
    asked = {" ".join(run): run for run in runs if run not in meanings}
    if not asked:
        return {}
    found = learned_names(asked)
    return {
        asked[form]: other
        for form, other in found.items()
        if not _is_contradicted(asked[form], _key(other), meanings)
    }


def _is_contradicted(name: Key, other: Key, meanings: Meanings) -> bool:
    """Whether the catalogue calls the thing by other letters, or means another by these."""
    if len(name) > 1:
        return other in meanings
    return any(_has_acronym(group) for group in meanings.get(other, ()))


def _has_acronym(group: NameGroup) -> bool:
    return any(name.isupper() and " " not in name for name in group.names)


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
