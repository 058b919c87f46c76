"""Lines put together again: a word divided at a line end becomes one word."""

from __future__ import annotations

import re
from collections.abc import Sequence

SOFT = "\u00ad\ufffe\u0002"
_DIVIDED = re.compile(r"([^\W\d_]+)[-\u2010]$")
_KEPT_HYPHEN = re.compile(r"\d-$|\d-\d+-$")
_IN_NUMBER = re.compile(rf"(?<=\d)[{SOFT}](?=\d)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def join_lines(texts: Sequence[str]) -> str:
    """One text of several lines.

    A hyphen between two lower-case letters, or between two parts in capitals, is a division;
    others stay («9-1-» + «1» gives «9-1-1», «Ciudad-» + «Región» stays «Ciudad-Región»).
    Nothing divides a number: a soft hyphen between figures is one that is printed.
    """
    joined = ""
    for text in texts:
        joined = _join(joined, text) if joined else text
    joined = _IN_NUMBER.sub("-", joined)
    return joined.translate({ord(sign): None for sign in SOFT})


def _join(before: str, after: str) -> str:
    if before[-1] in SOFT:
        return before + after
    if _KEPT_HYPHEN.search(before) and after[:1].isdigit():
        return before + after
    divided = _DIVIDED.search(before)
    following = _FIRST_WORD.match(after)
    if divided is None or following is None:
        return f"{before} {after}"
    head, tail = divided[1], following[0]
    if head[-1].islower() and tail[0].islower():
        return before[:-1] + after
    if len(head) > 1 and head.isupper() and tail.isupper() and len(tail) > 1:
        return before[:-1] + after
    return before + after
