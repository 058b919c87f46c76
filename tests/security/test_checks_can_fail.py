"""Deleting any one permission check makes a test fail: each is deleted here, one at a time.

The checks are found in the source, so that a new one is tried too. One that nothing would miss is
either dead or untested; both are findings.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

import pytest
from django.contrib import admin
from django.db import transaction
from django.urls import URLPattern

from releases import desk_urls
from releases.models import User
from releases.models.release import ReleaseQuerySet
from releases.roles import ADMINISTRATORS, AUDITORS, EDITORS, WRITERS
from releases.views.desk import access
from tests.admin.conftest import make_member
from tests.security import test_verbs
from tests.security.doors import TABLE
from tests.security.knocking import Cell, cells, disagreements
from tests.security.source_checks import Check, checks, delete
from tests.security.verbs import is_refused, verbs
from tests.security.world import World

ROLES = (WRITERS, EDITORS, ADMINISTRATORS, AUDITORS)
# What a check asks about a bulletin, a request or an account is tried with one, in test_verbs.py.
WITH_A_BULLETIN: tuple[Callable[[], None], ...] = (
    test_verbs.test_who_authorises_must_be_allowed_the_act_itself,
    test_verbs.test_an_edit_of_a_scheduled_bulletin_is_for_those_who_schedule,
    test_verbs.test_a_review_of_a_scheduled_bulletin_is_for_those_who_schedule,
    test_verbs.test_a_request_is_refused_by_others_and_cancelled_by_who_asked,
    test_verbs.test_an_account_of_full_power_is_out_of_an_administrators_reach,
    test_verbs.test_nobody_gives_a_role_that_may_do_more_than_they,
    partial(test_verbs.test_a_new_reading_is_applied_by_those_who_may, published=True),
    partial(test_verbs.test_a_new_reading_is_applied_by_those_who_may, published=False),
)
# The doors of checks that are not in a view of the desk, and the state of the bulletin there.
DOORS = {
    "admin.audit:AuditAdmin._form": ("admin:releases_releaseevent_changelist", ""),
    "admin.documents:SourceDocumentAdmin.file_view": ("admin:releases_sourcedocument_file", ""),
    "admin.merging:respond": ("admin:releases_agency_merge", ""),
    "admin.release:ReleaseAdmin._release": ("admin:releases_release_change", "published"),
    "admin.release_acts:respond_publish": ("admin:releases_release_publish", "in-review"),
    "admin.release_acts:_respond_with_note": ("admin:releases_release_withdraw", "published"),
    "admin.release_page:respond": ("admin:releases_release_change", "in-review"),
    "admin.trying:respond": ("admin:releases_issuerprofile_trial", ""),
    "views.components:components": ("components", ""),
}


@pytest.mark.django_db
def test_a_verb_without_one_of_its_checks_is_noticed() -> None:
    cast = [make_member(role, username=f"cast{place}") for place, role in enumerate(ROLES)]
    assert not any(map(fails, WITH_A_BULLETIN))
    unnoticed = []
    for check in checks("releases/publishing/actions"):
        with pytest.MonkeyPatch.context() as patch:
            delete(check, patch)
            if not (table_notices(check, cast) or any(map(fails, WITH_A_BULLETIN))):
                unnoticed.append(str(check))
    assert unnoticed == []


def table_notices(check: Check, cast: list[User]) -> bool:
    """Whether a verb of the check's module lets somebody in whom the table turns away."""
    return any(
        letter == "n" and not is_refused(name, person)
        for name, verb in verbs().items()
        if verb.__module__ == check.module and name in TABLE["verbs"]
        for person, letter in zip(cast, TABLE["verbs"][name], strict=True)
    )


def fails(test: Callable[[], None]) -> bool:
    try:
        with transaction.atomic():
            test()
            transaction.set_rollback(True)
    except (Exception, pytest.fail.Exception):  # noqa: BLE001 - a test that stumbles fails too
        return True
    return False


class Mutant(NamedTuple):
    """A change that takes a check away, and the cells of the table that should notice."""

    name: str
    change: Callable[[pytest.MonkeyPatch], object]
    cells: Iterable[Cell]


