"""The bulletins that wait for a person's eye, the most doubtful first, and the next of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, When

from releases.ingest.records import FIELDS
from releases.models import Draft, Release
from releases.parsing.bulletin import Certainty
from releases.vocabulary import ReleaseState

_MAY_LACK = frozenset({"summary_points", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bulletin stands: «2 de 5». `number` is 0 for one that does not wait."""

    number: int
    total: int


def waiting_reviews() -> QuerySet[Release]:
    """Bulletins in review that were never public, by the number of doubts that their reader had.

    The order does not change while people answer doubts, so that nobody is led in circles.
    Each has `doubts`.
    """
    waiting = Release.objects.filter(
        state=ReleaseState.IN_REVIEW, current_revision=None, draft__isnull=False
    )
    return waiting.annotate(doubts=_doubts()).order_by(F("doubts").desc(), "received_at", "pk")


def place_of(release: Release) -> Place:
    """The bulletin's place among those that wait. Two queries, or one when it does not wait."""
    queue = waiting_reviews()
    key = _key(release)
    before = queue.filter(_before(*key)).count()
    total = queue.count()
    is_waiting = release.state == ReleaseState.IN_REVIEW and release.current_revision_id is None
    return Place(before + 1 if is_waiting else 0, total)


def next_after(release: Release | None) -> Release | None:
    """The bulletin that follows in the queue, from its start again after the last.

    None when no other one waits. `release` may have left the queue: the one after its former
    place follows.
    """
    queue = waiting_reviews()
    if release is None:
        return queue.first()
    key = _key(release)
    others = queue.exclude(pk=release.pk)
    return others.exclude(_before(*key)).first() or others.first()


def _doubts() -> Any:
    """How many fields of the draft its reader doubted or did not find: all of an unread file."""
    unread = Q(draft__evidence={}, draft__source__isnull=False)
    counted: Any = Case(When(unread, then=len(FIELDS)), default=0, output_field=IntegerField())
    for name in FIELDS:
        doubted = Q(**{f"draft__evidence__{name}__certainty": Certainty.REVIEW.value})
        if name not in _MAY_LACK:
            doubted |= Q(**{f"draft__evidence__{name}__certainty": Certainty.MISSING.value})
        counted += Case(When(doubted, then=1), default=0, output_field=IntegerField())
    return counted


def _before(doubts: int, received_at: dt.datetime, pk: int) -> Q:
    return (
        Q(doubts__gt=doubts)
        | Q(doubts=doubts, received_at__lt=received_at)
        | Q(doubts=doubts, received_at=received_at, pk__lt=pk)
    )


def _key(release: Release) -> tuple[int, dt.datetime, int]:
    draft = Draft.objects.filter(pk=release.pk).only("evidence", "source").first()
    text = draft or release.current_revision
    unread = text is not None and not text.evidence and text.source_id is not None
    doubts = len(FIELDS) if unread else _count(text.evidence if text else {})
    return doubts, release.received_at, release.pk


def _count(evidence: Mapping[str, Any]) -> int:
    found = ((name, (evidence.get(name) or {}).get("certainty")) for name in FIELDS)
    return sum(
        level == Certainty.REVIEW or (level == Certainty.MISSING and name not in _MAY_LACK)
        for name, level in found
    )
