"""What every page knows besides its own subject: the office, and the reader's preferences."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from releases.models import Agency, Office
from releases.pages.preferences import Preferences


def site(request: HttpRequest) -> dict[str, object]:
    """`office` (None before set-up), `preferences`, `today`, `site_url` and `signed_in`.

    The office costs one query, and only on pages that show it. `signed_in` looks at the cookie
    alone: whether it still holds is for the pages behind the link to say.
    """
    return {
        "office": SimpleLazyObject(_office),
        "preferences": Preferences.of(request),
        "today": timezone.localdate(),
        "site_url": settings.SITE_URL,
        "signed_in": settings.SESSION_COOKIE_NAME in request.COOKIES,
    }


_OFFICE = tuple(field.attname for field in Office._meta.concrete_fields)
# `loaded` is for loading vocabularies, and would have to be read from JSON.
_AGENCY = tuple(f.attname for f in Agency._meta.concrete_fields if f.attname != "loaded")


def _office() -> Office | None:
    statement, parameters = _statement()
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        row = cursor.fetchone()
    if row is None:
        return None
    office = Office.from_db(connection.alias, _OFFICE, row[: len(_OFFICE)])
    office.agency = Agency.from_db(connection.alias, _AGENCY, row[len(_OFFICE) :])
    return office


@cache
def _statement() -> tuple[str, tuple[Any, ...]]:
    """Put together once: for one row, that takes Django longer than PostgreSQL and the row."""
    agency = [f"agency__{name}" for name in _AGENCY]
    return Office.objects.values_list(*_OFFICE, *agency)[:1].query.sql_with_params()
