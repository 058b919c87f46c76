"""How staff sign in: accounts are made by administrators, and guessing is slowed down."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from releases.models import User
from releases.views import errors

security_log = logging.getLogger("releases.security")


class StaffAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """allauth's choices for an office: closed sign-up, limits per person and address."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # With the address in the key, a guesser elsewhere can't lock the person out.
        key: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{self.get_client_ip(request)}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Answer 429 at once when there were too many wrong passwords; the right one included."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            self._write("sign-in limited", request)
            raise ImmediateHttpResponse(errors.too_many_requests(request)) from error

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        self._write("sign-in refused", request)

    def post_login(self, request: HttpRequest, user: User, **options: Any) -> HttpResponse:
        self._write("signed in", request, user=user.pk)
        response: HttpResponse = super().post_login(request, user, **options)
        return response

    def logout(self, request: HttpRequest) -> None:
        self._write("signed out", request, user=request.user.pk)
        super().logout(request)

    def _write(self, event: str, request: HttpRequest, **who: object) -> None:
        # The name that was typed is left out: people type their password into the wrong field.
        security_log.info(event, extra={"address": self.get_client_ip(request), **who})
