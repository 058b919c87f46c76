"""tantivy, a search library in the manner of Lucene, over the same lexemes."""

from __future__ import annotations

import datetime as dt
import importlib
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.engines import (
    PageAnswer,
    make_snippets,
    municipality_code,
    plain_query,
)
from benchmarks.peer_file import PeerBulletin
from benchmarks.queries import BenchQuery

# Looked up when run: the package is an extra, and ships no types.
tantivy: Any = importlib.import_module("tantivy")

_FIELDS = (("headline", 4.0), ("summary", 2.0), ("body", 1.0))


class Tantivy:
    """A folder beside the others; built where it is missing."""

    name = "tantivy"

    def __init__(self, folder: Path, bulletins: Iterable[PeerBulletin]) -> None:
        self.build_seconds = 0.0
        self._schema = _make_schema()
        is_new = not folder.exists()
        folder.mkdir(exist_ok=True)
        self._index: Any = tantivy.Index(self._schema, path=str(folder))
        self._index.register_tokenizer("lexemes", _tokenizer())
        if is_new:
            since = time.perf_counter()
            self._build(bulletins)
            self.build_seconds = time.perf_counter() - since
        self._index.reload()
        self._searcher: Any = self._index.searcher()
        self.megabytes = sum(file.stat().st_size for file in folder.iterdir()) / 1e6

    def _build(self, bulletins: Iterable[PeerBulletin]) -> None:
        writer = self._index.writer(heap_size=500_000_000, num_threads=2)
        for peer in bulletins:
            document = tantivy.Document()
            document.add_text("headline", peer.headline_words)
            document.add_text("summary", peer.summary_words)
            document.add_text("body", peer.body_words)
            document.add_bytes("shown", peer.body.encode())
            document.add_unsigned("day", dt.date.fromisoformat(peer.day).toordinal())
            for code in peer.codes:
                document.add_unsigned("facet", code)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def page(self, query: BenchQuery) -> PageAnswer:
        plain = plain_query(query)
        parts = [(tantivy.Occur.Must, self._any_of(group)) for group in plain.groups]
        parts += [(tantivy.Occur.MustNot, self._operand(words)) for words in plain.excluded]
        if query.municipality:
            code = municipality_code(query.municipality)
            term = tantivy.Query.term_query(self._schema, "facet", code)
            parts.append((tantivy.Occur.Must, tantivy.Query.const_score_query(term, 0.0)))
        asked = tantivy.Query.boolean_query(parts)
        by_date = {"order_by_field": "day"} if query.order or not plain.groups else {}
        result = self._searcher.search(asked, limit=20, count=True, **by_date)
        counts = self._searcher.aggregate(asked, {"f": {"terms": {"field": "facet", "size": 500}}})
        bodies = [
            bytes(self._searcher.doc(address).get_first("shown")).decode().split("\n")
            for _, address in result.hits
        ]
        make_snippets(plain.text, bodies)
        counted = sum(bucket["doc_count"] for bucket in counts["f"]["buckets"])
        return PageAnswer(result.count, counted)

    def _any_of(self, group: Iterable[tuple[str, ...]]) -> Any:
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, self._operand(lexemes)) for lexemes in group]
        )

    def _operand(self, lexemes: tuple[str, ...]) -> Any:
        parts = []
        for name, boost in _FIELDS:
            if len(lexemes) == 1:
                part = tantivy.Query.term_query(self._schema, name, lexemes[0])
            else:
                part = tantivy.Query.phrase_query(self._schema, name, list(lexemes))
            parts.append((tantivy.Occur.Should, tantivy.Query.boost_query(part, boost)))
        return tantivy.Query.boolean_query(parts)


def _make_schema() -> Any:
    builder: Any = tantivy.SchemaBuilder()
    for name, _ in _FIELDS:
        builder.add_text_field(name, stored=False, tokenizer_name="lexemes")
    builder.add_bytes_field("shown", stored=True)
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_unsigned_field("facet", indexed=True, fast=True)
    return builder.build()


def _tokenizer() -> Any:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
