"""What public pages share: safe methods only, no cookie, and a short life in shared caches."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

# Seconds that a reader may see a page that has changed meanwhile; a withdrawal has to be quick.
_SHARED_SECONDS = 60


def public_page(view: View[P]) -> View[P]:
    """Let anybody keep the answer for a minute, except what is shown to signed-in staff.

    A view that sets `Cache-Control` itself keeps it. Other methods than GET and HEAD get 405.
    """

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
        life = "private, no-cache" if signed_in else f"public, max-age={_SHARED_SECONDS}"
        response.headers.setdefault("Cache-Control", life)
        patch_vary_headers(response, ["Cookie", "HX-Request"])
        return response

    return answer
