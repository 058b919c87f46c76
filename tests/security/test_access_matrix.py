"""Every door, in every state of a bulletin, for everybody: `access.toml` says what each gets.

A cell of the table is one letter: `o` the page (200), `4` not found, `g` gone (410), `l` to the
sign-in page, `n` refused (403), `r` on to another address, `m` not by this method (405).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from django.db import transaction
from django.test import Client, RequestFactory
from pytest_django.plugin import DjangoDbBlocker

from releases.models import User
from tests.security.doors import TABLE, address_of, every_address
from tests.security.world import ACTORS, STATES, World, build_world

pytestmark = pytest.mark.django_db

LETTERS = {200: "o", 404: "4", 410: "g", 403: "n", 405: "m", 301: "r", 302: "r"}


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("matrix-media")


@pytest.fixture(scope="module")
def world(
    media: Path,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[World]:
    """Built once for all cells, and taken back at the end."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.MEDIA_ROOT", media)
        with transaction.atomic():
            yield build_world(tmp_path_factory.mktemp("matrix"))
            transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def kept_files(media: Path, settings: object, private_media: None) -> None:
    settings.MEDIA_ROOT = media  # type: ignore[attr-defined]  # the fixture has every setting


def letter(answer: Any) -> str:
    location = answer.headers.get("Location", "")
    if answer.status_code == 302 and location.startswith("/cuenta/login/"):
        return "l"
    return LETTERS.get(answer.status_code, f"({answer.status_code})")


def ask(client: Client, method: str, address: str) -> str:
    """One cell; whatever the request wrote is taken back."""
    with transaction.atomic():
        answer = client.generic(method, address)
        if answer.streaming:
            answer.close()
        transaction.set_rollback(True)
    return letter(answer)


@pytest.mark.parametrize("name", sorted(TABLE["bulletin"]))
def test_a_bulletins_door_opens_to_whom_the_table_says(name: str, world: World) -> None:
    found = {
        state: "".join(
            ask(world.clients[actor], "GET", address_of(name, world, world.bulletins[state]))
            for actor in ACTORS
        )
        for state in STATES
    }
    assert found == TABLE["bulletin"][name]


@pytest.mark.parametrize("name", sorted(TABLE["site"]))
def test_a_door_of_the_site_opens_to_whom_the_table_says(name: str, world: World) -> None:
    address = address_of(name, world, None)
    assert "".join(ask(world.clients[a], "GET", address) for a in ACTORS) == TABLE["site"][name]


@pytest.mark.parametrize("name", sorted(TABLE["post"]))
def test_nobody_without_the_right_sends_anything(name: str, world: World) -> None:
    """Where the table has a point, the actor may: what then happens is for other tests."""
    planted = world.bulletins["in-review"]
    address = address_of(name, world, planted)
    expected = TABLE["post"][name]
    found = "".join(
        "." if cell == "." else ask(world.clients[actor], "POST", address)
        for actor, cell in zip(ACTORS, expected, strict=True)
    )
    assert found == expected


def test_every_address_is_in_the_table() -> None:
    known = {*TABLE["bulletin"], *TABLE["site"], *TABLE["elsewhere"]}
    assert set(every_address()) == known


def test_every_door_that_takes_a_form_is_in_the_table() -> None:
    desk = {name for name in every_address() if name.startswith("desk")}
    assert desk <= {*TABLE["post"], *TABLE["only_get"]["names"]}


def test_every_action_of_the_administration_is_in_the_table() -> None:
    request = RequestFactory().get("/administracion/")
    request.user = User.objects.create_superuser("todo", "todo@ejemplo.invalid")
    offered = {
        f"{model._meta.label_lower}.{action}"
        for model, site in admin.site._registry.items()
        for action in site.get_actions(request)
    }
    assert offered == set(TABLE["actions"]["names"])


def test_the_table_has_as_many_cells_as_it_says() -> None:
    cells = sum(len(row) for door in TABLE["bulletin"].values() for row in door.values())
    cells += sum(len(row) for row in TABLE["site"].values())
    cells += sum(cell != "." for row in TABLE["post"].values() for cell in row)
    assert cells == TABLE["cells"]
    assert cells >= 700
