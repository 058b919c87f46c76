"""How long a session lasts, and what ends it."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from releases.models import User
from tests.accounts.conftest import PASSWORD
from tests.accounts.test_signing_in import sign_in

OTHER = "garza-esmeralda-9204"


def is_in(client: Client) -> bool:
    # The lightest page of the administration.
    return client.get("/administracion/jsi18n/").status_code == 200


def test_thirty_idle_minutes_end_a_session(ana: User) -> None:
    client = Client()
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        sign_in(client)
        assert is_in(client)
        clock.shift(dt.timedelta(minutes=29))
        assert is_in(client)
        clock.shift(dt.timedelta(minutes=31))
        assert not is_in(client)


def test_twelve_hours_end_a_session_however_busy(ana: User) -> None:
    client = Client()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client)
        for _ in range(35):
            clock.shift(dt.timedelta(minutes=20))
            assert is_in(client)
        clock.shift(dt.timedelta(minutes=21))
        is_in(client)
        clock.shift(dt.timedelta(minutes=20))
        assert not is_in(client)


def test_a_new_password_ends_all_other_sessions(ana: User) -> None:
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        sign_in(client)
    here.post(
        "/cuenta/password/change/",
        {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER},
    )
    assert is_in(here)
    assert not is_in(elsewhere)


def test_a_password_set_by_an_administrator_ends_them_too(ana: User) -> None:
    client = Client()
    sign_in(client)
    ana.set_password(OTHER)
    ana.save()
    assert not is_in(client)


@pytest.mark.parametrize(
    "password", ["corta-73", "1q2w3e4r5t6y", "123456789012345", "ana@ejemplo.invalid"]
)
def test_weak_passwords_are_refused_with_the_reason(ana: User, password: str) -> None:
    client = Client()
    sign_in(client)
    answer = client.post(
        "/cuenta/password/change/",
        {"oldpassword": PASSWORD, "password1": password, "password2": password},
    )
    assert "campo__error" in answer.content.decode()
    ana.refresh_from_db()
    assert ana.check_password(PASSWORD)
