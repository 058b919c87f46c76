"""Withdrawing at the desk: gone from every output at once, with its folio, date and reason left."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from releases.models import Release, User
from releases.publishing import actions
from releases.publishing.actions import Grounds
from releases.roles import AUDITORS, WRITERS
from releases.vocabulary import EventKind, PendingAct, ReleaseState, WithdrawalKind
from tests.desk.correcting import (
    editor,
    read,
    signed_in,
    withdrawal_url,
    work_with_two_people,
)
from tests.factories import make_agency, make_place, make_release, make_topic

pytestmark = pytest.mark.django_db

REASON = "Lo ordenó un juzgado ficticio."
INSIDE = "canariointerno"


@pytest.fixture
def ana(db: None) -> User:
    return editor("ana")


@pytest.fixture
def client(ana: User) -> Client:
    return signed_in(ana)


def withdraw(client: Client, release: Release, **changes: Any) -> Any:
    sent = {
        "kind": WithdrawalKind.BY_ORDER.value,
        "note": REASON,
        "authority": f"Juzgado {INSIDE}",
        "file_number": f"{INSIDE} 1/2024",
        "effective_on": "2024-05-02",
        "reason": f"Oficio {INSIDE}",
        "seen_version": "1",
    }
    return client.post(withdrawal_url(release), {**sent, **changes})


def test_a_withdrawal_keeps_its_grounds_inside_and_tells_its_kind(client: Client) -> None:
    release = make_release()
    assert withdraw(client, release).status_code == HTTPStatus.FOUND
    release.refresh_from_db()
    event = release.events.get(kind=EventKind.WITHDRAWN)
    assert release.state == ReleaseState.WITHDRAWN
    assert Grounds.from_json(event.data).file_number == f"{INSIDE} 1/2024"
    answer = Client().get(release.short_path, follow=True)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.GONE
    assert REASON in page
    assert "Por orden de una autoridad" in page
    assert INSIDE not in page


def test_what_was_replaced_leads_to_its_successor_while_that_is_public(client: Client) -> None:
    release = make_release()
    successor = make_release(number=7276, headline="Sustituto ficticio")
    superseded = {"kind": WithdrawalKind.SUPERSEDED.value, "authority": ""}

    unnamed = withdraw(client, release, **superseded)
    assert unnamed.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Escriba el folio del comunicado que lo sustituye." in unnamed.content.decode()
    unknown = withdraw(client, release, **superseded, successor="9999/2024")
    assert "No hay otro comunicado público con ese folio." in unknown.content.decode()

    done = withdraw(client, release, **superseded, successor="7276/2024")
    assert done.status_code == HTTPStatus.FOUND
    gone = Client().get(release.short_path, follow=True)
    assert gone.status_code == HTTPStatus.GONE
    assert "Sustituido por otro comunicado" in gone.content.decode()
    assert f'href="{successor.get_absolute_url()}"' in gone.content.decode()

    actions.withdraw(release=successor, note="Nota ficticia.", by=None)
    gone = Client().get(release.short_path, follow=True)
    assert "Sustituto ficticio" not in gone.content.decode()


def test_another_kind_of_withdrawal_names_no_successor(client: Client) -> None:
    release, other = make_release(), make_release(number=7277)
    withdraw(client, release, successor="7277/2024")
    gone = Client().get(release.short_path, follow=True)
    assert other.get_absolute_url() not in gone.content.decode()


def test_a_public_note_is_as_long_as_one_reads_above_a_text(client: Client) -> None:
    release = make_release()
    answer = withdraw(client, release, note="a" * 281)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "La nota tiene 281 caracteres y caben 280. Acórtela" in answer.content.decode()
    # A line's end counts once, as people see it.
    assert withdraw(client, release, note="a" * 278 + "\r\nb").status_code == HTTPStatus.FOUND


OUTPUTS = (
    "",
    "documento.pdf",
    "texto.txt",
    "datos.json",
    "versiones/",
    "versiones/1/",
    "versiones/1/documento.pdf",
    "pagina-1.webp",
    "miniatura-1.webp",
    "foto-1.webp",
    "foto-1-chica.webp",
    "anexo-1.pdf",
    "versiones/1/foto-1.webp",
)
LISTS = (
    "/",
    "/buscar/",
    "/buscar/datos.json",
    "/buscar/datos.csv",
    "/buscar/datos.jsonl",
    "/buscar/atom.xml",
    "/comunicados/",
    "/comunicados/2024/",
    "/comunicados/2024/04/",
    "/comunicados/atom.xml",
    "/correcciones/",
    "/correcciones/atom.xml",
    "/sitemap.xml",
    "/sitemap-comunicados.xml",
    "/sitemap-noticias.xml",
    "/completar/?q=canarior",
)


def test_every_output_of_a_withdrawn_bulletin_answers_410_and_no_list_names_it(
    client: Client,
) -> None:
    agency, place, topic = make_agency(), make_place(), make_topic()
    release = make_release(
        headline="Canarioretirado en el título",
        body=("El canarioretirado del texto.",),
        agencies=[agency],
        places=[place],
        topics=[topic],
        issued_in=place,
    )
    base = release.get_absolute_url()
    reader = Client()
    listed = [*LISTS, agency.get_absolute_url(), place.get_absolute_url()]
    assert any("anarioretirado" in read(reader, path) for path in listed)

    withdraw(client, release)

    answers = {path: reader.get(base + path).status_code for path in OUTPUTS}
    assert answers == dict.fromkeys(OUTPUTS, HTTPStatus.GONE)
    assert [path for path in listed if "anarioretirado" in read(reader, path)] == []
    assert base not in read(reader, "/buscar/?q=canarioretirado")


def test_a_withdrawal_without_public_reason_or_kind_is_refused(client: Client) -> None:
    release = make_release()
    answer = withdraw(client, release, note=" ", kind="")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert {"note", "kind"} <= set(answer.context["form"].errors)
    release.refresh_from_db()
    assert release.is_public


def test_an_order_names_its_authority(client: Client) -> None:
    answer = withdraw(client, make_release(), authority="")
    assert "authority" in answer.context["form"].errors


def test_a_bulletin_corrected_meanwhile_is_shown_again_before_it_is_withdrawn(
    client: Client,
) -> None:
    release = make_release()
    answer = withdraw(client, release, seen_version="7")
    assert answer.status_code == HTTPStatus.CONFLICT
    release.refresh_from_db()
    assert release.is_public


def test_a_withdrawn_bulletin_comes_back_with_a_public_note(client: Client) -> None:
    release = make_release()
    withdraw(client, release)
    page = client.get(withdrawal_url(release)).content.decode()
    assert f"Juzgado {INSIDE}" in page
    sent = {"note": "Se levantó la orden ficticia.", "reason": "Oficio 2", "seen_version": "2"}
    assert client.post(withdrawal_url(release), sent).status_code == HTTPStatus.FOUND
    release.refresh_from_db()
    assert release.is_public
    page = Client().get(release.get_absolute_url()).content.decode()
    assert "Se levantó la orden ficticia." in page
    assert "Oficio 2" not in page


def test_with_two_people_a_withdrawal_waits_for_the_second_one(client: Client) -> None:
    work_with_two_people()
    release = make_release()
    assert "Pedir autorización" in client.get(withdrawal_url(release)).content.decode()
    withdraw(client, release)
    release.refresh_from_db()
    request = release.authorizations.get()
    assert release.is_public
    assert (request.act, request.note) == (PendingAct.WITHDRAW, REASON)
    assert Grounds.from_json(request.data).kind is WithdrawalKind.BY_ORDER


@pytest.mark.parametrize(("role", "status"), [(WRITERS, 302), (AUDITORS, 403)])
def test_who_may_not_withdraw_asks_or_is_refused(role: str, status: int) -> None:
    client = signed_in(editor("bruno", role))
    release = make_release()
    assert withdraw(client, release).status_code == status
    release.refresh_from_db()
    assert release.is_public


def test_what_was_never_public_is_not_withdrawn(client: Client) -> None:
    release = make_release(published=False)
    assert client.get(withdrawal_url(release)).status_code == HTTPStatus.NOT_FOUND
