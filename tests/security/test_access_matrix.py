"""Every door, in every state of a bulletin, for everybody: `access.toml` says what each gets."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import RequestFactory

from releases.models import User
from tests.security.doors import TABLE, every_address
from tests.security.knocking import cells, disagreements
from tests.security.world import STATES, World


def test_every_door_opens_to_whom_the_table_says(world: World) -> None:
    wrong = list(disagreements(world, cells()))
    assert not wrong, "\n".join(wrong)


def test_every_address_is_in_the_table() -> None:
    known = {*TABLE["bulletin"], *TABLE["site"], *TABLE["elsewhere"]}
    assert set(every_address()) == known


def test_every_door_of_a_bulletin_is_tried_in_every_state() -> None:
    assert all(set(states) == set(STATES) for states in TABLE["bulletin"].values())


def test_every_page_of_the_desk_takes_a_form_or_is_said_to_take_none() -> None:
    desk = {name for name in every_address() if name.startswith("desk")}
    sent = {name for name in TABLE["post"] if name.startswith("desk")}
    assert desk == {*sent, *TABLE["only_get"]["names"]}


@pytest.mark.django_db
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
    assert len(list(cells())) == TABLE["cells"]
