"""Writing what the search reads. Called by `publishing` inside the act's own transaction, so that
the very next search sees a publication, a correction or a withdrawal."""

# ruff: noqa: S608 - statements are put together from our own constants and placeholders only

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from releases.language.folding import fold_all
from releases.language.words import tokenize
from releases.models.search_row import SEGMENT
from releases.search import codes
from releases.search.acronyms import change_acronyms
from releases.search.entries import COLUMNS, SearchEntry
from releases.search.twins import change_twins

FIRST_COMMON = codes.code(codes.Kind.COMMON_HEADLINE, 0)
LAST_COMMON = codes.code_range(codes.Kind.COMMON)[1] - 1

# Any number will do, so long as no other advisory lock of the project uses it. Without it, two
# acts that set and clear the same facets in another order deadlock.
_WRITE_LOCK = 7_002

_READ_OLD = """
    SELECT facets, word_keys, acronym_keys, body_key
    FROM releases_searchrow WHERE release_id = %s
"""
_WRITE_ROW = f"""
    INSERT INTO releases_searchrow ({", ".join(COLUMNS)})
    VALUES (%s, %s, %s, %s, %s, %s, %s::tsvector, %s::tsvector, %s::bigint[], %s::bigint[],
            %s::bigint[], %s)
    ON CONFLICT (release_id) DO UPDATE SET
        issued_on = excluded.issued_on, first_seen_at = excluded.first_seen_at,
        year = excluded.year, number = excluded.number, facets = excluded.facets,
        words = excluded.words, headline = excluded.headline, pairs = excluded.pairs,
        word_keys = excluded.word_keys, acronym_keys = excluded.acronym_keys,
        body_key = excluded.body_key
"""
_READ_OLD_TERMS = f"""
    SELECT facet FROM releases_facetbits
    WHERE facet BETWEEN {FIRST_COMMON} AND {LAST_COMMON}
    AND segment = %(segment)s AND get_bit(bits, %(bit)s) = 1
"""
_READ_TERMS = f"""
    SELECT {codes.code(codes.Kind.COMMON, 0)} + id
    FROM releases_commonterm WHERE %(words)s::tsvector @@ query::tsquery
    UNION ALL
    SELECT {codes.code(codes.Kind.COMMON_HEADLINE, 0)} + id
    FROM releases_commonterm WHERE %(headline)s::tsvector @@ query::tsquery
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
class _Old:
    """What a row held before: what has to be undone elsewhere. Facets hold common terms too."""

    facets: frozenset[int] = frozenset()
    word_keys: frozenset[int] = frozenset()
    acronym_keys: frozenset[int] = frozenset()
    body_key: int | None = None


def lock_index() -> None:
    """Waits for the turn to write; others wait until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITE_LOCK])


def write_entry(entry: SearchEntry) -> None:
    """Makes a public bulletin findable, or writes its row anew after a correction.

    Expects to run in the transaction of the act; takes one advisory lock until that ends.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        lock_index()
        old = _read_old(cursor, entry.release_id)
        cursor.execute(_WRITE_ROW, entry.columns)
        terms = _read_terms(cursor, entry)
        _change_bits(cursor, entry.release_id, old.facets, entry.facets | terms)
        _change_words(cursor, old.word_keys, entry.words)
        change_acronyms(cursor, old.acronym_keys, entry.acronyms)
        change_twins(cursor, entry.release_id, old.body_key, entry.body_key)


def remove_search_row(*, release_id: int) -> None:
    """Takes a bulletin out of the search; one that is not in it is left alone."""
    with transaction.atomic(), connection.cursor() as cursor:
        lock_index()
        old = _read_old(cursor, release_id)
        cursor.execute("DELETE FROM releases_searchrow WHERE release_id = %s", [release_id])
        _change_bits(cursor, release_id, old.facets, frozenset())
        _change_words(cursor, old.word_keys, {})
        change_acronyms(cursor, old.acronym_keys, {})
        change_twins(cursor, release_id, old.body_key, None)


def _read_old(cursor: CursorWrapper, release_id: int) -> _Old:
    cursor.execute(_READ_OLD, [release_id])
    found = cursor.fetchone()
    if found is None:
        return _Old()
    facets, word_keys, acronym_keys, body_key = found
    segment, bit = divmod(release_id, SEGMENT)
    cursor.execute(_READ_OLD_TERMS, {"segment": segment, "bit": bit})
    terms = [code for (code,) in cursor.fetchall()]
    return _Old(
        frozenset([*facets, *terms]), frozenset(word_keys), frozenset(acronym_keys), body_key
    )


def _read_terms(cursor: CursorWrapper, entry: SearchEntry) -> frozenset[int]:
    """The codes of the common terms that a bulletin holds."""
    columns = dict(zip(COLUMNS, entry.columns, strict=True))
    cursor.execute(_READ_TERMS, {name: columns[name] for name in ("words", "headline")})
    return frozenset(code for (code,) in cursor.fetchall())


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
