"""The tabs of the desk with what waits behind each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import template
from django.template import RequestContext
from django.urls import reverse

from releases.models import Release, User
from releases.pages.desk.authorizations import waiting_for
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
    Tab("published", "Publicados", "desk-published"),
    Tab("corrections", "Correcciones", "desk-corrections", waiting=waiting_for),
    Tab("accounts", "Cuentas y oficina", "desk-accounts", act="see accounts"),
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


@register.inclusion_tag("redaccion/_notas.html", takes_context=True)
def desk_remarks(context: RequestContext, release: Release) -> dict[str, object]:
    """The internal notes on a bulletin, with the form for one more that leads back to this page."""
    request = context["request"]
    return {
        "release": release,
        "remarks": release.remarks.select_related("by").order_by("at", "pk"),
        "may_remark": may(request.user, "remark"),
        "next": request.get_full_path(),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("redaccion/_por-autorizar.html", takes_context=True)
def desk_authorizations_note(context: RequestContext) -> dict[str, object]:
    """The way to the authorizations, with how many wait for the signed-in person."""
    return {"total": waiting_for(context["request"].user)}
