"""Searches of who keeps the server busy wait in line; nobody else's do."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from releases.search import shares
from releases.search import transaction as search_settings
from tests.factories import make_release

pytestmark = pytest.mark.django_db(transaction=True)

BUSY, OTHER = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody else is in turn for the whole test, and whoever was answered once is busy."""
    make_release(headline="Robo en la ficción, uno")
    monkeypatch.setattr(shares, "FAIR_SHARE", 0.0)
    monkeypatch.setitem(search_settings.SETTINGS, "statement_timeout", "150")
    settings = connection.settings_dict
    with psycopg.connect(
        host=settings["HOST"],
        port=settings["PORT"],
        user=settings["USER"],
        password=settings["PASSWORD"] or None,
        dbname=settings["NAME"],
    ) as other:
        other.execute("SELECT pg_advisory_xact_lock(7003)")
        yield


@pytest.mark.usefixtures("line")
@pytest.mark.parametrize("address", ["/buscar/?q=robo", "/buscar/", "/buscar/datos.csv?q=robo"])
def test_a_busy_address_waits_and_another_does_not(client: Client, address: str) -> None:
    assert client.get(address, REMOTE_ADDR=BUSY).status_code == 200
    assert client.get(address, REMOTE_ADDR=BUSY).status_code == 503
    assert client.get(address, REMOTE_ADDR=OTHER).status_code == 200


@pytest.mark.usefixtures("line")
def test_a_busy_address_opens_pages_that_search_nothing(client: Client) -> None:
    assert client.get("/buscar/", REMOTE_ADDR=BUSY).status_code == 200
    assert client.get("/privacidad/", REMOTE_ADDR=BUSY).status_code == 200


@pytest.mark.usefixtures("line")
def test_behind_a_trusted_proxy_the_visitor_counts_and_not_the_proxy(
    client: Client, settings: Settings
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def ask(visitor: str) -> int:
        headers = {"X-Forwarded-For": visitor}
        return client.get("/buscar/?q=robo", REMOTE_ADDR="127.0.0.1", headers=headers).status_code

    assert [ask(BUSY), ask(BUSY), ask(OTHER)] == [200, 503, 200]


@pytest.mark.usefixtures("line")
def test_who_says_to_be_somebody_else_without_a_trusted_proxy_is_not_believed(
    client: Client,
) -> None:
    def ask(claimed: str) -> int:
        headers = {"X-Forwarded-For": claimed}
        return client.get("/buscar/?q=robo", REMOTE_ADDR=BUSY, headers=headers).status_code

    assert [ask("203.0.113.1"), ask("203.0.113.2")] == [200, 503]


@pytest.mark.usefixtures("line")
def test_where_no_address_can_be_known_nobody_waits(
    client: Client, settings: Settings
) -> None:
    def ask(**given: str) -> int:
        return client.get("/buscar/?q=robo", **given).status_code  # type: ignore[arg-type] # WSGI

    assert [ask(REMOTE_ADDR=""), ask(REMOTE_ADDR="")] == [200, 200]
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    given = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": BUSY}
    assert [ask(**given), ask(**given)] == [200, 200]
