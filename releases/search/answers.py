"""One statement that answers a search: the total, every facet's counts, and where to look."""

# ruff: noqa: S608 - statements are put together from our own constants and placeholders only

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from releases.models.search_row import SEGMENT
from releases.search import codes
from releases.search.criteria import PAGE_SIZE, Criteria, FacetName, Order
from releases.search.matching import Match, MatchSql, join, match, match_headlines
from releases.search.query import SearchText
from releases.search.ranking import CANDIDATES, CARRIED, EXACT, walk
from releases.search.twins import fold_twins

# The kinds of rows that the statement returns; the facets with a choice follow from _OWN on.
_COUNT, _TOTAL, _BITS, _WALKED, _IN_HEADLINE, _HEADLINE_BITS, _TWINS, _OWN = range(8)

_KIND_OF = {
    FacetName.TOPIC: codes.Kind.TOPIC,
    FacetName.AGENCY: codes.Kind.AGENCY,
    FacetName.MUNICIPALITY: codes.Kind.PLACE,
    FacetName.PLACE: codes.Kind.PLACE,
    FacetName.KIND: codes.Kind.DOCUMENT,
    FacetName.DOCUMENT: codes.Kind.SOURCE,
    FacetName.DATE: codes.Kind.MONTH,
}


@dataclass(slots=True)
class Answer:
    """What one statement said.

    `counts` maps codes to bulletins of the whole result; `own` does so for each facet with a
    choice, without it. Up to `ranking.CARRIED` bulletins `ids` holds them all, in no order; above,
    `walked` holds the first in the order asked for, or the newest candidates for ranking. Above
    `ranking.EXACT` `in_headline` holds those with all words in the headline, only the newest where
    they are many too.
    Of a folded search these hold the first of each text; `twins` maps it to those that follow.
    """

    total: int = 0
    counts: dict[int, int] = field(default_factory=dict)
    own: dict[FacetName, dict[int, int]] = field(default_factory=dict)
    ids: list[int] | None = None
    walked: Sequence[int] = ()
    in_headline: Sequence[int] = ()
    twins: dict[int, list[int]] = field(default_factory=dict)

    @property
    def shown(self) -> int:
        """How many results there are once bulletins with the same text are one."""
        return self.total - sum(map(len, self.twins.values()))

    @property
    def month_counts(self) -> Mapping[int, int]:
        """Bulletins by month code; a choice of dates is left out, as for any facet."""
        return self.own.get(FacetName.DATE, self.counts)

    def all_ids(self, criteria: Criteria) -> list[int]:
        """Every bulletin found, in no order; asks again where the answer did not carry them."""
        return self.ids if self.ids is not None else _fetch_ids(criteria)


def ask(criteria: Criteria) -> Answer:
    """Puts the one statement of a search."""
    found = match(criteria)
    sql = found.sql
    sql.add("n", "SELECT COALESCE(sum(bit_count(bits)), 0)::int AS n FROM m")
    parts = [_counts("m", _COUNT, codes.code_range(codes.Kind.AGENCY)[0], 2**31 - 1)]
    parts.append(f"SELECT {_TOTAL}, n, NULL, NULL, NULL FROM n")
    step = _step(found, criteria)
    parts.append(
        f"SELECT {_BITS}, {step}.segment, NULL, NULL, {step}.bits FROM {step}, n "
        f"WHERE n.n <= {CARRIED}"
    )
    if criteria.folded:
        parts.append(
            f"SELECT {_TWINS}, 0, array_agg(first), array_agg(release_id), NULL FROM twins "
            "WHERE release_id <> first"
        )
    text = criteria.text if criteria.order is Order.RELEVANCE else None
    limit = CANDIDATES if text else PAGE_SIZE
    offset = 0 if text else (criteria.page - 1) * PAGE_SIZE
    walked = walk(step, criteria.order, limit=sql.bind(limit), offset=sql.bind(offset))
    parts.append(
        f"SELECT {_WALKED}, 0, CASE WHEN n.n > {CARRIED} THEN ({walked}) END, NULL, NULL FROM n"
    )
    if text:
        parts += _headline_parts(found, text, step)
    names = list(found.without)
    for number, name in enumerate(names):
        first, end = codes.code_range(_KIND_OF[name])
        parts.append(_counts(found.without[name], _OWN + number, first, _end_of(name, end)))
    return _read(_fetch(f"{sql.prelude} {' UNION ALL '.join(parts)}", sql), names)


