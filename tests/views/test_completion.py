from __future__ import annotations

import pytest
from django.test import Client

from releases.models import Place
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def test_the_list_is_a_page_of_links_without_script(client: Client) -> None:
    place = Place.objects.get(slug="toluca")
    make_release(places=[place])

    response = client.get("/buscar/completar/", {"q": "tolu"})

    assert response.status_code == 200
    assert f'href="{place.get_absolute_url()}"' in response.content.decode()
    assert not response.cookies


def test_the_search_box_gets_the_same_list_as_data(client: Client) -> None:
    place = Place.objects.get(slug="toluca")
    make_release(places=[place])

    rows = client.get("/buscar/completar.json", {"q": "tolu"}).json()

    assert rows[0] == {
        "text": "Toluca",
        "kind": "Lugar",
        "count": 1,
        "url": place.get_absolute_url(),
    }


@pytest.mark.parametrize("path", ["/buscar/completar/", "/buscar/completar.json"])
def test_what_was_typed_comes_back_as_text(client: Client, path: str) -> None:
    response = client.get(path, {"q": "<script>alert(1)</script>"})

    assert response.status_code == 200
    assert b"<script>alert" not in response.content
