"""The start page: what is new and what the archive holds, counted."""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from releases.models import Place
from releases.publishing import actions
from releases.publishing.content import MentionContent
from releases.vocabulary import RevisionKind
from tests.factories import make_content, make_release, make_topic

pytestmark = pytest.mark.django_db

Queries = Callable[[int], Any]


def home(client: Client) -> str:
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_archive_says_so(client: Client) -> None:
    page = home(client)

    assert "Aún no hay comunicados publicados." in page
    assert "<svg" in page  # icons
    assert 'class="grafica"' not in page


def test_the_newest_leads_and_the_others_follow(client: Client) -> None:
    for day in range(1, 6):
        make_release(headline=f"Título ficticio {day}", issued_on=dt.date(2024, 4, day))

    page = home(client)

    places = [page.index(f"Título ficticio {day}") for day in (5, 4, 3, 2, 1)]
    assert places == sorted(places)
    assert "5 comunicados desde abril de 2024" in page


def test_what_is_not_public_does_not_appear(client: Client) -> None:
    make_release(headline="Título ficticio visible")
    make_release(headline="Título ficticio oculto", published=False)
    gone = make_release(headline="Título ficticio retirado")
    actions.withdraw(release=gone, note="Retirado en la prueba.", by=None)

    page = home(client)

    assert "visible" in page
    assert "Título ficticio oculto" not in page
    assert "Título ficticio retirado" not in page


def test_a_correction_shows_its_note_and_leads_to_the_difference(client: Client) -> None:
    release = make_release(headline="Título ficticio con herrata")
    actions.correct(
        release=release,
        content=make_content(headline="Título ficticio con errata", folio="0001/2024"),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia del cambio.",
        seen_version=1,
        by=None,
    )
    release.refresh_from_db()

    page = home(client)

    assert "Nota ficticia del cambio." in page
    assert f"{release.get_absolute_url()}versiones/" in page
    assert "Corregido" in page


def test_the_map_and_its_table_say_the_same(client: Client) -> None:
    toluca = Place.objects.get(inegi=f"{settings.HOME_STATE}106")
    make_release(issued_in=toluca)

    page = home(client)

    assert f"<title>{toluca.name}: 1 comunicado</title>" in page
    assert f'<a href="/municipios/{toluca.slug}/">{toluca.name}</a>' in page
    assert "1 de los 125 municipios aparece" in page


def test_the_examples_are_found_in_the_archive(client: Client) -> None:
    topic = make_topic()
    mention = MentionContent(
        kind="topic", slug=topic.slug, method="prueba", terms=(("mesa ficticia", 1), ("ausente", 2))
    )
    make_release(body=("Hubo mesa ficticia de trabajo.",), folio="0007/2024", mentions=(mention,))

    page = home(client)

    assert "?q=mesa+ficticia" in page
    assert "?q=0007%2F2024" in page
    assert "?q=ausente" not in page


def test_the_number_of_queries_does_not_grow_with_the_archive(
    client: Client, django_assert_num_queries: Queries
) -> None:
    for _ in range(3):
        make_release(topics=[make_topic()])
    with django_assert_num_queries(12):
        home(client)

    for _ in range(9):
        make_release(topics=[make_topic()])
    with django_assert_num_queries(12):
        home(client)


def test_the_page_weighs_less_than_20_kilobytes(client: Client) -> None:
    for day in range(1, 13):
        make_release(headline="Título ficticio " * 12, issued_on=dt.date(2024, 4, day))
    page = client.get("/", headers={"Accept-Encoding": "gzip"})

    assert page.headers["Content-Encoding"] == "gzip"
    stylesheet = (settings.BASE_DIR / "static" / "conste.css").read_bytes()
    script = (settings.BASE_DIR / "static" / "conste.js").read_bytes()
    whole = len(page.content) + len(gzip.compress(stylesheet)) + len(gzip.compress(script))
    assert whole < 20_000