def deep_page(criteria: Criteria, *, but: Sequence[int], limit: int, offset: int) -> list[int]:
    """Bulletins of a large result by date, without those that were ranked before them."""
    found = match(criteria)
    sql, step = found.sql, _step(found, criteria)
    bound = sql.bind(limit), sql.bind(offset), sql.bind(list(but))
    walked = walk(step, Order.NEWEST, limit=bound[0], offset=bound[1], but=bound[2])
    ((ids,),) = _fetch(f"{sql.prelude} {walked}", sql)
    return list(ids or ())


def _step(found: Match, criteria: Criteria) -> str:
    """The step whose bulletins are shown."""
    return fold_twins(found.sql, criteria.order) if criteria.folded else "m"


def _end_of(name: FacetName, end: int) -> int:
    """Corrections are chosen in the facet of document kinds, and have the last codes."""
    return codes.code_range(codes.Kind.CORRECTED)[1] if name is FacetName.KIND else end


def _counts(step: str, tag: int, first: int, end: int) -> str:
    """One row with two arrays, the codes and their counts: much cheaper to fetch than rows."""
    return (
        f"SELECT {tag}, 0, array_agg(counted.facet::bigint), array_agg(counted.bulletins), "
        f"NULL::bit({SEGMENT}) FROM (SELECT each.facet, "
        f"sum(bit_count(each.bits & {step}.bits))::bigint AS bulletins "
        f"FROM {step} JOIN releases_facetbits each ON each.segment = {step}.segment "
        f"WHERE each.facet >= {first} AND each.facet < {end} GROUP BY each.facet) AS counted "
        "WHERE counted.bulletins > 0"
    )


def _headline_parts(found: Match, text: SearchText, step: str) -> list[str]:
    """The bulletins with all words in the headline: their bitmap if few, else the newest.

    Nothing of this runs for a result of which every bulletin is scored.
    """
    sql = found.sql
    all_headlines = match_headlines(found, text)
    sql.add("h", join(all_headlines, [(step, None)]))
    sql.add(
        "hn",
        f"SELECT CASE WHEN n.n > {EXACT} THEN (SELECT COALESCE(sum(bit_count(bits)), 0)::int "
        "FROM h) ELSE 0 END AS hn FROM n",
    )
    newest = walk("h", Order.NEWEST, limit=sql.bind(CANDIDATES))
    return [
        f"SELECT {_IN_HEADLINE}, 0, CASE WHEN hn.hn > {CARRIED} THEN ({newest}) END, NULL, NULL "
        "FROM hn",
        f"SELECT {_HEADLINE_BITS}, h.segment, NULL, NULL, h.bits FROM hn, h "
        f"WHERE hn.hn BETWEEN 1 AND {CARRIED}",
    ]


def _read(rows: Sequence[tuple[Any, ...]], names: Sequence[FacetName]) -> Answer:
    answer = Answer(own={name: {} for name in names})
    segments: list[tuple[int, str]] = []
    heads: list[tuple[int, str]] = []
    for tag, number, keys, counts, bits in rows:
        if tag == _TOTAL:
            answer.total = number
        elif tag == _COUNT:
            answer.counts = dict(zip(keys or (), counts or (), strict=True))
        elif tag == _TWINS:
            for first, other in zip(keys or (), counts or (), strict=True):
                answer.twins.setdefault(first, []).append(other)
        elif tag >= _OWN:
            answer.own[names[tag - _OWN]] = dict(zip(keys or (), counts or (), strict=True))
        elif tag == _WALKED:
            answer.walked = keys or ()
        elif tag == _IN_HEADLINE:
            answer.in_headline = keys or ()
        elif bits is not None:
            (segments if tag == _BITS else heads).append((number, bits))
    if answer.total <= CARRIED:
        answer.ids = list(_ids(segments))
    if heads:
        answer.in_headline = list(_ids(heads))
    return answer


def _ids(segments: Sequence[tuple[int, str]]) -> Iterator[int]:
    for segment, bits in segments:
        position = bits.find("1")
        while position >= 0:
            yield segment * SEGMENT + position
            position = bits.find("1", position + 1)


def _fetch_ids(criteria: Criteria) -> list[int]:
    found = match(criteria)
    step = _step(found, criteria)
    rows = _fetch(f"{found.sql.prelude} SELECT segment, bits FROM {step}", found.sql)
    return list(_ids(rows))


def _fetch(statement: str, sql: MatchSql) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, sql.parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
