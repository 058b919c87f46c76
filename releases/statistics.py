"""Counts of public bulletins: over time, by agency, place and topic, and of what appears together.

Read from the bitmaps that the search keeps per facet: counting is one AND and one bit count, at
any size of the archive. Bulletins are counted, never crimes or persons.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import connection
from django.db.models import Count, Max, Min, QuerySet

from releases.models import Agency, Mention, Place, Release, Topic
from releases.models.search_row import SearchRow
from releases.search import codes
from releases.search.codes import Kind

Entity = Agency | Place | Topic
AnyEntity = TypeVar("AnyEntity", Agency, Place, Topic)

_COUNT = """
    SELECT each.facet, sum(bit_count(each.bits & whole.bits))::bigint AS bulletins
    FROM releases_facetbits each
    JOIN releases_facetbits whole ON whole.segment = each.segment AND whole.facet = %(within)s
    WHERE each.facet >= %(first)s AND each.facet < %(end)s
    GROUP BY each.facet
    HAVING sum(bit_count(each.bits & whole.bits)) > 0
"""

_COUNT_SOME = """
    SELECT facet, sum(bit_count(bits))::bigint FROM releases_facetbits
    WHERE facet = ANY(%s) GROUP BY facet
"""


@dataclass(frozen=True, slots=True)
class Counted(Generic[AnyEntity]):
    """An agency, place or topic, and how many public bulletins name it."""

    entity: AnyEntity
    count: int


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month (1 to 12) and how many public bulletins were issued in it."""

    year: int
    month: int
    count: int

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, self.month, 1)

    @property
    def last_day(self) -> dt.date:
        return dt.date(self.year + self.month // 12, self.month % 12 + 1, 1) - dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """How many bulletins, and the days of the first and the last; None of none."""

    total: int
    first: dt.date | None
    last: dt.date | None


def code_of(entity: Entity) -> int:
    """The facet code under which bulletins that name `entity` are found."""
    kinds = {Agency: Kind.AGENCY, Place: Kind.PLACE, Topic: Kind.TOPIC}
    return codes.code(kinds[type(entity)], entity.pk)


def rows_naming(entity: Entity) -> QuerySet[SearchRow]:
    """The search rows of the bulletins that name it; a place also by their dateline.

    They are narrow: sort, count and slice them, then fetch what is shown with `releases_of`.
    """
    return SearchRow.objects.filter(facets__contains=[code_of(entity)])


def releases_of(rows: QuerySet[SearchRow]) -> list[Release]:
    """The public bulletins of `rows`, in their order, with their current version."""
    keys = list(rows.values_list("release_id", flat=True))
    found = Release.objects.public().with_current().in_bulk(keys)
    return [found[key] for key in keys if key in found]


def span_of(entity: Entity | None = None) -> Span:
    """The extent of the archive, or of what names `entity`."""
    rows = SearchRow.objects.all() if entity is None else rows_naming(entity)
    found = rows.aggregate(total=Count("pk"), first=Min("issued_on"), last=Max("issued_on"))
    return Span(**found)


def dated_in(place: Place) -> int:
    """How many public bulletins carry the place in their dateline."""
    return Release.objects.public().filter(current_revision__issued_in=place).count()


def speaking_of(place: Place) -> int:
    """How many public bulletins name the place in their words, whatever their dateline says."""
    mentions = Mention.objects.filter(place=place).exclude(field="dateline")
    return Release.objects.public().filter(current_revision__in=mentions.values("revision")).count()


def counts_of(entities: Sequence[Entity]) -> list[int]:
    """How many public bulletins name each of a few entities, in their order, in one query."""
    wanted = [code_of(entity) for entity in entities]
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_SOME, [wanted])
        counts = dict(cursor.fetchall())
    return [counts.get(facet, 0) for facet in wanted]


def counted_agencies(*, together_with: Entity | None = None) -> list[Counted[Agency]]:
    """Agencies that bulletins name, most first; `together_with` counts its bulletins only."""
    return _counted(Kind.AGENCY, Agency.objects.current(), together_with)


def counted_topics(*, together_with: Entity | None = None) -> list[Counted[Topic]]:
    """Topics of bulletins, most first."""
    return _counted(Kind.TOPIC, Topic.objects.all(), together_with)


def counted_places(*, together_with: Entity | None = None) -> list[Counted[Place]]:
    """Places that bulletins name or are dated in, most first."""
    return _counted(Kind.PLACE, Place.objects.select_related("parent"), together_with)


def counts_by_place() -> dict[int, int]:
    """Bulletins by the primary key of the places they name or are dated in."""
    return _counts(Kind.PLACE, None)


def months(*, of: Entity | None = None) -> list[Month]:
    """Every month from the first bulletin's to the last's, empty ones included."""
    counts = _counts(Kind.MONTH, of)
    if not counts:
        return []
    return [
        Month(*codes.month_of(number), counts.get(number, 0))
        for number in range(min(counts), max(counts) + 1)
    ]


def latest_months(number: int) -> list[Month]:
    """The last `number` months up to the newest bulletin's; fewer than that have none before."""
    counts = _counts(Kind.MONTH, None)
    if not counts:
        return []
    newest = max(counts)
    return [
        Month(*codes.month_of(n), counts.get(n, 0)) for n in range(newest - number + 1, newest + 1)
    ]


def _counted(
    kind: Kind, catalogue: QuerySet[AnyEntity], together_with: Entity | None
) -> list[Counted[AnyEntity]]:
    counts = _counts(kind, together_with)
    itself = together_with if isinstance(together_with, catalogue.model) else None
    found = [
        Counted(entity, counts[entity.pk])
        for entity in catalogue.filter(pk__in=counts)
        if entity != itself
    ]
    return sorted(found, key=lambda row: (-row.count, row.entity.sort_key))


def _counts(kind: Kind, within: Entity | None) -> dict[int, int]:
    """Bulletins by the number within `kind`, in one query."""
    first, end = codes.code_range(kind)
    whole = code_of(within) if within is not None else codes.EVERYTHING
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"within": whole, "first": first, "end": end})
        return {codes.split_code(facet)[1]: count for facet, count in cursor.fetchall()}
