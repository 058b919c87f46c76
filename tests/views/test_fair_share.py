"""Searches of who keeps the server busy wait in line; nobody else's do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from releases.search.shares import Shares
from tests.factories import make_release
from tests.search.line import held_line

pytestmark = pytest.mark.django_db(transaction=True)

BUSY, OTHER = "192.0.2.1", "192.0.2.2"


def count_rests(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/buscar/?q=robo", REMOTE_ADDR=address).status_code == 200
    return sum("pg_sleep" in query["sql"] for query in asked)


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody else is in turn for the whole test, and one address is a busy one."""
    make_release(headline="Robo en la ficción, uno")
    monkeypatch.setattr(Shares, "is_exceeded", lambda self, address: address == BUSY)
    with held_line(monkeypatch):
        yield


@pytest.mark.usefixtures("line")
@pytest.mark.parametrize("address", ["/buscar/?q=robo", "/buscar/", "/buscar/datos.csv?q=robo"])
def test_a_busy_address_waits_and_another_does_not(client: Client, address: str) -> None:
    assert client.get(address, REMOTE_ADDR=BUSY).status_code == 503
    assert client.get(address, REMOTE_ADDR=OTHER).status_code == 200


@pytest.mark.usefixtures("line")
def test_a_busy_address_opens_pages_that_search_nothing(client: Client) -> None:
    assert client.get("/privacidad/", REMOTE_ADDR=BUSY).status_code == 200


@pytest.mark.usefixtures("line")
def test_behind_a_trusted_proxy_the_visitor_counts_and_not_the_proxy(
    client: Client, settings: Settings
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def ask(visitor: str) -> int:
        headers = {"X-Forwarded-For": visitor}
        return client.get("/buscar/?q=robo", REMOTE_ADDR="127.0.0.1", headers=headers).status_code

    assert [ask(BUSY), ask(OTHER), ask(f"{BUSY}, {OTHER}")] == [503, 200, 200]


@pytest.mark.usefixtures("line")
def test_who_says_to_be_somebody_else_without_a_trusted_proxy_is_not_believed(
    client: Client,
) -> None:
    headers = {"X-Forwarded-For": OTHER}
    answer = client.get("/buscar/?q=robo", REMOTE_ADDR=BUSY, headers=headers)
    assert answer.status_code == 503


@pytest.mark.usefixtures("line")
def test_where_no_address_can_be_known_nobody_waits(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Shares, "is_exceeded", lambda self, address: True)
    assert client.get("/buscar/?q=robo", REMOTE_ADDR="").status_code == 200
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    headers = {"X-Forwarded-For": BUSY}
    answer = client.get("/buscar/?q=robo", REMOTE_ADDR="127.0.0.1", headers=headers)
    assert answer.status_code == 200


def test_a_busy_address_rests_after_its_search_and_nobody_else_does(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_release(headline="Robo en la ficción, uno")
    monkeypatch.setattr(Shares, "is_exceeded", lambda self, address: address == BUSY)

    assert [count_rests(client, BUSY), count_rests(client, OTHER)] == [1, 0]


def test_nobody_rests_for_a_busy_search_that_was_refused(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_release(headline="Robo en la ficción, uno")
    monkeypatch.setattr(Shares, "is_exceeded", lambda self, address: address == BUSY)
    assert client.get("/buscar/?q=robo&pagina=9", REMOTE_ADDR=BUSY).status_code == 404
    assert count_rests(client, OTHER) == 0


def test_what_an_answer_took_is_counted(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    monkeypatch.setattr(Shares, "add", lambda self, address, seconds: counted.append(address))
    client.get("/buscar/", REMOTE_ADDR=BUSY)
    client.get("/", REMOTE_ADDR=OTHER)
    assert counted == [BUSY, OTHER]
