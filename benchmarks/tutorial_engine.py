"""The design that most guides show: one table with a generated tsvector in the stock Spanish
configuration, facets counted through many-to-many tables, `ts_rank` over every match and
`ts_headline` for the snippets. Its words are its own, so that its totals are not comparable."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

from django.db import connection

from benchmarks.engines import PageAnswer, municipality_code
from benchmarks.peer_file import PeerBulletin
from benchmarks.queries import BenchQuery

_SCHEMA = """
    CREATE TABLE tutorial_release (
        id int PRIMARY KEY, day date, headline text, summary text, body text,
        words tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('spanish', headline), 'A')
            || setweight(to_tsvector('spanish', summary), 'B')
            || to_tsvector('spanish', body)) STORED);
    CREATE TABLE tutorial_facet (release_id int, facet int)
"""
_INDEXES = """
    CREATE INDEX tutorial_words ON tutorial_release USING gin (words);
    CREATE INDEX tutorial_day ON tutorial_release (day DESC, id DESC);
    ALTER TABLE tutorial_facet ADD PRIMARY KEY (release_id, facet);
    CREATE INDEX tutorial_facet_of ON tutorial_facet (facet, release_id)
"""


class Tutorial:
    """Tables beside the archive's own; built where they are missing."""

    name = "tutorial"

    def __init__(self, bulletins: Iterable[PeerBulletin]) -> None:
        self.build_seconds = 0.0
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_regclass('tutorial_release')")
            if cursor.fetchone()[0] is None:
                since = time.perf_counter()
                self._build(bulletins)
                self.build_seconds = time.perf_counter() - since
            cursor.execute("SELECT pg_total_relation_size('tutorial_release') / 1e6")
            self.megabytes = float(cursor.fetchone()[0])

    def _build(self, bulletins: Iterable[PeerBulletin]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_SCHEMA)
            facets: list[tuple[int, int]] = []
            statement = "COPY tutorial_release (id, day, headline, summary, body) FROM STDIN"
            with cursor.copy(statement) as copy:
                for peer in bulletins:
                    copy.write_row((peer.id, peer.day, peer.headline, peer.summary, peer.body))
                    facets += [(peer.id, code) for code in peer.codes]
            with cursor.copy("COPY tutorial_facet (release_id, facet) FROM STDIN") as copy:
                for row in facets:
                    copy.write_row(row)
            cursor.execute(_INDEXES)
            cursor.execute("VACUUM ANALYZE tutorial_release, tutorial_facet")

    def page(self, query: BenchQuery) -> PageAnswer:
        conditions, parameters = _conditions(query)
        asked = "websearch_to_tsquery('spanish', %(q)s)"
        order = f"ts_rank(words, {asked}) DESC" if query.text and not query.order else "day DESC"
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM tutorial_release r WHERE {conditions}",  # noqa: S608
                parameters,
            )
            total = int(cursor.fetchone()[0])
            cursor.execute(
                "SELECT f.facet, count(*) FROM tutorial_release r "  # noqa: S608
                "JOIN tutorial_facet f ON f.release_id = r.id "
                f"WHERE {conditions} GROUP BY f.facet",
                parameters,
            )
            counted = sum(row[1] for row in cursor.fetchall())
            cursor.execute(
                f"SELECT id, headline, ts_headline('spanish', body, {asked}) FROM ("  # noqa: S608
                f"SELECT * FROM tutorial_release r WHERE {conditions} "
                f"ORDER BY {order}, id DESC LIMIT 20) AS first",
                parameters,
            )
            cursor.fetchall()
        return PageAnswer(total, counted)


def _conditions(query: BenchQuery) -> tuple[str, dict[str, Any]]:
    conditions = []
    if query.text:
        conditions.append("words @@ websearch_to_tsquery('spanish', %(q)s)")
    if query.municipality:
        conditions.append(
            "EXISTS (SELECT FROM tutorial_facet f WHERE f.release_id = r.id AND f.facet = %(f)s)"
        )
    code = municipality_code(query.municipality) if query.municipality else 0
    return " AND ".join(conditions), {"q": query.text.replace(" o ", " or "), "f": code}
