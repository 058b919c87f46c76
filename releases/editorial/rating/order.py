"""Whether two texts say the same things in another order, so that nobody's part changes.

Two moves are small: the members of one enumeration change places, or an adjunct («durante la
visita», «el lunes») moves as a whole. All else («llegaron los agentes antes que los bomberos») may
change who did what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from releases.editorial.rating.canonical import Item, synonym
from releases.language.folding import word_set

Words = tuple[str, ...]

# What follows these is a circumstance that can stand anywhere in its clause.
_ADJUNCTS = word_set(
    """
    durante en con para desde hasta tras segun ante mediante sobre bajo
    """
)
_FLOATING = word_set("tambien asimismo ademas posteriormente actualmente finalmente inmediatamente")
_FLOATED = frozenset(map(synonym, _FLOATING))
# «en días pasados», «en fechas recientes»: the last word of such a circumstance.
_LAST = word_set("pasados pasadas recientes")
_DAYS = word_set("lunes martes miercoles jueves viernes sabado domingo ayer hoy anoche antier")
# «al mediodía», «a las 16:00»: these say when, not who did what to whom.
_TIMES = word_set("mediodia tarde noche mañana madrugada medianoche termino inicio final")
_PARTED = word_set("y e o u")
# These tie an order to another one.
_RANKED = word_set("respectivamente primero segundo tercero antes despues luego")
_MEMBER_LENGTH = 5
_TIES = word_set("a al por contra que como")
# Of a clause of two words («llegó la brigada») the order says nothing.
_FREE_LENGTH = 2


@dataclass(slots=True)
class _Chunk:
    """Words that move together.

    `adjunct`: those of a circumstance; `tied`: with a word that tells who acts on whom.
    """

    keys: list[str] = field(default_factory=list)
    adjunct: bool = False
    tied: bool = False

    @property
    def words(self) -> Words:
        """What is compared. Where nobody is acted upon, the verb may stand first or last."""
        if self.adjunct or (self.tied and len(self.keys) > _FREE_LENGTH):
            return tuple(self.keys)
        said = [key for key in self.keys if key != "se"]
        if len(said) <= _FREE_LENGTH:
            return tuple(sorted(self.keys))
        return min(tuple(self.keys[at:] + self.keys[:at]) for at in range(len(self.keys)))

    @property
    def is_closed(self) -> bool:
        """Whether nothing more can belong to it: a day, an adverb."""
        if not self.keys:
            return False
        last = self.keys[-1]
        return last in _DAYS or last in _FLOATING or (self.adjunct and last in _LAST)

    @property
    def is_fixed(self) -> bool:
        """Whether it keeps its place among its like: figures, hours and days."""
        return any(key.startswith(("#", "t:")) or key in _DAYS for key in self.keys)


def is_reordered(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """Whether only the order differs, in one of the small ways."""
    if sorted(_keys(old)) != sorted(_keys(new)):
        return False
    if _steady(old) == _steady(new):
        return True
    return _is_same_list(old, new) or _is_moved_adjunct(old, new)


def _keys(items: Sequence[Item]) -> list[str]:
    return [synonym(item.key) for item in items if not item.is_empty]


def _is_same_list(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """«Chalco, Lerma y Toluca» for «Toluca, Chalco y Lerma»."""
    keys = _keys(old)
    if any(key in _RANKED for key in keys):
        return False
    start = _common([_key(i) for i in old], [_key(i) for i in new])
    end = _common(
        [_key(i) for i in reversed(old[start:])], [_key(i) for i in reversed(new[start:])]
    )
    if not _has_conjunction(old[start : len(old) - end + 1]):
        return False
    first, second = (_members(side[start : len(side) - end]) for side in (old, new))
    short = all(0 < len(member) <= _MEMBER_LENGTH for member in (*first, *second))
    return short and len(first) > 1 and sorted(first) == sorted(second)


def _has_conjunction(items: Sequence[Item]) -> bool:
    """Whether an enumeration ends here: «…, Lerma y Toluca»."""
    return any(item.key in _PARTED for item in items)


def _steady(items: Sequence[Item]) -> list[str]:
    """What is said without the adverbs that may stand anywhere."""
    return [key for key in _keys(items) if key not in _FLOATED]


def _key(item: Item) -> str:
    return synonym(item.key)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sequences have in common from the beginning."""
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length


def _members(items: Sequence[Item]) -> list[Words]:
    """The members of an enumeration, without articles."""
    members: list[list[str]] = [[]]
    for item in items:
        if (item.comma or item.key in _PARTED) and members[-1]:
            members.append([])
        if not item.is_empty:
            members[-1].append(synonym(item.key))
    return [tuple(member) for member in members if member]


def _is_moved_adjunct(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """«Durante la visita, conocieron el C5» for «conocieron el C5 durante la visita»."""
    first, second = _chunks(old), _chunks(new)
    if [c.words for c in first if not c.adjunct] != [c.words for c in second if not c.adjunct]:
        return False
    if [c.words for c in first if c.is_fixed] != [c.words for c in second if c.is_fixed]:
        return False
    return sorted(c.words for c in first) == sorted(c.words for c in second)


def _chunks(items: Sequence[Item]) -> list[_Chunk]:
    """Runs of words that belong together: a new one begins at a comma or with an adjunct."""
    chunks = [_Chunk()]
    for at, item in enumerate(items):
        opens = _opens_adjunct(items, at)
        begins = opens or item.comma or item.key in _PARTED or chunks[-1].is_closed
        if begins and chunks[-1].keys:
            chunks.append(_Chunk())
        if opens and not chunks[-1].keys:
            chunks[-1].adjunct = True
        chunks[-1].tied |= item.key in _TIES
        if opens or not item.is_empty:
            chunks[-1].keys.append(item.key if opens else synonym(item.key))
    return [chunk for chunk in chunks if chunk.keys]


def _opens_adjunct(items: Sequence[Item], at: int) -> bool:
    """Whether a circumstance begins here: «durante …», «el próximo lunes», «a las 16:00»."""
    key, following = items[at].key, items[at + 1 : at + 3]
    if key in {"proximo", "pasado"}:
        return any(item.key in _DAYS for item in following[:1])
    if key in _DAYS:
        return at == 0 or items[at - 1].key not in {"proximo", "pasado"}
    if key in {"a", "al", "por"}:
        return any(item.key in _TIMES or item.key.startswith("t:") for item in following)
    return key in _ADJUNCTS or key in _FLOATING
