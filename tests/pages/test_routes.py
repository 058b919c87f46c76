"""Kept addresses are those that `reverse` gives."""

from __future__ import annotations

from django.urls import reverse, set_script_prefix

from releases.pages.routes import address_of


def test_a_kept_address_is_that_of_the_route() -> None:
    assert address_of("search") == address_of("search") == reverse("search")
    assert address_of("facet", "tema") == reverse("facet", args=["tema"])


def test_a_site_below_another_keeps_its_own_addresses() -> None:
    set_script_prefix("/archivo/")
    try:
        assert address_of("search") == "/archivo/buscar/"
    finally:
        set_script_prefix("/")
    assert address_of("search") == "/buscar/"
