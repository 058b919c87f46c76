"""A second person's answer to what was asked: authorising or refusing it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from django.db import transaction

from releases.models import Authorization, Draft, Release, Revision, User
from releases.publishing.actions.correcting import write_correction
from releases.publishing.actions.releasing import publish_locked, schedule_locked
from releases.publishing.actions.requesting import (
    decide,
    draft_of_locked,
    is_stale,
    open_request,
)
from releases.publishing.actions.withdrawing import Grounds, write_restitution, write_withdrawal
from releases.publishing.content import clean_text, content_of_draft
from releases.publishing.errors import NotAllowed, NoteRequired, StaleEdit
from releases.publishing.permissions import require
from releases.publishing.records import locked_release
from releases.publishing.second_person import check_second_person
from releases.vocabulary import Decision, PendingAct, RevisionKind

# What the second person must be allowed to do, besides authorising.
_ACTS = {
    PendingAct.PUBLISH: "publish",
    PendingAct.COUNTERSIGN: "publish",
    PendingAct.CORRECT: "correct",
    PendingAct.WITHDRAW: "withdraw",
    PendingAct.RESTORE: "restore",
}


def authorise(*, authorization: Authorization, by: User, answer: str = "") -> Authorization:
    """Does what was asked, in the name of who asked, with `by` as the second person.

    An emergency publication is only countersigned. Raises SamePerson, AlreadyDecided, StaleEdit
    when the text changed since the request, and what the act itself raises.
    """
    require(by, "authorise")
    with transaction.atomic():
        release = locked_release(authorization.release)
        request = open_request(authorization)
        require(by, _ACTS[PendingAct(request.act)])
        check_second_person(request, by)
        draft = draft_of_locked(release)
        if is_stale(request, release, draft):
            raise StaleEdit(current=release.current_revision)
        revision = _EXECUTIONS[PendingAct(request.act)](release, request, draft)
        decide(request, Decision.AUTHORISED, by, answer, revision=revision)
    return request


def refuse(*, authorization: Authorization, by: User, answer: str) -> Authorization:
    """Turns a request down with the reason that who asked will read; nothing else changes.

    A refused emergency stays public: correcting or withdrawing it is an act of its own. Raises
    SamePerson, AlreadyDecided, NoteRequired.
    """
    require(by, "authorise")
    if not clean_text(answer):
        raise NoteRequired("Escriba por qué no se autoriza; lo leerá quien lo pidió.")
    with transaction.atomic():
        locked_release(authorization.release)
        request = open_request(authorization)
        if by.pk == request.requested_by_id:
            raise NotAllowed("Usted lo pidió: puede cancelarlo, no rechazarlo.")
        decide(request, Decision.REFUSED, by, answer)
    return request


def _publish(release: Release, request: Authorization, draft: Draft | None) -> Revision | None:
    at = request.data.get("at")
    if at:
        moment = dt.datetime.fromisoformat(at)
        schedule_locked(release, at=moment, by=request.requested_by, authorization=request.pk)
        return None
    return publish_locked(release, by=request.requested_by, authorization=request.pk)


def _countersign(release: Release, request: Authorization, draft: Draft | None) -> Revision | None:
    return release.revisions.filter(number=request.data["revision"]).first()


def _correct(release: Release, request: Authorization, draft: Draft | None) -> Revision | None:
    if draft is None:
        raise StaleEdit(current=release.current_revision)
    return write_correction(
        release,
        content=content_of_draft(draft),
        kind=RevisionKind(request.data["kind"]),
        note=request.note,
        seen_version=request.data["revision"],
        by=request.requested_by,
        draft=draft,
        reason=request.reason,
        authorization=request.pk,
    )


def _withdraw(release: Release, request: Authorization, draft: Draft | None) -> Revision | None:
    return write_withdrawal(
        release,
        note=request.note,
        reason=request.reason,
        grounds=Grounds.from_json(request.data),
        seen_version=request.data["revision"],
        by=request.requested_by,
        authorization=request.pk,
    )


def _restore(release: Release, request: Authorization, draft: Draft | None) -> Revision | None:
    return write_restitution(
        release,
        note=request.note,
        reason=request.reason,
        by=request.requested_by,
        authorization=request.pk,
    )


_EXECUTIONS: Mapping[
    PendingAct, Callable[[Release, Authorization, Draft | None], Revision | None]
] = {
    PendingAct.PUBLISH: _publish,
    PendingAct.COUNTERSIGN: _countersign,
    PendingAct.CORRECT: _correct,
    PendingAct.WITHDRAW: _withdraw,
    PendingAct.RESTORE: _restore,
}
