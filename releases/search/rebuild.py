"""Writing all search rows anew from the current versions, while the site goes on.

Needed when the making of words changed (`releases.language`): rows already written keep the old
forms. Each portion takes the index's lock first and reads the bulletins under it, so that no act
can be overwritten with what was true before it; readers find each bulletin by its row as it was
or as it is, never by none.
"""

# ruff: noqa: S608 - statements are put together from our own constants and placeholders only

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import QuerySet

from releases.language.folding import fold_all
from releases.language.words import tokenize
from releases.models import Release, SearchRow
from releases.models.search_row import SEGMENT
from releases.search.acronyms import restore_acronyms
from releases.search.common_choice import (
    LEAST_BULLETINS,
    choose_common_terms,
    mend_common_bitmaps,
)
from releases.search.entries import COLUMNS, SearchEntry, read_entry
from releases.search.index import LAST_COMMON, lock_index, remove_search_row, write_entry

# So many bulletins take a fraction of a second: publishing waits no longer than that.
PORTION = 50

_CASTS = {
    "facets": "::int[]",
    "words": "::tsvector",
    "headline": "::tsvector",
    "pairs": "::bigint[]",
    "word_keys": "::bigint[]",
    "acronym_keys": "::bigint[]",
    "body_key": "::bigint",
}
_IS_KEPT = "SELECT EXISTS (SELECT FROM releases_searchrow WHERE release_id = %s AND {})".format(
    " AND ".join(
        f"{column} IS NOT DISTINCT FROM %s{_CASTS.get(column, '')}" for column in COLUMNS[1:]
    )
)
_OTHER_WORDS = """
    SELECT new.key FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[])
        new(key, word, folded, stem)
    LEFT JOIN releases_searchword kept USING (key)
    WHERE (kept.word, kept.folded, kept.stem) IS DISTINCT FROM (new.word, new.folded, new.stem)
"""
_WRITE_WORDS = """
    INSERT INTO releases_searchword (key, word, folded, stem, releases)
    SELECT key, word, folded, stem, 0
    FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[]) new(key, word, folded, stem)
    ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
        word = excluded.word, folded = excluded.folded, stem = excluded.stem
"""
_SAID_BITS = f"""
    SELECT facet, release_id / {SEGMENT} AS segment,
           conste_bits_of((release_id % {SEGMENT})::int, 1) AS bits
    FROM releases_searchrow, unnest(facets) facet GROUP BY 1, 2
"""
_KEPT_BITS = f"SELECT * FROM releases_facetbits WHERE facet > {LAST_COMMON}"
# A bitmap that no row speaks for may be left, empty: a facet value that lost its last bulletin.
_WRONG_BITS = f"""
    SELECT count(*) FROM ({_SAID_BITS}) said FULL JOIN ({_KEPT_BITS}) kept
    USING (facet, segment)
    WHERE coalesce(said.bits, repeat('0', {SEGMENT})::bit({SEGMENT}))
       <> coalesce(kept.bits, repeat('0', {SEGMENT})::bit({SEGMENT}))
"""
_MEND_BITS = (
    f"""
    DELETE FROM releases_facetbits kept WHERE facet > {LAST_COMMON} AND NOT EXISTS (
        SELECT FROM releases_searchrow r
        WHERE kept.facet = ANY(r.facets) AND r.release_id / {SEGMENT} = kept.segment
    )
    """,
    f"""
    INSERT INTO releases_facetbits (facet, segment, bits)
    SELECT facet, segment, bits FROM ({_SAID_BITS}) said
    ON CONFLICT (facet, segment) DO UPDATE SET bits = excluded.bits
    WHERE releases_facetbits.bits <> excluded.bits
    """,
)
_SAID_TWINS = """
    SELECT release_id, body_key FROM (
        SELECT release_id, body_key, count(*) OVER (PARTITION BY body_key) AS bulletins
        FROM releases_searchrow WHERE body_key IS NOT NULL
    ) AS same WHERE bulletins > 1
"""
_WRONG_TWINS = f"""
    SELECT count(*) FROM ({_SAID_TWINS}) said FULL JOIN releases_searchtwin kept USING (release_id)
    WHERE said.body_key IS DISTINCT FROM kept.body_key
"""
_MEND_TWINS = (
    "DELETE FROM releases_searchtwin",
    f"INSERT INTO releases_searchtwin (release_id, body_key) {_SAID_TWINS}",
)

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class RebuildReport:
    """What was compared, and what differed from the current versions.

    `rows` and `stale` are keys of bulletins: with another row or none, and with a row though they
    are not public. The others count words kept otherwise, and wrong bitmaps, counts (of words and
    acronyms) and twins.
    """

    compared: int = 0
    rows: list[int] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)
    words: int = 0
    bitmaps: int = 0
    counts: int = 0
    twins: int = 0

    @property
    def is_sound(self) -> bool:
        sums = (self.words, self.bitmaps, self.counts, self.twins)
        return not (self.rows or self.stale or any(sums))


