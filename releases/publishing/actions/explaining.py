"""Going on against an editorial check: allowed to anybody who edits, with a reason that is kept."""

from __future__ import annotations

from releases.models import EditorialReason, Release, User
from releases.publishing.content import clean_text
from releases.publishing.errors import NoteRequired
from releases.publishing.permissions import require


def explain_finding(*, release: Release, finding: str, reason: str, by: User) -> EditorialReason:
    """Keeps why what a check found stays as it is; `finding` is the key of an editorial `Finding`.

    The row is its own history: nobody changes it, another reason is another row. Raises
    NoteRequired without a reason.
    """
    require(by, "explain")
    cleaned = clean_text(reason)
    if not cleaned:
        raise NoteRequired("Escriba el motivo para dejarlo así.")
    return EditorialReason.objects.create(release=release, finding=finding, reason=cleaned, by=by)
