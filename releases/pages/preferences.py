"""How a reader wants the pages: the theme and the single-key shortcuts, kept in one cookie."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

ONE_YEAR = 365 * 24 * 60 * 60
THEMES = ("auto", "claro", "oscuro")


@dataclass(frozen=True, slots=True)
class Preferences:
    """`theme` is one of THEMES; «auto» follows the reader's system."""

    theme: str = "auto"
    shortcuts: bool = True

    @classmethod
    def of(cls, request: HttpRequest) -> Preferences:
        """What the cookie says; the defaults for an absent or damaged one."""
        theme, _, shortcuts = request.COOKIES.get(cookie_name(), "").partition("-")
        return cls(theme=theme if theme in THEMES else "auto", shortcuts=shortcuts != "no")

    def write_to(self, response: HttpResponse) -> None:
        """Keep them for a year."""
        response.set_cookie(
            cookie_name(),
            f"{self.theme}-{'si' if self.shortcuts else 'no'}",
            max_age=ONE_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def cookie_name() -> str:
    """The cookie's name, prefixed as the others of this installation."""
    return settings.SESSION_COOKIE_NAME.removesuffix("sesion") + "preferencias"
