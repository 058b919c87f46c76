"""The order of Spanish names, without leaning on the server's collations."""

from __future__ import annotations

from releases.language.folding import fold


def sort_key(name: str) -> str:
    """A key whose byte order is the dictionary's: accents and case ignored, ñ after n.

    >>> sorted(["Peña", "Pez", "Penal", "Ávila"], key=sort_key)
    ['Ávila', 'Penal', 'Peña', 'Pez']
    """
    return fold(name).replace("ñ", "n~")
