"""The small words between others that say who, whence or whither: «salió de», «salió a», «la vio».

They weigh nothing when texts are compared, so a change of them alone is looked for here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from releases.editorial.rating.canonical import Item
from releases.editorial.rating.words import EPICENE

_CLASSES = {
    "de": "from",
    "del": "from",
    "a": "to",
    "al": "to",
    "en": "in",
    "y": "and",
    "e": "and",
}
_GENDERS = {
    "el": "m",
    "un": "m",
    "al": "m",
    "del": "m",
    "la": "f",
    "una": "f",
    "los": "ms",
    "las": "fs",
}
# A finite verb as its ending shows it: before one an article is a pronoun, «las detuvieron».
_VERB = re.compile(r"\w{2,}(?:aron|ieron|eron|io|aban?|ian)|\w{4,}o")


def changed_links(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """Whether texts of the same words are tied together in another way."""
    return any(
        one and other and not one & other
        for one, other in zip(_gaps(old), _gaps(new), strict=False)
    )


def _gaps(items: Sequence[Item]) -> list[set[str]]:
    """The kinds of small words before each word of weight."""
    gaps: list[set[str]] = [set()]
    for item in items:
        if item.is_empty:
            if item.key in _CLASSES:
                gaps[-1].add(_CLASSES[item.key])
        else:
            gaps.append(set())
    return gaps


def changed_persons(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """«el menor» for «la menor», «los vieron» for «las vieron»: only the article says who."""
    first, second = _told_by_article(old), _told_by_article(new)
    return len(first) == len(second) and first != second


def _told_by_article(items: Sequence[Item]) -> list[str]:
    return [
        f"{_GENDERS[one.key]} {other.key}"
        for one, other in pairwise(items)
        if one.key in _GENDERS and (other.key in EPICENE or _VERB.fullmatch(other.key))
    ]
