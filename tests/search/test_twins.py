"""Bulletins with the same text are one result; nothing is lost by it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from releases.models import Release, SearchTwin
from releases.publishing import actions
from releases.search import answers, ranking, results
from releases.search.criteria import PAGE_SIZE, Order
from releases.vocabulary import RevisionKind
from tests.factories import make_content, make_release
from tests.search.asking import ask, found

pytestmark = pytest.mark.django_db

TEXT = "El ocelote fue visto por vecinos y policías en el camino ficticio de la sierra " * 3
OTHER_TEXT = TEXT.replace("sierra", "costa")


def make(text: str = TEXT, **fields: Any) -> Release:
    return make_release(headline="Ven a un ocelote", body=(text,), **fields)


def correct(release: Release, text: str) -> None:
    actions.correct(
        release=release,
        content=make_content(headline="Ven a un ocelote", body=(text,)),
        kind=RevisionKind.CORRECTION,
        note="Se precisa un dato.",
        seen_version=1,
        by=None,
    )


def test_bulletins_with_one_text_are_one_result_and_both_counts_are_said() -> None:
    old = make(issued_on=dt.date(2020, 1, 1))
    new = make(TEXT.upper().replace("VECINOS Y", "VECINOS, Y"), issued_on=dt.date(2024, 1, 1))
    other = make(OTHER_TEXT, issued_on=dt.date(2022, 1, 1))

    page = ask("ocelote", orden="-fecha")

    assert [hit.release for hit in page.hits] == [new, other]
    assert [hit.twins for hit in page.hits] == [(old.pk,), ()]
    assert (page.total, page.shown) == (3, 2)
    assert found("ocelote", orden="fecha") == [old, other]
    assert set(found("ocelote", duplicados="todos")) == {old, new, other}


def test_only_bulletins_that_the_search_finds_are_folded() -> None:
    make(issued_on=dt.date(2020, 1, 1))
    new = make(issued_on=dt.date(2024, 1, 1))

    page = ask("ocelote", desde="2023-01-01")

    assert [(hit.release, hit.twins) for hit in page.hits] == [(new, ())]
    assert (page.total, page.shown) == (1, 1)


def test_short_texts_are_never_folded() -> None:
    for _ in range(2):
        make("Se anexa tarjeta informativa.")
    assert ask("ocelote").shown == 2


def test_a_correction_or_withdrawal_of_one_parts_them_and_a_correction_back_joins_them() -> None:
    first, second, third = make(), make(), make()
    assert (SearchTwin.objects.count(), ask("ocelote").shown) == (3, 1)

    actions.withdraw(release=first, note="Por orden de autoridad.", by=None)
    assert (SearchTwin.objects.count(), ask("ocelote").shown) == (2, 1)
    correct(second, OTHER_TEXT)
    assert (SearchTwin.objects.count(), ask("ocelote").shown) == (0, 2)
    correct(third, OTHER_TEXT)
    assert (SearchTwin.objects.count(), ask("ocelote").shown) == (2, 1)


def test_facets_and_months_count_every_bulletin() -> None:
    make(), make()
    page = ask("ocelote")
    assert sum(month.count for month in page.months) == 2


def test_pages_hold_every_text_once_and_fit_together_in_each_order() -> None:
    for number in range(PAGE_SIZE + 5):
        make(f"{TEXT} número {number}")
        make(f"{TEXT} número {number}")

    for order in Order:
        first, second = (ask("ocelote", orden=order, pagina=str(n)) for n in (1, 2))
        assert (first.pages, first.total, first.shown) == (2, 50, 25)
        assert (len(first.hits), len(second.hits), second.first, second.last) == (20, 5, 21, 25)
        hits = (*first.hits, *second.hits)
        shown = {hit.release.pk for hit in hits} | {key for hit in hits for key in hit.twins}
        assert len(shown) == 50
        assert len({hit.revision.body[0] for hit in hits}) == 25


@pytest.mark.parametrize("carried", [10, 1000])
def test_beyond_what_is_ranked_exactly_pages_hold_every_text_once_too(
    carried: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "EXACT", 10)
    monkeypatch.setattr(answers, "CARRIED", carried)
    for module in (answers, results, ranking):
        monkeypatch.setattr(module, "CANDIDATES", 8)
    for number in range(PAGE_SIZE + 5):
        make(f"{TEXT} número {number}")
        make(f"{TEXT} número {number}")

    for order in Order:
        hits = [hit for n in (1, 2) for hit in ask("ocelote", orden=order, pagina=str(n)).hits]
        assert len({hit.revision.body[0] for hit in hits}) == len(hits) == 25


def test_the_page_links_to_the_others_and_offers_each(client: Client) -> None:
    for _ in range(5):
        make()

    page = client.get("/buscar/", {"q": "ocelote"}).content.decode()
    assert "5 comunicados" in page
    assert "1–1 de 1 texto distinto, página 1 de 1" in page
    assert "Y 4 más con el mismo texto" in page
    assert page.count("y los demás") == 1
    assert "Mostrar también 4 repetidos" in page

    every = client.get("/buscar/", {"q": "ocelote", "duplicados": "todos"}).content.decode()
    assert "1–5 de 5, página 1 de 1" in every
    assert "Juntar los de igual texto" in every
    assert "con el mismo texto" not in every


def test_outputs_hold_every_bulletin(client: Client) -> None:
    for _ in range(2):
        make()
    parameters = {"q": "ocelote"}
    assert client.get("/buscar/datos.json", parameters).json()["total"] == 2
    assert len(client.get("/buscar/datos.json", parameters).json()["results"]) == 2
    lines = client.get("/buscar/datos.csv", parameters).getvalue()
    assert lines.decode().count("Ven a un ocelote") == 2


def test_from_a_folded_result_the_next_is_the_next_text(client: Client) -> None:
    make(), make()
    last = make(OTHER_TEXT)
    ids = [hit.release for hit in ask("ocelote").hits]
    start = next(release for release in ids if release != last)
    place = ids.index(start) + 1

    page = client.get(start.get_absolute_url(), {"q": "ocelote", "resultado": str(place)})

    assert f"{last.get_absolute_url()}?q=ocelote" in page.content.decode()
