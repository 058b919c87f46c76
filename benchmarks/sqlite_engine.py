"""SQLite FTS5 over the same lexemes; facets from a table of codes."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.engines import (
    PageAnswer,
    PlainQuery,
    make_snippets,
    municipality_code,
    plain_query,
)
from benchmarks.peer_file import PeerBulletin
from benchmarks.queries import BenchQuery

_SCHEMA = """
    PRAGMA journal_mode = off;
    PRAGMA synchronous = off;
    CREATE TABLE body (id INTEGER PRIMARY KEY, day TEXT, headline TEXT, body TEXT);
    CREATE TABLE carries (facet INT, id INT, PRIMARY KEY (facet, id)) WITHOUT ROWID;
    CREATE TABLE facets (id INT, facet INT, PRIMARY KEY (id, facet)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(
        headline, summary, body, content='', tokenize="unicode61 tokenchars '/.@'");
"""


class Sqlite:
    """A file beside the others; built where it is missing."""

    name = "SQLite FTS5"

    def __init__(self, path: Path, bulletins: Iterable[PeerBulletin]) -> None:
        self.build_seconds = 0.0
        is_new = not path.exists()
        self._database = sqlite3.connect(path)
        self._database.execute("PRAGMA cache_size = -1000000")
        self._database.execute("PRAGMA mmap_size = 8000000000")
        if is_new:
            since = time.perf_counter()
            self._build(bulletins)
            self.build_seconds = time.perf_counter() - since
        self.megabytes = path.stat().st_size / 1e6

    def _build(self, bulletins: Iterable[PeerBulletin]) -> None:
        database = self._database
        database.executescript(_SCHEMA)
        for peer in bulletins:
            database.execute(
                "INSERT INTO body VALUES (?, ?, ?, ?)",
                (peer.id, peer.day, peer.headline, peer.body),
            )
            database.execute(
                "INSERT INTO words (rowid, headline, summary, body) VALUES (?, ?, ?, ?)",
                (peer.id, peer.headline_words, peer.summary_words, peer.body_words),
            )
            pairs = [(code, peer.id) for code in peer.codes]
            database.executemany("INSERT INTO carries VALUES (?, ?)", pairs)
            database.executemany("INSERT INTO facets (facet, id) VALUES (?, ?)", pairs)
        database.execute("INSERT INTO words (words) VALUES ('optimize')")
        database.execute("ANALYZE")
        database.commit()

    def page(self, query: BenchQuery) -> PageAnswer:
        plain = plain_query(query)
        ids, parameters = _select_ids(plain, query.municipality)
        execute = self._database.execute
        (total,) = execute(f"SELECT count(*) FROM ({ids})", parameters).fetchone()  # noqa: S608
        counted = execute(
            "SELECT facet, count(*) FROM facets WHERE id IN "  # noqa: S608
            f"({ids}) GROUP BY facet",
            parameters,
        ).fetchall()
        order = "rank" if plain.groups and not query.order else "rowid DESC"
        first = execute(f"{ids} ORDER BY {order} LIMIT 20", parameters).fetchall()
        marks = ", ".join("?" * len(first))
        bodies = execute(
            f"SELECT body FROM body WHERE id IN ({marks})",  # noqa: S608
            [row[0] for row in first],
        ).fetchall()
        make_snippets(plain.text, [body.split("\n") for (body,) in bodies])
        return PageAnswer(total, sum(count for _, count in counted))


def _select_ids(plain: PlainQuery, municipality: int | None) -> tuple[str, list[object]]:
    carried = "SELECT id FROM carries WHERE facet = ?"
    code = [municipality_code(municipality)] if municipality else []
    if not plain.groups:
        return f"SELECT id AS rowid FROM body WHERE id IN ({carried})", [*code]  # noqa: S608
    # The plus keeps the full-text index as the driver.
    filtered = f" AND +rowid IN ({carried})" if municipality else ""
    return f"SELECT rowid FROM words WHERE words MATCH ?{filtered}", [_match(plain), *code]  # noqa: S608


def _match(plain: PlainQuery) -> str:
    groups = ("(" + " OR ".join(map(_phrase, group)) + ")" for group in plain.groups)
    return " AND ".join(groups) + "".join(f" NOT {_phrase(words)}" for words in plain.excluded)


def _phrase(lexemes: tuple[str, ...]) -> str:
    return '"' + " ".join(lexemes) + '"'
