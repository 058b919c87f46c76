"""Names in a line of capitals: a known given name and known surnames after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.lexical import CAPITAL, fold_evenly
from releases.editorial.lexicon.given_names import SURNAMES
from releases.editorial.name_words import NameWords
from releases.language.folding import word_set

_RUN = re.compile(rf"[{CAPITAL}]{{2,}}(?: [{CAPITAL}]{{2,}})*")
_PARTICLES = word_set("de del la las los")
# Given names that are words of headlines too.
_COMMON = word_set(
    """
    paz luz sol rosa blanca esperanza victoria merced santos reina pastora consuelo
    socorro america angel leon cruz maya general mayor alma azul cielo mar primo justo
    modesto pilar remedios flor estrella virgen refugio campo piedad nieves
    perla abril jade italia
    """
)


def shouted_names(text: str, words: NameWords) -> Iterator[tuple[int, int, list[str]]]:
    """Start, end and folded words of each name that no place or institution bears."""
    folded = fold_evenly(text)
    yield from _inverted(text, words)
    for run in _RUN.finditer(text):
        tokens = list(re.finditer(r"\S+", text[run.start() : run.end()]))
        written = [m.group().lower() for m in tokens]
        plain = [fold_evenly(word) for word in written]
        at = 0
        while at < len(plain):
            length = _length(plain[at:], written[at:], words)
            start = run.start() + tokens[at].start()
            if not length or words.place_before.search(folded[max(0, start - 50) : start]):
                at += max(1, length)
                continue
            name = plain[at : at + length]
            if " ".join(name) not in words.known:
                yield start, run.start() + tokens[at + length - 1].end(), name
            at += length


def _length(plain: list[str], written: list[str], words: NameWords) -> int:
    """How many words from the first on make a name; 0 for none."""
    if plain[0] not in words.given:
        return 0
    length = 1
    while length < len(plain):
        word = plain[length]
        if word in _PARTICLES:
            if not any(w in SURNAMES for w in plain[length + 1 : length + 3]):
                break
        elif not (word in SURNAMES or words.is_given(word) or words.is_rare(written[length])):
            break
        length += 1
    if plain[0] in _COMMON and not any(w in SURNAMES for w in plain[1:length]):
        return 0
    return length


def _inverted(text: str, words: NameWords) -> Iterator[tuple[int, int, list[str]]]:
    """«SALGADO MEZA, ULISES»: surnames before the given name."""
    for match in re.finditer(rf"\b([{CAPITAL}]+(?: [{CAPITAL}]+)?), ([{CAPITAL}]+)\b", text):
        surnames, given = fold_evenly(match[1]).split(), fold_evenly(match[2])
        if words.is_given(given) and all(word in SURNAMES for word in surnames):
            yield match.start(), match.end(), [given, *surnames]
