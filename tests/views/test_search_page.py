"""The results page: counts, filters, marks, pages, and what it says when nothing is found."""

from __future__ import annotations

import datetime as dt
import gzip
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NoReturn

import pytest
from django.test import Client

from releases.models import Release
from releases.publishing import actions
from releases.publishing.content import content_of_revision
from releases.search.criteria import Criteria
from releases.search.errors import SearchTimedOut
from releases.vocabulary import RevisionKind
from tests.factories import make_agency, make_release, make_topic

pytestmark = pytest.mark.django_db

Queries = Callable[[int], Any]


def search(client: Client, query: str, status: int = 200) -> str:
    response = client.get(f"/buscar/?{query}")
    assert response.status_code == status
    return response.content.decode()


def chips(page: str) -> dict[str, str]:
    """The active filters: words and address."""
    found = re.findall(
        r'class="chip" href="([^"]*)"><span class="oculto">Quitar filtro </span>'
        r"<b>([^<]*)</b> ([^<]*?) <svg",
        page,
    )
    return {f"{name} {value}": address for address, name, value in found}


def correct(release: Release) -> None:
    current = release.current_revision
    assert current is not None
    actions.correct(
        release=release,
        content=replace(content_of_revision(current), headline=current.headline + " corregido"),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=current.number,
        by=None,
    )


def test_it_counts_exactly_and_lists_the_newest_first(client: Client) -> None:
    for day in (1, 2, 3):
        make_release(headline=f"Aviso ficticio {day}", issued_on=dt.date(2024, 4, day))

    page = search(client, "")

    assert '<h1 class="resultados__titulo" id="total" tabindex="-1">3 comunicados</h1>' in page
    places = [page.index(f"Aviso ficticio {day}") for day in (3, 2, 1)]
    assert places == sorted(places)


def test_matches_are_marked_and_lead_to_their_paragraph(client: Client) -> None:
    release = make_release(body=("Nada aquí.", "Se firmó el convenio ficticio."))

    page = search(client, "q=convenio")

    assert "<mark>convenio</mark>" in page
    assert f'href="{release.get_absolute_url()}?q=convenio&amp;resultado=1#p2"' in page


def test_a_folio_alone_leads_to_its_bulletin(client: Client) -> None:
    release = make_release(number=9275)

    for typed in ("9275/2024", "9275-2024", "comunicado 9275 de 2024"):
        response = client.get("/buscar/", {"q": typed})
        assert response.status_code == 302, typed
        assert response["Location"] == release.get_absolute_url()


def test_a_folio_with_filters_or_while_typing_stays_on_the_page(client: Client) -> None:
    make_release(number=9275)

    assert client.get("/buscar/?q=9275/2024&desde=2024-01-01").status_code == 200
    while_typing = client.get("/buscar/?q=9275/2024", HTTP_HX_REQUEST="true")
    assert while_typing.status_code == 200


def test_filters_are_listed_and_each_takes_itself_off(client: Client) -> None:
    topic = make_topic("Asunto ficticio", slug="asunto")
    make_release(headline="Convenio ficticio", topics=[topic])

    page = search(client, "q=convenio&tema=asunto&desde=2024-03-01")

    assert chips(page) == {
        "Tema: Asunto ficticio": "/buscar/?q=convenio&amp;desde=2024-03-01",
        "Desde: 1 mar 2024": "/buscar/?q=convenio&amp;tema=asunto",
    }
    assert 'href="/buscar/?q=convenio">Quitar todos</a>' in page


def test_an_excluded_value_is_told_apart(client: Client) -> None:
    topic = make_topic("Asunto ficticio", slug="asunto")
    make_release(headline="Con asunto", topics=[topic])
    make_release(headline="Sin nada")

    page = search(client, "tema=-asunto")

    assert list(chips(page)) == ["Tema: sin Asunto ficticio"]
    assert "1 comunicado<" in page
    assert re.search(r'name="tema" value="-asunto" checked><span>Sin Asunto ficticio', page)


def test_counts_keep_the_other_facets_choice_and_leave_their_own_out(client: Client) -> None:
    first, second = make_topic("Tema uno", slug="uno"), make_topic("Tema dos", slug="dos")
    agency = make_agency("Agencia ficticia", slug="agencia")
    make_release(topics=[first], agencies=[agency])
    make_release(topics=[second], agencies=[agency])
    make_release(topics=[second])

    page = search(client, "tema=uno&dependencia=agencia")

    counts = dict(re.findall(r'id="tema-(\w+)".*?<span class="n">(\d+)</span>', page))
    assert counts == {"uno": "1", "dos": "1"}


