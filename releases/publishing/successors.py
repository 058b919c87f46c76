"""The bulletin that takes the place of a withdrawn one."""

from __future__ import annotations

from releases.language.folios import read_folio
from releases.models import Release
from releases.publishing.errors import WrongSuccessor


def find_successor(typed: str, *, of: Release) -> Release:
    """The public bulletin that somebody names as the successor of another.

    `typed` is its folio («0276/2024», first looked for among those of the same issuer) or its key
    with the year, as `str(release)` writes it. Raises WrongSuccessor when there is none, or more
    than one.
    """
    others = Release.objects.public().exclude(pk=of.pk)
    folio = read_folio(typed) or read_folio(f"folio {typed}")
    found = others.none()
    if folio:
        found = others.filter(number=folio.number, year=folio.year or of.year)
    own = found.filter(issuer=of.issuer_id).first()
    named = own or named_successor(typed)
    if named and named.pk != of.pk:
        return named
    candidates = list(found[:2])
    if not candidates:
        raise WrongSuccessor
    if len(candidates) > 1:
        names = " o ".join(str(release) for release in candidates)
        raise WrongSuccessor(f"Hay varios con ese folio. Escríbalo como en su dirección: {names}.")
    return candidates[0]


def named_successor(name: str) -> Release | None:
    """The bulletin with just this key and year («0276/2024»), while it is public."""
    key, _, year = name.strip().lower().rpartition("/")
    if not (key and year.isascii() and year.isdecimal() and len(year) == len("2024")):
        return None
    return Release.objects.public().with_current().filter(key=key, year=int(year)).first()
