"""What the words right beside a name say of the person: held or accused, or harmed.

A name stands in few kinds of place: after a noun («la víctima, …»), a deed («la detención de …»), a
verb («detuvieron a …»), a formula that gives names («… es …») or before a verb of which it is the
subject. `before_name` and `after_name` hold a pattern for each, over the lists of
`lexicon/parties.py`.
"""

from __future__ import annotations

import re
from enum import Enum

from releases.editorial.after_name import (
    ACTED,
    ACTED_IN_CRIME,
    ASIDE,
    BY_UNKNOWN,
    CALLED_AFTER,
    OFFENDED,
    RIGHT_COMPLAINED,
    RIGHT_HARMED,
    RIGHT_HELD,
    RIGHT_TAKEN_FROM,
    TO_AUTHORITY,
    TO_HOSPITAL,
    WITH_VICTIM,
)
from releases.editorial.before_name import (
    ADDRESS,
    ALLEGED,
    ANY_PARTY,
    AS_OBJECT,
    BY_AUTHORITY,
    BY_HELPERS,
    BY_OFFICIAL,
    BY_STRANGERS,
    CALLED_HARMED,
    CALLED_HELD,
    CAUGHT_BY_CITIZENS,
    CAUGHT_BY_STRANGERS,
    HANDED,
    HELPED,
    JUST_SUFFERED,
    LEFT_HARMED,
    LEFT_HELD,
    LEFT_SOUGHT,
    LEFT_TRACED,
    NAMING_FORMULA,
    PARTNER_OF_VICTIM,
    SAID_HARMED,
    SAID_HELD,
    VERB_FIRST_HARMED,
    VERB_FIRST_HELD,
)


class Role(Enum):
    """What a named person is in the event."""

    HELD = "held"
    HARMED = "harmed"
    OFFICE = "office"
    CONVICTED = "convicted"
    UNKNOWN = "unknown"


def introduces_person(left: str) -> bool:
    """Whether the words right before a run of capitals announce a person's name."""
    tail = left[-60:]
    return any(
        pattern.search(tail)
        for pattern in (LEFT_HARMED, LEFT_HELD, LEFT_SOUGHT, NAMING_FORMULA, ADDRESS)
    )


def done_to(left: str) -> Role | None:
    """What happens to a person as the object of a sentence: by whom it is done tells it.

    What an authority does to somebody, unless it helps, it does to a suspect; what strangers, a
    vehicle or a mishap do, they do to somebody harmed.
    """
    if BY_HELPERS.search(left):
        return Role.HARMED
    by_authority = BY_AUTHORITY.search(left)
    if by_authority:
        return Role.HARMED if HELPED.search(by_authority.group()) else Role.HELD
    return Role.HARMED if BY_STRANGERS.search(left) else None


def named_as(left: str) -> Role | None:
    """What the noun right before a name calls the person: «en calidad de imputada, Norma…»."""
    if CALLED_HARMED.search(left):
        return Role.HARMED
    return Role.HELD if CALLED_HELD.search(left) else None


def stated(left: str, right: str, earlier: str = "") -> Role | None:
    """What the words right beside a name say of the person, or None.

    `earlier` is the sentence before: «Se trata de…» names somebody told of there.
    """
    tail = left[-130:]
    if PARTNER_OF_VICTIM.search(tail):
        return Role.HELD
    if HANDED.search(tail) and TO_HOSPITAL.match(right):
        return Role.HARMED
    handed = HANDED.search(tail) and TO_AUTHORITY.match(right)
    if handed or CALLED_AFTER.match(right) or WITH_VICTIM.match(right):
        return Role.HELD
    formula = NAMING_FORMULA.search(tail)
    if formula:
        clause = left[: len(left) - len(tail) + formula.start()]
        named = _said_before(clause if re.search(r"\w{4}", clause) else earlier)
        if named or not LEFT_HELD.search(tail):
            return named or _stated_after(right)
    if CAUGHT_BY_CITIZENS.search(tail) or LEFT_TRACED.search(tail):
        return Role.HELD
    if ANY_PARTY.search(tail) and RIGHT_HELD.match(right):
        return Role.HELD
    if LEFT_HARMED.search(tail) or CAUGHT_BY_STRANGERS.search(tail):
        return Role.HARMED
    if LEFT_HELD.search(tail):
        return Role.HELD
    if AS_OBJECT.search(tail) and RIGHT_TAKEN_FROM.match(right):
        return Role.HARMED
    after = _stated_after(right)
    if after:
        return after
    if BY_OFFICIAL.search(tail):
        return None
    if VERB_FIRST_HARMED.search(tail):
        return Role.HARMED
    return Role.HELD if VERB_FIRST_HELD.search(tail) else None


def suffers(left: str, right: str) -> bool:
    """Whether the words right beside a description say that its person was harmed."""
    formula = NAMING_FORMULA.search(left)
    if formula and _said_before(left[: formula.start()]) is Role.HARMED:
        return True
    before = LEFT_HARMED.search(left[-130:]) or JUST_SUFFERED.search(left[-90:])
    return bool(before or RIGHT_HARMED.match(right))


def offends(left: str, right: str) -> bool:
    """Whether a deed is told of the person as the one who did it: «… disparó contra…»."""
    alleged = ALLEGED.search(left[-60:]) and ACTED.match(right)
    return bool(alleged or OFFENDED.match(right) or ACTED_IN_CRIME.match(right))


def hinted(left: str, right: str) -> Role | None:
    """What words beside a name hint at that may be said of somebody in office too."""
    if LEFT_SOUGHT.search(left[-130:]) or RIGHT_COMPLAINED.match(right):
        return Role.HARMED
    return None


def _stated_after(right: str) -> Role | None:
    if re.match(ASIDE + BY_UNKNOWN, right):
        return Role.HARMED
    if RIGHT_HELD.match(right):
        return Role.HELD
    return Role.HARMED if RIGHT_HARMED.match(right) else None


def _said_before(clause: str) -> Role | None:
    """Whom a formula names: the last noun or verb before it that tells."""
    harmed = max((m.end() for m in SAID_HARMED.finditer(clause)), default=-1)
    held = max((m.end() for m in SAID_HELD.finditer(clause)), default=-1)
    if harmed == held:
        return None
    return Role.HARMED if harmed > held else Role.HELD
