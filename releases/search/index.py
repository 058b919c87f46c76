"""Writing what the search reads. Called by `publishing` inside the act's own transaction, so that
the very next search sees a publication, a correction or a withdrawal."""

# ruff: noqa: S608 - statements are put together from our own constants and placeholders only

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from releases.language.folding import fold_all
from releases.language.vectors import Weight, pair_key, vectorize
from releases.language.words import folio_lexeme, surface_words, tokenize
from releases.models.search_row import SEGMENT
from releases.search import codes
from releases.vocabulary import DocumentKind

# Any number will do, so long as no other advisory lock of the project uses it. Without it, two
# acts that set and clear the same facets in another order deadlock.
_WRITE_LOCK = 7_002

COLUMNS = (
    "release_id",
    "issued_on",
    "first_seen_at",
    "year",
    "number",
    "facets",
    "words",
    "headline",
    "pairs",
    "word_keys",
)

_READ_OLD = """
    SELECT facets, word_keys FROM releases_searchrow WHERE release_id = %s
"""
_WRITE_ROW = f"""
    INSERT INTO releases_searchrow ({", ".join(COLUMNS)})
    VALUES (%s, %s, %s, %s, %s, %s, %s::tsvector, %s::tsvector, %s::bigint[], %s::bigint[])
    ON CONFLICT (release_id) DO UPDATE SET
        issued_on = excluded.issued_on, first_seen_at = excluded.first_seen_at,
        year = excluded.year, number = excluded.number, facets = excluded.facets,
        words = excluded.words, headline = excluded.headline, pairs = excluded.pairs,
        word_keys = excluded.word_keys
"""
_SET_BITS = f"""
    INSERT INTO releases_facetbits (facet, segment, bits)
    SELECT facet, %(segment)s, set_bit(repeat('0', {SEGMENT})::bit({SEGMENT}), %(bit)s, 1)
    FROM unnest(%(facets)s::int[]) facet ORDER BY facet
    ON CONFLICT (facet, segment) DO UPDATE SET bits = releases_facetbits.bits | excluded.bits
"""
_CLEAR_BITS = """
    UPDATE releases_facetbits SET bits = set_bit(bits, %(bit)s, 0)
    WHERE facet = ANY(%(facets)s) AND segment = %(segment)s
"""
_ADD_WORDS = """
    INSERT INTO releases_searchword (key, word, folded, stem, releases)
    SELECT key, word, folded, stem, 1
    FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[]) new(key, word, folded, stem)
    ORDER BY key
    ON CONFLICT (key) DO UPDATE SET releases = releases_searchword.releases + 1
"""
_DROP_WORDS = """
    WITH gone AS (
        DELETE FROM releases_searchword WHERE key = ANY(%(keys)s::bigint[]) AND releases <= 1
    )
    UPDATE releases_searchword SET releases = releases - 1
    WHERE key = ANY(%(keys)s::bigint[]) AND releases > 1
"""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """All that the search keeps of one bulletin.

    `columns` are the values of its row in the order of `COLUMNS`; `words` maps the keys of its
    `SearchWord` rows to the words.
    """

    release_id: int
    facets: frozenset[int]
    words: dict[int, str]
    columns: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Old:
    """What a row held before: what has to be undone elsewhere."""

    facets: frozenset[int] = frozenset()
    word_keys: frozenset[int] = frozenset()


