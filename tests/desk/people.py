"""Members of staff at the desk; names are fictional."""

from __future__ import annotations

from django.test import Client

from releases.models import User
from releases.roles import EDITORS
from tests.admin.conftest import make_member


def member(name: str, role: str = EDITORS) -> User:
    return make_member(role, username=name)


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client
