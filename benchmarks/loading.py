"""An archive of synthetic bulletins in a database of its own, written as a whole.

The rows are those that publishing writes; only their way in is another, since twenty bulletins
a second through the front door would take hours. A large archive takes more than an hour all the
same: what is committed already is kept when the load is broken off, and the next one goes on.
"""

from __future__ import annotations

import datetime as dt
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TextIO

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Max
from django.utils.text import slugify

from benchmarks import lexicon
from benchmarks.generation import SyntheticBulletin, generate
from benchmarks.peer_file import as_peer_line
from releases.language.folding import fold_all
from releases.language.words import tokenize
from releases.models import Agency, FacetBits, Place, Release, SearchRow, SearchWord, Topic
from releases.models.search_row import SEGMENT
from releases.search.common_choice import choose_common_terms
from releases.search.entries import COLUMNS, SearchEntry, make_entry, word_key
from releases.vocabulary import AgencyScope, PlaceLevel

_PORTION = 500
_COMMITTED_TOGETHER = 20
_PROCESSES = 2
# Counted so far, a row for each word of each transaction; the table goes when the load is done.
_WORDS_SO_FAR = "benchmark_words"
_COUNT_WORDS = f"SELECT word, sum(releases) FROM {_WORDS_SO_FAR} GROUP BY word"  # noqa: S608 - our own table
_NOON = dt.time(18, 0, tzinfo=dt.UTC)


@dataclass(slots=True)
class Catalogue:
    """The primary keys of the lexicon's agencies, topics and municipalities, in its order."""

    agencies: list[int]
    topics: list[int]
    places: list[int]


@dataclass(slots=True)
class BuildReport:
    """How long each step took, in seconds, and how large each index became, in megabytes."""

    seconds: dict[str, float] = field(default_factory=dict)
    megabytes: dict[str, float] = field(default_factory=dict)

    def timed(self, step: str, since: float) -> None:
        self.seconds[step] = self.seconds.get(step, 0.0) + time.perf_counter() - since


def load_archive(total: int, peer_file: Path) -> BuildReport:
    """Fills a migrated database, and writes what the peers index into `peer_file` meanwhile.

    Does neither where the database holds `total` bulletins already.
    """
    report = BuildReport()
    if _is_unfinished() or SearchRow.objects.count() != total:
        call_command("load_vocabularies", verbosity=0)
        _load(total, make_catalogue(), report, peer_file)
    _advance_sequences()
    report.megabytes = _measure_sizes()
    return report


def write_peer_file(total: int, peer_file: Path) -> None:
    """Writes what the peers index, for an archive that was filled without them."""
    with peer_file.open("w", encoding="utf-8") as file:
        file.writelines(f"{as_peer_line(bulletin)}\n" for bulletin in generate(total))


def _is_unfinished() -> bool:
    """Whether a load was broken off: its words are still beside the archive."""
    return _WORDS_SO_FAR in connection.introspection.table_names()


def _advance_sequences() -> None:
    """Copied rows bring their own keys; the next ones must follow them."""
    with connection.cursor() as cursor:
        for table in ("releases_release", "releases_revision"):
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, 'id'), "  # noqa: S608 - our own tables
                f"(SELECT coalesce(max(id), 1) FROM {table}))",
                [table],
            )


def make_catalogue() -> Catalogue:
    """The lexicon's names as catalogue rows, made where they are missing."""
    agencies = [_agency(number, name) for number, name in enumerate(lexicon.AGENCIES, 1)]
    places = [_place(number, name) for number, name in enumerate(lexicon.MUNICIPALITIES, 1)]
    topics = [_topic(number, name) for number, name in enumerate(lexicon.TOPICS, 1)]
    return Catalogue(agencies, topics, places)


def _agency(number: int, name: str) -> int:
    fields = {"name": name, "scope": AgencyScope.STATE, "state": "15", "sort_key": fold_all(name)}
    return Agency.objects.get_or_create(slug=f"banco-{number}", defaults=fields)[0].pk


def _place(number: int, name: str) -> int:
    """As the home state's municipalities, with keys that the real ones do not use."""
    fields = {
        "name": name,
        "level": PlaceLevel.MUNICIPALITY,
        "inegi": f"15{800 + number}",
        "sort_key": fold_all(name),
    }
    return Place.objects.get_or_create(slug=f"banco-{number}", defaults=fields)[0].pk


