"""Every page of the public site: answers, markup, cookies, and how long it may be kept."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.test import Client

from releases.models import Place, Release, SourceDocument
from releases.publishing import actions
from releases.publishing.content import MentionContent
from releases.storage import document_path
from releases.vocabulary import RevisionKind
from tests.factories import host_agency, make_agency, make_content, make_release, make_topic
from tests.pages.crawl import Visit, crawl, faults_of

pytestmark = pytest.mark.django_db

# Doors of staff, which the public pages only name.
STAFF = ("/redaccion/", "/administracion/", "/cuenta/")


def fill_archive() -> Release:
    """A small archive with every kind of bulletin: corrected, hidden, spoken of, and withdrawn,
    which is returned."""
    agency, topic = make_agency("Dependencia Ficticia", acronym="DFI"), make_topic()
    toluca = Place.objects.get(inegi=f"{settings.HOME_STATE}106")
    span = MentionContent(
        kind="agency", slug=agency.slug, field="body", paragraph=0, start=3, end=6, method="prueba"
    )
    for day in range(1, 24):
        make_release(
            headline=f"Título ficticio número {day}",
            body=("La DFI informó de <b>hechos</b> ficticios.",),
            issued_on=dt.date(2024, 1 + day % 4, day),
            issued_in=toluca,
            agencies=[agency, host_agency()],
            topics=[topic],
        )
    corrected = make_release(headline="Título ficticio con herrata", mentions=(span,))
    actions.correct(
        release=corrected,
        content=make_content(headline="Título ficticio con errata", folio="0777/2024"),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia del cambio.",
        seen_version=1,
        by=None,
    )
    gone = make_release(headline="Título ficticio retirado")
    actions.withdraw(release=gone, note="Retirado en la prueba.", by=None)
    make_release(headline="Título ficticio oculto", published=False)
    for source in SourceDocument.objects.all():
        path = document_path(source.sha256)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"%PDF-1.7\n% ficticio\n")
    return gone


def public_visits(client: Client) -> list[Visit]:
    return [visit for visit in crawl(client) if not visit.address.startswith(STAFF)]


def test_every_page_answers_keeps_the_rules_and_hides_what_is_not_public(client: Client) -> None:
    withdrawn = fill_archive()
    visits = public_visits(client)

    assert len(visits) > 50
    for visit in visits:
        answered = {410} if visit.address == withdrawn.short_path else {200, 301, 302}
        assert visit.response.status_code in answered, visit.address
        if visit.address.startswith("/preferencias/"):
            continue
        assert not visit.response.cookies, visit.address
        if visit.response.status_code != 410:
            assert "public" in visit.response["Cache-Control"], visit.address
            assert "Cookie" in visit.response["Vary"], visit.address
        if visit.page and visit.response.status_code == 200:
            assert faults_of(visit.page) == [], visit.address
        assert "Título ficticio oculto" not in visit.text, visit.address
        assert not visit.page or "<b>hechos</b>" not in visit.text, visit.address


def test_pages_of_an_empty_archive_answer(client: Client) -> None:
    for visit in public_visits(client):
        assert visit.response.status_code in {200, 301, 302}, visit.address
        if visit.page and visit.response.status_code == 200:
            assert faults_of(visit.page) == [], visit.address


@pytest.mark.parametrize("address", ["/", "/temas/", "/municipios/", "/acerca/"])
def test_an_unchanged_page_is_not_sent_twice(client: Client, address: str) -> None:
    first = client.get(address)

    second = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 304
    assert second.content == b""


def test_pages_seen_by_staff_are_never_kept(client: Client) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "una-sesion"

    assert client.get("/temas/")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", ["/", "/temas/", "/municipios/toluca/"])
def test_each_page_names_its_canonical_address(client: Client, address: str) -> None:
    page = client.get(address, {"otro": "x"}).content.decode()

    assert f'<link rel="canonical" href="{settings.SITE_URL}{address}">' in page


def test_an_error_page_keeps_the_rules_too(client: Client) -> None:
    visit = next(crawl(client, "/no-existe/"))

    assert visit.response.status_code == 404
    assert visit.page is not None
    assert faults_of(visit.page) == []
