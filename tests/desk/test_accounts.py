"""Accounts of staff at the desk: invited by mail, given a role, stopped at once."""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.test import Client

from releases.models import User
from releases.pages.desk.invitation import invitation
from releases.publishing import actions
from releases.publishing.errors import LastAdministrator, NotAllowed, OwnAccount
from releases.roles import ADMINISTRATORS, AUDITORS, EDITORS, WRITERS
from releases.tasks import send_invitation
from tests.desk.people import member, signed_in

pytestmark = pytest.mark.django_db

PAGE = "/redaccion/cuentas/"
NEW = {
    "first_name": "Flor",
    "last_name": "Ficticia",
    "email": "flor@ejemplo.invalid",
    "role": WRITERS,
}
PASSWORD = "grulla-cobalto-7351"


@pytest.fixture
def dora(db: None) -> User:
    return member("dora", ADMINISTRATORS)


@pytest.fixture
def client(dora: User) -> Client:
    return signed_in(dora)


def address(account: User) -> str:
    return f"{PAGE}{account.pk}/"


def link_in(message: mail.EmailMessage) -> str:
    found = re.search(r"https?://[^/\s]+(/cuenta/\S+)", str(message.body))
    assert found
    return found[1]


def test_an_invited_person_chooses_a_password_by_mail_and_works_at_once(client: Client) -> None:
    assert client.post(PAGE, NEW).status_code == HTTPStatus.FOUND
    flor = User.objects.get(email=NEW["email"])
    assert not flor.has_usable_password()
    send_invitation(flor.pk)
    message = mail.outbox[0]
    assert message.to == [NEW["email"]]
    assert WRITERS in message.body
    guest = Client()
    form = guest.get(link_in(message), follow=True)
    answer = guest.post(
        form.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD}, follow=True
    )
    assert answer.status_code == HTTPStatus.OK
    flor.refresh_from_db()
    assert flor.check_password(PASSWORD)
    assert signed_in(flor).get("/redaccion/bandeja/").status_code == HTTPStatus.OK


def test_a_link_works_once(client: Client) -> None:
    client.post(PAGE, NEW)
    flor = User.objects.get(email=NEW["email"])
    link = link_in(invitation(flor))
    flor.set_password(PASSWORD)
    flor.save()
    assert "ya no es válido" in Client().get(link, follow=True).content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "flor"}, "correo electrónico completo"),
        ({"email": ""}, "Escriba el correo"),
        ({"first_name": " "}, "Escriba el nombre"),
        ({"role": "Jefatura"}, "papeles de la lista"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    client: Client, wrong: dict[str, str], said: str
) -> None:
    answer = client.post(PAGE, {**NEW, **wrong})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()
    assert User.objects.count() == 1


def test_an_address_has_one_account(client: Client) -> None:
    client.post(PAGE, NEW)
    answer = client.post(PAGE, {**NEW, "email": "FLOR@ejemplo.invalid"})
    assert "Ya hay una cuenta" in answer.content.decode()
    assert User.objects.count() == 2


def test_people_of_one_name_get_usernames_of_their_own(client: Client) -> None:
    client.post(PAGE, NEW)
    client.post(PAGE, {**NEW, "email": "flor@otro.invalid"})
    assert set(User.objects.values_list("username", flat=True)) == {"dora", "flor", "flor2"}


def test_a_disabled_account_is_out_with_its_next_request(client: Client) -> None:
    ana = member("ana")
    desk = signed_in(ana)
    assert desk.get("/redaccion/bandeja/").status_code == HTTPStatus.OK
    client.post(address(ana), {"accion": "desactivar"})
    answer = desk.get("/redaccion/bandeja/")
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"].startswith("/cuenta/")


def test_a_disabled_account_gets_no_mail_and_its_old_link_lets_nobody_in(client: Client) -> None:
    ana = member("ana")
    link = link_in(invitation(ana))
    client.post(address(ana), {"accion": "desactivar"})
    send_invitation(ana.pk)
    assert not mail.outbox
    assert "ya no es válido" in Client().get(link, follow=True).content.decode()


