"""What the tests of corrections, withdrawals and authorizations share."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from releases.models import Draft, Office, Release, User
from releases.roles import EDITORS
from tests.admin.conftest import make_member
from tests.factories import host_agency

NOTE = "El texto decía otra cosa."
_LISTS = ("body", "agencies", "places", "topics")


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def editor(name: str, role: str = EDITORS) -> User:
    return make_member(role, username=name)


def work_with_two_people() -> None:
    host_agency()
    Office.objects.update(two_people=True)


def correction_url(release: Release) -> str:
    return reverse("desk-correct", args=[release.pk])


def withdrawal_url(release: Release) -> str:
    return reverse("desk-withdraw", args=[release.pk])


def form_data(page: Any, **changes: Any) -> dict[str, Any]:
    """What a browser would send from the page of a correction, with some fields typed anew."""
    data: dict[str, Any] = {}
    for field in page.context["form"]:
        value = field.value()
        if field.name == "issued_on":
            value = value.isoformat() if hasattr(value, "isoformat") else value
        data[field.name] = value if field.name in _LISTS else "" if value is None else str(value)
    return {**data, "kind": "dato", "change_note": NOTE, **changes}


def send(client: Client, release: Release, act: str, **changes: Any) -> Any:
    """Opens the correction's page and sends its form with the button `act`."""
    address = correction_url(release)
    return client.post(address, form_data(client.get(address), accion=act, **changes))


def read(client: Client, path: str, **options: Any) -> str:
    """The body of an answer, whole, streamed or not."""
    answer: Any = client.get(path, **options)
    return str(answer.getvalue().decode())


def has_draft(release: Release) -> bool:
    return Draft.objects.filter(pk=release.pk).exists()
