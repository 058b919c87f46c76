"""The roles of a press office: which group may do what, as one table.

Redacción prepares, Edición also publishes and corrects, Administración also keeps catalogues and
accounts; Auditoría reads everything and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q

from releases.models import User

WRITERS = "Redacción"
EDITORS = "Edición"
ADMINISTRATORS = "Administración"
AUDITORS = "Auditoría"

_BULLETINS = ("release", "revision", "draft", "sourcedocument", "extraction", "attachment")
_DESK = ("uploadbatch", "uploadedfile", "authorization", "remark", "previewlink", "editorialreason")
_CATALOGUES = ("agency", "issuerprofile", "place", "topic", "closingblock")
_NAMES = ("agencyname", "placename", "topicterm", "synonymgroup", "editorialterm")


def _each(verb: str, models: tuple[str, ...], app: str = "releases") -> frozenset[str]:
    return frozenset(f"{app}.{verb}_{model}" for model in models)


_READING = _each("view", (*_BULLETINS, *_DESK, *_CATALOGUES, *_NAMES, "office"))
_OVERSIGHT = _each("view", ("releaseevent", "user")) | _each(
    "view", ("procrastinatejob", "procrastinateevent"), "procrastinate"
)
_WRITING = _READING | {"releases.change_draft", "releases.ingest_release"}
_EDITING = _WRITING | {"releases.publish_release", "releases.withdraw_release"}
_ADMINISTERING = (
    _EDITING
    | _OVERSIGHT
    | _each("add", (*_CATALOGUES, *_NAMES, "user"))
    | _each("change", (*_CATALOGUES, *_NAMES, "office", "user"))
    | _each("delete", _NAMES)
    | _each("view", ("authenticator",), "mfa")
    | _each("delete", ("authenticator",), "mfa")
    | _each("change", ("procrastinatejob",), "procrastinate")
)

ROLES: Mapping[str, frozenset[str]] = {
    WRITERS: _WRITING,
    EDITORS: _EDITING,
    ADMINISTRATORS: _ADMINISTERING,
    AUDITORS: _READING | _OVERSIGHT,
}


def role_of(user: User | None) -> str:
    """The widest role of a person, empty for somebody without one and for the system.

    An account of full power acts as Administración, whatever its groups.
    """
    if user is None:
        return ""
    if user.is_superuser:
        return ADMINISTRATORS
    held = set(user.groups.values_list("name", flat=True))
    return next((name for name in (ADMINISTRATORS, EDITORS, WRITERS, AUDITORS) if name in held), "")


def ensure_roles() -> list[str]:
    """Creates the groups and gives each exactly its permissions; safe to run again.

    Returns the names of the groups that were created or changed. Raises Permission.DoesNotExist
    when a permission of the table is unknown, as before the migrations have run.
    """
    with transaction.atomic():
        return [name for name, labels in ROLES.items() if _ensure_role(name, labels)]


def _ensure_role(name: str, labels: frozenset[str]) -> bool:
    group, created = Group.objects.get_or_create(name=name)
    wanted = _permissions(labels)
    if not created and set(group.permissions.all()) == wanted:
        return False
    group.permissions.set(wanted)
    return True


def _permissions(labels: frozenset[str]) -> set[Permission]:
    condition = Q()
    for label in labels:
        app, codename = label.split(".")
        condition |= Q(content_type__app_label=app, codename=codename)
    found = Permission.objects.filter(condition).select_related("content_type")
    by_label = {f"{row.content_type.app_label}.{row.codename}": row for row in found}
    missing = sorted(labels - by_label.keys())
    if missing:
        raise Permission.DoesNotExist(f"unknown permissions: {', '.join(missing)}")
    return set(by_label.values())
