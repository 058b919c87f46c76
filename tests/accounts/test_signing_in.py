"""Signing in: the one way into the administration, and what it refuses."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from releases.models import User
from tests.accounts.conftest import PASSWORD

LOGIN = "/cuenta/login/"
DESK = "/redaccion/"
PANEL = "/administracion/"


def sign_in(client: Client, login: str = "ana", password: str = PASSWORD, **extra: Any) -> Any:
    return client.post(LOGIN, {"login": login, "password": password}, **extra)


@pytest.mark.parametrize("login", ["ana", "ana@ejemplo.invalid"])
def test_the_name_or_the_mail_and_the_password_lead_to_the_desk(ana: User, login: str) -> None:
    client = Client()
    assert sign_in(client, login).headers["Location"] == DESK
    assert client.get(PANEL).status_code == HTTPStatus.OK


def test_the_panel_sends_visitors_to_the_same_page_and_back(ana: User) -> None:
    client = Client()
    wanted = reverse("admin:releases_release_changelist")
    answer = client.get(wanted, follow=True)
    assert answer.redirect_chain[-1][0].startswith(LOGIN)
    page = answer.content.decode()
    assert f'value="{wanted}"' in page
    answer = client.post(LOGIN, {"login": "ana", "password": PASSWORD, "next": wanted})
    assert answer.headers["Location"] == wanted


@pytest.mark.parametrize(
    "address",
    [
        "//malo.invalid/",
        "/\\malo.invalid/",
        "https://malo.invalid/",
        "javascript:alert(1)",
        "http:///malo.invalid",
    ],
)
def test_next_leads_only_to_the_own_site(ana: User, address: str) -> None:
    answer = Client().post(LOGIN, {"login": "ana", "password": PASSWORD, "next": address})
    assert answer.headers["Location"] == DESK


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(ana: User) -> None:
    pages = []
    for login in ("ana", "nadie", "nadie@ejemplo.invalid"):
        answer = sign_in(Client(), login, "otra-cosa-cualquiera")
        assert answer.status_code == HTTPStatus.OK
        pages.append(answer.content.decode().replace(f'value="{login}"', ""))
    assert "no coinciden" in pages[0]
    assert [_without_tokens(page) for page in pages].count(_without_tokens(pages[0])) == 3


def _without_tokens(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


def test_a_disabled_account_does_not_get_in(ana: User) -> None:
    User.objects.filter(pk=ana.pk).update(is_active=False)
    client = Client()
    sign_in(client)
    assert client.get(PANEL).status_code == HTTPStatus.FOUND


def test_nobody_signs_up(db: None) -> None:
    client = Client()
    assert "no se crean cuentas" in client.get("/cuenta/signup/").content.decode()
    client.post(
        "/cuenta/signup/",
        {"username": "intrusa", "email": "i@ejemplo.invalid", "password1": PASSWORD},
    )
    assert not User.objects.filter(username="intrusa").exists()


def test_signing_in_without_the_token_is_refused(ana: User) -> None:
    client = Client(enforce_csrf_checks=True)
    assert sign_in(client).status_code == HTTPStatus.FORBIDDEN


def test_leaving_takes_a_post(ana: User) -> None:
    client = Client()
    client.force_login(ana)
    client.get("/cuenta/logout/")
    assert client.get(PANEL).status_code == HTTPStatus.OK
    client.post("/cuenta/logout/")
    assert client.get(PANEL).status_code == HTTPStatus.FOUND


def test_the_session_key_changes_on_signing_in(ana: User) -> None:
    client = Client()
    client.get(LOGIN)
    session = client.session
    session["visto"] = "antes"
    session.save()
    client.cookies["conste_sesion"] = session.session_key or ""
    sign_in(client)
    assert client.session.session_key != session.session_key


@pytest.mark.parametrize("path", ["/cuenta/password/reset/", "/cuenta/signup/", LOGIN])
def test_the_pages_of_entry_answer_and_keep_out_of_indexes(db: None, path: str) -> None:
    page = Client().get(path)
    assert page.status_code == HTTPStatus.OK
    assert 'content="noindex"' in page.content.decode()


def test_asking_for_a_new_password_tells_nobody_who_has_an_account(
    ana: User, mailoutbox: list[Any]
) -> None:
    answers = [
        Client().post("/cuenta/password/reset/", {"email": mail})
        for mail in ("ana@ejemplo.invalid", "nadie@ejemplo.invalid")
    ]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert "/cuenta/password/reset/key/" in mailoutbox[0].body
