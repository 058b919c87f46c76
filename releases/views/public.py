"""What every page for readers answers with: how long it may be kept, and by whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

MAX_AGE_SECONDS = 60

Parameters = ParamSpec("Parameters")
Response = TypeVar("Response", bound=HttpResponseBase)


def public_page(
    view: Callable[Concatenate[HttpRequest, Parameters], Response],
) -> Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]:
    """Decorator of a view that shows the same to everybody: GET and HEAD, kept for a minute.

    The page differs only by the theme cookie and by htmx. A request with a session is never kept.
    A view that set its own Cache-Control keeps it.
    """

    @wraps(view)
    def answer(
        request: HttpRequest, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        is_signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
        response.headers.setdefault(
            "Cache-Control",
            "private, no-store" if is_signed_in else f"public, max-age={MAX_AGE_SECONDS}",
        )
        patch_vary_headers(response, ("Cookie", "HX-Request"))
        return response

    checked: Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase] = require_safe(answer)
    return checked
