"""Guessing passwords: five wrong ones slow the guesser down, not the person."""

from __future__ import annotations

from http import HTTPStatus

from django.test import Client

from releases.models import User
from tests.accounts.test_signing_in import DESK, PANEL, sign_in

GUESSER, PERSON = "203.0.113.9", "198.51.100.7"


def test_after_five_wrong_passwords_even_the_right_one_waits(ana: User) -> None:
    client = Client(REMOTE_ADDR=GUESSER)
    for attempt in range(5):
        assert sign_in(client, password=f"no-es-{attempt}").status_code == HTTPStatus.OK
    answer = sign_in(client)
    assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert int(answer.headers["Retry-After"]) > 0
    assert "Demasiados intentos" in answer.content.decode()
    assert client.get(PANEL).status_code == HTTPStatus.FOUND


def test_the_person_gets_in_from_another_address_meanwhile(ana: User) -> None:
    guesser = Client(REMOTE_ADDR=GUESSER)
    for attempt in range(6):
        sign_in(guesser, password=f"no-es-{attempt}")
    client = Client(REMOTE_ADDR=PERSON)
    assert sign_in(client).headers["Location"] == DESK


def test_a_made_up_forwarding_header_does_not_make_a_new_address(ana: User) -> None:
    client = Client(REMOTE_ADDR=GUESSER)
    answers = [
        sign_in(client, password=f"no-{attempt}", headers={"X-Forwarded-For": f"192.0.2.{attempt}"})
        for attempt in range(6)
    ]
    assert answers[-1].status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_one_address_tries_ten_times_a_minute_whatever_the_name(ana: User) -> None:
    client = Client(REMOTE_ADDR=GUESSER)
    answers = [sign_in(client, f"persona-{n}", "no-es") for n in range(11)]
    assert answers[-1].status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_right_passwords_do_not_count(ana: User) -> None:
    for _ in range(7):
        assert sign_in(Client(REMOTE_ADDR=PERSON)).headers["Location"] == DESK
