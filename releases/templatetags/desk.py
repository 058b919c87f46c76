"""The tabs of the desk with what waits behind each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import template
from django.template import RequestContext
from django.urls import reverse

from releases.models import User
from releases.pages.desk.inbox import count_waiting
from releases.pages.desk.scheduled import count_scheduled
from releases.publishing.permissions import may

register = template.Library()


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its address by name, its words, who sees it, and how much waits behind it."""

    name: str
    label: str
    route: str
    act: str = "read"
    waiting: Callable[[User], int] | None = None


# Each page of the desk adds its tab here, in this order:
# Bandeja, Nuevo comunicado, Programados, Publicados, Correcciones, Cuentas y oficina.
TABS: tuple[Tab, ...] = (
    Tab("inbox", "Bandeja", "desk-inbox", waiting=lambda user: count_waiting()),
    Tab("editor", "Nuevo comunicado", "desk-new", act="edit"),
    Tab("scheduled", "Programados", "desk-scheduled", waiting=count_scheduled),
    Tab("admin", "Catálogos", "admin:index"),
)


@register.inclusion_tag("redaccion/_pestanas.html", takes_context=True)
def desk_tabs(context: RequestContext, current: str) -> dict[str, object]:
    """The tabs that the signed-in person may open; `current` is the name of the open one."""
    user = context["request"].user
    return {
        "tabs": [
            {
                "label": tab.label,
                "address": reverse(tab.route),
                "is_current": tab.name == current,
                "waiting": tab.waiting(user) if tab.waiting else 0,
            }
            for tab in TABS
            if may(user, tab.act)
        ]
    }