def _topic(number: int, name: str) -> int:
    fields = {"name": name, "sort_key": fold_all(name)}
    return Topic.objects.get_or_create(slug=f"banco-{number}", defaults=fields)[0].pk


def _load(total: int, catalogue: Catalogue, report: BuildReport, peer_file: Path) -> None:
    if not _is_unfinished():
        _empty_archive()
        peer_file.write_text("")
    _copy_rows(total, catalogue, report, peer_file)
    since = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM releases_searchword")
        cursor.execute(_COUNT_WORDS)
        _copy_words(dict(cursor.fetchall()))
    report.timed("vocabulario", since)
    build_on_rows(report)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {_WORDS_SO_FAR}")
        cursor.execute("VACUUM ANALYZE")


def build_on_rows(report: BuildReport) -> None:
    """Builds what the search rows are the source of: indexes, bitmaps, common terms."""
    since = time.perf_counter()
    _add_indexes()
    report.timed("índices", since)
    since = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM releases_facetbits")
        cursor.execute("DELETE FROM releases_commonterm")  # their bitmaps are gone with the others
        cursor.execute(
            "INSERT INTO releases_facetbits (facet, segment, bits) "  # noqa: S608 - a number of ours
            f"SELECT facet, release_id / {SEGMENT}, "
            f"conste_bits_of((release_id % {SEGMENT})::int, 1) "
            "FROM releases_searchrow, unnest(facets) facet GROUP BY 1, 2 ORDER BY 1, 2"
        )
    report.timed("mapas de bits", since)
    since = time.perf_counter()
    choose_common_terms()
    report.timed("términos comunes", since)


