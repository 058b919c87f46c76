"""Spelling made comparable: case, accents and look-alike signs, with ñ kept apart from n."""

from __future__ import annotations

import re
import unicodedata

# Signs that print nothing: soft hyphen, zero-width and direction marks, the byte-order mark.
_INVISIBLE = dict.fromkeys(
    [0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)
# Replacing the few accented letters of Spanish one by one is several times faster than a table.
_VOWELS = (("á", "a"), ("é", "e"), ("í", "i"), ("ó", "o"), ("ú", "u"), ("ü", "u"))
_FOREIGN = re.compile(r"[^\x00-\x7fñ¡¿«»“”‘’–—…°ºª]")


def normalize(text: str) -> str:
    """The text in Unicode's composed form, so that one letter is one character.

    Offsets of `words.tokenize` count in this form; text saved by the archive already has it.
    """
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def clean_typed(text: str) -> str:
    """What a person typed, without look-alikes: full-width digits, invisible signs, lone halves.

    Half of a surrogate pair cannot be stored or sent; it becomes a question mark.
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFKC", whole).translate(_INVISIBLE)


def fold(text: str) -> str:
    """Lower case without accents; ñ stays, since it is a letter of its own.

    >>> fold("Capacitación de NIÑOS")
    'capacitacion de niños'
    """
    folded = text.lower()
    if folded.isascii():
        return folded
    for accented, plain in _VOWELS:
        folded = folded.replace(accented, plain)
    if folded.isascii() or _FOREIGN.search(folded) is None:
        return folded
    return "".join(map(_fold_letter, unicodedata.normalize("NFC", folded)))


def fold_all(text: str) -> str:
    """As `fold`, with ñ as n too: for slugs, sorting and what an unsure person may type."""
    return fold(text).replace("ñ", "n")


def word_set(listed: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(listed.split())


def _fold_letter(letter: str) -> str:
    if letter == "ñ" or letter.isascii():
        return letter
    parts = unicodedata.normalize("NFD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))
