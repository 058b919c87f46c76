"""Text made comparable without moving a letter: case and accents folded, offsets kept."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = {"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-"}


def _fold_letter(character: str) -> str:
    lowered = character.lower()
    if lowered == "ñ":
        return lowered
    base = unicodedata.normalize("NFD", lowered)[0]
    return base if len(base) == 1 else character


_TABLE = (
    {code: _fold_letter(chr(code)) for code in range(0x41, 0x250) if chr(code).isalpha()}
    | {ord(sign): plain for sign, plain in _QUOTES.items()}
    | {0xA0: " "}
)


def fold(text: str) -> str:
    """Lower case without accents; ñ stays itself, and every letter keeps its offset.

    >>> fold("Policía de Ñañú")
    'policia de ñañu'
    """
    return text.translate(_TABLE)


def fold_name(text: str) -> str:
    """A name as a key: folded, single blanks, no full stops or quotes."""
    return " ".join(re.sub(r"[.\"'´`]", "", fold(unicodedata.normalize("NFC", text))).split())
