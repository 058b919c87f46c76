"""What surrounds every request: its id, headers, session limits and a database that is away."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import cache
from typing import Any, ClassVar

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import InterfaceError, OperationalError, connection
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)

from releases.models import Release
from releases.operations import request_log
from releases.operations.outage import is_database_away
from releases.publishing import actions
from releases.search import turns
from releases.search.shares import Shares
from releases.views import errors

GetResponse = Callable[[HttpRequest], HttpResponse]

logger = logging.getLogger(__name__)
access_log = logging.getLogger("releases.access")


class RequestIdentity:
    """Give the request an id, answer it in `X-Request-ID`, and write one access line.

    The line names the route, not the address: addresses may hold one-time links, and no query or
    network address is kept.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        trusts_proxy = settings.ALLAUTH_TRUSTED_PROXY_COUNT > 0
        given = request.headers.get("X-Request-ID", "") if trusts_proxy else ""
        request_id = request_log.new_request_id(given)
        request.META["CONSTE_REQUEST_ID"] = request_id
        # Not reset at the end: Django writes its own line after the last middleware.
        request_log.current_request_id.set(request_id)
        started = time.perf_counter()
        response = self.get_response(request)
        self._write(request, response, time.perf_counter() - started)
        response["X-Request-ID"] = request_id
        return response

    def _write(self, request: HttpRequest, response: HttpResponse, seconds: float) -> None:
        match = request.resolver_match
        access_log.info(
            "request",
            extra={
                "method": request.method,
                "route": match.route if match else None,
                "status": response.status_code,
                "milliseconds": round(seconds * 1000, 1),
            },
        )


class SecurityHeaders:
    """Headers that neither Django nor django-csp set; a view may set its own value first."""

    HEADERS: ClassVar = {
        "Permissions-Policy": (
            "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
            "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
            "screen-wake-lock=(), usb=(), xr-spatial-tracking=()"
        ),
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Permitted-Cross-Domain-Policies": "none",
    }

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in self.HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class SessionLimits:
    """End a staff session after 30 idle minutes, or 12 hours after sign-in."""

    WRITE_EVERY_SECONDS = 60

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Readers carry no session cookie; for them the session is not even opened.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            self._check(request)
        return self.get_response(request)

    def _check(self, request: HttpRequest) -> None:
        now = int(time.time())
        started = request.session.setdefault("started_at", now)
        seen = request.session.get("seen_at", now)
        if (
            now - seen > settings.SESSION_IDLE_SECONDS
            or now - started > settings.SESSION_COOKIE_AGE
        ):
            logout(request)
        elif now - seen >= self.WRITE_EVERY_SECONDS or "seen_at" not in request.session:
            request.session["seen_at"] = now


class DatabaseAway:
    """Answer 503 with Retry-After while the database restarts, instead of an error of ours."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return errors.unavailable(request) if is_database_away(error) else None


class FairShare:
    """Let the searches of who keeps the server busy wait in line, so that others need not.

    What is sent while it is made counts too, and is made for one busy address at a time. An
    address that can't be known, because a proxy hides it, is never taken for a busy one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.shares = Shares()
        self._alone = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        address = _address_of(request)
        if not address:
            return self.get_response(request)
        line = turns.yielding() if self.shares.is_exceeded(address) else nullcontext()
        started = time.perf_counter()
        with line:
            response = self.get_response(request)
        self.shares.add(address, time.perf_counter() - started)
        is_made = not isinstance(response, FileResponse)  # a kept file is only sent
        if is_made and isinstance(response, StreamingHttpResponse):
            response.streaming_content = self._make(address, iter(response))
        return response

    def _make(self, address: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
        while True:
            is_busy = self.shares.is_exceeded(address)
            with self._alone if is_busy else nullcontext():
                started = time.perf_counter()
                piece = next(pieces, None)
                seconds = time.perf_counter() - started
                if is_busy:
                    time.sleep(seconds)
            self.shares.add(address, seconds)
            if piece is None:
                return
            yield piece


def _address_of(request: HttpRequest) -> str:
    """The visitor's network address, behind as many proxies as the settings trust."""
    try:
        address: str = get_adapter().get_client_ip(request)
    except (PermissionDenied, ImproperlyConfigured):
        return ""
    return address


class PublishDue:
    """Publish what is due before a reader is answered, so that a dead worker delays nothing.

    One indexed look per request; the database's clock decides (`actions.publish_due`).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            if _is_due():
                actions.publish_due()
        except (OperationalError, InterfaceError):
            pass  # a database that is away is for the view to answer; some pages need none
        except Exception:
            # One bulletin that can't be published must not close the site to its readers.
            logger.exception("publishing on schedule failed")
        return self.get_response(request)


def _is_due() -> bool:
    statement, parameters = _due_statement()
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchone() is not None


@cache
def _due_statement() -> tuple[str, tuple[Any, ...]]:
    """Put together once: that takes Django longer than PostgreSQL takes to answer."""
    return Release.objects.due().values_list("pk")[:1].query.sql_with_params()