def test_long_facets_lead_to_all_their_values(client: Client) -> None:
    topics = [make_topic(f"Asunto {n}", slug=f"asunto-{n}") for n in range(9)]
    make_release(topics=topics)
    make_release(topics=topics[:1])

    page = search(client, "")
    assert 'href="/buscar/filtros/tema/">Ver los 9 temas</a>' in page

    everything = client.get("/buscar/filtros/tema/?entre=ASUNTO+8").content.decode()
    assert "Asunto 8" in everything
    assert "Asunto 7" not in everything
    assert 'href="/buscar/?tema=-asunto-8"' in everything


def test_a_search_inside_a_facet_keeps_what_was_chosen(client: Client) -> None:
    topics = [make_topic(f"Asunto {n}", slug=f"asunto-{n}") for n in range(3)]
    make_release(topics=topics)

    page = client.get("/buscar/filtros/tema/?tema=asunto-1&entre=asunto+2").content.decode()

    assert '<input type="hidden" name="tema" value="asunto-1">' in page


def test_an_unknown_facet_is_a_404(client: Client) -> None:
    assert client.get("/buscar/filtros/fecha/").status_code == 404
    assert client.get("/buscar/filtros/nada/").status_code == 404


def test_results_come_twenty_to_a_page_with_links_to_the_others(client: Client) -> None:
    for _ in range(21):
        make_release(headline="Aviso ficticio")

    first, second = search(client, "q=aviso"), search(client, "q=aviso&pagina=2")

    assert first.count('class="asiento"') == 20
    assert 'rel="next" href="/buscar/?q=aviso&amp;pagina=2"' in first
    assert "21–21 de 21, página 2 de 2" in second
    assert 'rel="prev" href="/buscar/?q=aviso"' in second
    assert "resultado=21" in second


def test_a_corrected_bulletin_says_so(client: Client) -> None:
    correct(make_release(headline="Aviso"))

    assert "Corregido" in search(client, "q=aviso")


def test_a_misspelling_offers_the_archive_s_own_word_with_its_count(client: Client) -> None:
    make_release(headline="Convenio ficticio de colaboración")

    page = search(client, "q=comvenio")

    assert 'href="/buscar/?q=convenio">convenio</a>' in page
    assert "Hay 1." in page
    assert "Lo más parecido en el archivo" in page


def test_without_results_filters_are_offered_to_be_taken_off_with_what_that_finds(
    client: Client,
) -> None:
    make_topic("Asunto ficticio", slug="asunto")
    make_release(headline="Convenio ficticio", issued_on=dt.date(2024, 4, 4))

    page = search(client, "q=convenio&tema=asunto&desde=2024-01-01")

    ways = re.findall(
        r'<a href="([^"]*)"><span>([^<]*)</span><span class="n">(\d+) comunicado</span>', page
    )
    assert ways == [
        ("/buscar/?q=convenio&amp;desde=2024-01-01", "Sin el filtro «Tema»", "1"),
        ("/buscar/?q=convenio", "Sin ningún filtro", "1"),
    ]


def test_a_misspelling_under_filters_is_corrected_for_the_whole_archive(client: Client) -> None:
    make_release(headline="Convenio ficticio", issued_on=dt.date(2024, 4, 4))

    page = search(client, "q=comvenio&desde=2025-01-01")

    assert "Hay 1 en todo el archivo." in page


def test_the_folio_of_a_withdrawn_bulletin_leads_to_its_note(client: Client) -> None:
    release = make_release(number=9275)
    actions.withdraw(release=release, note="Retirado en la prueba.", by=None)

    page = search(client, "q=9275/2024")

    assert "se retiró" in page
    assert 'href="/c/2024/9275"' in page


def test_an_empty_archive_says_so(client: Client) -> None:
    assert "Aún no hay comunicados publicados" in search(client, "")


def test_other_names_that_were_looked_for_are_told(client: Client) -> None:
    make_release(headline="Sesión del C5 ficticia")

    page = search(client, "q=centro+de+control+comando+comunicación+cómputo+y+calidad")

    assert "También buscamos" in page
    assert "Solo la frase exacta" in page


def test_the_histogram_has_a_link_for_each_month(client: Client) -> None:
    make_release(headline="Aviso", issued_on=dt.date(2024, 4, 4))

    page = search(client, "q=aviso")

    assert 'href="/buscar/?q=aviso&amp;desde=2024-04-01&amp;hasta=2024-04-30"' in page
    assert "<title>abril de 2024: 1</title>" in page


