"""In which texts a query may be found, by their letters alone.

A look at the letters is some twenty times cheaper than reading the words. It may say yes to a text
that holds nothing, never no to one that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from releases.language.folding import fold_all
from releases.language.numbers import is_digits
from releases.language.spellings import ABBREVIATIONS

# Between the signs of one thing: 9-1-1, (722) 275 83 00, 20,000, C 5.
_BETWEEN = r"[\W_]{0,2}"
_CENTURY = "20"
# Amounts in words: «dos mil 500» is 2500; below a thousand, only «0.5 mil» is one.
_AMOUNT = re.compile(r"\bmil(?:lon(?:es)?)?\b")
_SMALL_AMOUNT = re.compile(r"\.\d+\smil")


@dataclass(frozen=True, slots=True)
class Hints:
    """Strings and patterns of which a folded text must hold one.

    `in_words` is what stands for any of `figures` where they are numbers.
    """

    letters: tuple[str, ...]
    figures: tuple[re.Pattern[str], ...]
    in_words: re.Pattern[str] | None = None

    def count(self, folded: str) -> int:
        """How many of them a text (`fold_all`) holds."""
        found = sum(hint in folded for hint in self.letters)
        if self.figures:
            found += sum(pattern.search(folded) is not None for pattern in self.figures)
        if self.in_words and not found:
            return int(self.in_words.search(folded) is not None)
        return found

    def places(self, folded: str) -> Iterator[int]:
        """Where the strings stand; in no order."""
        for hint in self.letters:
            place = folded.find(hint)
            while place >= 0:
                yield place
                place = folded.find(hint, place + 1)


def read_hints(forms: Iterable[str]) -> Hints | None:
    """What texts with one of these lexemes hold; None where that can't be said."""
    figures = {form for form in forms if any(map(str.isdigit, form))}
    words = [form for form in forms if form not in figures]
    if not all(word.isalpha() and len(word) > 2 for word in words):
        return None
    short = (short for short, whole in ABBREVIATIONS.items() if whole in words)
    letters = (*map(_letters_of, words), *short)
    return Hints(
        tuple(dict.fromkeys(letters)),
        tuple(map(_figures_of, sorted(figures))),
        _in_words({form for form in figures if is_digits(form)}),
    )


def _in_words(numbers: Set[str]) -> re.Pattern[str] | None:
    if not numbers:
        return None
    is_large = any(len(number.partition(".")[0]) > 3 for number in numbers)
    return _AMOUNT if is_large else _SMALL_AMOUNT


def _letters_of(word: str) -> str:
    """A stem without its last letter, which may differ from the text's."""
    return fold_all(word if len(word) == 3 and not word.endswith("z") else word[:-1])


def _figures_of(form: str) -> re.Pattern[str]:
    """Its signs with others between them. Of a folio the number alone; of a year, or what may be
    one, the century may be left out: 279/24; a last letter may differ, as in words."""
    number = form.partition("/")[0]
    signs = [sign for sign in fold_all(number) if sign.isalnum()]
    if signs[-1].isalpha():
        signs.pop()
    if number.startswith(_CENTURY) and len(signs) == len("2024"):
        del signs[: len(_CENTURY)]
    return re.compile(_BETWEEN.join(map(re.escape, signs)))
