"""Who was behind a public version, by role and never by name, and why a bulletin was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from releases.models import ReleaseEvent, Revision
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


def withdrawal_kind(revision: Revision) -> str:
    """Why the version took its bulletin off the archive, in Spanish; empty where nobody kept it."""
    events = ReleaseEvent.objects.filter(revision=revision, kind=EventKind.WITHDRAWN)
    kept = events.values_list("data__withdrawal", flat=True).first()
    return WithdrawalKind(kept).label if kept else ""
