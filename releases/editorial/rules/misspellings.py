"""Words that do not exist as written and have a near neighbour that does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from releases.editorial.findings import Mark
from releases.editorial.lexical import CAPITAL, SMALL, fold_evenly
from releases.editorial.lexicon.given_names import GIVEN_NAMES, SURNAMES
from releases.editorial.lexicon.spelling import RIGHT_WORDS
from releases.editorial.lists import Speller
from releases.editorial.reading import Reading
from releases.editorial.spelling import Corrector, respellings
from releases.vocabulary import EditorialCode, EditorialListKind

_WORD = re.compile(rf"(?<![\w@./#-])[{CAPITAL}{SMALL}]{{4,}}(?![\w@/]|\.\w|-\w)")
_QUOTED = re.compile(r"[“«\"][^”»\"\n]{1,40}[”»\"]")


class _Kept:
    """The corrector of the last dictionary used in this process, with what it looked up."""

    speller: Speller | None = None
    corrector: Corrector | None = None


def _corrector(speller: Speller) -> Corrector:
    if _Kept.corrector is None or _Kept.speller is not speller:
        _Kept.speller, _Kept.corrector = speller, Corrector(speller)
    return _Kept.corrector


def find_misspelt_words(reading: Reading) -> Iterator[Mark]:
    """Each misspelt word, with the word that was probably meant."""
    corrector = _corrector(reading.lists.speller)
    right = reading.lists.extend(EditorialListKind.RIGHT_WORD, RIGHT_WORDS)
    own = reading.lists.added.get(EditorialListKind.RIGHT_WORD, frozenset())
    quoted = [m.span() for m in _QUOTED.finditer(reading.text)]
    for match in _WORD.finditer(reading.text):
        word = match.group().lower()
        if word in right or fold_evenly(word) in own or corrector.knows(word):
            continue
        if _is_name(reading, match) or any(a <= match.start() < b for a, b in quoted):
            continue
        shouted = reading.is_shouted(match.start())
        meant = corrector.correction(word, capitals=shouted)
        if meant is None:
            continue
        yield Mark(
            code=EditorialCode.SPELLING,
            start=match.start(),
            end=match.end(),
            why=f"El diccionario no tiene esta palabra. ¿Quiso escribir «{meant}»?",
            fix=_in_case_of(match.group(), meant),
        )


def _in_case_of(written: str, meant: str) -> str:
    if written.isupper():
        return meant.upper()
    return meant[0].upper() + meant[1:] if written[0].isupper() else meant


def _is_name(reading: Reading, match: re.Match[str]) -> bool:
    """Names of persons and places, and what is capitalised where a sentence does not begin."""
    written, folded = match.group(), fold_evenly(match.group())
    lists = reading.lists
    if folded in GIVEN_NAMES or folded in SURNAMES or written in lists.words:
        return True
    if lists.speller.knows(written.capitalize()) or _is_listed(reading, folded, written):
        return True
    if reading.is_shouted(match.start()):
        in_name = any(person.start <= match.start() < person.end for person in reading.persons)
        return in_name or written in lists.acronyms
    if written.isupper():
        return True
    first = reading.sentence_at(match.start()).start
    opening = not re.search(r"\w", reading.text[first : match.start()])
    # «Rocky, un pastor alemán»: a sentence may open with a name
    named = re.match(r"\s*,|\s[A-ZÁÉÍÓÚÑ]", reading.text[match.end() : match.end() + 2])
    return written[0].isupper() and (not opening or bool(named))


def _is_listed(reading: Reading, folded: str, written: str) -> bool:
    if folded not in _name_words(reading.lists.names):
        return False
    # «POLICIAS»: a name of the catalogue has the word, with an accent that is missing here
    return not any(map(reading.lists.speller.knows, respellings(written.lower())))


@lru_cache(maxsize=4)
def _name_words(names: frozenset[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.split())