def rebuild_search(
    *, progress: Progress | None = None, least_for_terms: int = LEAST_BULLETINS
) -> RebuildReport:
    """Puts right all that the search keeps; `progress` hears how many of how many are done.

    Chooses anew which terms are common, if there are `least_for_terms` bulletins.

    What is right already is left alone, so that a second run writes nothing. The report says what
    was written. Must not be called inside a transaction.
    """
    report = _go_through(write=True, progress=progress)
    choose_common_terms(least=least_for_terms)
    return report


def compare_search(*, progress: Progress | None = None) -> RebuildReport:
    """As `rebuild_search`, and writes nothing: the report says what would be."""
    return _go_through(write=False, progress=progress)


def _go_through(*, write: bool, progress: Progress | None) -> RebuildReport:
    report = RebuildReport()
    keys = list(Release.objects.public().order_by("pk").values_list("pk", flat=True))
    known: set[int] = set()
    for start in range(0, len(keys), PORTION):
        _compare_portion(keys[start : start + PORTION], known, report, write=write)
        report.compared = min(len(keys), start + PORTION)
        if progress:
            progress(report.compared, len(keys))
    report.stale = list(_stale_rows().values_list("release_id", flat=True))
    if write:
        _remove_stale(report.stale)
    report.bitmaps = _mend(_WRONG_BITS, _MEND_BITS, write=write)
    report.bitmaps += mend_common_bitmaps(write=write)
    report.counts = _mend(*_counts_of("releases_searchword", "word_keys"), write=write)
    report.counts += _mend(*_counts_of("releases_learnedacronym", "acronym_keys"), write=write)
    report.twins = _mend(_WRONG_TWINS, _MEND_TWINS, write=write)
    return report


def _compare_portion(
    keys: list[int], known: set[int], report: RebuildReport, *, write: bool
) -> None:
    """Compares some bulletins; `known` remembers whose words were already looked at."""
    with transaction.atomic():
        lock_index()
        entries = [entry for entry in map(_entry, _read_releases(keys)) if entry]
        words = {key: word for e in entries for key, word in e.words.items() if key not in known}
        known.update(words)
        report.words += _compare_words(words, write=write)
        other = [entry for entry in entries if not _is_kept(entry)]
        report.rows += [entry.release_id for entry in other]
        if write:
            for entry in other:
                write_entry(entry)
            restore_acronyms(
                {key: known for entry in entries for key, known in entry.acronyms.items()}
            )


def _read_releases(keys: list[int]) -> Iterable[Release]:
    """Those that are public still."""
    return (
        Release.objects.public()
        .with_current()
        .select_related("current_revision__source")
        .prefetch_related("current_revision__mentions")
        .filter(pk__in=keys)
        .order_by("pk")
    )


def _entry(release: Release) -> SearchEntry | None:
    return read_entry(release, release.current_revision) if release.current_revision else None


def _is_kept(entry: SearchEntry) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_IS_KEPT, entry.columns)
        return bool(cursor.fetchone()[0])


def _compare_words(words: dict[int, str], *, write: bool) -> int:
    """How many of the words are kept with another stem or not at all."""
    rows = [
        (key, word, fold_all(word), tokenize(word)[0].lexemes[0]) for key, word in words.items()
    ]
    if not rows:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(_OTHER_WORDS, list(map(list, zip(*rows, strict=True))))
        other = {key for (key,) in cursor.fetchall()}
        if other and write:
            written = [row for row in rows if row[0] in other]
            cursor.execute(_WRITE_WORDS, list(map(list, zip(*written, strict=True))))
    return len(other)


def _stale_rows() -> QuerySet[SearchRow]:
    return SearchRow.objects.exclude(release__in=Release.objects.public()).order_by("release_id")


def _remove_stale(keys: list[int]) -> None:
    with transaction.atomic():
        lock_index()
        for key in _stale_rows().filter(release_id__in=keys).values_list("release_id", flat=True):
            remove_search_row(release_id=key)


def _counts_of(table: str, column: str) -> tuple[str, tuple[str, str]]:
    """How to count what a table counts otherwise than the rows' keys say, and how to mend it."""
    said = (
        f"SELECT key, count(*) AS releases FROM releases_searchrow, unnest({column}) key GROUP BY 1"
    )
    wrong = f"""
        SELECT count(*) FROM ({said}) said FULL JOIN {table} kept USING (key)
        WHERE said.releases IS DISTINCT FROM kept.releases
    """
    drop = f"""
        DELETE FROM {table} kept
        WHERE NOT EXISTS (SELECT FROM ({said}) said WHERE said.key = kept.key)
    """
    update = f"""
        UPDATE {table} kept SET releases = said.releases
        FROM ({said}) said WHERE said.key = kept.key AND said.releases <> kept.releases
    """
    return wrong, (drop, update)


def _mend(count_wrong: str, statements: Iterable[str], *, write: bool) -> int:
    """How many are wrong; counted without the lock, which is taken where something is."""
    with connection.cursor() as cursor:
        cursor.execute(count_wrong)
        wrong = int(cursor.fetchone()[0])
        if wrong and write:
            with transaction.atomic():
                lock_index()
                for statement in statements:
                    cursor.execute(statement)
    return wrong
