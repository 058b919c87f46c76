"""Theme and shortcuts: one cookie, set on request only, and no way off the site."""

from __future__ import annotations

import pytest
from django.test import Client

from releases.pages.preferences import cookie_name

pytestmark = pytest.mark.django_db

ADDRESS = "/preferencias/"


def test_the_form_shows_the_defaults_and_keeps_where_the_reader_was(client: Client) -> None:
    page = client.get(f"{ADDRESS}?next=/temas/").content.decode()

    assert 'name="tema" value="auto" checked' in page
    assert 'name="atajos" value="1" checked' in page
    assert 'name="next" value="/temas/"' in page


def test_a_choice_is_kept_for_a_year_and_echoed_by_every_page(client: Client) -> None:
    response = client.post(ADDRESS, {"tema": "oscuro", "next": "/temas/"})

    assert response.status_code == 302
    assert response["Location"] == "/temas/"
    cookie = response.cookies[cookie_name()]
    assert cookie["max-age"] == 365 * 24 * 60 * 60
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    page = client.get("/temas/").content.decode()
    assert 'data-tema="oscuro" data-atajos="no"' in page


def test_an_unknown_theme_is_the_automatic_one(client: Client) -> None:
    client.post(ADDRESS, {"tema": '"><script>', "atajos": "1"})

    assert 'data-tema="auto" data-atajos="si"' in client.get("/temas/").content.decode()


@pytest.mark.parametrize("value", ["", "verde-quizas", "oscuro", '"><script>-no', "auto-no-no"])
def test_a_damaged_cookie_breaks_nothing(client: Client, value: str) -> None:
    client.cookies[cookie_name()] = value

    response = client.get("/temas/")

    assert response.status_code == 200
    assert b"<script>-no" not in response.content


@pytest.mark.parametrize(
    "destination",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "\n/x"],
)
def test_the_way_back_never_leaves_the_site(client: Client, destination: str) -> None:
    assert client.post(ADDRESS, {"next": destination})["Location"] == "/"
    assert destination not in client.get(ADDRESS, {"next": destination}).content.decode()


def test_a_form_from_elsewhere_is_refused() -> None:
    response = Client(enforce_csrf_checks=True).post(ADDRESS, {"tema": "oscuro"})

    assert response.status_code == 403
    assert cookie_name() not in response.cookies


def test_the_page_is_never_kept(client: Client) -> None:
    assert "no-store" in client.get(ADDRESS)["Cache-Control"]


def test_other_methods_are_refused(client: Client) -> None:
    assert client.put(ADDRESS).status_code == 405
