"""The search can be written anew from the bulletins, while people search and publish."""

from __future__ import annotations

import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction

from releases.models import FacetBits, LearnedAcronym, Release, SearchRow, SearchTwin, SearchWord
from releases.publishing import actions
from releases.search.index import lock_index, remove_search_row
from releases.search.rebuild import compare_search, rebuild_search
from tests.factories import make_release
from tests.search.asking import ask

pytestmark = pytest.mark.django_db


def spoil(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_sound_search_is_found_sound_and_left_alone() -> None:
    make_release(headline="Rescatan un cacomixtle")
    assert compare_search().is_sound
    assert rebuild_search().is_sound


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE releases_searchrow SET words = 'otro:1', headline = 'otro'",
        "UPDATE releases_searchrow SET facets = '{0}', pairs = '{}'",
        "DELETE FROM releases_searchrow",
        "UPDATE releases_searchword SET stem = 'otro', folded = 'otro'",
        "UPDATE releases_searchword SET releases = 70",
        "DELETE FROM releases_searchword",
        "UPDATE releases_facetbits SET bits = ~bits",
        "DELETE FROM releases_facetbits",
        "UPDATE releases_facetbits SET facet = facet + 5",
        "UPDATE releases_searchrow SET acronym_keys = '{}', body_key = NULL",
        "UPDATE releases_learnedacronym SET releases = 70",
        "DELETE FROM releases_learnedacronym",
        "DELETE FROM releases_searchtwin",
        "UPDATE releases_searchtwin SET body_key = body_key + 1",
    ],
)
def test_whatever_was_lost_or_changed_is_told_and_put_right(statement: str) -> None:
    body = ("Estaba en un ahuehuete del Patronato Ficticio de Zoología (PFZ). " + "Así fue. " * 15,)
    make_release(headline="Rescatan un cacomixtle", body=body)
    make_release(headline="Otro cacomixtle", body=body)
    words = set(SearchWord.objects.values_list("word", "stem", "releases"))
    spoil(statement)

    assert not compare_search().is_sound
    assert not rebuild_search().is_sound  # says what it wrote

    assert rebuild_search().is_sound
    assert ask("cacomixtle").total == 2
    assert ask("ahuehuete").total == 2
    assert list(LearnedAcronym.objects.values_list("form", "releases")) == [("pfz", 2)]
    assert SearchTwin.objects.count() == 2
    assert set(SearchWord.objects.values_list("word", "stem", "releases")) == words


def test_comparing_writes_nothing() -> None:
    make_release()
    spoil("UPDATE releases_facetbits SET bits = ~bits")
    before = list(FacetBits.objects.values_list("facet", "bits"))

    report = compare_search()

    assert report.bitmaps > 0
    assert list(FacetBits.objects.values_list("facet", "bits")) == before


def test_a_row_of_a_bulletin_that_is_not_public_goes() -> None:
    release = make_release(headline="Rescatan un cacomixtle")
    Release.objects.filter(pk=release.pk).update(state="borrador", current_revision=None)

    assert rebuild_search().stale == [release.pk]
    assert not SearchRow.objects.exists()
    assert not SearchWord.objects.exists()


def test_the_command_says_how_many_and_ends_with_1_where_it_only_compared(
    capsys: pytest.CaptureFixture[str],
) -> None:
    release = make_release()
    remove_search_row(release_id=release.pk)

    with pytest.raises(CommandError) as failed:
        call_command("rebuild_search", "--check")
    assert failed.value.returncode == 1
    call_command("rebuild_search")
    call_command("rebuild_search", "--check")

    said = capsys.readouterr().out
    assert "1 comunicado comparado en" in said
    assert f"Renglones distintos o faltantes: 1 ({release.pk})" in said
    assert "La búsqueda dice lo mismo que los comunicados." in said


@pytest.mark.django_db(transaction=True)
def test_a_search_meanwhile_finds_all_and_a_withdrawal_meanwhile_stays_withdrawn() -> None:
    kept = [make_release(headline=f"Rescatan al cacomixtle {n}") for n in range(6)]
    gone = make_release(headline="Rescatan al cacomixtle que se retira")
    spoil("UPDATE releases_searchrow SET pairs = '{1}'")
    totals: set[int] = set()
    begun, ended = threading.Event(), threading.Event()

    def rebuild() -> None:
        begun.set()
        rebuild_search()
        ended.set()
        connections.close_all()

    thread = threading.Thread(target=rebuild)
    with transaction.atomic():
        lock_index()  # the rebuilding has listed its bulletins and waits for this act
        thread.start()
        begun.wait()
        totals.add(ask("cacomixtle").total)
        actions.withdraw(release=gone, note="Se retira en la prueba.", by=None)
    while not ended.is_set():
        totals.add(ask("cacomixtle").total)
    thread.join()

    assert totals <= {len(kept) + 1, len(kept)}
    assert ask("cacomixtle").total == len(kept)
    assert compare_search().is_sound
