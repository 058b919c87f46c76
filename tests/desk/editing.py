"""The editor as a browser drives it: what it would send from its page."""

from __future__ import annotations

from typing import Any

from django.test import Client

from releases.models import Draft

NEW = "/redaccion/comunicados/nuevo/"


def edit_path(draft: Draft) -> str:
    return f"/redaccion/comunicados/{draft.pk}/"


def open_editor(client: Client, draft: Draft) -> Any:
    return client.get(edit_path(draft))


def typed(client: Client, draft: Draft | None = None, /, **fields: Any) -> dict[str, str]:
    """The fields of the page, opened now, with some typed anew; `accion` is the pressed button."""
    page = open_editor(client, draft) if draft else client.get(NEW)
    shown: dict[str, str] = {}
    for field in page.context["form"]:
        value = field.value()
        if hasattr(value, "isoformat"):
            value = value.isoformat()
        shown[field.name] = "" if value is None else str(value)
    return {**shown, **fields}
