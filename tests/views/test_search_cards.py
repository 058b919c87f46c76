"""What a result's card says of why it was found."""

from __future__ import annotations

import pytest
from django.test import Client

from releases.models import SynonymGroup
from tests.factories import make_place, make_release

pytestmark = pytest.mark.django_db


def search(client: Client, **parameters: str) -> str:
    return client.get("/buscar/", parameters).content.decode()


def test_the_place_of_the_dateline_is_marked_where_it_was_looked_for(client: Client) -> None:
    place = make_place("Villa Ficticia")
    make_release(dateline="Villa Ficticia, 4 de abril de 2024", issued_in=place)

    assert "<span><mark>Villa</mark> Ficticia</span>" in search(client, q="villa")
    assert "<span>Villa Ficticia</span>" in search(client, q="comunicado")


def test_a_card_counts_as_many_hits_as_the_bulletin_s_page(client: Client) -> None:
    release = make_release(
        headline="El ocelote", body=("Un ocelote vio al ocelote.", "Sin él.", "Ocelotes.")
    )
    assert "4 coincidencias, párrafo 1" in search(client, q="ocelote")
    page = client.get(release.get_absolute_url(), {"q": "ocelote"}).content.decode()
    assert "4 coincidencias con «ocelote»" in page


def test_a_word_found_as_a_beginning_is_marked_on_the_bulletin_s_page_too(client: Client) -> None:
    release = make_release(headline="Aviso ficticio", body=("Un ocelote.", "Dos ocelotes."))

    assert "2 coincidencias, párrafo 1" in search(client, q="ocel")
    page = client.get(release.get_absolute_url(), {"q": "ocel"}).content.decode()
    assert "2 coincidencias con «ocel»" in page
    assert '<mark id="m1">ocelote</mark>' in page


def test_a_word_of_the_archive_is_no_beginning_on_any_page(client: Client) -> None:
    make_release(body=("El ocel es una palabra ficticia.",))
    release = make_release(body=("Un ocelote.",))

    page = client.get(release.get_absolute_url(), {"q": "ocel"}).content.decode()
    assert "El texto no contiene «ocel»" in page


def test_a_word_found_by_its_other_name_is_no_beginning(client: Client) -> None:
    SynonymGroup.objects.create(terms=["pfz", "patronato ficticio"])
    release = make_release(headline="El patronato ficticio", body=("Un pfzeta.",))

    assert "1 coincidencia<" in search(client, q="pfz")
    page = client.get(release.get_absolute_url(), {"q": "pfz"}).content.decode()
    assert "1 coincidencia con «pfz»" in page


def test_a_hit_in_the_title_alone_leads_to_it_and_filters_alone_count_none(client: Client) -> None:
    release = make_release(headline="El ocelote")
    page = search(client, q="ocelote")
    assert f'{release.get_absolute_url()}?q=ocelote&amp;resultado=1#m1">1 coincidencia</a>' in page
    assert "coincidencia" not in search(client, orden="fecha")


def test_several_other_names_mean_one_mean_in_the_right_number(client: Client) -> None:
    SynonymGroup.objects.create(terms=["pfz", "patronato ficticio"])
    SynonymGroup.objects.create(terms=["xyz", "equis ficticia", "zeta ficticia"])
    make_release(headline="El patronato ficticio y la equis ficticia")

    assert "que significa lo mismo que «pfz»" in search(client, q="pfz")
    assert "que significan lo mismo que «xyz»" in search(client, q="xyz")


@pytest.mark.parametrize("period", ["abril 2024", "2024"])
def test_a_period_in_words_stays_in_its_field(client: Client, period: str) -> None:
    make_release()
    page = search(client, periodo=period)
    assert f'id="periodo" name="periodo" value="{period}"' in page
    assert "1 comunicado" in page


def test_a_period_that_is_none_is_told_beside_its_field(client: Client) -> None:
    response = client.get("/buscar/", {"periodo": "quién sabe"})
    assert response.status_code == 422
    page = response.content.decode()
    assert 'aria-invalid="true" aria-describedby="periodo-error"' in page
    assert "No se entiende el periodo" in page
