"""What waits for a second person, as the signed-in one sees it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from releases.models import Authorization, Draft, Release, User
from releases.pages.desk.corrections import correction_of
from releases.publishing.actions import Grounds
from releases.publishing.actions.requesting import is_stale
from releases.publishing.content import BulletinContent, content_of_draft
from releases.publishing.diff import Comparison, compare
from releases.publishing.entities import ContentEntities
from releases.publishing.permissions import may
from releases.publishing.records import compose_revision
from releases.vocabulary import PendingAct, RevisionKind

_HISTORY = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An open request: what would happen, and what the person may do about it.

    `comparison` is there for a correction, `text` for a publication. `is_stale` says that the text
    changed since, so that only taking it back or refusing it is left.
    """

    request: Authorization
    act: PendingAct
    is_stale: bool
    may_decide: bool
    may_cancel: bool
    comparison: Comparison | None = None
    text: BulletinContent | None = None

    @property
    def release(self) -> Release:
        return self.request.release

    @property
    def title(self) -> str:
        """The headline as it is now: of the draft for a publication, else of what is public."""
        revision = self.release.current_revision
        return self.text.headline if self.text else revision.title if revision else ""

    @property
    def folio(self) -> str:
        revision = self.release.current_revision
        return self.text.folio if self.text else revision.folio if revision else ""

    @property
    def kind(self) -> str:
        """The kind of a correction, in Spanish."""
        kind = self.request.data.get("kind")
        return RevisionKind(kind).label if kind and self.act is PendingAct.CORRECT else ""

    @property
    def minute(self) -> dt.datetime | None:
        """When the publication would be, where it is not at once."""
        at = self.request.data.get("at")
        return dt.datetime.fromisoformat(at) if at else None

    @property
    def grounds(self) -> Grounds | None:
        """Why it would be withdrawn."""
        withdraws = self.act is PendingAct.WITHDRAW
        return Grounds.from_json(self.request.data) if withdraws else None


@dataclass(frozen=True, slots=True)
class Authorizations:
    """The page: what waits for this person, the person's own requests, what else is open, and
    the last decisions."""

    to_decide: list[Waiting]
    own: list[Waiting]
    others: list[Waiting]
    decided: list[Authorization]


def authorizations_for(person: User) -> Authorizations:
    """Everything open, oldest first, and the last decisions."""
    waiting = [_waiting(request, person) for request in _open().order_by("requested_at", "pk")]
    decided = (
        Authorization.objects.filter(decided_at__isnull=False)
        .select_related("release__current_revision", "requested_by", "decided_by")
        .order_by("-decided_at", "-pk")
    )
    return Authorizations(
        to_decide=[row for row in waiting if row.may_decide],
        own=[row for row in waiting if row.request.requested_by_id == person.pk],
        others=[
            row
            for row in waiting
            if not row.may_decide and row.request.requested_by_id != person.pk
        ],
        decided=list(decided[:_HISTORY]),
    )


def waiting_for(person: User) -> int:
    """How many open requests this person may decide. One query."""
    if not may(person, "authorise"):
        return 0
    wrote = Q(data__written_by=person.pk) & ~Q(act=PendingAct.COUNTERSIGN)
    open_ones = Authorization.objects.filter(decided_at=None)
    return open_ones.exclude(requested_by=person).exclude(wrote).count()


def _open() -> QuerySet[Authorization]:
    return Authorization.objects.filter(decided_at=None).select_related(
        "release__current_revision__issued_in", "release__issuer", "requested_by"
    )


def _waiting(request: Authorization, person: User) -> Waiting:
    release, act = request.release, PendingAct(request.act)
    draft = Draft.objects.select_related("issued_in").filter(pk=release.pk).first()
    own = request.requested_by_id == person.pk
    wrote = request.data.get("written_by") == person.pk and act is not PendingAct.COUNTERSIGN
    stale = is_stale(request, release, draft)
    publishes = act is PendingAct.PUBLISH and draft is not None
    return Waiting(
        request=request,
        act=act,
        is_stale=stale,
        may_decide=may(person, "authorise") and not own and not wrote,
        may_cancel=own and act is not PendingAct.COUNTERSIGN,
        comparison=_comparison(release, draft) if act is PendingAct.CORRECT and not stale else None,
        text=content_of_draft(draft) if publishes and draft else None,
    )


def _comparison(release: Release, draft: Draft | None) -> Comparison | None:
    correction = correction_of(release)
    if correction is None or draft is None:
        return None
    content = content_of_draft(draft)
    if content.missing:
        return None
    proposed = compose_revision(
        release=release,
        content=content,
        entities=ContentEntities(content),
        kind=RevisionKind.CORRECTION,
        note="",
        draft=draft,
    )
    return compare(correction.current, proposed)
