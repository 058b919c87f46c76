"""Who may open a page of the desk, and how the desk answers a refused act."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache

from releases.models import User
from releases.publishing.errors import (
    AlreadyKept,
    FolioTaken,
    NotAllowed,
    NothingChanged,
    PublishingError,
    StaleEdit,
    WrongState,
)
from releases.publishing.permissions import may

DeskView = Callable[..., HttpResponseBase]

# Somebody else was faster, or the bulletin stands elsewhere now: reload and look.
_CONFLICTS = (StaleEdit, WrongState, FolioTaken, AlreadyKept, NothingChanged)


def desk_page(act: str = "read") -> Callable[[DeskView], DeskView]:
    """Let in members of staff who may do `act` (`publishing.permissions`; `read` is any role).

    Others are sent to sign in when nobody is signed in, and get 403 otherwise. The answer is kept
    by no cache and named to no other site.
    """

    def decorate(view: DeskView) -> DeskView:
        @never_cache
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            check_may(request.user, act)
            response = view(request, *args, **kwargs)
            response.headers.setdefault("Cache-Control", "private, no-store")
            response.headers.setdefault("Referrer-Policy", "same-origin")
            response.headers.setdefault("X-Robots-Tag", "noindex")
            return response

        return answer

    return decorate


def check_may(user: User, act: str) -> None:
    """Raises PermissionDenied unless `user` is on the staff and may do `act`."""
    if not (user.is_staff and may(user, act)):
        raise PermissionDenied


def status_of(error: PublishingError) -> HTTPStatus:
    """The HTTP status for a refused act: 403, 409 or 422."""
    if isinstance(error, NotAllowed):
        return HTTPStatus.FORBIDDEN
    if isinstance(error, _CONFLICTS):
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY


def staff(request: HttpRequest) -> User:
    """The member of staff behind a request that `desk_page` let through."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - desk_page has checked it
    return user
