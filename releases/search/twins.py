"""Bulletins with the same text: kept while writing, folded into one result while reading."""

# ruff: noqa: S608 - statements are put together from our own constants and placeholders only

from __future__ import annotations

from django.db.backends.utils import CursorWrapper

from releases.models.search_row import SEGMENT
from releases.search.criteria import Order
from releases.search.matching import MatchSql, has_bit, rows_to_bits
from releases.search.ranking import ordering

_FORGET = """
    DELETE FROM releases_searchtwin
    WHERE release_id = %(release)s OR body_key = ANY(%(keys)s::bigint[])
"""
_KEEP = """
    INSERT INTO releases_searchtwin (release_id, body_key)
    SELECT release_id, body_key FROM (
        SELECT release_id, body_key, count(*) OVER (PARTITION BY body_key) AS bulletins
        FROM releases_searchrow WHERE body_key = ANY(%(keys)s::bigint[])
    ) AS same WHERE bulletins > 1
"""


def change_twins(cursor: CursorWrapper, release_id: int, old: int | None, new: int | None) -> None:
    """Keeps which bulletins have twins, after a bulletin's row got another `body_key` or went."""
    if old == new:
        return
    keys = [key for key in (old, new) if key is not None]
    cursor.execute(_FORGET, {"release": release_id, "keys": keys})
    cursor.execute(_KEEP, {"keys": keys})


def fold_twins(sql: MatchSql, order: Order) -> str:
    """A step like `m` in which only the first of each text is left; its name.

    The step `twins` says whom each of the others follows: columns `release_id` and `first`. Their
    rows are looked up one by one (`OFFSET 0`): twins are few, and a join would read every row.
    """
    sql.add(
        "twins",
        "SELECT t.release_id, first_value(t.release_id) OVER same AS first "
        f"FROM (SELECT * FROM releases_searchtwin t WHERE {has_bit('m', 't')} OFFSET 0) AS t "
        "CROSS JOIN LATERAL (SELECT * FROM releases_searchrow r "
        "WHERE r.release_id = t.release_id OFFSET 0) AS r "
        f"WINDOW same AS (PARTITION BY t.body_key ORDER BY {ordering(order)})",
    )
    sql.add("hidden", rows_to_bits("SELECT release_id FROM twins WHERE release_id <> first"))
    return sql.add(
        "shown",
        f"SELECT m.segment, m.bits & ~COALESCE(hidden.bits, repeat('0', {SEGMENT})::bit({SEGMENT}))"
        " AS bits FROM m LEFT JOIN hidden ON hidden.segment = m.segment",
    )
