"""The desk's list of what is or was public, and the internal notes."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from releases.models import Remark, User
from releases.publishing import actions
from releases.roles import AUDITORS
from tests.desk.correcting import (
    correction_url,
    editor,
    read,
    send,
    signed_in,
    withdrawal_url,
)
from tests.factories import make_release

pytestmark = pytest.mark.django_db

PAGE = "/redaccion/publicados/"
CANARY = "canarioreservado"


@pytest.fixture
def ana(db: None) -> User:
    return editor("ana")


@pytest.fixture
def client(ana: User) -> Client:
    return signed_in(ana)


def found(client: Client, query: str = "") -> list[int]:
    return [row.release.pk for row in client.get(PAGE + query).context["rows"]]


def test_what_is_or_was_public_is_listed_and_nothing_else(client: Client) -> None:
    public, gone = make_release(), make_release()
    make_release(published=False)
    actions.withdraw(release=gone, note="Nota.", by=None)
    assert set(found(client)) == {public.pk, gone.pk}
    assert found(client, "?estado=retirados") == [gone.pk]


@pytest.mark.parametrize("typed", ["0417/2024", "417", "granjas", "GRANJA faros"])
def test_a_bulletin_is_found_by_folio_or_words(client: Client, typed: str) -> None:
    release = make_release(number=417, year=2024, headline="Granjas y faros ficticios")
    make_release(headline="Otra cosa ficticia")
    assert found(client, f"?q={typed}") == [release.pk]


def test_a_withdrawn_bulletin_is_found_by_its_headline(client: Client) -> None:
    release = make_release(headline="Granjas y faros ficticios")
    actions.withdraw(release=release, note="Nota.", by=None)
    assert found(client, "?q=faros") == [release.pk]


def test_the_state_of_each_bulletin_is_told(client: Client) -> None:
    release = make_release()
    send(client, release, "guardar", headline="Otro título ficticio")
    assert found(client, "?estado=en-preparacion") == [release.pk]
    page = client.get(PAGE).content.decode()
    assert "En corrección" in page
    assert correction_url(release) in page
    assert withdrawal_url(release) in page


@pytest.mark.parametrize("query", ["?pagina=0", "?pagina=99", "?pagina=x"])
def test_a_page_that_does_not_exist_is_told(client: Client, query: str) -> None:
    assert client.get(PAGE + query).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("query", ["?q=%00", "?q='%22)%26|!", "?estado=otra", "?q=" + "a" * 900])
def test_odd_input_is_taken_as_words(client: Client, query: str) -> None:
    assert client.get(PAGE + query).status_code == HTTPStatus.OK


def test_a_remark_is_kept_and_shown_where_staff_work(client: Client, ana: User) -> None:
    release = make_release()
    sent = {"text": f"Nota {CANARY}", "siguiente": correction_url(release)}
    answer = client.post(f"/redaccion/notas/{release.pk}/", sent)
    assert answer["Location"] == f"{correction_url(release)}#notas"
    assert Remark.objects.get().by == ana
    assert "1 nota interna" in client.get(PAGE).content.decode()
    for address in (correction_url(release), withdrawal_url(release)):
        assert CANARY in client.get(address).content.decode()


def test_an_empty_remark_is_refused_and_no_other_site_is_led_to(client: Client) -> None:
    release = make_release()
    sent = {"text": " ", "siguiente": "https://otro.invalid/"}
    answer = client.post(f"/redaccion/notas/{release.pk}/", sent)
    assert answer["Location"] == PAGE
    assert not Remark.objects.exists()


def test_an_auditor_reads_remarks_and_writes_none() -> None:
    release = make_release()
    client = signed_in(editor("olga", AUDITORS))
    answer = client.post(f"/redaccion/notas/{release.pk}/", {"text": "Nota"})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert 'name="text"' not in client.get(correction_url(release)).content.decode()


PUBLIC = (
    "",
    "texto.txt",
    "datos.json",
    "versiones/",
    "versiones/1/",
)
LISTS = (
    "/",
    "/buscar/",
    "/buscar/datos.json",
    "/buscar/datos.csv",
    "/buscar/datos.jsonl",
    "/comunicados/atom.xml",
    "/correcciones/",
    "/correcciones/atom.xml",
)


def test_remarks_and_internal_reasons_are_in_no_public_output(client: Client, ana: User) -> None:
    release = make_release(headline="Doce faros ficticios")
    actions.remark(release=release, text=f"Nota {CANARY}", by=ana)
    send(client, release, "publicar", headline="Trece faros ficticios", reason=f"Por {CANARY}")
    send(client, release, "guardar", headline=f"Catorce {CANARY}")
    release.refresh_from_db()
    reader = Client()
    paths = [*LISTS, *(release.get_absolute_url() + end for end in PUBLIC)]
    assert [path for path in paths if CANARY in read(reader, path)] == []
