"""The page on which a second person decides."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from releases.models import Authorization, Release, User
from releases.pages.desk.authorizations import waiting_for
from releases.publishing import actions
from releases.roles import WRITERS
from releases.vocabulary import Decision, PendingAct
from tests.admin.conftest import form_data as admin_data
from tests.admin.conftest import release_url
from tests.desk.correcting import NOTE, editor, send, signed_in, work_with_two_people
from tests.factories import make_release

pytestmark = pytest.mark.django_db

PAGE = "/redaccion/autorizaciones/"


@pytest.fixture
def ana(db: None) -> User:
    work_with_two_people()
    return editor("ana")


@pytest.fixture
def berta(db: None) -> User:
    return editor("berta")


def decide(person: User, request: Authorization, act: str, answer: str = "") -> Any:
    address = reverse("desk-authorization", args=[request.pk])
    return signed_in(person).post(address, {"accion": act, "respuesta": answer})


def asked_correction(ana: User, **changes: Any) -> tuple[Release, Authorization]:
    release = make_release(headline="Se aseguran 12 vehículos ficticios")
    typed = {"headline": "Se aseguran 21 vehículos ficticios", **changes}
    send(signed_in(ana), release, "pedir", **typed)
    return release, Authorization.objects.get(release=release)


def test_a_correction_goes_from_one_person_to_the_other_and_then_to_the_public(
    ana: User, berta: User
) -> None:
    release, request = asked_correction(ana)
    page = signed_in(berta).get(PAGE).content.decode()
    assert "<del>" in page
    assert NOTE in page
    decide(berta, request, "autorizar")
    release.refresh_from_db()
    assert release.current_revision
    assert release.current_revision.headline == "Se aseguran 21 vehículos ficticios"
    public = Client().get(release.get_absolute_url()).content.decode()
    assert NOTE in public
    assert "berta" not in public


def test_who_asked_sees_it_as_theirs_and_can_only_take_it_back(ana: User) -> None:
    _, request = asked_correction(ana)
    page = signed_in(ana).get(PAGE)
    assert [row.request for row in page.context["page"].own] == [request]
    assert page.context["page"].to_decide == []
    assert 'value="autorizar"' not in page.content.decode()
    assert decide(ana, request, "autorizar").status_code == HTTPStatus.FORBIDDEN
    assert decide(ana, request, "cancelar").status_code == HTTPStatus.FOUND
    request.refresh_from_db()
    assert request.decision == Decision.CANCELLED


def test_a_refusal_needs_its_reason_beside_the_request(ana: User, berta: User) -> None:
    release, request = asked_correction(ana)
    refused = decide(berta, request, "rechazar")
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Escriba por qué no se autoriza" in refused.content.decode()
    decide(berta, request, "rechazar", "Falta la fuente ficticia.")
    assert "Falta la fuente ficticia." in signed_in(ana).get(PAGE).content.decode()
    assert release.revisions.count() == 1


def test_a_text_that_changed_since_can_only_be_refused(ana: User, berta: User) -> None:
    release, request = asked_correction(ana)
    send(signed_in(ana), release, "guardar", headline="Se aseguran 99 vehículos ficticios")
    page = signed_in(berta).get(PAGE).content.decode()
    assert "El texto cambió después de pedirlo" in page
    assert 'value="autorizar"' not in page
    assert decide(berta, request, "autorizar").status_code == HTTPStatus.CONFLICT
    assert release.revisions.count() == 1


def test_a_decided_request_is_not_decided_again(ana: User, berta: User) -> None:
    release, request = asked_correction(ana)
    decide(berta, request, "autorizar")
    assert decide(berta, request, "autorizar").status_code == HTTPStatus.CONFLICT
    assert release.revisions.count() == 2


def test_a_writer_reads_the_list_and_decides_nothing(ana: User) -> None:
    release, request = asked_correction(ana)
    writer = editor("bruno", WRITERS)
    page = signed_in(writer).get(PAGE)
    assert [row.request for row in page.context["page"].others] == [request]
    assert decide(writer, request, "autorizar").status_code == HTTPStatus.FORBIDDEN
    assert release.revisions.count() == 1


def test_the_second_person_reads_the_whole_text_of_a_new_bulletin(ana: User, berta: User) -> None:
    release = make_release(published=False, body=("Párrafo que hay que leer.",), by=ana)
    request = actions.request_authorization(release=release, act=PendingAct.PUBLISH, by=ana)
    assert "Párrafo que hay que leer." in signed_in(berta).get(PAGE).content.decode()
    decide(berta, request, "autorizar")
    release.refresh_from_db()
    assert release.is_public


def test_an_emergency_waits_for_its_signature_on_the_list(ana: User, berta: User) -> None:
    release = make_release(published=False)
    actions.publish(release=release, by=ana, emergency_reason="Alerta ficticia")
    page = signed_in(berta).get(PAGE).content.decode()
    assert "Publicado de emergencia" in page
    assert "Alerta ficticia" in page
    assert (
        "Alerta ficticia"
        not in Client().get(release.get_absolute_url(), follow=True).content.decode()
    )
    decide(berta, Authorization.objects.get(), "autorizar")
    assert signed_in(berta).get(PAGE).context["page"].to_decide == []


def test_the_tab_counts_what_waits_for_this_person_alone(ana: User, berta: User) -> None:
    asked_correction(ana)
    counted = '<span class="n">1<span class="oculto"> pendientes</span></span>'
    assert counted in signed_in(berta).get("/redaccion/correcciones/").content.decode()
    assert counted not in signed_in(ana).get("/redaccion/correcciones/").content.decode()


def test_the_tab_leaves_out_what_this_person_wrote(ana: User, berta: User) -> None:
    asked_correction(ana)
    assert waiting_for(berta) == 1
    Authorization.objects.update(data={"written_by": berta.pk})
    assert waiting_for(berta) == 0
    Authorization.objects.update(act=PendingAct.COUNTERSIGN.value)
    assert waiting_for(berta) == 1


DOORS = (
    "/redaccion/publicados/",
    "/redaccion/correcciones/",
    "/redaccion/correcciones/{pk}/",
    "/redaccion/retiros/{pk}/",
    "/redaccion/autorizaciones/",
    "/redaccion/autorizaciones/{pk}/",
    "/redaccion/notas/{pk}/",
)


@pytest.mark.parametrize("door", DOORS)
def test_readers_are_sent_to_sign_in_and_others_turned_away(door: str) -> None:
    release = make_release(headline="Título que nadie debe ver aquí")
    path = door.format(pk=release.pk)
    for answer in (Client().get(path), Client().post(path, {"accion": "publicar"})):
        assert answer.status_code == HTTPStatus.FOUND
        assert answer["Location"].startswith(reverse("account_login"))
    outsider = signed_in(User.objects.create_user("lector", "lector@ejemplo.invalid"))
    for answer in (outsider.get(path), outsider.post(path, {"accion": "publicar"})):
        assert answer.status_code == HTTPStatus.FORBIDDEN
        assert "nadie debe ver" not in answer.content.decode()
    assert release.revisions.count() == 1


def test_an_unknown_act_is_refused(ana: User, berta: User) -> None:
    _, request = asked_correction(ana)
    assert decide(berta, request, "otra").status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_nobody_corrects_alone_in_the_administration_either(ana: User) -> None:
    release = make_release(headline="Se aseguran 12 vehículos ficticios")
    client, address = signed_in(ana), release_url(release)
    sent = admin_data(client.get(address), headline="Otro", kind="dato", change_note=NOTE)
    answer = client.post(address, sent)
    assert "pida la autorización de alguien más" in answer.content.decode()
    assert release.revisions.count() == 1


def test_nobody_withdraws_alone_in_the_administration_either(ana: User) -> None:
    release = make_release()
    answer = signed_in(ana).post(release_url(release, "withdraw"), {"note": NOTE})
    assert "pida la autorización de alguien más" in answer.content.decode()
    assert Release.objects.public().exists()
