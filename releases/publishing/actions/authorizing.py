"""Acts that wait for a second person: asking, authorising, refusing, taking back.

A request names the text that it is about. `data` holds `release_version`, `draft_version` and
`revision` (their numbers when it was made) and `written_by` (who last saved the text); a text that
changed since is never made public by an old request. The other keys are the act's own: `at` (ISO)
schedules a publication, `kind` is a correction's, `Grounds.to_json` a withdrawal's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from releases.models import Authorization, Draft, Release, Revision, User
from releases.publishing.actions.correcting import (
    check_correction,
    current_version,
    required_note,
    write_correction,
)
from releases.publishing.actions.releasing import check_publishable, publish_locked, schedule_locked
from releases.publishing.actions.withdrawing import Grounds, write_restitution, write_withdrawal
from releases.publishing.content import clean_text, content_of_draft
from releases.publishing.errors import (
    AlreadyAsked,
    AlreadyDecided,
    NotAllowed,
    NoteRequired,
    StaleEdit,
    WrongState,
)
from releases.publishing.permissions import require
from releases.publishing.records import locked_release, record
from releases.publishing.second_person import check_second_person, keep_request
from releases.roles import role_of
from releases.vocabulary import Decision, EventKind, PendingAct, ReleaseState, RevisionKind

# What the second person must be allowed to do, besides authorising.
_ACTS = {
    PendingAct.PUBLISH: "publish",
    PendingAct.COUNTERSIGN: "publish",
    PendingAct.CORRECT: "correct",
    PendingAct.WITHDRAW: "withdraw",
    PendingAct.RESTORE: "restore",
}


def request_authorization(
    *,
    release: Release,
    act: PendingAct,
    by: User,
    note: str = "",
    reason: str = "",
    data: Mapping[str, Any] | None = None,
) -> Authorization:
    """Asks for a second person, for the text as it is now.

    `note` is public, `reason` stays inside, `data` is what the act needs (see the module). A
    correction is the one prepared as the bulletin's draft, and its kind unless `data` says
    another. One's own open request, or one whose text has changed, is taken back by this.

    Raises what the act itself would raise (IncompleteBulletin, NoteRequired, NothingChanged,
    SubstantialEdit, WrongState), and AlreadyAsked.
    """
    require(by, "edit")
    with transaction.atomic():
        release = locked_release(release)
        draft = _draft(release)
        details = dict(data or {})
        public_note = _checked(release, act, draft, note, details)
        _make_room(release, act, draft, by)
        return keep_request(
            release=release,
            act=act,
            by=by,
            note=public_note,
            reason=clean_text(reason),
            revision=release.current_revision,
            data={**details, **_seen(release, act, draft)},
        )


def authorise(*, authorization: Authorization, by: User, answer: str = "") -> Authorization:
    """Does what was asked, in the name of who asked, with `by` as the second person.

    An emergency publication is only countersigned. Raises SamePerson, AlreadyDecided, StaleEdit
    when the text changed since the request, and what the act itself raises.
    """
    require(by, "authorise")
    with transaction.atomic():
        release = locked_release(authorization.release)
        request = _open(authorization)
        require(by, _ACTS[PendingAct(request.act)])
        check_second_person(request, by)
        draft = _draft(release)
        if is_stale(request, release, draft):
            raise StaleEdit(current=release.current_revision)
        revision = _EXECUTIONS[PendingAct(request.act)](release, request, draft)
        _decide(request, Decision.AUTHORISED, by, answer, revision=revision)
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
        request = _open(authorization)
        if by.pk == request.requested_by_id:
            raise NotAllowed("Usted lo pidió: puede cancelarlo, no rechazarlo.")
        _decide(request, Decision.REFUSED, by, answer)
    return request


def cancel(*, authorization: Authorization, by: User) -> Authorization:
    """Takes one's own request back. Raises NotAllowed for somebody else's, AlreadyDecided, and
    WrongState for an emergency, which was published already."""
    require(by, "edit")
    with transaction.atomic():
        locked_release(authorization.release)
        request = _open(authorization)
        if by.pk != request.requested_by_id:
            raise NotAllowed("Solo quien lo pidió puede cancelarlo.")
        if request.act == PendingAct.COUNTERSIGN:
            raise WrongState("Ya se publicó de emergencia: espera la segunda firma.")
        _decide(request, Decision.CANCELLED, by, "")
    return request


def is_stale(request: Authorization, release: Release, draft: Draft | None) -> bool:
    """Whether the text has changed since it was asked for. An emergency's text may: it is out."""
    act = PendingAct(request.act)
    if act is PendingAct.COUNTERSIGN:
        return False
    seen = _seen(release, act, draft)
    return any(
        request.data.get(name) != seen[name]
        for name in ("release_version", "draft_version", "revision")
    )


