"""Who was behind a public version, by role and never by name, and why a bulletin was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from releases.models import Release, ReleaseEvent, Revision
from releases.publishing.successors import named_successor
from releases.vocabulary import EventKind, WithdrawalKind

_ACTS = (EventKind.CORRECTED, EventKind.WITHDRAWN, EventKind.RESTORED)


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles of who asked and of who authorised; one person alone both asks and decides.

    Empty where nobody of the office did it (the system, an operator) or it was not kept.
    """

    asked: str = ""
    authorised: str = ""


def roles_behind(revision: Revision) -> Roles:
    """The roles as they were when the version was made. One query."""
    kinds = [*_ACTS, EventKind.AUTHORISED]
    events = ReleaseEvent.objects.filter(revision=revision, kind__in=kinds).only("kind", "data")
    told = {event.kind: str(event.data.get("role", "")) for event in events}
    asked = next((told[act] for act in _ACTS if act in told), "")
    return Roles(asked=asked, authorised=told.get(EventKind.AUTHORISED, ""))


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What readers are told of a withdrawal: its kind in Spanish, and what takes its place.

    `kind` is empty where nobody kept it; `successor` only while that bulletin is public.
    """

    kind: str = ""
    successor: Release | None = None


def withdrawal_of(revision: Revision) -> Withdrawal:
    """Why the version took its bulletin off the archive. Two queries at most."""
    events = ReleaseEvent.objects.filter(revision=revision, kind=EventKind.WITHDRAWN)
    kept = events.values_list("data", flat=True).first() or {}
    kind, successor = kept.get("withdrawal"), kept.get("successor")
    return Withdrawal(
        kind=WithdrawalKind(kind).label if kind else "",
        successor=named_successor(successor) if successor else None,
    )
