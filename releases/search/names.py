"""Several names of one thing: a search for «Neza» also looks for Nezahualcóyotl, and says so.

The names are those of the agencies and places of the catalogue, and the groups of the synonym
table. A name that may mean two things is left as it was typed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from django.conf import settings
from django.db import connection
from django.db.models import Q

from releases.language.words import Token, tokenize
from releases.models import Agency, AgencyName, Office, Place, PlaceName, SynonymGroup
from releases.search.facets import is_home_municipality
from releases.search.query import Clause, Operand, Phrase, SearchText, Together, Word

_MOST_ADDED = 5
_LONGEST_NAME = 12

# What the audit trail's tables have seen last tells whether the names were changed since.
_VERSION = """
    SELECT (SELECT max(pgh_id) FROM releases_agencychange),
           (SELECT max(pgh_id) FROM releases_agencynamechange),
           (SELECT max(pgh_id) FROM releases_placechange),
           (SELECT max(pgh_id) FROM releases_placenamechange),
           (SELECT max(pgh_id) FROM releases_officechange),
           (SELECT max(pgh_id) FROM releases_synonymgroupchange)
"""

Key = tuple[str, ...]
Version = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """What was typed, and the other names that were looked for too."""

    typed: str
    names: tuple[str, ...]


def add_names(text: SearchText) -> tuple[SearchText, tuple[Expansion, ...]]:
    """The query with the other names of what it names. Words in quotes stay as they are."""
    if text.folio is not None:
        return text, ()
    others = _other_names(_read_version())
    clauses: list[Clause] = []
    expansions: list[Expansion] = []
    rest = list(text.clauses)
    while rest:
        run, names = _longest_name(rest, others)
        if not run:
            clauses.append(rest.pop(0))
            continue
        clause, expansion = _expand(rest[:run], names)
        clauses.append(clause)
        expansions.append(expansion)
        rest = rest[run:]
    return replace(text, clauses=tuple(clauses)), tuple(expansions)


def _longest_name(
    clauses: Sequence[Clause], others: dict[Key, tuple[str, ...]]
) -> tuple[int, tuple[str, ...]]:
    """How many of the first clauses are a name together, and its other names."""
    key: list[str] = []
    for clause in clauses[:_LONGEST_NAME]:
        (option, *more) = clause.options
        if more or not isinstance(option, Word) or option.prefix:
            break
        key.append(option.lexemes[0])
    for length in range(len(key), 0, -1):
        names = others.get(tuple(key[:length]))
        if names:
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


def _read_version() -> Version:
    with connection.cursor() as cursor:
        cursor.execute(_VERSION)
        row: Version = cursor.fetchone()
    return row


@lru_cache(maxsize=2)
def _other_names(version: Version) -> dict[Key, tuple[str, ...]]:
    """For each name, the others of the same thing. Read anew when the catalogue changed."""
    meanings: dict[Key, list[tuple[bool, list[str]]]] = defaultdict(list)
    for is_home, names in _groups():
        for key in {_key(name) for name in names}:
            if key:
                meanings[key].append((is_home, names))
    return {
        key: added
        for key, groups in meanings.items()
        if (names := _only_meaning(groups)) and (added := _worth_adding(key, names))
    }


def _groups() -> Iterator[tuple[bool, list[str]]]:
    """The names of each thing, best known first, and whether it belongs to the home state."""
    for group in SynonymGroup.objects.order_by("pk"):
        yield True, group.terms
    yield from _agency_groups()
    yield from _place_groups()


def _agency_groups() -> Iterator[tuple[bool, list[str]]]:
    host = Office.objects.values_list("agency_id", flat=True).first()
    unbound = AgencyName.objects.filter(Q(issuer=None) | Q(issuer_id=host)).order_by("pk")
    names: dict[int, list[str]] = defaultdict(list)
    for agency, text in unbound.values_list("agency_id", "text"):
        names[agency].append(text)
    rows = Agency.objects.current().values_list("pk", "acronym", "name", "state")
    for pk, acronym, name, state in rows.order_by("pk"):
        yield state == settings.HOME_STATE, [*filter(None, [acronym]), name, *names[pk]]


def _place_groups() -> Iterator[tuple[bool, list[str]]]:
    names: dict[int, list[str]] = defaultdict(list)
    for place, text in PlaceName.objects.order_by("pk").values_list("place_id", "text"):
        names[place].append(text)
    rows = Place.objects.values_list("pk", "name", "inegi", "level").order_by("pk")
    for pk, name, inegi, level in rows:
        yield is_home_municipality(level, inegi), [name, *names[pk]]


def _only_meaning(groups: list[tuple[bool, list[str]]]) -> list[str]:
    """The names of what a name means: the only thing so called, or the only one at home."""
    if len(groups) == 1:
        return groups[0][1]
    at_home = [names for is_home, names in groups if is_home]
    return at_home[0] if len(at_home) == 1 else []


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
