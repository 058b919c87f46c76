"""The search tables say exactly what the public bulletins say, whatever happened before."""

# ruff: noqa: S608 - statements are put together from our own constants only

from __future__ import annotations

import datetime as dt
import random
import threading

import pytest
from django.db import connection, connections

from releases.models import FacetBits, SearchRow, SearchWord
from releases.models.search_row import SEGMENT
from releases.search.entries import make_entry
from releases.search.index import remove_search_row, write_entry
from tests.factories import make_release

_DIFFERENT = f"""
    SELECT count(*) FROM (
        SELECT facet, release_id / {SEGMENT} AS segment,
               conste_bits_of((release_id % {SEGMENT})::int, 1) AS bits
        FROM releases_searchrow, unnest(facets) facet GROUP BY 1, 2
    ) said
    FULL JOIN (SELECT * FROM releases_facetbits WHERE facet >= 0) kept USING (facet, segment)
    WHERE coalesce(said.bits, repeat('0', {SEGMENT})::bit({SEGMENT}))
       <> coalesce(kept.bits, repeat('0', {SEGMENT})::bit({SEGMENT}))
"""
_WORDS = (
    "ocelote",
    "zopilote",
    "tepache",
    "trajinera",
    "mezcalero",
    "obsidiana",
    "saxofón",
    "antorcha",
)
SEEN = dt.datetime(2024, 4, 4, 18, 0, tzinfo=dt.UTC)


def write(release_id: int, text: str, *, agencies: list[int] | None = None) -> None:
    entry = make_entry(
        release_id=release_id,
        issued_on=dt.date(2024, 4, 4),
        first_seen_at=SEEN,
        headline=text,
        summary_points=[],
        body=[],
        agencies=agencies or [],
        places=[],
        topics=[],
    )
    write_entry(entry)


def wrong_bitmaps() -> int:
    with connection.cursor() as cursor:
        cursor.execute(_DIFFERENT)
        return int(cursor.fetchone()[0])


@pytest.mark.django_db
def test_bitmaps_and_words_equal_the_rows_after_any_changes() -> None:
    rng = random.Random(7)
    keys = [make_release().pk for _ in range(6)]
    for _ in range(40):
        key = rng.choice(keys)
        if rng.random() < 0.3:
            remove_search_row(release_id=key)
        else:
            text = " ".join(rng.sample(_WORDS, 3))
            write(key, text, agencies=rng.sample(range(1, 9), 3))
    assert wrong_bitmaps() == 0
    rows = SearchRow.objects.values_list("word_keys", flat=True)
    counted = {key: sum(key in row for row in rows) for row in rows for key in row}
    assert dict(SearchWord.objects.values_list("key", "releases")) == counted


@pytest.mark.django_db
def test_a_withdrawn_word_is_forgotten() -> None:
    release = make_release(headline="Rescatan un cacomixtle")
    assert SearchWord.objects.filter(word="cacomixtle").exists()
    remove_search_row(release_id=release.pk)
    assert not SearchWord.objects.filter(word="cacomixtle").exists()


@pytest.mark.django_db
def test_removing_what_is_not_there_changes_nothing() -> None:
    before = FacetBits.objects.count()
    remove_search_row(release_id=10**9)
    assert FacetBits.objects.count() == before


def test_an_entry_carries_the_number_in_every_form_and_no_closing() -> None:
    entry = make_entry(
        release_id=1,
        issued_on=dt.date(2024, 4, 4),
        first_seen_at=SEEN,
        headline="Título",
        summary_points=[],
        body=[],
        agencies=[],
        places=[],
        topics=[],
        number=31,
        folio="B-031-2024",
    )
    words = entry.columns[6]
    for lexeme in ("'31/2024'", "'031'", "'0031'", "'31'", "'b'"):
        assert lexeme in words


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_neither_deadlock_nor_leave_a_wrong_bitmap() -> None:
    keys = [make_release().pk for _ in range(8)]
    faults: list[Exception] = []

    def work(seed: int) -> None:
        rng = random.Random(seed)
        try:
            for _ in range(12):
                key = rng.choice(keys)
                if rng.random() < 0.3:
                    remove_search_row(release_id=key)
                else:
                    write(key, rng.choice(_WORDS), agencies=rng.sample(range(1, 9), 4))
        except Exception as error:  # noqa: BLE001 - whatever it is, the test reports it
            faults.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert wrong_bitmaps() == 0
