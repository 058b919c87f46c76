"""An edit rated: substantial where a reader learns something else, small where only form changes.

Both texts are reduced to what they say (`canonical`), then compared in order. In doubt an edit is
substantial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from releases.editorial.lists import NoSpeller, Speller
from releases.editorial.rating.canonical import Item, canonical, synonym
from releases.editorial.rating.links import changed_links, changed_persons
from releases.editorial.rating.order import is_reordered
from releases.editorial.rating.wordings import say_the_same
from releases.editorial.rating.words import NEGATIONS, STATUS
from releases.vocabulary import EditRating


@dataclass(frozen=True, slots=True)
class Rating:
    """The rating with its reasons: short Spanish labels, empty for a small edit."""

    rating: EditRating
    reasons: tuple[str, ...] = ()

    @property
    def is_substantial(self) -> bool:
        return self.rating is EditRating.SUBSTANTIAL


def rate(before: str, after: str, *, speller: Speller | None = None) -> Rating:
    """How much the second text changes what the first one says.

    Without a dictionary a mended misspelling cannot be told from another word, and counts as
    substantial unless both sound alike.
    """
    if before == after:
        return Rating(EditRating.MINOR)
    old, new = canonical(before), canonical(after)
    reasons = [*_changes(old, new, speller or NoSpeller()), *_marks(before, after)]
    if not reasons:
        return Rating(EditRating.MINOR)
    return Rating(EditRating.SUBSTANTIAL, tuple(dict.fromkeys(reasons)))


def _changes(old: tuple[Item, ...], new: tuple[Item, ...], speller: Speller) -> Iterator[str]:
    left, right = _said(old), _said(new)
    if [synonym(i.key) for i in left] == [synonym(i.key) for i in right]:
        yield from _commas(old, new)
        if changed_persons(old, new):
            yield "persona"
        if changed_links(old, new):
            yield "sentido"
        return
    if is_reordered(old, new) and not _moved_negation(left, right):
        return
    reasons = tuple(_differences(old, new, speller))
    yield from reasons
    if not reasons and len(left) == len(right) and changed_links(old, new):
        yield "sentido"


def _moved_negation(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether a «no» stands before another word than it did."""

    def denied(items: Sequence[Item]) -> list[tuple[str, str]]:
        return [(a.key, synonym(b.key)) for a, b in pairwise(items) if a.key in NEGATIONS]

    return denied(left) != denied(right)


def _said(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if not item.is_empty]


def _differences(old: tuple[Item, ...], new: tuple[Item, ...], speller: Speller) -> Iterator[str]:
    a, b = [synonym(i.key) for i in old], [synonym(i.key) for i in new]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, come = _wide(old, i1, i2), _wide(new, j1, j2)
        narrow = say_the_same(old[i1:i2], new[j1:j2], old[:i1], speller)
        if narrow or (gone and say_the_same(gone, come, old[:i1], speller)):
            continue
        if _each_says_the_same(old, new, (i1, i2, j1, j2), speller):
            continue
        if _is_headline_slip(old, new, i1, i2, j1, j2, speller):
            continue
        yield _reason(old[i1:i2], new[j1:j2])


def _each_says_the_same(
    old: tuple[Item, ...], new: tuple[Item, ...], run: tuple[int, int, int, int], speller: Speller
) -> bool:
    """«aseguraron 1» → «aseguró un»: a run in which each word is but another form of its like."""
    i1, i2, j1, j2 = run
    if i2 - i1 != j2 - j1:
        return False
    return all(
        say_the_same(
            old[i1 + at : i1 + at + 1], new[j1 + at : j1 + at + 1], old[: i1 + at], speller
        )
        for at in range(i2 - i1)
    )


def _wide(items: tuple[Item, ...], start: int, end: int) -> tuple[Item, ...]:
    """A run with the empty words beside it, which may belong to its wording."""
    while start and items[start - 1].is_empty:
        start -= 1
    while end < len(items) and items[end].is_empty:
        end += 1
    return items[start:end]


def _reason(gone: Sequence[Item], come: Sequence[Item]) -> str:
    both = (*gone, *come)
    if any(item.is_number for item in both):
        return "cifra"
    if any(item.key in NEGATIONS for item in both):
        return "negación"
    if any(STATUS.search(item.key) for item in both):
        return "situación jurídica"
    if any(item.proper for item in both):
        return "nombre o lugar"
    if not _said(gone):
        return "frase agregada"
    if not _said(come):
        return "frase quitada"
    return "sentido"


def _is_headline_slip(
    old: tuple[Item, ...],
    new: tuple[Item, ...],
    i1: int,
    i2: int,
    j1: int,
    j2: int,
    speller: Speller,
) -> bool:
    """«COMPORTE SECRETARÍA…» for «COMPARTE»: a subjunctive opens no headline."""
    if i1 or j1 or i2 != 1 or j2 != 1:
        return False
    a, b = old[0].word, new[0].word
    slips = len(a) == len(b) > 5 and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    return (
        slips
        and bool(re.search(r"en?$", a))
        and speller.knows(re.sub(r"en?$", "ar", a))
        and b.endswith(("e", "en", "a", "an"))
        and not speller.knows(re.sub(r"(?:[ae]n?)$", "ar", b))
    )


_RELATIVE = re.compile(r"que|quien|quienes|cual|cuyo|cuya|donde|no|si|\w+[aeiu]d[oa]s?")


def _commas(old: Sequence[Item], new: Sequence[Item]) -> Iterator[str]:
    """Commas that change who or what: moved ones, and those before a relative or a participle."""
    before, after = _comma_places(old), _comma_places(new)
    added = {place: key for place, key in after.items() if place not in before}
    removed = {place: key for place, key in before.items() if place not in after}
    telling = any(_RELATIVE.fullmatch(key) for key in (*added.values(), *removed.values()))
    if (added and removed) or telling:
        yield "puntuación que cambia el sentido"


def _comma_places(items: Sequence[Item]) -> dict[int, str]:
    """After how many words of weight each comma stands, and before which word."""
    places: dict[int, str] = {}
    weight = 0
    for item in items:
        if item.comma and weight:
            places[weight] = item.key
        weight += not item.is_empty
    return places


def _marks(before: str, after: str) -> Iterator[str]:
    """A statement that became a question, or back."""
    if before.count("?") != after.count("?"):
        yield "pregunta"
    if re.findall(r"\bno,", before.lower()) != re.findall(r"\bno,", after.lower()):
        yield "negación"
