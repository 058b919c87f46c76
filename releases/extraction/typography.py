"""Letters as printed and letters as text: ligatures, bullets, control and invisible characters."""

from __future__ import annotations

import re
import unicodedata

BULLETS = frozenset("•·▪■□●○◦‣⁃∙◆◇►▶➢➤✓✔★\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d")
_LEADING_MARK = re.compile(
    "^(["
    + "".join(sorted(BULLETS))
    + "\ue001-\uf8ff"
    + r"]+|[-–—*+](?=\s)|[*](?=\w)|[-–—](?=[A-ZÁÉÍÓÚÑ]\w))\s*"
)
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000]")
_BLANKS = re.compile("[\t\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")


def clean_character(text: str) -> str:
    """The text of one glyph: ligatures taken apart, all kinds of blank made one.

    >>> clean_character("ﬁ")
    'fi'
    """
    if len(text) == 1 and (text.isalnum() and text < "\u0250"):
        return text
    text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _BLANKS.sub(" ", text)
    return _CONTROL.sub("", _INVISIBLE.sub("", text))


def clean_line(text: str) -> str:
    """NFC, without control and invisible characters, single blanks, none at the ends."""
    text = unicodedata.normalize("NFC", clean_character(text))
    return " ".join(text.split())


def count_removed(text: str) -> int:
    """How many characters `clean_line` drops that a reader would not see."""
    return len(_INVISIBLE.findall(text)) + len(_CONTROL.findall(text))


def split_mark(text: str) -> tuple[str, str]:
    """A line's bullet and its text: `("•", "Texto")`, or `("", text)` where there is none.

    A hyphen or an asterisk counts only before a blank or a capital; «9-1-1» has no bullet.
    """
    match = _LEADING_MARK.match(text)
    if match is None:
        return "", text
    return match[1], text[match.end() :]


def is_mark(text: str) -> bool:
    """Whether a piece of a line is nothing but a bullet."""
    bare = text.strip()
    return bare in {"-", "–", "—", "*", "+", "o"} or (bool(bare) and set(bare) <= BULLETS)
