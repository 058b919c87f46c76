"""Taking a bulletin off every output, and bringing it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from releases.models import Release, Revision
from releases.publishing.actions.correcting import current_version, required_note
from releases.publishing.content import clean_text, content_of_revision
from releases.publishing.errors import StaleEdit, WrongSuccessor
from releases.publishing.permissions import Actor, require
from releases.publishing.records import hide, locked_release, record, show, write_revision
from releases.publishing.second_person import demand_second_person
from releases.publishing.successors import named_successor
from releases.roles import role_of
from releases.vocabulary import EventKind, ReleaseState, RevisionKind, WithdrawalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Why a bulletin is withdrawn, beside its public note.

    `kind` is told to readers, and so is `successor`, the key and year of the bulletin that takes
    its place («0276/2024»). The order of an authority (who gave it, its file number, the day from
    which it holds) stays inside.
    """

    kind: WithdrawalKind = WithdrawalKind.IN_ERROR
    successor: str = ""
    authority: str = ""
    file_number: str = ""
    effective_on: dt.date | None = None

    def to_json(self) -> dict[str, str]:
        """As it is kept with the request and in the history; empty parts are left out."""
        parts = {
            "withdrawal": self.kind.value,
            "successor": self.successor,
            "authority": clean_text(self.authority),
            "file_number": clean_text(self.file_number),
            "effective_on": self.effective_on.isoformat() if self.effective_on else "",
        }
        return {name: value for name, value in parts.items() if value}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Grounds:
        """The inverse of `to_json`; other keys are left alone."""
        day = kept.get("effective_on")
        return cls(
            kind=WithdrawalKind(kept.get("withdrawal", WithdrawalKind.IN_ERROR)),
            successor=kept.get("successor", ""),
            authority=kept.get("authority", ""),
            file_number=kept.get("file_number", ""),
            effective_on=dt.date.fromisoformat(day) if day else None,
        )


def withdraw(
    *,
    release: Release,
    note: str,
    by: Actor,
    reason: str = "",
    grounds: Grounds | None = None,
    seen_version: int | None = None,
) -> Revision:
    """Takes a public bulletin off every output at once; its page answers 410 with `note`.

    `note` is public, `reason` stays inside. Raises NoteRequired, WrongState, SecondPersonNeeded,
    WrongSuccessor for one that is not public, and StaleEdit when `seen_version` is given and
    another version is public by now.
    """
    require(by, "withdraw")
    demand_second_person(by)
    with transaction.atomic():
        return write_withdrawal(
            locked_release(release),
            note=note,
            reason=reason,
            grounds=grounds or Grounds(),
            seen_version=seen_version,
            by=by,
        )


def write_withdrawal(
    release: Release,
    *,
    note: str,
    reason: str,
    grounds: Grounds,
    seen_version: int | None,
    by: Actor,
    **data: Any,
) -> Revision:
    """The withdrawal of a locked release, whoever decided it. `data` goes to its history."""
    current = current_version(release, ReleaseState.PUBLISHED)
    if seen_version is not None and current.number != seen_version:
        raise StaleEdit(current=current)
    _check_successor(release, grounds)
    revision = write_revision(
        release=release,
        content=content_of_revision(current),
        kind=RevisionKind.WITHDRAWAL,
        note=required_note(note),
        draft=None,
        by=by,
    )
    release.state = ReleaseState.WITHDRAWN.value
    release.current_revision = revision
    release.changed_at = revision.created_at
    release.lock_version += 1
    release.save()
    hide(release)
    data = {**grounds.to_json(), "role": role_of(by), **data}
    record(release, EventKind.WITHDRAWN, by=by, revision=revision, note=reason, **data)
    return revision


def _check_successor(release: Release, grounds: Grounds) -> None:
    successor = named_successor(grounds.successor) if grounds.successor else None
    if grounds.successor and (successor is None or successor.pk == release.pk):
        raise WrongSuccessor


def restore(*, release: Release, note: str, by: Actor, reason: str = "") -> Revision:
    """Makes a withdrawn bulletin public again as a new version, with a public note.

    Raises NoteRequired, WrongState, SecondPersonNeeded.
    """
    require(by, "restore")
    demand_second_person(by)
    with transaction.atomic():
        return write_restitution(locked_release(release), note=note, reason=reason, by=by)


def write_restitution(
    release: Release, *, note: str, reason: str, by: Actor, **data: Any
) -> Revision:
    """The restitution of a locked release, whoever decided it. `data` goes to its history."""
    content = content_of_revision(current_version(release, ReleaseState.WITHDRAWN))
    revision = write_revision(
        release=release,
        content=content,
        kind=RevisionKind.CORRECTION,
        note=required_note(note),
        draft=None,
        by=by,
    )
    show(release, revision, content)
    data = {"role": role_of(by), **data}
    record(release, EventKind.RESTORED, by=by, revision=revision, note=reason, **data)
    return revision
