"""Asking for a second person, and taking that back.

A request names the text that it is about. `data` holds `release_version`, `draft_version` and
`revision` (their numbers when it was made) and `written_by` (who last saved the text); a text that
changed since is never made public by an old request. The other keys are the act's own: `at` (ISO)
schedules a publication, `kind` is a correction's, `Grounds.to_json` a withdrawal's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from releases.models import Authorization, Draft, Release, Revision, User
from releases.publishing.actions.correcting import (
    check_correction,
    current_version,
    required_note,
)
from releases.publishing.actions.releasing import check_publishable
from releases.publishing.content import clean_text, content_of_draft
from releases.publishing.errors import AlreadyAsked, AlreadyDecided, NotAllowed, WrongState
from releases.publishing.permissions import require
from releases.publishing.records import locked_release, record
from releases.publishing.second_person import keep_request
from releases.roles import role_of
from releases.vocabulary import Decision, EventKind, PendingAct, ReleaseState, RevisionKind

# How a decision is told in the bulletin's history.
_EVENTS = {
    Decision.AUTHORISED: EventKind.AUTHORISED,
    Decision.REFUSED: EventKind.REFUSED,
    Decision.CANCELLED: EventKind.CANCELLED,
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
        draft = draft_of_locked(release)
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


def cancel(*, authorization: Authorization, by: User) -> Authorization:
    """Takes one's own request back. Raises NotAllowed for somebody else's, AlreadyDecided, and
    WrongState for an emergency, which was published already."""
    require(by, "edit")
    with transaction.atomic():
        locked_release(authorization.release)
        request = open_request(authorization)
        if by.pk != request.requested_by_id:
            raise NotAllowed("Solo quien lo pidió puede cancelarlo.")
        if request.act == PendingAct.COUNTERSIGN:
            raise WrongState("Ya se publicó de emergencia: espera la segunda firma.")
        decide(request, Decision.CANCELLED, by, "")
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
        decide(request, Decision.CANCELLED, by, "")


def draft_of_locked(release: Release) -> Draft | None:
    """The draft of a locked release, locked too, with its place; None where there is none."""
    drafts = Draft.objects.select_for_update(of=("self",)).select_related("issued_in")
    return drafts.filter(pk=release.pk).first()


def open_request(authorization: Authorization) -> Authorization:
    """The request read anew and locked. Raises AlreadyDecided."""
    request = (
        Authorization.objects.select_for_update(of=("self",))
        .select_related("requested_by")
        .get(pk=authorization.pk)
    )
    if request.decided_at is not None:
        raise AlreadyDecided
    return request


def decide(
    request: Authorization,
    decision: Decision,
    by: User,
    answer: str,
    *,
    revision: Revision | None = None,
) -> None:
    """Writes how a request ended, and tells it in the bulletin's history."""
    request.decision = decision.value
    request.decided_by = by
    request.decided_at = Now()
    request.answer = clean_text(answer)
    request.save()
    request.refresh_from_db(fields=["decided_at"])
    record(
        request.release,
        _EVENTS[decision],
        by=by,
        revision=revision,
        note=request.answer,
        act=request.act,
        authorization=request.pk,
        decision=decision.value,
        role=role_of(by),
    )