def test_a_long_history_is_drawn_by_year(client: Client) -> None:
    for year in (2004, 2024):
        make_release(headline="Aviso", issued_on=dt.date(year, 4, 4))

    page = search(client, "q=aviso")

    assert 'href="/buscar/?q=aviso&amp;desde=2004-01-01&amp;hasta=2004-12-31"' in page
    assert "<title>2010: 0</title>" in page


def test_the_state_is_announced_to_screen_readers(client: Client) -> None:
    make_release(headline="Aviso ficticio")

    assert "1 comunicado con aviso. Página 1 de 1." in search(client, "q=aviso")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("desde=2024-13-45", "desde"),
        ("hasta=mañana", "hasta"),
        ("desde=2024-05-01&hasta=2024-04-01", "desde"),
        ("periodo=el+otro+día", "periodo"),
        ("q=de+la+los", "q"),
        ("q=-secuestro", "q"),
        (f"q={'palabra+' * 40}", "q"),
    ],
)
def test_what_is_not_valid_is_told_beside_its_field_and_finds_nothing(
    client: Client, query: str, field: str
) -> None:
    make_release(headline="Aviso ficticio")

    page = search(client, query, status=422)

    assert f'id="{field}-error"' in page
    assert 'class="asiento"' not in page
    assert "Revise su búsqueda" in page


def test_an_order_that_does_not_exist_is_refused(client: Client) -> None:
    assert "No existe ese orden" in search(client, "orden=body;drop", status=422)


def test_unknown_parameters_are_ignored_and_left_out_of_the_canonical_address(
    client: Client,
) -> None:
    make_release(headline="Aviso")

    page = search(client, "q=aviso&utm_source=x")

    assert re.search(r'rel="canonical" href="https?://[^/]+/buscar/\?q=aviso"', page)


def test_a_page_beyond_the_last_is_a_404_that_leads_to_the_first(client: Client) -> None:
    make_release(headline="Aviso")

    page = search(client, "q=aviso&pagina=9", status=404)

    assert 'href="/buscar/?q=aviso"' in page


def test_the_query_is_shown_as_text(client: Client) -> None:
    hostile = '"><script>alert(1)</script>'

    response = client.get("/buscar/", {"q": hostile, "tema": hostile, "periodo": hostile})

    assert "<script>alert" not in response.content.decode()


def test_a_hostile_title_is_shown_as_text(client: Client) -> None:
    make_release(headline="Aviso <img src=x onerror=alert(1)>", body=("</mark><b>aviso</b>",))

    page = search(client, "q=aviso")

    assert "<img src=x" not in page
    assert "<b>" not in page.split('<ol class="asientos">')[1].split("</ol>")[0]


def test_the_page_is_small_and_costs_few_queries(
    client: Client, django_assert_max_num_queries: Queries
) -> None:
    topics = [make_topic(f"Asunto {n}") for n in range(8)]
    agencies = [make_agency(f"Agencia ficticia {n}") for n in range(8)]
    for n in range(5):
        make_release(headline=f"Aviso ficticio {n}", topics=topics, agencies=agencies)
    client.get("/buscar/?q=aviso")

    with django_assert_max_num_queries(16):
        response = client.get("/buscar/?q=aviso")

    assert len(gzip.compress(response.content)) < 20 * 1024
    assert not response.cookies


def test_a_script_learns_the_address_without_empty_parameters(client: Client) -> None:
    make_release(headline="Aviso")
    address = "/buscar/?q=aviso&desde=&hasta="

    chosen = client.get(address, HTTP_HX_REQUEST="true", HTTP_HX_TRIGGER="filtros")
    typed = client.get(address, HTTP_HX_REQUEST="true", HTTP_HX_TRIGGER="q")

    assert chosen["HX-Push-Url"] == "/buscar/?q=aviso"
    assert typed["HX-Replace-Url"] == "/buscar/?q=aviso"
    assert "HX-Push-Url" not in client.get(address)


def test_a_search_that_takes_too_long_asks_to_try_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The database's own time limit is tested with the search; a slow one is not made here.
    def take_too_long(criteria: Criteria) -> NoReturn:
        raise SearchTimedOut

    monkeypatch.setattr("releases.views.search.find", take_too_long)
    monkeypatch.setattr("releases.views.outputs.search", take_too_long)

    for path in ("/buscar/?q=aviso", "/buscar/datos.json?q=aviso"):
        response = client.get(path)
        assert response.status_code == 503
        assert response["Retry-After"] == "5"
        assert response["Cache-Control"] == "no-store"