def _seen(release: Release, act: PendingAct, draft: Draft | None) -> dict[str, Any]:
    revision = release.current_revision
    # A withdrawal and a restitution are about the public version, whatever is being prepared.
    prepared = draft if act in {PendingAct.PUBLISH, PendingAct.CORRECT} else None
    return {
        "release_version": release.lock_version,
        "draft_version": prepared.lock_version if prepared else None,
        "revision": revision.number if revision else None,
        "written_by": prepared.saved_by_id if prepared else None,
    }


def _checked(
    release: Release, act: PendingAct, draft: Draft | None, note: str, details: dict[str, Any]
) -> str:
    """The public note of an act that could be done now; fills in the kind of a correction."""
    if act is PendingAct.PUBLISH:
        check_publishable(release)
        return ""
    if act is PendingAct.CORRECT:
        if draft is None:
            raise WrongState("Guarde antes la corrección que se va a autorizar.")
        kind = RevisionKind(details.setdefault("kind", draft.kind))
        current = current_version(release, ReleaseState.PUBLISHED)
        return check_correction(
            current,
            content=content_of_draft(draft),
            kind=kind,
            note=note or draft.change_note,
            seen_version=current.number,
        )
    if act is PendingAct.WITHDRAW:
        current_version(release, ReleaseState.PUBLISHED)
        return required_note(note)
    if act is PendingAct.RESTORE:
        current_version(release, ReleaseState.WITHDRAWN)
        return required_note(note)
    raise WrongState("La segunda firma se pide sola al publicar de emergencia.")


def _make_room(release: Release, act: PendingAct, draft: Draft | None, by: User) -> None:
    open_ones = Authorization.objects.select_for_update().filter(
        release=release, act=act.value, decided_at=None
    )
    for request in open_ones:
        if request.requested_by_id != by.pk and not is_stale(request, release, draft):
            raise AlreadyAsked
        _decide(request, Decision.CANCELLED, by, "")


def _draft(release: Release) -> Draft | None:
    drafts = Draft.objects.select_for_update(of=("self",)).select_related("issued_in")
    return drafts.filter(pk=release.pk).first()


def _open(authorization: Authorization) -> Authorization:
    request = (
        Authorization.objects.select_for_update(of=("self",))
        .select_related("requested_by")
        .get(pk=authorization.pk)
    )
    if request.decided_at is not None:
        raise AlreadyDecided
    return request


def _decide(
    request: Authorization,
    decision: Decision,
    by: User,
    answer: str,
    *,
    revision: Revision | None = None,
) -> None:
    request.decision = decision.value
    request.decided_by = by
    request.decided_at = Now()
    request.answer = clean_text(answer)
    request.save()
    request.refresh_from_db(fields=["decided_at"])
    if decision is Decision.CANCELLED:
        return  # the table's own trail tells of it; nothing was decided about the bulletin
    record(
        request.release,
        EventKind.AUTHORISED if decision is Decision.AUTHORISED else EventKind.REFUSED,
        by=by,
        revision=revision,
        note=request.answer,
        act=request.act,
        authorization=request.pk,
        decision=decision.value,
        role=role_of(by),
    )


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
