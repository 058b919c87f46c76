"""Who may do which act, in the words of the acts themselves."""

from __future__ import annotations

from releases.models import User
from releases.publishing.errors import NotAllowed

# The system (due publications) and an operator at the command line act without an account.
Actor = User | None

_PERMISSIONS = {
    "read": "releases.view_draft",
    "receive": "releases.ingest_release",
    "edit": "releases.change_draft",
    "submit": "releases.change_draft",
    "publish": "releases.publish_release",
    "schedule": "releases.publish_release",
    "correct": "releases.publish_release",
    "withdraw": "releases.withdraw_release",
    "restore": "releases.withdraw_release",
    "authorise": "releases.publish_release",
    "remark": "releases.change_draft",
    "preview": "releases.publish_release",
    "attach": "releases.change_draft",
    "explain": "releases.change_draft",
    "curate": "releases.change_agency",
    "office": "releases.change_office",
    "accounts": "releases.change_user",
    "see accounts": "releases.view_user",
}


def may(actor: Actor, act: str) -> bool:
    """Whether `actor` may do `act` (`receive`, `edit`, `publish`, `correct`, `withdraw`, …).

    A disabled account may do nothing. Raises KeyError for an act that does not exist.
    """
    permission = _PERMISSIONS[act]
    return actor is None or (actor.is_active and actor.has_perm(permission))


def require(actor: Actor, act: str) -> None:
    """Raises NotAllowed unless `actor` may do `act`."""
    if not may(actor, act):
        raise NotAllowed
