"""Telling a database that is away from an error of ours."""

from __future__ import annotations

from django.db import DatabaseError, InterfaceError, OperationalError

# SQLSTATE classes and codes: connection exceptions, too many connections, shut down by the
# operator, starting up, and cancelled by the statement timeout.
_AWAY = ("08", "53300", "57P01", "57P02", "57P03", "57P05", "57014")


def is_database_away(error: BaseException | None) -> bool:
    """Whether the same request may succeed in a moment, with nothing changed on our side."""
    if not isinstance(error, DatabaseError | InterfaceError):
        return False
    state: str | None = getattr(error.__cause__, "sqlstate", None)
    if state is not None:
        return state.startswith(_AWAY)
    # A connection that could not be made, or that broke, carries no code.
    return isinstance(error, OperationalError | InterfaceError)
