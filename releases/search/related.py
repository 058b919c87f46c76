"""Bulletins about the same: those that share the most telling agencies, places and topics."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from releases.models import Agency, Place, Release, Topic
from releases.search import codes
from releases.search.codes import Kind
from releases.search.transaction import search_transaction

# A facet that more bulletins than this carry tells nothing, and reading them all would be slow.
_MOST_COMMON = 2_000
_TELLING = 8
_COUNTS = """
    SELECT facet, sum(bit_count(bits))::int FROM releases_facetbits
    WHERE facet = ANY(%(facets)s::int[]) OR facet = 0 GROUP BY facet
"""
_NEIGHBOURS = """
    SELECT r.release_id,
           (SELECT sum(telling.weight)
            FROM unnest(%(facets)s::int[], %(weights)s::real[]) telling(facet, weight)
            WHERE telling.facet = ANY(r.facets)) AS score,
           ARRAY(SELECT unnest(%(facets)s::int[]) INTERSECT SELECT unnest(r.facets))
    FROM releases_searchrow r
    WHERE r.facets && %(facets)s::int[] AND r.release_id <> %(release)s
    ORDER BY score DESC, r.issued_on DESC, r.release_id DESC
    LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class Related:
    """A bulletin and the names of what it shares, the rarest first."""

    release: Release
    shares: tuple[str, ...]


def related_releases(release: Release, *, limit: int = 4) -> list[Related]:
    """Public bulletins that share rare entities with this one; sharing what all have counts little.

    Raises SearchTimedOut.
    """
    with search_transaction():
        weights = _weigh(_entity_codes(release))
        if not weights:
            return []
        with connection.cursor() as cursor:
            cursor.execute(
                _NEIGHBOURS,
                {
                    "facets": list(weights),
                    "weights": list(weights.values()),
                    "release": release.pk,
                    "limit": limit,
                },
            )
            rows = cursor.fetchall()
        names = _read_names(weights)
        releases = Release.objects.public().with_current().in_bulk([row[0] for row in rows])
    return [
        Related(releases[key], tuple(names[code] for code in weights if code in shared))
        for key, _, shared in rows
        if key in releases
    ]


def _entity_codes(release: Release) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT facets FROM releases_searchrow WHERE release_id = %s", [release.pk])
        row = cursor.fetchone()
    kinds = {Kind.AGENCY, Kind.PLACE, Kind.TOPIC}
    return [code for code in (row[0] if row else ()) if codes.split_code(code)[0] in kinds]


def _weigh(facets: Sequence[int]) -> dict[int, float]:
    """The rarest facets with their weight: the logarithm of how many bulletins lack them."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, {"facets": list(facets)})
        counts = dict(cursor.fetchall())
    whole = counts.pop(codes.EVERYTHING, 0)
    telling = sorted((count, code) for code, count in counts.items() if 1 < count <= _MOST_COMMON)
    return {code: math.log1p(whole / count) for count, code in telling[:_TELLING]}


def _read_names(facets: dict[int, float]) -> dict[int, str]:
    keys: dict[int, list[int]] = {Kind.AGENCY: [], Kind.PLACE: [], Kind.TOPIC: []}
    for code in facets:
        kind, number = codes.split_code(code)
        keys[kind].append(number)
    catalogues = ((Kind.AGENCY, Agency), (Kind.PLACE, Place), (Kind.TOPIC, Topic))
    return {
        codes.code(kind, pk): name
        for kind, model in catalogues
        for pk, name in model._default_manager.filter(pk__in=keys[kind]).values_list("pk", "name")
    }
