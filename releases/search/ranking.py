"""The order of what was found.

Up to `EXACT` bulletins, each is scored: headline over summary over body, rare words over common
ones, words near each other over words apart, and mildly the newer. Above that the newest and the
newest with all words in the headline are scored the same way and come first; the rest follows by
date. Every page of a result is thereby in one coherent order.
"""

# ruff: noqa: S608 - statements are put together from our own constants and placeholders only

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from django.db import connection

from releases.models import SearchWord
from releases.search.criteria import Order
from releases.search.matching import (
    MatchSql,
    has_bit,
    operand_query,
    words_query,
)
from releases.search.query import Clause, SearchText, Word

# Up to so many bulletins, every one is scored; up to CARRIED their ids come with the answer, and
# candidates are picked among them. Walking by date to candidates is cheap only in larger results.
EXACT = 400
CARRIED = 4_000
CANDIDATES = 120

# What a match in the body, in a name, in the summary and in the headline is worth.
_WEIGHTS = "'{0.1, 0.2, 0.4, 1.0}'"
# A bulletin of today counts for a quarter more than an old one; after a year the edge is a third.
_FRESHNESS = "(1 + 0.25 * exp((r.issued_on - newest.issued_on) / 365.0))"
_MOST_WEIGHED = 4
# The vectors lie outside their rows: adding nothing to one fetches it once for all that is asked
# of it, and the offset keeps the planner from doing so again for each.
_VECTORS = (
    "SELECT release_id, issued_on, words || ''::tsvector AS words FROM releases_searchrow "
    "WHERE release_id = ANY(%(ids)s) OFFSET 0"
)

_BY_DATE = "r.issued_on DESC, r.release_id DESC"
_ORDERS = {
    Order.RELEVANCE: _BY_DATE,
    Order.NEWEST: _BY_DATE,
    Order.OLDEST: "r.issued_on, r.release_id",
    Order.FOLIO: "r.year DESC, r.number DESC, r.release_id DESC",
    Order.RECEIVED: "r.first_seen_at DESC, r.release_id DESC",
}


def ordering(order: Order) -> str:
    """The terms of an ORDER BY over search rows called `r`; relevance is by date here."""
    return _ORDERS[order]


def walk(step: str, order: Order, *, limit: str, offset: str = "0", but: str = "") -> str:
    """A select of an array: the first bulletins of a step, read along the order's own index.

    `but` is an array of bulletins to leave out.
    """
    without = f"AND NOT r.release_id = ANY({but}::bigint[])" if but else ""
    return (
        "SELECT array_agg(release_id) FROM ("
        "SELECT r.release_id FROM releases_searchrow r "
        f"WHERE {has_bit(step)} {without} "
        f"ORDER BY {_ORDERS[order]} LIMIT {limit} OFFSET {offset}) AS walked"
    )


def order_all(ids: Sequence[int], order: Order, *, limit: int, offset: int) -> list[int]:
    """Some of these bulletins, by something other than relevance."""
    return _fetch(
        "SELECT r.release_id FROM releases_searchrow r WHERE r.release_id = ANY(%(ids)s) "
        f"ORDER BY {_ORDERS[order]} LIMIT %(limit)s OFFSET %(offset)s",
        {"ids": list(ids), "limit": limit, "offset": offset},
    )


def rank(ids: Sequence[int], text: SearchText, *, limit: int, offset: int) -> list[int]:
    """Some of these bulletins, the most relevant first."""
    sql = MatchSql()
    score = _score(sql, text)
    parameters = {"ids": list(ids), "limit": limit, "offset": offset}
    return _fetch(
        f"SELECT r.release_id FROM ({_VECTORS}) AS r, "
        "(SELECT max(issued_on) AS issued_on FROM releases_searchrow) AS newest "
        f"ORDER BY {score} * {_FRESHNESS} DESC, {_BY_DATE} LIMIT %(limit)s OFFSET %(offset)s",
        {**parameters, **sql.parameters},
    )


def _score(sql: MatchSql, text: SearchText) -> str:
    """The rank of the whole query, plus that of each word by its rarity."""
    parts = [_rank_of(sql, words_query(text))]
    if len(text.clauses) > 1:
        parts += [
            f"{weight:.4f} * {_rank_of(sql, query)}" for query, weight in _weighed_clauses(text)
        ]
    return "(" + " + ".join(parts) + ")"


def _rank_of(sql: MatchSql, query: str) -> str:
    return f"ts_rank({_WEIGHTS}::real[], r.words, {sql.bind(query)}::tsquery)"


def _weighed_clauses(text: SearchText) -> list[tuple[str, float]]:
    """The rarest clauses and their weights, which add up to one."""
    counts = _count_stems(text)
    whole = max(counts.values(), default=1)
    rarity = []
    for clause in text.clauses:
        found = sum(counts.get(stem, 0) for stem in _stems(clause))
        query = " | ".join(map(operand_query, clause.options))
        rarity.append((math.log1p(whole / (found + 1)), query))
    rarity.sort(reverse=True)
    rarest = rarity[:_MOST_WEIGHED]
    total = sum(weight for weight, _ in rarest)
    return [(query, weight / total) for weight, query in rarest]


def _count_stems(text: SearchText) -> dict[str, int]:
    """In how many bulletins the words of each stem stand, added up over their spellings."""
    wanted = {stem for clause in text.clauses for stem in _stems(clause)}
    counts: dict[str, int] = {}
    rows = SearchWord.objects.filter(stem__in=wanted).values_list("stem", "releases")
    for stem, releases in rows:
        counts[stem] = counts.get(stem, 0) + releases
    return counts


def _stems(clause: Clause) -> set[str]:
    return {form for o in clause.options if isinstance(o, Word) for form in o.lexemes}


def _fetch(statement: str, parameters: dict[str, Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [row[0] for row in cursor.fetchall()]
