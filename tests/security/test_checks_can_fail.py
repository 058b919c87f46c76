"""Deleting any one permission check makes a test fail: each is taken away here, one at a time.

The checks are found in the source, so that a new one is tried too. A check that nothing would miss
is either dead or untested; both are findings.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import URLPattern, reverse

from releases import desk_urls
from releases.models import User
from releases.models.release import ReleaseQuerySet
from releases.roles import AUDITORS, EDITORS, WRITERS
from releases.views.desk import access
from tests.admin.conftest import make_member
from tests.factories import make_release
from tests.security.doors import TABLE
from tests.security.verbs import is_refused

ROOT = Path(django_settings.BASE_DIR)


@dataclass(frozen=True, slots=True)
class Check:
    """A call of a guard: in which function of which module."""

    module: str
    function: str

    def __str__(self) -> str:
        return f"{self.module.removeprefix('releases.')}:{self.function}"


def checks(folder: str, guard: str) -> list[Check]:
    """Where `guard(...)` is called under a folder of the project."""
    return sorted(set(_checks(ROOT / folder, guard)), key=str)


def _checks(folder: Path, guard: str) -> Iterator[Check]:
    for path in sorted(folder.rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef) and any(
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == guard
                for node in ast.walk(function)
            ):
                yield Check(module, function.name)


def take_away(check: Check, guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the guard say nothing when this function calls it."""
    module = importlib.import_module(check.module)
    original = getattr(module, guard)

    def silent(*args: Any) -> None:
        if sys._getframe(1).f_code.co_name != check.function:
            original(*args)

    monkeypatch.setattr(module, guard, silent)


# Asked a second time, about the act that was requested: test_verbs.py has its test.
_NESTED = {"apply_reading"}


@pytest.mark.django_db
@pytest.mark.parametrize("check", checks("releases/publishing/actions", "require"), ids=str)
def test_a_verb_without_its_check_is_noticed(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    if check.function in _NESTED:
        pytest.skip("tried with a whole bulletin in test_verbs.py")
    denied = [
        (name, person)
        for role, letter in (("Au", 3), ("Ed", 0), ("Pu", 1))
        for person in [make_member({"Au": AUDITORS, "Ed": WRITERS, "Pu": EDITORS}[role])]
        for name in TABLE["verbs"]
        if TABLE["verbs"][name][letter] == "n"
    ]
    assert all(is_refused(name, person) for name, person in denied)
    take_away(check, "require", monkeypatch)
    assert not all(is_refused(name, person) for name, person in denied)


def desk_views() -> list[str]:
    return sorted(str(p.name) for p in desk_urls.urlpatterns if isinstance(p, URLPattern))


@pytest.mark.django_db
@pytest.mark.parametrize("name", [n for n in desk_views() if n != "components"])
def test_a_page_of_the_desk_without_its_check_is_noticed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Client(raise_request_exception=False)
    reader.force_login(User.objects.create_user("lector", "lector@ejemplo.invalid"))
    address = _some_address(name)
    assert reader.get(address).status_code == 403
    monkeypatch.setattr(access, "check_may", lambda user, act: None)
    assert reader.get(address).status_code != 403


def _some_address(name: str) -> str:
    pattern = next(p for p in desk_urls.urlpatterns if p.name == name)
    values = {"release_id": 1, "pk": 1, "page": 1, "position": 1, "link_id": 1, "extension": "pdf"}
    return reverse(name, kwargs={key: values[key] for key in pattern.pattern.converters})


@pytest.mark.django_db
@pytest.mark.parametrize("check", checks("releases/views/desk", "check_may"), ids=str)
def test_a_form_of_the_desk_without_its_check_is_noticed(
    check: Check, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if check.module.endswith(".access"):
        pytest.skip("the test of the pages takes this one away")
    auditor = Client(raise_request_exception=False)
    auditor.force_login(make_member(AUDITORS))
    addresses = [a for a in _addresses_of(check) if auditor.post(a).status_code == 403]
    assert addresses
    take_away(check, "check_may", monkeypatch)
    assert not all(auditor.post(address).status_code == 403 for address in addresses)


def _addresses_of(check: Check) -> list[str]:
    """Addresses at which the function answers, for a bulletin in a state that it takes."""
    public, waiting = make_release(), make_release(published=False)
    found = []
    for pattern in desk_urls.urlpatterns:
        callback = pattern.callback
        if callback.__module__ != check.module or callback.__name__ != check.function:
            continue
        for release in (public, waiting):
            values = {
                "release_id": release.pk,
                "pk": make_member(WRITERS, username=f"u{release.pk}").pk,
            }
            found.append(
                reverse(pattern.name, kwargs={k: values[k] for k in pattern.pattern.converters})
            )
    return found


@pytest.mark.django_db
def test_without_the_rule_of_what_is_public_hidden_bulletins_show(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = make_release(published=False, headline="Titular canariooculto")
    assert client.get(hidden.get_absolute_url()).status_code == 404
    monkeypatch.setattr(ReleaseQuerySet, "public", lambda rows: rows.all())
    client.raise_request_exception = False
    assert client.get(hidden.get_absolute_url()).status_code != 404
