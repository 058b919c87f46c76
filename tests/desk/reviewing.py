"""What the tests of the review share: bulletins that wait, and a person who presses buttons."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from releases.ingest.records import FIELDS
from releases.models import Draft, Release
from tests.factories import make_place, make_release


def reading(**doubts: str) -> dict[str, Any]:
    """Where the fields were read: sure, but for those that are given with a reason."""
    return {
        name: {
            "certainty": "revise" if name in doubts else "seguro",
            "reason": doubts.get(name, ""),
            "evidence": [],
        }
        for name in FIELDS
    }


def waiting(*, doubts: dict[str, str] | None = None, **content: Any) -> Release:
    """A bulletin that waits for review, read with these doubts."""
    content.setdefault("evidence", reading(**(doubts or {})))
    content.setdefault("issued_in", make_place())
    return make_release(published=False, **content)


def address(release: Release, name: str = "desk-review") -> str:
    return reverse(name, args=[release.pk])


def draft_of(release: Release) -> Draft:
    return Draft.objects.get(pk=release.pk)


def form_of(page: Any, **changes: Any) -> dict[str, Any]:
    """What a browser would send from the page, with some fields typed anew."""
    shown, form = page.context["page"], page.context["form"]
    data: dict[str, Any] = {
        "lock_version": shown.draft.lock_version,
        "visto": page.context["seen"],
        "body": [paragraph.text for paragraph in shown.paragraphs],
    }
    for field in form:
        if field.name not in data:
            value = field.value()
            data[field.name] = "" if value is None else value
    return {**data, **changes}


def press(client: Client, release: Release, button: str, **changes: Any) -> Any:
    """Presses a button of the page as it is now, with some fields typed anew."""
    data = form_of(client.get(address(release)), accion=button, **changes)
    return client.post(address(release), data)
