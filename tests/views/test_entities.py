"""Agencies, municipalities, places and topics: their lists, their pages, their addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from releases.models import Agency, Place
from releases.publishing import actions
from releases.publishing.content import MentionContent
from releases.vocabulary import PlaceLevel
from tests.factories import make_agency, make_place, make_release, make_topic

pytestmark = pytest.mark.django_db

Queries = Callable[[int], Any]


def get(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


# Lists --------------------------------------------------------------------------------------------


def test_agencies_are_listed_by_scope_with_their_counts(client: Client) -> None:
    agency = make_agency("Dependencia Ficticia Nombrada")
    silent = make_agency("Dependencia Ficticia Callada")
    make_release(agencies=[agency])

    page = get(client, "/dependencias/")

    assert page.index("Dependencia Ficticia Nombrada") < page.index("ningún comunicado nombra")
    assert page.index("ningún comunicado nombra") < page.index(silent.name)


def test_all_125_municipalities_are_listed(client: Client) -> None:
    page = get(client, "/municipios/")

    for place in Place.objects.municipalities_of(settings.HOME_STATE):
        assert f'<a href="/municipios/{place.slug}/">' in page


def test_places_are_those_outside_the_state_that_bulletins_name(client: Client) -> None:
    country = make_place("País Ficticio", level=PlaceLevel.COUNTRY.value)
    make_place("País Ficticio Callado", level=PlaceLevel.COUNTRY.value)
    toluca = Place.objects.get(inegi=f"{settings.HOME_STATE}106")
    make_release(places=[country, toluca])

    page = get(client, "/lugares/")

    assert "País Ficticio</span>" in page
    assert "Callado" not in page
    assert f"/municipios/{toluca.slug}/" not in page


def test_topics_are_listed_even_without_bulletins(client: Client) -> None:
    make_topic("Tema ficticio sin comunicados")

    assert "Tema ficticio sin comunicados" in get(client, "/temas/")


def test_lists_of_an_empty_archive_say_so(client: Client) -> None:
    assert "Aún no hay comunicados publicados." in get(client, "/dependencias/")
    assert "Ningún comunicado nombra otros lugares todavía." in get(client, "/lugares/")


# Addresses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", ["dependencias", "municipios", "lugares", "temas"])
def test_an_unknown_slug_is_not_found(client: Client, section: str) -> None:
    assert "No existe esta página" in get(client, f"/{section}/no-existe/", 404)
    get(client, f"/{section}/no-existe/atom.xml", 404)


def test_a_merged_agency_leads_to_the_one_that_took_its_place(client: Client) -> None:
    kept, absorbed = make_agency("Dependencia que queda"), make_agency("Dependencia unida")
    actions.merge_agencies(absorbed=absorbed, into=kept, by=None)

    response = client.get(f"/dependencias/{absorbed.slug}/?desde=2024-01-01")

    assert response.status_code == 301
    assert response["Location"] == f"/dependencias/{kept.slug}/?desde=2024-01-01"


def test_each_place_has_one_address(client: Client) -> None:
    toluca = Place.objects.get(inegi=f"{settings.HOME_STATE}106")
    country = make_place(level=PlaceLevel.COUNTRY.value)

    assert client.get(f"/lugares/{toluca.slug}/")["Location"] == f"/municipios/{toluca.slug}/"
    assert client.get(f"/municipios/{country.slug}/")["Location"] == f"/lugares/{country.slug}/"


def test_atom_and_csv_are_the_searchs(client: Client) -> None:
    topic = make_topic()

    atom = client.get(f"/temas/{topic.slug}/atom.xml?desde=2024-01-01&pagina=7&otro=x")
    csv = client.get(f"/temas/{topic.slug}/datos.csv")

    assert atom["Location"] == f"/buscar/atom.xml?desde=2024-01-01&tema={topic.slug}"
    assert csv["Location"] == f"/buscar/datos.csv?tema={topic.slug}"


# Pages --------------------------------------------------------------------------------------------


def test_a_page_shows_names_figures_and_bulletins(client: Client) -> None:
    agency = make_agency("Dependencia Ficticia", acronym="DFI")
    agency.names.create(text="Dependencia de Ficción", kind="alias")
    release = make_release(agencies=[agency], issued_on=dt.date(2024, 4, 4))
    make_release(issued_on=dt.date(2024, 4, 5))

    page = get(client, f"/dependencias/{agency.slug}/")

    assert "<strong>DFI</strong>, <strong>Dependencia de Ficción</strong>" in page
    assert "50\N{NARROW NO-BREAK SPACE}%" in page
    assert release.get_absolute_url() in page
    assert page.count('class="linea__anio"') == 1


def test_the_words_of_a_mention_are_marked_and_escaped(client: Client) -> None:
    agency = make_agency()
    span = MentionContent(
        kind="agency", slug=agency.slug, field="body", paragraph=0, start=3, end=6, method="prueba"
    )
    make_release(body=("La UFP dijo <b>algo</b>.",), mentions=(span,))

    page = get(client, f"/dependencias/{agency.slug}/")

    assert "La <mark>UFP</mark> dijo &lt;b&gt;algo" in page


def test_a_dateline_and_a_mention_are_told_apart(client: Client) -> None:
    place = make_place("San Ficticio del Monte")
    make_release(issued_in=place)
    make_release(places=[place])

    page = get(client, f"/lugares/{place.slug}/")

    assert "fechado aquí" in page
    assert page.count("Fechado aquí") == 1


def test_dates_limit_the_list_and_not_the_figures(client: Client) -> None:
    agency = make_agency()
    make_release(
        agencies=[agency], headline="Título ficticio de enero", issued_on=dt.date(2024, 1, 31)
    )
    make_release(
        agencies=[agency], headline="Título ficticio de mayo", issued_on=dt.date(2024, 5, 1)
    )

    page = get(client, f"/dependencias/{agency.slug}/?desde=2024-05-01&hasta=2024-05-31")

    assert "Título ficticio de mayo" in page
    assert "Título ficticio de enero" not in page
    assert "<b>2</b><span>comunicados</span>" in page


def test_dates_without_bulletins_say_so(client: Client) -> None:
    agency = make_agency()
    make_release(agencies=[agency])

    assert "Sin comunicados en estas fechas." in get(
        client, f"/dependencias/{agency.slug}/?hasta=1999-12-31"
    )


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("desde=2024-13-45", "Escriba la fecha como 2024-04-08"),
        ("desde=2024-05-01&hasta=2024-04-01", "La fecha inicial es posterior a la final."),
        ("orden=cuerpo;drop", "Elija uno de los órdenes de la lista."),
    ],
)
def test_a_bad_date_or_order_is_explained_beside_the_field(
    client: Client, query: str, message: str
) -> None:
    agency = make_agency()
    release = make_release(agencies=[agency])

    page = get(client, f"/dependencias/{agency.slug}/?{query}", 422)

    assert message in page
    assert release.get_absolute_url() not in page


@pytest.mark.parametrize("number", ["0", "-5", "abc", "2", "99999999999999999999"])
def test_a_page_that_does_not_exist_leads_to_the_first(client: Client, number: str) -> None:
    agency = make_agency()
    make_release(agencies=[agency])

    page = get(client, f"/dependencias/{agency.slug}/?pagina={number}", 404)

    assert f'href="/dependencias/{agency.slug}/"' in page


def test_long_lists_are_paged(client: Client) -> None:
    topic = make_topic()
    for _ in range(21):
        make_release(topics=[topic])

    first = get(client, f"/temas/{topic.slug}/?orden=fecha")
    second = get(client, f"/temas/{topic.slug}/?orden=fecha&pagina=2")

    assert f'href="/temas/{topic.slug}/?orden=fecha&amp;pagina=2"' in first
    assert second.count("data-asiento") == 1


def test_few_bulletins_have_numbers_and_no_chart(client: Client) -> None:
    topic = make_topic()
    for _ in range(4):
        make_release(topics=[topic])
    assert 'class="grafica"' not in get(client, f"/temas/{topic.slug}/")

    make_release(topics=[topic])
    assert 'class="grafica"' in get(client, f"/temas/{topic.slug}/")


def test_an_agency_without_bulletins_has_a_page(client: Client) -> None:
    agency = make_agency()

    page = get(client, f"/dependencias/{agency.slug}/")

    assert "Sin comunicados en estas fechas." in page
    assert "atom.xml" not in page.split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/dependencias/", 5),
        ("/municipios/", 4),
        ("/lugares/", 4),
        ("/temas/", 5),
    ],
)
def test_lists_ask_the_database_a_fixed_number_of_times(
    client: Client, django_assert_num_queries: Queries, address: str, queries: int
) -> None:
    for _ in range(3):
        make_release(agencies=[make_agency()], places=[make_place()], topics=[make_topic()])

    with django_assert_num_queries(queries):
        get(client, address)


def test_a_page_asks_the_database_a_fixed_number_of_times(
    client: Client, django_assert_num_queries: Queries
) -> None:
    agency = make_agency()
    for _ in range(5):
        make_release(agencies=[agency, make_agency()], topics=[make_topic()])
    with django_assert_num_queries(16):
        get(client, f"/dependencias/{agency.slug}/")

    for _ in range(8):
        make_release(agencies=[agency, make_agency()], topics=[make_topic()])
    with django_assert_num_queries(16):
        get(client, f"/dependencias/{agency.slug}/")


def test_merged_agencies_are_not_listed(client: Client) -> None:
    kept, absorbed = make_agency("Dependencia que queda"), make_agency("Dependencia absorbida")
    actions.merge_agencies(absorbed=absorbed, into=kept, by=None)

    assert Agency.objects.filter(pk=absorbed.pk).exists()
    assert "Dependencia absorbida" not in get(client, "/dependencias/")
