"""What staff tell each other about a bulletin; it never leaves the desk."""

from __future__ import annotations

from releases.models import Release, Remark, User
from releases.publishing.content import clean_text
from releases.publishing.errors import NoteRequired
from releases.publishing.permissions import require

MOST_CHARACTERS = 2_000


def remark(*, release: Release, text: str, by: User) -> Remark:
    """Keeps an internal note for good, in any state of the bulletin.

    It is its own history and leaves no other event. Raises NoteRequired when it says nothing.
    """
    require(by, "remark")
    cleaned = clean_text(text)[:MOST_CHARACTERS]
    if not cleaned:
        raise NoteRequired("Escriba la nota interna.")
    return Remark.objects.create(release=release, text=cleaned, by=by)
