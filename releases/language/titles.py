"""A headline in capitals as a sentence, for the screen; the printed form is kept beside it.

Which words keep a capital is read from the bulletin's own text, where they stand in lower case or
not, and from the catalogue's names. Nothing but case is ever changed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from releases.language.folding import fold

# A headline with fewer capitals than this was not meant to be in capitals.
_CAPITALS = 0.8
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?(?<![^\W\d_]{3}\.)", re.UNICODE)
# A stop after fewer than three letters belongs to an abbreviation.
_OPENS_SENTENCE = re.compile(r"(?:^|[^\W_]{3}[»\")]?[.!?…]\s+|\n)[«\"“‘(¿¡-]*$")
_LOOK_BACK = 12

# Which neighbours it counts, and the words.
Context = tuple[str, ...]


def sentence_case(headline: str, *, texts: Sequence[str], names: Iterable[str] = ()) -> str:
    """The headline with capitals only where its text, or a name, has them.

    `texts` are the bulletin's points and paragraphs, `names` those of the catalogue that it
    mentions. A headline that is not in capitals comes back as it is.
    """
    letters = [character for character in headline if character.isalpha()]
    if not letters or sum(map(str.isupper, letters)) < _CAPITALS * len(letters):
        return headline
    words = list(_WORD.finditer(headline))
    usage = _Usage()
    for text in texts:
        usage.read(text)
    folded = [fold(word[0]) for word in words]
    forms = [usage.form(folded, at, word[0]) for at, word in enumerate(words)]
    _write_names(folded, forms, names)
    shown = [_with_case_of(form, word[0]) for form, word in zip(forms, words, strict=True)]
    return _first_letters_up(headline, words, shown)


@dataclass(slots=True)
class _Usage:
    """How a bulletin's text writes its words, alone and beside their neighbours."""

    forms: dict[Context, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def read(self, text: str) -> None:
        words = list(_WORD.finditer(text))
        folded = [fold(word[0]) for word in words]
        for at, word in enumerate(words):
            # The first word of a sentence says nothing about its own capital.
            if _opens_sentence(text, word.start()):
                continue
            for context in _contexts(folded, at):
                self.forms[context][word[0]] += 1

    def form(self, folded: Sequence[str], at: int, printed: str) -> str:
        """The word as the text writes it in the most similar surroundings, else in lower case."""
        for context in _contexts(folded, at):
            found = self.forms.get(context)
            if found:
                return _agreed(found)
        return printed if any(map(str.isdigit, printed)) else printed.lower()


def _contexts(folded: Sequence[str], at: int) -> list[Context]:
    """The surroundings of a word, from the most telling to the word alone."""
    word = folded[at]
    earlier, before = _neighbour(folded, at - 2), _neighbour(folded, at - 1)
    after, later = _neighbour(folded, at + 1), _neighbour(folded, at + 2)
    return [
        ("both", before, word, after),
        ("two before", earlier, before, word),
        ("two after", word, after, later),
        ("before", before, word),
        ("after", word, after),
        ("alone", word),
    ]


def _neighbour(folded: Sequence[str], at: int) -> str:
    return folded[at] if 0 <= at < len(folded) else ""


def _opens_sentence(text: str, start: int) -> bool:
    return _OPENS_SENTENCE.search(text, max(0, start - _LOOK_BACK), start) is not None


def _agreed(found: Counter[str]) -> str:
    """The form in use; where uses differ, the lower one: a capital has to be certain."""
    lower = [form for form in found if form.islower()]
    return lower[0] if lower else found.most_common(1)[0][0]


def _with_case_of(form: str, printed: str) -> str:
    """The printed letters, accents or their lack included, in the case of another form."""
    if len(form) != len(printed):  # a letter such as İ, which is two in lower case
        return printed
    return "".join(
        letter.lower() if model.islower() else letter
        for letter, model in zip(printed, form, strict=True)
    )


def _write_names(folded: Sequence[str], forms: list[str], names: Iterable[str]) -> None:
    """Writes whole names as the catalogue does, the longest first."""
    written: set[int] = set()
    for name in sorted(names, key=len, reverse=True):
        words = [word[0] for word in _WORD.finditer(name)]
        key = [fold(word) for word in words]
        for at in range(len(folded) - len(key) + 1):
            place = range(at, at + len(key))
            if key and folded[at : at + len(key)] == key and written.isdisjoint(place):
                written.update(place)
                forms[at : at + len(key)] = words


def _first_letters_up(headline: str, words: Sequence[re.Match[str]], shown: Sequence[str]) -> str:
    pieces: list[str] = []
    end = 0
    for word, form in zip(words, shown, strict=True):
        pieces.append(headline[end : word.start()])
        opens = form.islower() and _opens_sentence(headline, word.start())
        pieces.append(form[:1].upper() + form[1:] if opens else form)
        end = word.end()
    return "".join([*pieces, headline[end:]])
