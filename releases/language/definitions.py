"""Acronyms that a text explains: «Instituto Nacional Electoral (INE)», «INE (Instituto …)».

An acronym counts as explained only where its letters fit the words beside it, so that a place, an
alias or a party in parentheses is never taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from releases.language.folding import fold, normalize
from releases.language.words import STOP_WORDS, tokenize

_LETTERS = r"[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ0-9.\-]{1,11}i?"
_IN_BRACKETS = re.compile(
    rf"""
    [ \t,]*\(\s*
    (?:(?:en\s+adelante|en\s+lo\s+sucesivo|por\s+sus\s+siglas|conocid[oa]s?\s+como)[,:]?\s+)?
    [«"“'‘]?(?P<acronym>{_LETTERS})[»"”'’]?
    (?:,?\s+(?:por|en)\s[^()]{{0,40}})?
    \s*\)
    """,
    re.VERBOSE,
)
_BEFORE_BRACKETS = re.compile(
    rf"(?<![\w.@/-])(?P<acronym>{_LETTERS})\s*\((?P<name>[^()]{{8,120}})\)"
)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.;:?!]\s")
_LONGEST_NAME = 160
# How many content words may give no letter: inside the name, and after its last letter. Words
# after it are left off the name: «Observatorio Nacional Ciudadano de Seguridad, A. C. (ONC)».
_LENIENCE = ((0, 0), (1, 0), (0, 4), (1, 4))


@dataclass(frozen=True, slots=True)
class AcronymDefinition:
    """An acronym and the words it stands for, both as printed.

    `form` and `name_form` are what both come to as words of the archive (`words.tokenize`).
    """

    acronym: str
    name: str
    form: str
    name_form: str


def find_definitions(text: str) -> list[AcronymDefinition]:
    """The acronyms that a text explains, in reading order, each with its first explanation.

    >>> [(d.acronym, d.name) for d in find_definitions("La Clave Única de Población (CUP) sirve.")]
    [('CUP', 'Clave Única de Población')]
    """
    if "(" not in text:
        return []
    found: dict[str, AcronymDefinition] = {}
    for acronym, name in _pairs(normalize(text)):
        definition = _define(acronym, name)
        if definition:
            found.setdefault(definition.form, definition)
    return list(found.values())


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - _LONGEST_NAME) : match.start()]
        name = _name_at_end(_SENTENCE_END.split(before)[-1], match["acronym"])
        if name:
            yield match["acronym"], name
    for match in _BEFORE_BRACKETS.finditer(text):
        words, letters = _content_words(match["name"]), _letters(match["acronym"])
        if words and len(letters) > 1 and _count_used(words, letters, 0) == len(words):
            yield match["acronym"], " ".join(match["name"].split())


def _define(acronym: str, name: str) -> AcronymDefinition | None:
    """None for what the archive takes for several words, or for a name in capitals, which tells
    nothing of how it is written."""
    short, long = tokenize(acronym), tokenize(name)
    if len(short) != 1 or len(long) < 2 or name.isupper():
        return None
    name_form = " ".join(token.asked[0] for token in long)
    return AcronymDefinition(acronym.strip(".-"), name, short[0].asked[0], name_form)


def _name_at_end(text: str, acronym: str) -> str:
    """The shortest run of words at the end of a text that the letters fit, or nothing."""
    words = _content_words(text)
    letters = _letters(acronym)
    if len(letters) < 2:
        return ""
    for inside, after in _LENIENCE:
        for start in reversed(range(len(words))):
            used = _count_used(words[start:], letters, inside)
            if not used or len(words) - start - used > after:
                continue
            name = text[words[start].start() : words[start + used - 1].end()]
            if name[0].isupper() or len(letters) > 2:
                return " ".join(name.split())
    return ""


def _content_words(text: str) -> list[re.Match[str]]:
    return [match for match in _WORD.finditer(text) if fold(match[0]) not in STOP_WORDS]


def _letters(acronym: str) -> str:
    """The folded letters. A figure repeats the one before it as capitals, which only an initial
    can give: C5 is five words in C."""
    letters = ""
    for sign in filter(str.isalnum, fold(acronym)):
        if sign.isalpha():
            letters += sign
        elif letters and sign in "23456789":
            letters += letters[-1].upper() * (int(sign) - 1)
        else:
            return ""
    return letters


def _count_used(words: Sequence[re.Match[str]], letters: str, inside: int) -> int:
    """How many of the first words give all the letters in order, each its initial and perhaps more
    (CONAGUA: CO-N-AGUA); 0 where they don't. Up to `inside` of them may give none."""
    folded = [fold(word[0]) for word in words]

    def use(word: int, letter: int, idle: int) -> int:
        if letter == len(letters):
            return word
        if word == len(folded):
            return 0
        for given in range(1, _most_given(folded[word], letters[letter:]) + 1):
            used = use(word + 1, letter + given, idle)
            if used:
                return used
        return use(word + 1, letter, idle - 1) if word and idle else 0

    return use(0, 0, inside)


def _most_given(word: str, letters: str) -> int:
    """How many of the letters a word holds in order, its initial being the first."""
    if word[0] != letters[0].lower():
        return 0
    place, given = 1, 1
    for letter in letters[1:]:
        place = word.find(letter, place) + 1
        if not place:
            break
        given += 1
    return given