def make_entry(
    *,
    release_id: int,
    issued_on: dt.date,
    first_seen_at: dt.datetime,
    headline: str,
    summary_points: Sequence[str],
    body: Sequence[str],
    agencies: Collection[int],
    places: Collection[int],
    topics: Collection[int],
    corrected: bool = False,
    year: int | None = None,
    number: int | None = None,
    folio: str = "",
    document_kind: str = DocumentKind.RELEASE.value,
    source_kind: str = "",
) -> SearchEntry:
    """What the search should keep of a public bulletin; touches no database.

    `agencies`, `places` (the dateline's among them) and `topics` are primary keys. `folio` is the
    number as printed; `year` defaults to that of `issued_on`.
    """
    year = year or issued_on.year
    fields = _weighted_fields(headline, summary_points, body, folio)
    vectors = vectorize([*fields, *_folio_fields(number, year)])
    words = _surface(text for text, _ in fields)
    facets = {
        codes.EVERYTHING,
        codes.month_code(issued_on),
        codes.document_code(document_kind),
        *(codes.code(codes.Kind.AGENCY, key) for key in agencies),
        *(codes.code(codes.Kind.PLACE, key) for key in places),
        *(codes.code(codes.Kind.TOPIC, key) for key in topics),
    }
    if corrected:
        facets.add(codes.CORRECTED)
    if source_kind:
        facets.add(codes.source_code(source_kind))
    columns = (
        release_id,
        issued_on,
        first_seen_at,
        year,
        number or 0,
        sorted(facets),
        vectors.words,
        vectors.headline,
        list(vectors.pairs),
        sorted(words),
    )
    return SearchEntry(release_id, frozenset(facets), words, columns)


def write_search_row(**bulletin: Any) -> None:
    """Makes a public bulletin findable, or writes its row anew after a correction.

    Takes the arguments of `make_entry`. Expects to run in the transaction of the act; takes one
    advisory lock until that ends.
    """
    entry = make_entry(**bulletin)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITE_LOCK])
        old = _read_old(cursor, entry.release_id)
        cursor.execute(_WRITE_ROW, entry.columns)
        _change_bits(cursor, entry.release_id, old.facets, entry.facets)
        _change_words(cursor, old.word_keys, entry.words)


def remove_search_row(*, release_id: int) -> None:
    """Takes a bulletin out of the search; one that is not in it is left alone."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITE_LOCK])
        old = _read_old(cursor, release_id)
        cursor.execute("DELETE FROM releases_searchrow WHERE release_id = %s", [release_id])
        _change_bits(cursor, release_id, old.facets, frozenset())
        _change_words(cursor, old.word_keys, {})


def word_key(word: str) -> int:
    """The key of a `SearchWord`."""
    return pair_key(word, "")


def _weighted_fields(
    headline: str, summary_points: Sequence[str], body: Sequence[str], folio: str
) -> list[tuple[str, Weight]]:
    """The searchable texts: the closing is none of them, or every bulletin would say «denuncia»."""
    return [
        (headline, Weight.HEADLINE),
        *((point, Weight.SUMMARY) for point in summary_points),
        *((paragraph, Weight.BODY) for paragraph in body),
        (folio, Weight.HEADLINE),
    ]


def _folio_fields(number: int | None, year: int) -> list[tuple[str, Weight]]:
    """The bulletin's own number as people may type it: padded, bare, with its year, named."""
    if not number:
        return []
    own = (folio_lexeme(number, year), f"{number:04d}", str(number))
    return [(text, Weight.HEADLINE) for text in own]


def _surface(texts: Iterable[str]) -> dict[int, str]:
    words = set().union(*(surface_words(text) for text in texts))
    return {word_key(word): word for word in words}


def _read_old(cursor: CursorWrapper, release_id: int) -> _Old:
    cursor.execute(_READ_OLD, [release_id])
    found = cursor.fetchone()
    return _Old(frozenset(found[0]), frozenset(found[1])) if found else _Old()


def _change_bits(
    cursor: CursorWrapper, release_id: int, old: frozenset[int], new: Collection[int]
) -> None:
    segment, bit = divmod(release_id, SEGMENT)
    gone, added = sorted(old.difference(new)), sorted(set(new) - old)
    if gone:
        cursor.execute(_CLEAR_BITS, {"segment": segment, "bit": bit, "facets": gone})
    if added:
        cursor.execute(_SET_BITS, {"segment": segment, "bit": bit, "facets": added})


def _change_words(cursor: CursorWrapper, old: frozenset[int], new: dict[int, str]) -> None:
    gone = sorted(old.difference(new))
    added = {key: word for key, word in new.items() if key not in old}
    if gone:
        cursor.execute(_DROP_WORDS, {"keys": gone})
    if added:
        words = list(added.values())
        stems = [tokenize(word)[0].lexemes[0] for word in words]
        cursor.execute(_ADD_WORDS, [list(added), words, [fold_all(word) for word in words], stems])
