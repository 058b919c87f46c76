"""What may have been meant by a word that the dictionary does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from releases.editorial.lexicon.spelling import MEANT, RIGHT_WORDS
from releases.editorial.lists import Speller
from releases.language.folding import fold

_ACCENTED = str.maketrans("aeiou", "áéíóú")
_PLAIN = str.maketrans("áéíóúü", "aeiouu")
# Letters that sound alike and are written for each other.
_CONFUSED = (
    ("s", "c"),
    ("s", "z"),
    ("c", "s"),
    ("z", "s"),
    ("z", "c"),
    ("c", "z"),
    ("b", "v"),
    ("v", "b"),
    ("g", "j"),
    ("j", "g"),
    ("ll", "y"),
    ("y", "ll"),
    ("h", ""),
    ("x", "s"),
    ("s", "x"),
    ("x", "cc"),
    ("cc", "c"),
    ("c", "cc"),
    ("sc", "c"),
    ("c", "sc"),
    ("s", "sc"),
    ("qu", "c"),
    ("k", "c"),
    ("k", "qu"),
    ("n", "ñ"),
    ("ñ", "n"),
    ("gu", "gü"),
    ("m", "n"),
    ("n", "m"),
    ("rr", "r"),
    ("r", "rr"),
    ("w", "gu"),
    ("xc", "x"),
    ("x", "xc"),
    ("xs", "x"),
    ("sh", "ch"),
    ("i", "y"),
    ("cs", "x"),
    ("ct", "cc"),
    ("nn", "n"),
    ("n", "nn"),
    ("mm", "m"),
    ("ss", "s"),
    ("ff", "f"),
    ("u", "ü"),
    ("bs", "s"),
    ("s", "bs"),
    ("ps", "s"),
    ("s", "ps"),
    ("pt", "t"),
    ("t", "pt"),
    ("gn", "n"),
    ("hie", "ye"),
    ("hue", "güe"),
    ("ck", "c"),
)
_LETTERS = "abcdefghijlmnñopqrstuvxyz"
_PREFIXES = re.compile(
    r"(?:ciber|video|anti|auto|ex|sub|super|micro|multi|inter|geo|foto|radio|tele|moto|narco|contra"
    r"|post|semi|ultra|extra|infra|mini|macro|pluri|psico|retro|sobre|socio|vice|intra"
    r"|trans|electro"
    r"|hidro|bio|neuro|mono|hiper|mega|eco|agro|aero|nano|meta|euro|afro|archi|cuasi|para)"
)
_PLAIN_PREFIXES = frozenset({"ex", "anti", "video", "ciber", "auto", "super", "moto", "sub"})
# Endings that make new words of any stem: a rare word of this kind is no misspelling of another.
_OPEN_ENDING = re.compile(
    r"(?:eros?|eras?|arias?|arios?|istas?|enses?|eñ[oa]s?|erías?|ismos?|azos?|udos?|otes?"
    r"|logías?|grafías?|teca)$"
)
_ENCLITIC = re.compile(
    r"(?:me|te|se|lo|la|le|nos|los|las|les|selo|sela|selos|selas|melo|nosla|noslo)$"
)


_MADE_OF_VERB = re.compile(
    r"(?:[aei]dor(?:a|es|as)?|[aei]dur(?:a|as)|[ai]mientos?|[ai]ción|[ai]ciones|[ai]bles?"
    r")$"
)


class Corrector:
    """Judges and mends words with one dictionary; remembers what it looked up."""

    def __init__(self, speller: Speller) -> None:
        self.speller = speller
        self._known = lru_cache(maxsize=20_000)(self._derived)

    def knows(self, word: str) -> bool:
        """Whether a word in lower case exists, also with a prefix, a pronoun or a suffix."""
        return self._known(word)

    def _derived(self, word: str) -> bool:
        if self.speller.knows(word):
            return True
        prefix = _PREFIXES.match(word)
        if prefix and len(word) - prefix.end() >= (4 if prefix.group() in _PLAIN_PREFIXES else 6):
            rest = word[prefix.end() :]
            # «paramedico»: as a verb «medico» exists, but «médico» was meant
            ambiguous = rest.isascii() and any(map(self.speller.knows, respellings(rest)))
            if not ambiguous and any(map(self.speller.knows, (rest, rest.removeprefix("r")))):
                return True
        return any(map(self.speller.knows, _bases(word)))

    def _exists(self, word: str) -> bool:
        return word in RIGHT_WORDS or self.speller.knows(word)

    def correction(self, word: str, *, capitals: bool = False) -> str | None:
        """The nearest known word, by what is confused most often; None where none is near.

        In a line of capitals names cannot be told from words, so less is taken for a slip there.
        """
        if word in MEANT:
            return MEANT[word]
        for candidate in respellings(word):
            if self._exists(candidate):
                return candidate
        confused = list(dict.fromkeys(_confusions(word)))
        for candidate in confused:
            if self._exists(candidate):
                return candidate
        for candidate in confused:
            for accented in respellings(candidate):
                if self._exists(accented):
                    return accented
        for first in confused:
            if first != word and len(word) > 5:
                for candidate in _confusions(first):
                    if self._exists(candidate):
                        return candidate
        return self._near(word, capitals=capitals)

    def _near(self, word: str, *, capitals: bool) -> str | None:
        """One letter more, less, other or out of order; for words long enough to be sure."""
        if len(word) < (7 if capitals else 5) or _OPEN_ENDING.search(word):
            return None
        for candidate in _edits(word, other_letters=not capitals):
            if self._exists(candidate):
                return candidate
        return next((joined for joined in _split(word) if self._knows_all(joined)), None)

    def _knows_all(self, phrase: str) -> bool:
        return all(map(self._exists, phrase.split()))


def _bases(word: str) -> Iterator[str]:
    """Words of which this one may be made: adverbs, diminutives, pronouns, plurals."""
    if word.endswith("mente") and len(word) > 8:
        yield word[:-5]
        yield word[:-6] + "o"
    for ending, base in (
        ("ito", "o"),
        ("ita", "a"),
        ("itos", "o"),
        ("itas", "a"),
        ("illo", "o"),
        ("ísimo", "o"),
        ("ísima", "a"),
        ("cito", ""),
        ("cita", ""),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            yield word[: -len(ending)] + base
    if word.endswith("s") and len(word) > 5:
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
    if word.endswith("a") and len(word) > 5:
        yield word[:-1] + "o"
        if word.endswith(("ora", "ona", "esa", "ina")):
            yield word[:-1]
    made = _MADE_OF_VERB.search(word)
    if made:
        stem = word[: made.start()]
        yield from (stem + ending for ending in ("ar", "er", "ir"))
    enclitic = _ENCLITIC.search(word)
    if enclitic and len(word) - len(enclitic.group()) >= 4:
        stem = word[: enclitic.start()]
        yield stem
        yield stem.translate(_PLAIN)
        if stem.endswith("mo"):
            yield stem.translate(_PLAIN) + "s"


def respellings(word: str) -> Iterator[str]:
    """The word with its accent elsewhere or nowhere."""
    plain = word.translate(_PLAIN)
    if plain != word:
        yield plain
    for at in range(len(plain) - 1, -1, -1):
        accented = plain[at].translate(_ACCENTED)
        if accented != plain[at]:
            candidate = plain[:at] + accented + plain[at + 1 :]
            if candidate != word:
                yield candidate


def _confusions(word: str) -> Iterator[str]:
    for wrong, right in _CONFUSED:
        at = word.find(wrong)
        while at >= 0:
            yield word[:at] + right + word[at + len(wrong) :]
            at = word.find(wrong, at + 1)
    for at in range(len(word)):
        if word[at] in "aeiou" and (at == 0 or word[at - 1] not in "ch"):
            yield word[:at] + "h" + word[at:]


def _edits(word: str, *, other_letters: bool) -> Iterator[str]:
    size = len(word)
    for at in range(size - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(size):
        yield word[:at] + word[at + 1 :]
    for at in range(1, size + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
    for at in range(1, size if other_letters else 0):
        for letter in _LETTERS:
            if letter != word[at]:
                yield word[:at] + letter + word[at + 1 :]
    # «estales» for «estatales»: a syllable lost
    for at in range(2, size - 1):
        for syllable in (
            "ta",
            "ti",
            "ci",
            "ca",
            "li",
            "ni",
            "da",
            "te",
            "to",
            "ri",
            "ra",
            "de",
            "di",
            "la",
            "na",
            "ma",
            "mi",
            "bi",
            "en",
            "es",
            "er",
            "in",
        ):
            yield word[:at] + syllable + word[at:]


def _split(word: str) -> Iterator[str]:
    """«atravez» for «a través»: words run together, the second one perhaps misspelt."""
    for head in ("a", "de", "en", "por", "sin", "o", "con", "tal", "si", "se"):
        rest = word.removeprefix(head)
        if rest != word and len(rest) > 3:
            yield f"{head} {rest}"
            for candidate in (*respellings(rest), *_confusions(rest)):
                yield f"{head} {candidate}"
                for accented in respellings(candidate):
                    yield f"{head} {accented}"


def same_letters(first: str, second: str) -> bool:
    """Whether two words differ in accents alone."""
    return fold(first) == fold(second)
