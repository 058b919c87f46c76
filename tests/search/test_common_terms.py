"""Words that much of the archive holds are answered from kept bitmaps, and found just the same."""

from __future__ import annotations

import random
import threading

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from releases.models import CommonTerm, FacetBits, SearchRow
from releases.publishing import actions
from releases.search.common_choice import choose_common_terms, mend_common_bitmaps
from releases.search.index import LAST_COMMON, remove_search_row
from releases.search.rebuild import compare_search, rebuild_search
from tests.factories import make_release
from tests.search.asking import ask, found
from tests.search.test_index import write, wrong_bitmaps

pytestmark = pytest.mark.django_db

COMMON = ("ocelote", "trajinera", "tepache", "obsidiana")
RARE = (
    *("zopilote", "mezcalero", "saxofón", "antorcha", "níspero", "ajolote", "guaje", "tezontle"),
    *("cacomixtle", "tlacuache", "jacaranda", "colorín", "pirul", "maguey", "nopal", "tejocote"),
    *("capulín", "zapote", "mamey", "chirimoya", "guanábana", "huizache", "mezquite", "palo"),
)
QUERIES = (
    "ocelote",
    "ocelotes trajinera",
    "ocelote zopilote",
    "ocelote -trajinera",
    "zopilote -ocelote",
    "zopilote -ocelote -tepache",
    "ocelote o zopilote",
    "ocelote o trajinera",
    "guaje o ajolote",
    '"ocelote trajinera"',
    '"ocelote trajinera tepache"',
    '"tepache ocelote"',
    '"ocelote" -"ocelote trajinera"',
    "ocel*",
    "ocelot",
    "tepache obsidiana ocelote trajinera",
)


def make_archive(*, seed: int = 5, bulletins: int = 24) -> None:
    """Bulletins in which the common words stand mostly, and mostly in one order."""
    rng = random.Random(seed)
    for number in range(bulletins):
        kept = [word for word in COMMON if rng.random() < 0.7]
        if rng.random() < 0.2:
            rng.shuffle(kept)
        words = [*kept, rng.choice(RARE)]
        make_release(headline=f"Boletín {number} {rng.choice(COMMON)}", body=(" ".join(words),))


def answers() -> dict[str, list[int]]:
    return {query: sorted(release.pk for release in found(query)) for query in QUERIES}


def test_every_search_finds_the_same_with_and_without_kept_bitmaps() -> None:
    make_archive(bulletins=30)
    before = answers()

    added, _ = choose_common_terms(least=1)

    terms = set(CommonTerm.objects.values_list("query", flat=True))
    assert len(terms) == added
    assert {"'ocelot'", "'ocelot' <-> 'trajinero'"} <= terms
    assert "'zopilot'" not in terms
    assert answers() == before
    assert any(before.values())


def test_a_search_for_common_words_looks_into_no_index_of_words() -> None:
    make_archive(bulletins=6)
    choose_common_terms(least=1)

    with CaptureQueriesContext(connection) as asked:
        ask('ocelote "ocelote trajinera" -tepache')

    (statement,) = [query["sql"] for query in asked if query["sql"].startswith("WITH ")]
    assert "words @@" not in statement
    assert "pairs @>" not in statement
    assert "headline @@" not in statement


def test_a_publication_and_a_withdrawal_are_seen_at_once() -> None:
    make_archive(bulletins=8)
    choose_common_terms(least=1)
    total = ask("ocelote").total

    release = make_release(headline="Otro", body=("Un ocelote en trajinera con tepache.",))
    assert ask("ocelote").total == total + 1
    assert ask('"ocelote trajinera"').total

    actions.withdraw(release=release, note="Nota ficticia.", by=None)
    assert ask("ocelote").total == total
    assert mend_common_bitmaps(write=False) == 0


def test_kept_bitmaps_equal_the_rows_after_any_changes() -> None:
    make_archive(bulletins=6)
    choose_common_terms(least=1)
    rng = random.Random(7)
    keys = list(SearchRow.objects.values_list("release_id", flat=True))
    for number in range(40):
        key = rng.choice(keys)
        if rng.random() < 0.3:
            remove_search_row(release_id=key)
        else:
            write(key, " ".join(rng.sample(COMMON + RARE, 4)))
        if number % 15 == 14:
            choose_common_terms(least=1)
    assert mend_common_bitmaps(write=False) == 0
    assert wrong_bitmaps() == 0


def test_a_small_archive_keeps_none() -> None:
    make_archive(bulletins=6)
    assert choose_common_terms() == (0, 0)
    assert not CommonTerm.objects.exists()


def test_a_term_that_became_rare_goes_and_its_bitmaps_after_it() -> None:
    make_archive(bulletins=6)
    choose_common_terms(least=1)
    kept = CommonTerm.objects.count()
    for row in SearchRow.objects.all():
        write(row.pk, f"Únicamente {row.pk}")

    added, gone = choose_common_terms(least=1)
    assert gone == kept
    assert added  # «únicamente» is common now
    assert ask("ocelote").total == 0

    choose_common_terms(least=1)
    common = FacetBits.objects.filter(facet__lte=LAST_COMMON)
    keys = {code % 10_000_000 for code in common.values_list("facet", flat=True)}
    assert keys == set(CommonTerm.objects.values_list("pk", flat=True))


def test_rebuilding_tells_of_and_mends_a_wrong_kept_bitmap() -> None:
    make_archive(bulletins=6)
    choose_common_terms(least=1)
    total = ask("ocelote").total
    FacetBits.objects.filter(facet__lte=LAST_COMMON).delete()

    assert not compare_search().is_sound
    rebuild_search(least_for_terms=1)

    assert compare_search().is_sound
    assert ask("ocelote").total == total


@pytest.mark.django_db(transaction=True)
def test_choosing_while_others_write_leaves_no_wrong_bitmap() -> None:
    make_archive(bulletins=8)
    keys = list(SearchRow.objects.values_list("release_id", flat=True))
    faults: list[Exception] = []

    def work(seed: int) -> None:
        rng = random.Random(seed)
        try:
            for _ in range(10):
                write(rng.choice(keys), " ".join(rng.sample(COMMON, 3)))
        except Exception as error:  # noqa: BLE001 - whatever it is, the test reports it
            faults.append(error)
        finally:
            connections.close_all()

    writers = [threading.Thread(target=work, args=(seed,)) for seed in range(3)]
    for writer in writers:
        writer.start()
    choose_common_terms(least=1)
    for writer in writers:
        writer.join()

    assert faults == []
    assert CommonTerm.objects.exists()
    assert mend_common_bitmaps(write=False) == 0
