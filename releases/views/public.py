"""What public pages share: safe methods only, no cookie, and a short life in shared caches."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from releases.pages.paging import NoSuchPage
from releases.search.errors import PageNotFound, SearchError
from releases.views.errors import error_response

View = Callable[..., HttpResponseBase]

# Seconds that a reader may see a page that has changed meanwhile; a withdrawal has to be quick.
_SHARED_SECONDS = 60


def public_page(view: View) -> View:
    """Let anybody keep the answer for a minute; what signed-in staff get is kept by nobody.

    A view that sets `Cache-Control` itself keeps it. Other methods than GET and HEAD get 405; a
    page beyond the last 404, and a search that is refused its own status.
    """

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = view(request, *args, **kwargs)
        except NoSuchPage:
            response = _no_such_page(request, NoSuchPage.message)
        except PageNotFound as error:
            response = _no_such_page(request, error.message)
        except SearchError as error:
            response = error_response(
                request,
                error.status,
                happened=error.message,
                code=error.code,
                field=error.field,
            )
        signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
        life = "private, no-store" if signed_in else f"public, max-age={_SHARED_SECONDS}"
        response.headers.setdefault("Cache-Control", life)
        patch_vary_headers(response, ["Cookie", "HX-Request"])
        return response

    return answer


def _no_such_page(request: HttpRequest, message: str) -> HttpResponseBase:
    parameters = request.GET.copy()
    parameters.pop("pagina", None)
    query = parameters.urlencode()
    return error_response(
        request,
        HTTPStatus.NOT_FOUND,
        happened=message,
        field="pagina",
        context={"first_page": f"{request.path}?{query}" if query else request.path},
    )
