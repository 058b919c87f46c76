"""Addresses that a page asks for again and again."""

from __future__ import annotations

from functools import lru_cache

from django.urls import get_script_prefix, reverse


def address_of(route: str, *args: str) -> str:
    """The address of a route, as `reverse` puts it together; kept, since a page asks for forty.

    For routes whose arguments are few: none, or the name of a facet.
    """
    return _address(get_script_prefix(), route, args)


@lru_cache(maxsize=200)
def _address(prefix: str, route: str, args: tuple[str, ...]) -> str:
    """An address under the prefix that holds while it is asked for."""
    return reverse(route, args=args)
