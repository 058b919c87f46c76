"""Calling the verbs of publishing with nothing but who acts."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from django.db import transaction

from releases.models import User
from releases.publishing import actions
from releases.publishing.errors import NotAllowed


def verbs() -> dict[str, Callable[..., Any]]:
    """The verbs of `publishing.actions` that say who acts, by name."""
    return {
        name: verb
        for name in actions.__all__
        if inspect.isfunction(verb := getattr(actions, name))
        and "by" in inspect.signature(verb).parameters
    }


def is_refused(name: str, person: User) -> bool:
    """Whether the verb turns the person away before it looks at anything else."""
    verb = verbs()[name]
    given = {
        parameter.name: None
        for parameter in inspect.signature(verb).parameters.values()
        if parameter.default is parameter.empty
    }
    try:
        with transaction.atomic():
            result = verb(**{**given, "by": person})
            if inspect.isgenerator(result):
                next(result)
            transaction.set_rollback(True)
    except NotAllowed:
        return True
    except Exception:  # noqa: BLE001 - it got past the check and stumbled over what it was not given
        return False
    return False
