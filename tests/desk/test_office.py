"""The record of the office: what a change changes is seen before it is saved."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from releases.models import Office
from releases.roles import ADMINISTRATORS, EDITORS
from tests.desk.people import member, signed_in
from tests.factories import host_agency, make_release

pytestmark = pytest.mark.django_db

PAGE = "/redaccion/oficina/"


@pytest.fixture(autouse=True)
def office(db: None) -> Office:
    host_agency()
    return Office.objects.get()


@pytest.fixture
def client() -> Client:
    return signed_in(member("dora", ADMINISTRATORS))


def form(client: Client, **changes: Any) -> dict[str, Any]:
    """The fields as the page has them, with changes."""
    page = client.get(PAGE)
    office = page.context["record"]
    return {
        "archive_name": office.archive_name,
        "letterhead": "\n".join(office.letterhead),
        "contact": "\n".join(office.contact),
        "emergency_numbers": "\n".join(office.emergency_numbers),
        "seen": page.context["seen"],
        **changes,
    }


def test_a_change_is_shown_before_it_is_saved(client: Client, office: Office) -> None:
    page = client.post(PAGE, form(client, archive_name="Archivo de prueba", accion="ver"))
    text = page.content.decode()
    assert "Aún no se guarda" in text
    assert "En el título y el pie de todas las páginas" in text
    office.refresh_from_db()
    assert office.archive_name != "Archivo de prueba"


def test_a_saved_change_is_on_the_next_page(client: Client, office: Office) -> None:
    make_release()
    lines = "Renglón ficticio uno\r\n\r\n  Renglón   ficticio dos "
    answer = client.post(
        PAGE, form(client, contact=lines, archive_name="Archivo de prueba", accion="guardar")
    )
    assert answer.status_code == HTTPStatus.FOUND
    office.refresh_from_db()
    assert office.contact == ["Renglón ficticio uno", "Renglón ficticio dos"]
    assert "Archivo de prueba" in Client().get("/").content.decode()


def test_two_people_are_turned_on_and_off(client: Client, office: Office) -> None:
    client.post(PAGE, form(client, two_people="on", accion="guardar"))
    office.refresh_from_db()
    assert office.two_people
    client.post(PAGE, form(client, accion="guardar"))
    office.refresh_from_db()
    assert not office.two_people


def test_the_second_of_two_savers_sees_both(client: Client, office: Office) -> None:
    mine = form(client, archive_name="Mi nombre", accion="guardar")
    theirs = form(client, archive_name="Su nombre", accion="guardar")
    client.post(PAGE, theirs)
    answer = client.post(PAGE, mine)
    assert answer.status_code == HTTPStatus.CONFLICT
    text = answer.content.decode()
    assert "Mi nombre" in text
    assert "Su nombre" in text
    office.refresh_from_db()
    assert office.archive_name == "Su nombre"


@pytest.mark.parametrize(
    "wrong",
    [
        {"archive_name": " "},
        {"letterhead": "\n".join("12345")},
        {"contact": "x" * 201},
    ],
)
def test_what_does_not_fit_is_refused_beside_its_field(
    client: Client, wrong: dict[str, str]
) -> None:
    answer = client.post(PAGE, form(client, accion="guardar", **wrong))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'class="campo__error"' in answer.content.decode()


def test_editors_read_the_record_and_change_nothing() -> None:
    desk = signed_in(member("ana", EDITORS))
    assert "Ver cómo queda" not in desk.get(PAGE).content.decode()
    answer = desk.post(PAGE, form(desk, archive_name="Otro", accion="guardar"))
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_a_change_keeps_who_made_it(client: Client, office: Office) -> None:
    client.post(PAGE, form(client, archive_name="Archivo de prueba", accion="guardar"))
    changes: Any = office
    change = changes.changes.order_by("-pgh_id").first()
    assert change.pgh_context.metadata["user"]