def test_a_new_role_counts_with_the_next_request(client: Client) -> None:
    ana = member("ana", WRITERS)
    desk = signed_in(ana)
    assert desk.get(PAGE).status_code == HTTPStatus.FORBIDDEN
    client.post(address(ana), {"accion": "papel", "papel": ADMINISTRATORS})
    assert desk.get(PAGE).status_code == HTTPStatus.OK


def test_resetting_a_password_ends_the_sessions(client: Client) -> None:
    ana = User.objects.create_user("ana", "ana@ejemplo.invalid", PASSWORD, is_staff=True)
    desk = Client()
    desk.force_login(ana)
    client.post(address(ana), {"accion": "restablecer"})
    assert desk.get("/redaccion/bandeja/").status_code == HTTPStatus.FOUND
    send_invitation(ana.pk)
    assert len(mail.outbox) == 1


def test_nobody_changes_their_own_account(client: Client, dora: User) -> None:
    for act in ("papel", "desactivar", "restablecer"):
        answer = client.post(address(dora), {"accion": act, "papel": AUDITORS})
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert "propia cuenta" in answer.content.decode()
    with pytest.raises(OwnAccount):
        actions.disable(account=dora, by=dora)


def test_the_last_administrator_stays(dora: User) -> None:
    with pytest.raises(LastAdministrator):
        actions.disable(account=dora, by=None)
    with pytest.raises(LastAdministrator):
        actions.change_role(account=dora, role=EDITORS, by=None)
    member("eva", ADMINISTRATORS)
    assert not actions.disable(account=dora, by=None).is_active


def test_an_account_of_full_power_is_out_of_reach(client: Client, dora: User) -> None:
    root = User.objects.create_superuser("raiz", "raiz@ejemplo.invalid", PASSWORD)
    with pytest.raises(NotAllowed):
        actions.disable(account=root, by=dora)
    answer = client.post(address(root), {"accion": "desactivar"})
    assert answer.status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("role", [WRITERS, EDITORS])
def test_accounts_are_for_administrators(role: str) -> None:
    ana = member("ana", role)
    desk = signed_in(ana)
    assert desk.get(PAGE).status_code == HTTPStatus.FORBIDDEN
    assert desk.post(PAGE, NEW).status_code == HTTPStatus.FORBIDDEN
    for verb in (actions.disable, actions.enable, actions.reset_password):
        with pytest.raises(NotAllowed):
            verb(account=member(f"otra-{verb.__name__}".replace("_", "-")), by=ana)


def test_auditors_see_accounts_and_change_none(client: Client) -> None:
    ana = member("ana")
    desk = signed_in(member("aurora", AUDITORS))
    page = desk.get(address(ana))
    assert page.status_code == HTTPStatus.OK
    assert "Desactivar" not in page.content.decode()
    assert desk.post(address(ana), {"accion": "desactivar"}).status_code == HTTPStatus.FORBIDDEN


def test_each_act_is_in_the_log_with_who_did_it(client: Client, dora: User) -> None:
    client.post(PAGE, NEW)
    flor = User.objects.get(email=NEW["email"])
    client.post(address(flor), {"accion": "papel", "papel": EDITORS})
    client.post(address(flor), {"accion": "desactivar"})
    client.post(address(flor), {"accion": "activar"})
    lines = LogEntry.objects.filter(object_id=str(flor.pk), user=dora)
    assert lines.count() == 4
    assert PASSWORD not in "".join(lines.values_list("change_message", flat=True))


def test_the_list_asks_as_much_for_many_as_for_few(
    client: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(12):
        member(f"persona{number}")
    with django_assert_max_num_queries(14):  # type: ignore[operator]  # a fixture without types
        client.get(PAGE)
