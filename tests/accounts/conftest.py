"""One member of staff with a password, hashed fast: these tests try what surrounds the hash."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache

from releases.models import User
from releases.roles import EDITORS

PASSWORD = "grulla-cobalto-7351"


@pytest.fixture(autouse=True)
def fast_hashes(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ana(db: None) -> User:
    """An editor; the counters of failed sign-ins start at zero."""
    cache.clear()
    person = User.objects.create_user("ana", "ana@ejemplo.invalid", PASSWORD, is_staff=True)
    person.groups.add(Group.objects.get(name=EDITORS))
    return person
