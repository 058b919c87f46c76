"""Addresses under which a bulletin was known before."""

from __future__ import annotations

from releases.models import OldAddress, Release
from releases.publishing.errors import AddressTaken
from releases.publishing.old_addresses import normalized_address
from releases.publishing.permissions import Actor, require


def keep_old_address(*, release: Release, address: str, by: Actor) -> OldAddress | None:
    """Lets an address of the former site lead to the bulletin; None for the start page.

    Repeating it changes nothing. Raises AddressTaken when it leads to another bulletin.
    """
    require(by, "receive")
    path = normalized_address(address)
    if not path:
        return None
    kept, _ = OldAddress.objects.get_or_create(path=path, defaults={"release": release})
    if kept.release_id != release.pk:
        raise AddressTaken(f"La dirección «{path}» ya lleva a {kept.release}.")
    return kept
