"""The administration as a site: its name, its order, and the one way in.

Not inside `releases.admin`, whose import registers the sections and therefore needs the site first.
"""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator

# Headings of the index, in order, with the models under each; what is not named comes last.
_HEADINGS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("comunicados", "Comunicados", ("Release", "SourceDocument", "Extraction", "Revision")),
    (
        "catalogos",
        "Catálogos",
        (
            "Agency",
            "Place",
            "Topic",
            "SynonymGroup",
            "IssuerProfile",
            "Office",
            "ClosingBlock",
            "EditorialTerm",
        ),
    ),
    ("personas", "Personas", ("User", "Authenticator")),
    ("vigilancia", "Vigilancia", ("ReleaseEvent", "ProcrastinateJob")),
)

# What packages name in English, and what is shown as something wider than its table.
_NAMES = {
    "Authenticator": "Segundos pasos",
    "ProcrastinateJob": "Tareas en segundo plano",
    "ReleaseEvent": "Bitácora",
    "User": "Cuentas",
}


class ConsteAdminSite(admin.AdminSite):
    """The stock admin under the product's name; people sign in through allauth, second factor
    and limits included."""

    site_title = "Administración de Conste"
    site_header = "Conste"
    index_title = "Administración"
    enable_nav_sidebar = True

    @method_decorator(secure_admin_login)
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().login(request, extra_context)

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """The sections under four headings; one app's own page keeps Django's order."""
        apps: list[dict[str, Any]] = super().get_app_list(request, app_label)
        if app_label is not None:
            return apps
        models = {model["object_name"]: model for app in apps for model in app["models"]}
        headings = [_heading(key, name, names, models) for key, name, names in _HEADINGS]
        rest = _heading("otros", "Otros", tuple(models), models)
        return [heading for heading in (*headings, rest) if heading["models"]]


def _heading(
    key: str, name: str, names: tuple[str, ...], models: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    """One heading of the index with the models that the person may see, taken out of `models`."""
    found = [models.pop(model) for model in names if model in models]
    for model in found:
        model["name"] = _NAMES.get(model["object_name"], model["name"])
    url = found[0]["admin_url"] if found else ""
    return {
        "name": name,
        "app_label": key,
        "app_url": url,
        "has_module_perms": True,
        "models": found,
    }
