"""An archive of synthetic bulletins in a database of its own, written as a whole.

The rows are those that publishing writes; only their way in is another, since twenty bulletins
a second through the front door would take hours.
"""

from __future__ import annotations

import datetime as dt
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from django.core.management import call_command
from django.db import connection
from django.utils.text import slugify

from benchmarks import lexicon
from benchmarks.generation import SyntheticBulletin, generate
from releases.language.folding import fold_all
from releases.language.words import tokenize
from releases.models import Agency, FacetBits, Place, Release, SearchRow, SearchWord, Topic
from releases.models.search_row import SEGMENT
from releases.search.index import COLUMNS, SearchEntry, make_entry, word_key
from releases.vocabulary import AgencyScope, PlaceLevel

_PORTION = 500
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


def load_archive(total: int) -> BuildReport:
    """Fills an empty, migrated database; does nothing where it holds `total` bulletins already."""
    report = BuildReport()
    if SearchRow.objects.count() != total:
        call_command("load_vocabularies", verbosity=0)
        _load(total, make_catalogue(), report)
    report.megabytes = _measure_sizes()
    return report


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


def _load(total: int, catalogue: Catalogue, report: BuildReport) -> None:
    indexes = SearchRow._meta.indexes
    with connection.cursor() as cursor, connection.schema_editor() as editor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in ("releases_searchrow", "releases_facetbits", "releases_searchword"):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - our own tables
        cursor.execute("DELETE FROM releases_revision")
        cursor.execute("DELETE FROM releases_release")
        for index in indexes:
            editor.remove_index(SearchRow, index)
        words = _copy_rows(total, catalogue, report)
        since = time.perf_counter()
        for index in indexes:
            editor.add_index(SearchRow, index)
        report.timed("índices", since)
        since = time.perf_counter()
        cursor.execute(
            "INSERT INTO releases_facetbits (facet, segment, bits) "  # noqa: S608
            f"SELECT facet, release_id / {SEGMENT}, "
            f"conste_bits_of((release_id % {SEGMENT})::int, 1) "
            "FROM releases_searchrow, unnest(facets) facet GROUP BY 1, 2 ORDER BY 1, 2"
        )
        report.timed("mapas de bits", since)
        since = time.perf_counter()
        _copy_words(words)
        report.timed("vocabulario", since)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _copy_rows(total: int, catalogue: Catalogue, report: BuildReport) -> Counter[str]:
    words: Counter[str] = Counter()
    bulletins = generate(total)
    while portion := list(islice(bulletins, _PORTION)):
        since = time.perf_counter()
        entries = [_entry(bulletin, catalogue) for bulletin in portion]
        report.timed("palabras", since)
        since = time.perf_counter()
        _copy("releases_release", _RELEASE, (_release_row(b, catalogue) for b in portion))
        _copy("releases_revision", _REVISION, (_revision_row(b, catalogue) for b in portion))
        _copy("releases_searchrow", COLUMNS, (entry.columns for entry in entries))
        report.timed("copia", since)
        for entry in entries:
            words.update(entry.words.values())
    return words


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


def _copy(table: str, columns: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor:
        statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)


def _copy_words(words: Counter[str]) -> None:
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