def test_a_door_without_one_of_its_checks_is_noticed(world: World) -> None:
    # What staff without a role get is in no table, so it is looked at with every check in place.
    without_role = [cell for mutant in mutants() for cell in mutant.cells if cell.actor == "Sp"]
    assert list(disagreements(world, without_role)) == []
    unnoticed = []
    for mutant in mutants():
        with pytest.MonkeyPatch.context() as patch:
            mutant.change(patch)
            if not any(disagreements(world, mutant.cells)):
                unnoticed.append(mutant.name)
    assert unnoticed == []


def mutants() -> Iterator[Mutant]:
    yield from _views_without_a_check()
    yield from _desk_pages_that_ask_nothing()
    yield from _desk_pages_that_ask_less()
    yield from _administration_that_allows_more()
    # Withdrawn, because a bulletin that never was public has nothing to show.
    yield Mutant(
        "ReleaseQuerySet.public",
        partial(_replace, ReleaseQuerySet, "public", ReleaseQuerySet.all),
        [Cell("release", "GET", "withdrawn", "An", "g")],
    )


def _views_without_a_check() -> Iterator[Mutant]:
    for check in (*checks("releases/views"), *checks("releases/admin")):
        if check.module == access.__name__:
            continue  # asked before every page of the desk: the next two
        desk = [
            name
            for name, view in _desk_views()
            if f"{view.__module__}:{view.__qualname__}" == f"{check.module}:{check.function}"
        ]
        if desk:
            yield Mutant(str(check), partial(delete, check), _refusals(desk[0]))
        else:
            door, state = DOORS[str(check)]
            own = Cell(door, "GET", state, "Sp", "n")
            yield Mutant(str(check), partial(delete, check), [own, *_refusals(door)])


def _desk_pages_that_ask_nothing() -> Iterator[Mutant]:
    def everybody(user: User, act: str) -> None:
        return None

    for name, view in _desk_views():
        if _act_of(view):
            change = partial(_replace, access, "check_may", everybody)
            yield Mutant(f"{name} asks nothing", change, _refusals(name, "Su")[:1])


def _desk_pages_that_ask_less() -> Iterator[Mutant]:
    check_may = access.check_may

    def any_role(user: User, act: str) -> None:
        check_may(user, "read")

    for name, view in _desk_views():
        if _act_of(view) not in {"", "read"}:
            change = partial(_replace, access, "check_may", any_role)
            yield Mutant(f"{name} asks less", change, _refusals(name, "Ed", "Pu", "Ad", "Au"))


def _replace(owner: Any, name: str, value: Any, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(owner, name, value)


def _administration_that_allows_more() -> Iterator[Mutant]:
    def allowed(*args: Any, **options: Any) -> bool:
        return True

    for (owner, method), models in _own_permissions().items():
        act = method.split("_")[1]
        yield Mutant(
            f"{owner.__name__}.{method}",
            partial(_replace, owner, method, allowed),
            [cell for model in models for cell in _refusals(f"admin:{model}_{act}")],
        )


def _own_permissions() -> dict[tuple[type, str], list[str]]:
    """The permission methods that the administration's classes replace, with their models."""
    found: dict[tuple[type, str], list[str]] = {}
    for model, site in admin.site._registry.items():
        for method in ("has_add_permission", "has_change_permission", "has_delete_permission"):
            owner = next(parent for parent in type(site).__mro__ if method in vars(parent))
            if owner.__module__.startswith("releases."):
                label = f"{model._meta.app_label}_{model._meta.model_name}"
                found.setdefault((owner, method), []).append(label)
    return found


def _desk_views() -> Iterator[tuple[str, Any]]:
    for pattern in desk_urls.urlpatterns:
        if isinstance(pattern, URLPattern):
            yield str(pattern.name), pattern.callback


def _act_of(view: Any) -> str:
    """What `desk_page` asks before a view of the desk; empty for a view that it does not guard."""
    while view is not None:
        asked = inspect.getclosurevars(view).nonlocals.get("act")
        if asked:
            return str(asked)
        view = getattr(view, "__wrapped__", None)
    return ""


def _refusals(door: str, *actors: str) -> list[Cell]:
    """Where the table refuses these actors, or any, at a door."""
    return [
        cell
        for cell in cells()
        if cell.door == door and cell.expected == "n" and (not actors or cell.actor in actors)
    ]
