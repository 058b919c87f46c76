"""The page of one bulletin: text, links, marks, document, citation, versions, relatives."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from releases.models import Release
from releases.publishing import actions
from releases.publishing.content import MentionContent, content_of_revision
from releases.vocabulary import RevisionKind, SourceKind
from tests.factories import make_agency, make_file, make_place, make_release, make_topic

pytestmark = pytest.mark.django_db

Queries = Callable[[int], Any]


def page_of(client: Client, release: Release, query: str = "") -> str:
    response = client.get(release.get_absolute_url() + query)
    assert response.status_code == 200
    return response.content.decode()


def correct(release: Release, **changes: Any) -> None:
    release.refresh_from_db()
    current = release.current_revision
    assert current is not None
    actions.correct(
        release=release,
        content=replace(content_of_revision(current), **changes),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia de la corrección.",
        seen_version=current.number,
        by=None,
    )
    release.refresh_from_db()


def test_it_shows_folio_place_date_title_points_and_text(client: Client) -> None:
    place = make_place("Villa Ficticia")
    release = make_release(headline="Título ficticio", number=9275, issued_in=place)

    page = page_of(client, release)

    assert '<span class="folio">9275<span class="folio__anio">/2024</span></span>' in page
    assert 'Villa Ficticia, <time datetime="2024-04-04">4 de abril de 2024</time>' in page
    assert '<h1 class="comunicado__titulo">Título ficticio</h1>' in page
    assert "<span>Sumario ficticio.</span>" in page
    assert '<p id="p2">Segundo párrafo ficticio.</p>' in page
    assert "Cierre ficticio de prueba." in page


def test_a_wrong_slug_leads_to_the_right_one_and_keeps_the_query(client: Client) -> None:
    release = make_release()

    response = client.get(f"/comunicados/{release.year}/{release.key}-otro/?q=texto")

    assert response.status_code == 301
    assert response["Location"] == f"{release.get_absolute_url()}?q=texto"


def test_a_wrong_slug_before_a_file_leads_to_the_same_file(client: Client) -> None:
    release = make_release()

    response = client.get(f"/comunicados/{release.year}/{release.key}-otro/texto.txt")

    assert response["Location"] == f"{release.get_absolute_url()}texto.txt"


@pytest.mark.parametrize("pattern", ["/comunicados/{}/{}/", "/c/{}/{}"])
def test_the_short_addresses_lead_to_the_long_one(client: Client, pattern: str) -> None:
    release = make_release()

    response = client.get(pattern.format(release.year, release.key))

    assert response.status_code == 301
    assert response["Location"] == release.get_absolute_url()


def test_a_bulletin_without_folio_has_an_address_too(client: Client) -> None:
    release = make_release(number=0)

    assert release.key.startswith("sf-")
    assert "Sin folio" in page_of(client, release)


def test_another_issuer_is_named_and_has_its_own_addresses(client: Client) -> None:
    issuer = make_agency("Fiscalía Ficticia", acronym="FFX")
    release = make_release(issuer=issuer, number=231)

    assert release.key == "ffx-0231"
    assert "<span>Fiscalía Ficticia</span>" in page_of(client, release)


def test_the_first_mention_of_an_entity_is_a_link(client: Client) -> None:
    agency = make_agency("Agencia Ficticia", slug="agencia-ficticia")
    body = ("La Agencia Ficticia informó.", "La Agencia Ficticia reiteró.")
    spans = [
        MentionContent(
            kind="agency",
            slug=agency.slug,
            field="body",
            paragraph=n,
            start=3,
            end=19,
            method="prueba",
        )
        for n in range(2)
    ]
    release = make_release(body=body, mentions=tuple(spans))

    page = page_of(client, release)

    link = '<a href="/dependencias/agencia-ficticia/">Agencia Ficticia</a>'
    assert f'<p id="p1">La {link} informó.</p>' in page
    assert '<p id="p2">La Agencia Ficticia reiteró.</p>' in page


def test_entities_are_listed_with_their_number_of_bulletins(client: Client) -> None:
    topic = make_topic("Asunto ficticio", slug="asunto-ficticio")
    make_release(topics=[topic])
    release = make_release(topics=[topic])

    page = page_of(client, release)

    row = r'href="/temas/asunto-ficticio/"><span>Asunto ficticio</span><span class="n">2<'
    assert re.search(row, page)


def test_searched_words_are_marked_numbered_and_joined(client: Client) -> None:
    release = make_release(
        headline="Sesión del Centro de Mando",
        body=("El Centro de Mando abrió.", "Otro centro de mando cerró."),
    )

    page = page_of(client, release, "?q=centro+de+mando")

    assert '<mark id="m1">Centro de Mando</mark>' in page
    assert '<mark id="m2">Centro de Mando</mark><a class="coincidencia" href="#m3"' in page
    assert '<mark id="m3">centro de mando</mark><a class="coincidencia" href="#m1"' in page
    assert "3 coincidencias con «centro de mando»" in page


def test_marcar_marks_without_a_search_to_go_back_to(client: Client) -> None:
    release = make_release(body=("El convenio ficticio.",))

    page = page_of(client, release, "?marcar=convenio")

    assert '<mark id="m1">convenio</mark>' in page
    assert "Volver a" not in page


def test_words_that_say_nothing_mark_nothing(client: Client) -> None:
    page = page_of(client, make_release(), "?q=de+la")

    assert "<mark" not in page


def test_the_way_back_and_the_neighbours_among_the_results(client: Client) -> None:
    first, second, third = (
        make_release(headline=f"Convenio ficticio {n}", issued_on=day)
        for n, day in enumerate(_days(3), start=1)
    )
    query = "?q=convenio&orden=fecha&resultado=2"

    page = page_of(client, second, query)

    assert 'href="/buscar/?q=convenio&amp;orden=fecha"' in page
    assert "2 de 3" in page
    assert f'rel="prev" href="{first.get_absolute_url()}?q=convenio' in page
    assert f'rel="next" href="{third.get_absolute_url()}?q=convenio' in page
    assert "resultado=3" in page


def test_a_place_among_the_results_that_is_not_true_shows_no_neighbours(client: Client) -> None:
    release = make_release(headline="Convenio ficticio")
    make_release(headline="Convenio ficticio posterior")

    page = page_of(client, release, "?q=convenio&resultado=500")

    assert "Volver a «convenio»" in page
    assert 'rel="next"' not in page


def test_a_correction_is_told_above_the_text(client: Client) -> None:
    release = make_release(headline="Titulo con herrata")
    correct(release, headline="Título con errata")

    page = page_of(client, release)

    assert page.index("Nota ficticia de la corrección.") < page.index('id="texto"')
    assert "Versión 2, corregida" in page
    assert f"{release.get_absolute_url()}versiones/" in page


def test_an_old_version_says_so_and_is_kept_from_search_engines(client: Client) -> None:
    release = make_release(headline="Titulo con herrata")
    correct(release, headline="Título con errata")

    page = client.get(f"{release.get_absolute_url()}versiones/1/").content.decode()

    assert "Está viendo la versión 1" in page
    assert "Titulo con herrata" in page
    assert '<meta name="robots" content="noindex">' in page
    assert re.search(rf'rel="canonical" href="[^"]*{release.get_absolute_url()}"', page)


@pytest.mark.parametrize("number", ["0", "2", "99999999999999999999"])
def test_a_version_that_never_was_is_a_404(client: Client, number: str) -> None:
    release = make_release()

    assert client.get(f"{release.get_absolute_url()}versiones/{number}/").status_code == 404


def test_a_reconstructed_document_is_never_called_original(client: Client) -> None:
    release = make_release(file=make_file(kind=SourceKind.RECONSTRUCTED))

    page = page_of(client, release)

    assert "PDF reconstruido a partir del texto publicado" in page
    assert "PDF reconstruido" in page
    assert "original" not in page.lower()


def test_an_original_document_is_offered_with_its_hash(client: Client) -> None:
    file = make_file()
    page = page_of(client, make_release(file=file))

    assert "PDF original" in page
    assert f"SHA-256 {file.sha256}" in page


def test_the_citation_names_issuer_folio_version_and_day_of_consultation(client: Client) -> None:
    release = make_release(number=9275)

    page = page_of(client, release)

    note = re.search(r'id="cita-nota">([^<]+)<', page)
    assert note
    assert "comunicado 9275/2024, 4 de abril de 2024, versión 1" in note[1]
    assert f"/c/2024/{release.key}" in note[1]
    assert re.search(r"consultado el \d{4}-\d{2}-\d{2}", note[1])


def test_related_bulletins_come_with_the_reason(client: Client) -> None:
    topic = make_topic("Asunto ficticio")
    for _ in range(3):
        make_release(headline="Comunicado ajeno")
    make_release(headline="Comunicado pariente", topics=[topic])
    release = make_release(topics=[topic])

    page = page_of(client, release)

    assert "Comunicado pariente" in page
    assert "En común: Asunto ficticio" in page
    assert "Comunicado ajeno" not in page


def test_search_engines_get_a_news_article_that_cannot_end_its_element(client: Client) -> None:
    release = make_release(headline="Título </script><script>alert(1)</script> ficticio")

    page = page_of(client, release)

    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert block
    article = json.loads(block[1])
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == "Título </script><script>alert(1)</script> ficticio"
    assert article["datePublished"] == "2024-04-04"
    assert "<script>alert" not in page


def test_chats_get_title_and_description(client: Client) -> None:
    release = make_release(headline='Título "ficticio"', summary_points=("Un sumario. " * 40,))

    page = page_of(client, release)

    assert '<meta property="og:title" content="Título &quot;ficticio&quot;">' in page
    description = re.search(r'property="og:description" content="([^"]+)"', page)
    assert description
    assert len(description[1]) <= 201


def test_the_page_sets_no_cookie_and_may_be_kept_for_a_minute(client: Client) -> None:
    response = client.get(make_release().get_absolute_url())

    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=60"
    assert {"Cookie", "HX-Request"} <= {name.strip() for name in response["Vary"].split(",")}


def test_an_unchanged_page_is_not_sent_again(client: Client) -> None:
    address = make_release().get_absolute_url()
    etag = client.get(address)["ETag"]

    assert client.get(address, HTTP_IF_NONE_MATCH=etag).status_code == 304


def test_the_number_of_queries_does_not_grow_with_the_mentions(
    client: Client, django_assert_max_num_queries: Queries
) -> None:
    agencies = [make_agency(f"Agencia ficticia {n}") for n in range(6)]
    places = [make_place(f"Lugar ficticio {n}") for n in range(6)]
    release = make_release(agencies=agencies, places=places)
    client.get(release.get_absolute_url())

    with django_assert_max_num_queries(22):
        client.get(release.get_absolute_url())


def _days(number: int) -> list[dt.date]:
    return [dt.date(2024, 4, day) for day in range(1, number + 1)]
