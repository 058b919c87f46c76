"""Is this bulletin known? Told by its bytes, its words, its folio, or what it has in common."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import connection

from releases.language.similarity import compare
from releases.models import Draft, Release, Revision, SourceDocument
from releases.publishing.content import BulletinContent
from releases.publishing.sketches import sketch_of

# From these shares on two texts count as one bulletin. Bulletins of a series (weekly figures, a
# standing programme) repeat their form: with folios and dates of their own they must share more.
ALIKE = 0.6
ALIKE_IN_A_SERIES = 0.85
ALIKE_OPENING = 0.3
SAME_NEWS = dt.timedelta(days=3)

# Two texts that share six runs of ten have some fourteen keys of their sketches in common.
_LEAST_SHARED_KEYS = 5
_CANDIDATES = f"""
    SELECT release_id FROM (
        SELECT release_id, cardinality(ARRAY(
            SELECT unnest(hashes) INTERSECT SELECT unnest(%(hashes)s::bigint[])
        )) AS shared
        FROM releases_textsketch sketch JOIN releases_release release ON release.id = release_id
        WHERE hashes && %(hashes)s::bigint[] AND release.discarded_at IS NULL
            AND release.id <> %(leave_out)s
    ) overlapping
    WHERE shared >= least({_LEAST_SHARED_KEYS}, cardinality(%(hashes)s::bigint[]))
    ORDER BY shared DESC, release_id LIMIT 3
"""  # noqa: S608 - a constant of ours and placeholders


class MatchKind(StrEnum):
    """What a file is to the archive."""

    NEW = "new"
    SAME_FILE = "same-file"
    SAME_TEXT = "same-text"
    SAME_FOLIO = "same-folio"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Match:
    """How a file relates to the archive, and the bulletin that it is a twin of.

    `share` is the part (0 to 1) that both have in common, where that was measured.
    """

    kind: MatchKind
    release: Release | None = None
    share: float | None = None

    @property
    def as_twin(self) -> dict[str, Any] | None:
        """What a draft keeps of it for the desk (`actions.receive`); None for a new bulletin."""
        if self.release is None:
            return None
        return {
            "kind": self.kind.value,
            "release": self.release.pk,
            "name": str(self.release),
            "share": None if self.share is None else round(self.share, 3),
        }


def match_file(sha256: str) -> Match:
    """Whether the very same bytes are kept already, withdrawn bulletins included."""
    return _twin(MatchKind.SAME_FILE, sha256=sha256)


def match_text(text_sha256: str) -> Match:
    """Whether the same words came before, in a file of other bytes."""
    return _twin(MatchKind.SAME_TEXT, text_sha256=text_sha256)


def match_folio(*, issuer_id: int, number: int | None, year: int) -> Match:
    """Whether the series has this number already. A bulletin without number matches nothing."""
    if number is None:
        return Match(MatchKind.NEW)
    release = Release.objects.filter(issuer_id=issuer_id, number=number, year=year).first()
    return Match(MatchKind.SAME_FOLIO, release) if release else Match(MatchKind.NEW)


def match_likeness(content: BulletinContent, *, leave_out: Release | None = None) -> Match:
    """The bulletin most like this one, whatever its state, if any is like enough.

    Closings don't count, nor does a text whose opening is another: what offices repeat at the end
    of their bulletins makes no twins.
    """
    hashes = sketch_of(content)
    if not hashes:
        return Match(MatchKind.NEW)
    with connection.cursor() as cursor:
        cursor.execute(
            _CANDIDATES, {"hashes": hashes, "leave_out": leave_out.pk if leave_out else 0}
        )
        found = [row[0] for row in cursor.fetchall()]
    if not found:
        return Match(MatchKind.NEW)
    releases = Release.objects.with_current().select_related("draft").filter(pk__in=found)
    matches = [match for release in releases if (match := _compared(content, release))]
    return max(matches, key=lambda match: match.share or 0, default=Match(MatchKind.NEW))


def _compared(content: BulletinContent, release: Release) -> Match | None:
    text: Revision | Draft | None = release.current_revision or getattr(release, "draft", None)
    if text is None:
        return None
    likeness = compare(content.headline, content.body, text.headline, text.body)
    needed = ALIKE_IN_A_SERIES if _in_a_series(content, text) else ALIKE
    if likeness.whole < needed or likeness.opening < ALIKE_OPENING:
        return None
    return Match(MatchKind.ALIKE, release, likeness.whole)


def _in_a_series(content: BulletinContent, text: Revision | Draft) -> bool:
    """Whether both have a folio and a date of their own, days apart."""
    if not (content.folio and text.folio) or content.folio == text.folio:
        return False
    dates = (content.issued_on, text.issued_on)
    return dates[0] is not None and dates[1] is not None and abs(dates[0] - dates[1]) > SAME_NEWS


def _twin(kind: MatchKind, **condition: str) -> Match:
    source = SourceDocument.objects.filter(**condition).select_related("release").first()
    return Match(kind, source.release) if source else Match(MatchKind.NEW)
