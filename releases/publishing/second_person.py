"""The rule of two people: when it holds, and how a request for the second one is kept.

Private to `publishing.actions`, except `two_people`, which pages ask to word their buttons.
"""

from __future__ import annotations

from typing import Any

from releases.models import Authorization, Office, Release, Revision, User
from releases.publishing.errors import SamePerson, SecondPersonNeeded
from releases.publishing.permissions import Actor
from releases.publishing.records import record
from releases.roles import role_of
from releases.vocabulary import EventKind, PendingAct


def two_people() -> bool:
    """Whether the office wants a second person for what the public sees. One query."""
    return Office.objects.filter(two_people=True).exists()


def demand_second_person(by: Actor) -> None:
    """Raises SecondPersonNeeded for a person who would act alone where the office wants two.

    The system and an operator at the command line (None) go on: what was scheduled has had its
    second person, and an operator is nobody of the office.
    """
    if by is not None and two_people():
        raise SecondPersonNeeded


def keep_request(
    *,
    release: Release,
    act: PendingAct,
    by: User,
    note: str = "",
    reason: str = "",
    revision: Revision | None = None,
    data: dict[str, Any],
) -> Authorization:
    """Writes a request and its event; the caller has checked that it may be made."""
    request = Authorization.objects.create(
        release=release,
        act=act.value,
        note=note,
        reason=reason,
        requested_by=by,
        data={**data, "role": role_of(by)},
    )
    record(
        release,
        EventKind.REQUESTED,
        by=by,
        revision=revision,
        note=reason,
        act=act.value,
        authorization=request.pk,
    )
    return request


def check_second_person(request: Authorization, by: User) -> None:
    """Raises SamePerson for who asked, and for who last saved the text that it is about.

    An emergency is countersigned by anybody but its publisher, the writer included: the two
    signatures are theirs, and a small office at night has nobody else.
    """
    own = by.pk == request.requested_by_id
    wrote = by.pk == request.data.get("written_by")
    if own or (wrote and request.act != PendingAct.COUNTERSIGN):
        raise SamePerson
