"""What every page knows besides its own subject: the office, and the reader's preferences."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from releases.models import Office
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


def _office() -> Office | None:
    return Office.objects.select_related("agency").first()
