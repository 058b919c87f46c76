"""Bulletins by year and month, and what crawlers read."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from releases.publishing import actions
from tests.factories import make_release, make_topic

pytestmark = pytest.mark.django_db


def test_years_and_months_are_listed_with_their_numbers(client: Client) -> None:
    for day in (dt.date(2023, 12, 31), dt.date(2024, 4, 1), dt.date(2024, 4, 2)):
        make_release(issued_on=day)

    page = client.get("/comunicados/").content.decode()

    assert page.index('href="/comunicados/2024/"') < page.index('href="/comunicados/2023/"')
    assert 'href="/comunicados/2024/04/"><span>abril</span><span class="n">2<' in page
    assert "/comunicados/2024/03/" not in page


def test_a_month_lists_its_bulletins_newest_first(client: Client) -> None:
    make_release(headline="Primero", issued_on=dt.date(2024, 4, 1))
    make_release(headline="Segundo", issued_on=dt.date(2024, 4, 30))
    make_release(headline="De mayo", issued_on=dt.date(2024, 5, 1))

    page = client.get("/comunicados/2024/04/").content.decode()

    assert page.index("Segundo") < page.index("Primero")
    assert "De mayo" not in page
    assert "Comunicados de abril de 2024" in page


def test_a_year_lists_its_bulletins_and_months(client: Client) -> None:
    make_release(headline="De abril", issued_on=dt.date(2024, 4, 1))

    page = client.get("/comunicados/2024/").content.decode()

    assert "De abril" in page
    assert 'href="/comunicados/2024/04/"' in page


@pytest.mark.parametrize("path", ["2023/", "2024/05/", "2024/13/", "1850/", "99999/"])
def test_a_time_without_bulletins_is_a_404(client: Client, path: str) -> None:
    make_release(issued_on=dt.date(2024, 4, 1))

    assert client.get(f"/comunicados/{path}").status_code == 404


def test_an_empty_archive_says_so(client: Client) -> None:
    assert "Aún no hay comunicados publicados" in client.get("/comunicados/").content.decode()


def test_robots_may_read_bulletins_but_not_searches(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /buscar/" in text
    assert "Disallow: /comunicados" not in text
    assert "/sitemap.xml" in text


def test_the_sitemap_lists_bulletins_and_pages(client: Client) -> None:
    topic = make_topic("Asunto ficticio", slug="asunto-ficticio")
    release = make_release(topics=[topic])

    index = client.get("/sitemap.xml").content.decode()
    bulletins = client.get("/sitemap-comunicados.xml").content.decode()
    pages = client.get("/sitemap-paginas.xml").content.decode()

    assert "/sitemap-comunicados.xml" in index
    assert f"{release.get_absolute_url()}</loc><lastmod>" in bulletins
    assert "/temas/asunto-ficticio/</loc>" in pages
    assert client.get("/sitemap-nada.xml").status_code == 404


def test_the_news_sitemap_lists_the_last_two_days(client: Client) -> None:
    release = make_release(headline="Nuevo & ficticio", issued_on=timezone.localdate())

    text = client.get("/sitemap-noticias.xml").content.decode()

    assert release.get_absolute_url() in text
    assert "<news:title>Nuevo &amp; ficticio</news:title>" in text
    assert text.startswith("<?xml")


def test_what_was_withdrawn_leaves_the_sitemaps(client: Client) -> None:
    release = make_release()
    actions.withdraw(release=release, note="Retirado en la prueba.", by=None)

    for path in ("/sitemap-comunicados.xml", "/sitemap-noticias.xml"):
        assert release.key not in client.get(path).content.decode()
