"""The bulletins that are or were public, for the desk: found by folio or word, with their acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from releases.language.folios import read_folio
from releases.language.vectors import quote
from releases.language.words import tokenize
from releases.models import Authorization, Draft, Release, Remark, SearchRow
from releases.vocabulary import ReleaseState

_MOST_WORDS = 32


class Shown(StrEnum):
    """Which bulletins the list shows."""

    ALL = ""
    CORRECTED = "corregidos"
    WITHDRAWN = "retirados"
    IN_WORK = "en-preparacion"


LABELS = {
    Shown.ALL: "Todos",
    Shown.CORRECTED: "Corregidos",
    Shown.WITHDRAWN: "Retirados",
    Shown.IN_WORK: "Con corrección en preparación",
}


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A bulletin of the list; `waits` says that an act on it waits for a second person.

    `remarks` counts its internal notes.
    """

    release: Release
    is_prepared: bool
    waits: bool
    remarks: int

    @property
    def is_withdrawn(self) -> bool:
        return self.release.state == ReleaseState.WITHDRAWN


def find_published(typed: str, shown: Shown) -> QuerySet[Release]:
    """What was public and fits the folio, or all the typed words, the last issued first.

    Withdrawn ones are found by their folio and by their headline: their text has left the search.
    """
    releases = Release.objects.filter(state__in=[ReleaseState.PUBLISHED, ReleaseState.WITHDRAWN])
    if shown is Shown.CORRECTED:
        releases = releases.corrected()
    elif shown is Shown.WITHDRAWN:
        releases = releases.withdrawn()
    elif shown is Shown.IN_WORK:
        releases = releases.filter(Exists(Draft.objects.filter(pk=OuterRef("pk"))))
    return (
        releases.filter(_condition(typed.strip()))
        .with_current()
        .defer("current_revision__body", "current_revision__evidence")
        .order_by("-current_revision__issued_on", "-number", "-pk")
    )


def rows_of(releases: Iterable[Release]) -> list[PublishedRow]:
    """The rows of a page. Three queries."""
    page = list(releases)
    keys = [release.pk for release in page]
    drafts = set(Draft.objects.filter(pk__in=keys).values_list("pk", flat=True))
    open_ones = Authorization.objects.filter(release_id__in=keys, decided_at=None)
    waiting = set(open_ones.values_list("release_id", flat=True))
    remarks = Counter(
        Remark.objects.filter(release_id__in=keys).values_list("release_id", flat=True)
    )
    return [PublishedRow(row, row.pk in drafts, row.pk in waiting, remarks[row.pk]) for row in page]


def _condition(typed: str) -> Q:
    folio = read_folio(typed) or read_folio(f"folio {typed}")
    if folio:
        condition = Q(number=folio.number)
        return condition & Q(year=folio.year) if folio.year else condition
    words = tokenize(typed)[:_MOST_WORDS]
    if not words:
        return Q()
    query = " & ".join(f"({' | '.join(map(quote, word.asked))})" for word in words)
    matches = RawSQL("words @@ %s::tsquery", [query], output_field=BooleanField())
    public = SearchRow.objects.filter(matches)
    headline = Q(state=ReleaseState.WITHDRAWN, current_revision__headline__icontains=typed)
    return Q(pk__in=public.values("release_id")) | headline
