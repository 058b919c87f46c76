"""The second factor: optional, and once set up the password alone opens nothing."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from http import HTTPStatus

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
)
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from releases.models import User
from releases.roles import ADMINISTRATORS
from tests.accounts.conftest import PASSWORD
from tests.accounts.test_signing_in import DESK, PANEL, sign_in
from tests.admin.conftest import make_member

SECRET = "JBSWY3DPEHPK3PXP"
PERIOD_SECONDS = 30


@pytest.fixture(autouse=True)
def stopped_clock() -> Iterator[None]:
    """A code made at the end of its thirty seconds would be late for its check."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


@pytest.fixture
def guarded(ana: User) -> User:
    TOTP.activate(ana, SECRET)
    RecoveryCodes.activate(ana)
    return ana


def code_now(secret: str = SECRET) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD_SECONDS)))


def test_the_password_alone_does_not_open_the_panel(guarded: User) -> None:
    client = Client()
    assert sign_in(client).headers["Location"].startswith("/cuenta/2fa/authenticate/")
    assert client.get(PANEL).status_code == HTTPStatus.FOUND


def test_the_code_opens_it(guarded: User) -> None:
    client = Client()
    sign_in(client)
    answer = client.post("/cuenta/2fa/authenticate/", {"code": code_now()})
    assert answer.headers["Location"] == DESK
    assert client.get(PANEL).status_code == HTTPStatus.OK


def test_a_code_serves_once(guarded: User) -> None:
    code = code_now()
    for expected in (HTTPStatus.FOUND, HTTPStatus.OK):
        client = Client()
        sign_in(client)
        answer = client.post("/cuenta/2fa/authenticate/", {"code": code})
        assert answer.status_code == expected


def test_a_recovery_code_opens_it_once(guarded: User) -> None:
    record = Authenticator.objects.get(user=guarded, type=Authenticator.Type.RECOVERY_CODES)
    code = record.wrap().get_unused_codes()[0]
    for expected in (HTTPStatus.FOUND, HTTPStatus.OK):
        client = Client()
        sign_in(client)
        answer = client.post("/cuenta/2fa/authenticate/", {"code": code})
        assert answer.status_code == expected


def confirm_who_is_there(client: Client) -> None:
    client.post("/cuenta/reauthenticate/", {"password": PASSWORD})


def test_setting_it_up_shows_the_qr_inline_and_gives_recovery_codes(ana: User) -> None:
    client = Client()
    sign_in(client)
    confirm_who_is_there(client)
    page = client.get("/cuenta/2fa/totp/activate/").content.decode()
    assert "<svg" in page
    assert "data:image" not in page
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page)
    assert secret
    answer = client.post("/cuenta/2fa/totp/activate/", {"code": code_now(secret[1])})
    assert answer.headers["Location"] == "/cuenta/2fa/recovery-codes/"
    codes = client.get("/cuenta/2fa/recovery-codes/").content.decode()
    assert codes.count("<li><code>") == 10


def test_the_set_up_asks_for_the_password_again(ana: User) -> None:
    client = Client()
    sign_in(client)
    answer = client.get("/cuenta/2fa/totp/activate/")
    assert answer.headers["Location"].startswith("/cuenta/reauthenticate/")


@pytest.mark.parametrize(
    "path",
    [
        "/cuenta/2fa/",
        "/cuenta/2fa/webauthn/",
        "/cuenta/2fa/webauthn/add/",
        "/cuenta/2fa/totp/deactivate/",
        "/cuenta/2fa/recovery-codes/",
        "/cuenta/2fa/recovery-codes/generate/",
        "/cuenta/password/change/",
        "/cuenta/logout/",
    ],
)
def test_the_pages_of_an_account_answer_in_spanish(guarded: User, path: str) -> None:
    client = Client()
    sign_in(client)
    client.post("/cuenta/2fa/authenticate/", {"code": code_now()})
    confirm_who_is_there(client)
    page = client.get(path)
    assert page.status_code == HTTPStatus.OK
    text = page.content.decode()
    for english in ("Security key", "Recovery", "Password", "Sign", "Authenticator"):
        assert english not in re.sub(r"<script.*?</script>|<[^>]+>", "", text, flags=re.DOTALL)


def test_an_administrator_frees_who_lost_the_telephone(guarded: User) -> None:
    client = Client()
    client.force_login(make_member(ADMINISTRATORS))
    record = Authenticator.objects.get(user=guarded, type=Authenticator.Type.TOTP)
    client.post(reverse("admin:mfa_authenticator_delete", args=[record.pk]), {"post": "yes"})
    assert not Authenticator.objects.filter(pk=record.pk).exists()
