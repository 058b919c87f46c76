"""The cast of the administration: one person of each role, and a client signed in as each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from releases.models import Release, User
from releases.roles import ADMINISTRATORS, AUDITORS, EDITORS, WRITERS

Enter = Callable[[str], Client]


def make_member(role: str, **fields: Any) -> User:
    """A member of staff with one role; names are fictional."""
    names = {WRITERS: "bruno", EDITORS: "ana", ADMINISTRATORS: "ines", AUDITORS: "olga"}
    username = fields.pop("username", names[role])
    # Without a password, whose hashing would take most of the tests' time.
    user = User.objects.create_user(
        username, f"{username}@ejemplo.invalid", is_staff=True, **fields
    )
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def enter(db: None) -> Enter:
    """`enter(role)`: a client signed in as the role's person, made when absent."""

    def as_role(role: str) -> Client:
        person = User.objects.filter(groups__name=role).first() or make_member(role)
        client = Client()
        client.force_login(person)
        return client

    return as_role


def release_url(release: Release, act: str = "change") -> str:
    return reverse(f"admin:releases_release_{act}", args=[release.pk])


def form_data(page: Any, **changes: Any) -> dict[str, Any]:
    """What a browser would send from a bulletin's page, with some fields typed anew."""
    form = page.context["form"]
    data: dict[str, Any] = {}
    for field in form:
        value = field.value()
        if field.name in {"agencies", "places", "topics"}:
            data[field.name] = [str(getattr(row, "pk", row)) for row in value or ()]
        elif field.name == "issued_in":
            data[field.name] = str(getattr(value, "pk", value) or "")
        elif field.name == "issued_on":
            data[field.name] = value.strftime("%d/%m/%Y") if value else ""
        else:
            data[field.name] = "" if value is None else str(value)
    return {**data, **changes}
