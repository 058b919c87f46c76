"""Bulletins with the same text: kept while writing, folded into one result while reading."""

from __future__ import annotations

from django.db.backends.utils import CursorWrapper

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