def _empty_archive() -> None:
    """Takes away rows and indexes, and makes the table of words that tells a load under way."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM releases_searchrow")
        cursor.execute("DELETE FROM releases_revision")
        cursor.execute("DELETE FROM releases_release")
        for index in SearchRow._meta.indexes:
            cursor.execute(f"DROP INDEX IF EXISTS {index.name}")
        cursor.execute(f"CREATE TABLE {_WORDS_SO_FAR} (word text, releases int)")


def _add_indexes() -> None:
    """Each in a transaction of its own; those of a load that was broken off are left."""
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, "releases_searchrow")
    for index in SearchRow._meta.indexes:
        if index.name not in constraints:
            with connection.schema_editor() as editor:
                editor.add_index(SearchRow, index)


@dataclass(frozen=True, slots=True)
class _Portion:
    """Rows ready to be copied, made in a process of their own."""

    releases: list[tuple[object, ...]]
    revisions: list[tuple[object, ...]]
    rows: list[tuple[object, ...]]
    words: Counter[str]
    peer_lines: list[str]
    seconds: float


def _copy_rows(total: int, catalogue: Catalogue, report: BuildReport, peer_file: Path) -> None:
    """Copies what is not there yet, some portions in each transaction."""
    done = SearchRow.objects.aggregate(last=Max("release_id"))["last"] or 0
    starts = range(done + 1, total + 1, _PORTION)
    work = [(total, range(start, min(total + 1, start + _PORTION)), catalogue) for start in starts]
    # The children only compute; this process alone speaks with the database.
    with (
        get_context("fork").Pool(_PROCESSES) as pool,
        _open_after(peer_file, done) as peers,
    ):
        portions = pool.imap(_make_portion, work)
        while together := list(islice(portions, _COMMITTED_TOGETHER)):
            peers.writelines(f"{line}\n" for portion in together for line in portion.peer_lines)
            peers.flush()
            since = time.perf_counter()
            _copy_portions(together)
            report.timed("copia", since)
            seconds = sum(portion.seconds for portion in together)
            report.seconds["palabras"] = report.seconds.get("palabras", 0.0) + seconds


def _copy_portions(portions: Sequence[_Portion]) -> None:
    words: Counter[str] = Counter()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
        for portion in portions:
            _copy("releases_release", _RELEASE, portion.releases)
            _copy("releases_revision", _REVISION, portion.revisions)
            _copy("releases_searchrow", COLUMNS, portion.rows)
            words.update(portion.words)
        _copy(_WORDS_SO_FAR, ("word", "releases"), words.items())


@contextmanager
def _open_after(path: Path, lines: int) -> Iterator[TextIO]:
    """Opens a file to write on after so many lines; what follows them goes."""
    with path.open("r+", encoding="utf-8") as file:
        for _ in range(lines):
            file.readline()
        file.seek(file.tell())
        file.truncate()
        yield file


def _make_portion(work: tuple[int, range, Catalogue]) -> _Portion:
    total, keys, catalogue = work
    bulletins = list(generate(total, keys))
    since = time.process_time()
    entries = [_entry(bulletin, catalogue) for bulletin in bulletins]
    seconds = time.process_time() - since
    words: Counter[str] = Counter()
    for entry in entries:
        words.update(entry.words.values())
    return _Portion(
        releases=[_release_row(bulletin, catalogue) for bulletin in bulletins],
        revisions=[_revision_row(bulletin, catalogue) for bulletin in bulletins],
        rows=[entry.columns for entry in entries],
        words=words,
        peer_lines=[as_peer_line(bulletin) for bulletin in bulletins],
        seconds=seconds,
    )


def _entry(bulletin: SyntheticBulletin, catalogue: Catalogue) -> SearchEntry:
    return make_entry(
        release_id=bulletin.id,
        issued_on=bulletin.day,
        first_seen_at=dt.datetime.combine(bulletin.day, _NOON),
        headline=bulletin.headline,
        summary_points=bulletin.summary,
        body=bulletin.body,
        agencies=[catalogue.agencies[n - 1] for n in bulletin.agencies],
        places=[catalogue.places[n - 1] for n in bulletin.municipalities],
        topics=[catalogue.topics[n - 1] for n in bulletin.topics],
        number=bulletin.number,
    )


_RELEASE = (
    "id", "issuer_id", "number", "year", "key", "slug", "state", "current_revision_id",
    "first_seen_at", "changed_at", "lock_version",
)  # fmt: skip
_REVISION = (
    "id", "release_id", "number", "kind", "folio", "document_kind", "headline", "summary_points",
    "body", "boilerplate", "dateline", "issued_in_id", "evidence", "issued_on", "entities",
    "text_sha256", "change_note",
)  # fmt: skip


def _release_row(bulletin: SyntheticBulletin, catalogue: Catalogue) -> tuple[object, ...]:
    seen = dt.datetime.combine(bulletin.day, _NOON)
    key = f"{bulletin.number:04d}"
    slug = slugify(bulletin.headline[:60])
    return (
        bulletin.id, catalogue.agencies[0], bulletin.number, bulletin.day.year, key, slug,
        "publicado", bulletin.id, seen, seen, 1,
    )  # fmt: skip


def _revision_row(bulletin: SyntheticBulletin, catalogue: Catalogue) -> tuple[object, ...]:
    folio = f"{bulletin.number:04d}/{bulletin.day.year}"
    entities = {
        "agencies": [
            {"slug": f"banco-{n}", "name": lexicon.AGENCIES[n - 1], "acronym": ""}
            for n in bulletin.agencies
        ],
        "places": [],
        "topics": [
            {"slug": f"banco-{n}", "name": list(lexicon.TOPICS)[n - 1]} for n in bulletin.topics
        ],
    }
    return (
        bulletin.id, bulletin.id, 1, "original", folio, "comunicado", bulletin.headline,
        list(bulletin.summary), list(bulletin.body), "Cierre sintético.", "",
        catalogue.places[bulletin.municipalities[0] - 1], "{}", bulletin.day,
        json.dumps(entities, ensure_ascii=False), f"{bulletin.id:064d}", "",
    )  # fmt: skip


def _copy(table: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor:
        statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)


def _copy_words(words: Mapping[str, int]) -> None:
    from_words = (
        (key, word, fold_all(word), tokenize(word)[0].lexemes[0], count)
        for word, count in words.items()
        for key in [word_key(word)]
    )
    _copy("releases_searchword", ("key", "word", "folded", "stem", "releases"), from_words)


def _measure_sizes() -> dict[str, float]:
    sizes = {}
    with connection.cursor() as cursor:
        for index in SearchRow._meta.indexes:
            cursor.execute("SELECT pg_relation_size(%s) / 1e6", [index.name])
            sizes[index.name] = float(cursor.fetchone()[0])
        for model in (SearchRow, FacetBits, SearchWord, Release):
            table = model._meta.db_table
            cursor.execute("SELECT pg_table_size(%s) / 1e6", [table])
            sizes[table] = float(cursor.fetchone()[0])
    return sizes
