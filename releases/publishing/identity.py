"""A bulletin's place in its series and in the address space."""

from __future__ import annotations

import secrets

from django.utils.text import slugify

from releases.language.words import STOP_WORDS
from releases.models import Agency, Office

SLUG_WORDS = 8
_SLUG_CHARACTERS = 100
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # without l, i, o, 0 and 1, which are misread
_SHORT_ID = 7


def release_key(*, issuer: Agency, number: int | None) -> str:
    """The part of the address that names a bulletin within its year.

    `0275` for the office that runs the archive, `<prefix>-0231` for other issuers,
    `sf-<short id>` (random) without a number.
    """
    if number is None:
        return "sf-" + "".join(secrets.choice(_ALPHABET) for _ in range(_SHORT_ID))
    if Office.objects.filter(agency=issuer).exists():
        return f"{number:04d}"
    return f"{_prefix(issuer)}-{number:04d}"


def _prefix(issuer: Agency) -> str:
    profile = getattr(issuer, "profile", None)
    return (profile.url_prefix if profile else "") or slugify(issuer.acronym) or issuer.slug


def release_slug(headline: str) -> str:
    """The readable end of the address: up to eight words of the headline without stop words."""
    words = [word for word in slugify(headline).split("-") if word and word not in STOP_WORDS]
    slug = "-".join(words[:SLUG_WORDS])[:_SLUG_CHARACTERS].strip("-")
    return slug or "comunicado"
