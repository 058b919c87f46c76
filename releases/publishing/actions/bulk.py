"""Many bulletins at once: what a publication would do, the publication, and taking it back."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from releases.models import Draft, Release, ReleaseEvent
from releases.parsing.bulletin import Certainty
from releases.publishing.actions.releasing import publish
from releases.publishing.actions.withdrawing import withdraw
from releases.publishing.content import content_of_draft
from releases.publishing.doubts import doubtful_circumstances
from releases.publishing.errors import PublishingError
from releases.publishing.permissions import Actor, require
from releases.publishing.records import locked_release
from releases.vocabulary import EventKind, ReleaseState

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bulletin in review: what publishing it would need.

    `missing` are Spanish names of what a public bulletin must have, `doubts` the fields that the
    reader was not sure of and nobody confirmed, `twin` the bulletin it resembles.
    """

    release: Release
    headline: str
    folio: str
    missing: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    twin: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether nothing stands against publishing it unseen."""
        return not (self.missing or self.doubts or self.twin)

    @property
    def can_be_confirmed(self) -> bool:
        """Whether a person's word is all it lacks. A twin is judged one by one."""
        return not (self.missing or self.twin)


@dataclass(slots=True)
class BatchReport:
    """What became of a batch; refusals with their reason in Spanish."""

    batch: str
    done: list[Release] = field(default_factory=list)
    refused: list[tuple[Release, str]] = field(default_factory=list)


def list_candidates(releases: Iterable[Release]) -> list[Candidate]:
    """Those of the releases that wait in review, in the order given; reads only."""
    rows = [r for r in releases if r.state == ReleaseState.IN_REVIEW and not r.discarded_at]
    drafts = Draft.objects.select_related("issued_in", "extraction").in_bulk([r.pk for r in rows])
    return [_candidate(row, drafts[row.pk]) for row in rows if row.pk in drafts]


def _candidate(release: Release, draft: Draft) -> Candidate:
    return Candidate(
        release=release,
        headline=draft.headline,
        folio=draft.folio,
        missing=content_of_draft(draft).missing,
        doubts=_doubts(draft),
        twin=draft.links.get("twin", {}).get("name", ""),
    )


def _doubts(draft: Draft) -> tuple[str, ...]:
    open_fields = {
        name: found for name, found in draft.evidence.items() if name not in draft.confirmed
    }
    may_lack = {"summary_points", "boilerplate"}
    fields = tuple(
        name
        for name, found in open_fields.items()
        if found.get("certainty") == Certainty.REVIEW
        or (found.get("certainty") == Certainty.MISSING and name not in may_lack)
    )
    read = draft.extraction
    if read is None or "body" in draft.confirmed:
        return fields
    return (*doubtful_circumstances(read.notices, from_image=read.from_image), *fields)


def publish_many(
    *, candidates: Iterable[Candidate], by: Actor, confirm: bool = False, operator: str = ""
) -> BatchReport:
    """Publishes bulletins that were previewed, each in a transaction of its own.

    Those without any doubt go out; with `confirm` also those whose doubts the person answers for,
    which is recorded. Anything that changed since the preview is refused. A kill in between leaves
    the rest in review, to be published by another call.
    """
    require(by, "publish")
    report = BatchReport(batch="".join(secrets.choice(_ALPHABET) for _ in range(8)))
    for candidate in candidates:
        if not (candidate.is_clear or (confirm and candidate.can_be_confirmed)):
            continue
        try:
            _publish_one(candidate, report.batch, by=by, confirm=confirm, operator=operator)
        except PublishingError as refusal:
            report.refused.append((candidate.release, str(refusal)))
        else:
            report.done.append(candidate.release)
    return report


def _publish_one(
    candidate: Candidate, batch: str, *, by: Actor, confirm: bool, operator: str
) -> None:
    release = candidate.release
    with transaction.atomic():
        if confirm:
            locked_release(release)  # before its draft, as every act does
            draft = Draft.objects.select_for_update().get(pk=release.pk)
            draft.confirmed = sorted({*draft.confirmed, *draft.evidence})
            draft.save(update_fields=["confirmed"])
        publish(
            release=release,
            by=by,
            lock_version=release.lock_version,
            batch=batch,
            note=f"Confirmado en bloque por {operator}." if confirm and operator else "",
        )


def releases_of_batch(batch: str) -> list[Release]:
    """The bulletins that were published under a batch's name, oldest first."""
    events = ReleaseEvent.objects.filter(kind=EventKind.PUBLISHED, data__batch=batch)
    return list(
        Release.objects.with_current()
        .filter(pk__in=events.values("release_id"))
        .order_by("first_seen_at", "pk")
    )


def undo_batch(*, batch: str, note: str, by: Actor) -> BatchReport:
    """Withdraws what a batch published, with the public `note`; raises NoteRequired.

    What was public can't be made unseen, so it is not deleted: its pages answer 410 with the
    note, and each can be restored. A bulletin that was corrected or withdrawn since is left as it
    is and reported.
    """
    require(by, "withdraw")
    report = BatchReport(batch=batch)
    for release in releases_of_batch(batch):
        revision = release.current_revision
        if release.state != ReleaseState.PUBLISHED or (revision and revision.number > 1):
            report.refused.append((release, "Se corrigió o se retiró después; decídalo aparte."))
            continue
        withdraw(release=release, note=note, reason=f"Se deshizo el lote {batch}.", by=by)
        report.done.append(release)
    return report
