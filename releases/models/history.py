"""How tables keep their past: append-only triggers, and the audit trail of staff's changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models

ModelClass = TypeVar("ModelClass", bound=type[models.Model])


def append_only() -> list[pgtrigger.Trigger]:
    """Triggers that refuse UPDATE, DELETE and TRUNCATE, whoever asks."""
    return [
        pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        # Protect knows no TRUNCATE, which fires no row trigger.
        pgtrigger.Trigger(
            name="no_truncate",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func="RAISE EXCEPTION 'pgtrigger: Cannot truncate rows from % table', TG_TABLE_NAME;",
        ),
    ]


def audited(*, exclude: tuple[str, ...] = ()) -> Callable[[ModelClass], ModelClass]:
    """Class decorator: each insert, update and delete leaves an event row, raw SQL included.

    The events are `<Model>Change` rows, reached as `changes`. They keep who and why from the
    request or command around them (`pghistory.context`).
    `exclude` names fields that are bulky and have their own history.
    """

    def decorate(model: ModelClass) -> ModelClass:
        track = pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=list(exclude),
            append_only=True,
            model_name=f"{model.__name__}Change",
            obj_field=pghistory.ObjForeignKey(related_name="changes"),
        )
        decorated: ModelClass = track(model)
        return decorated

    return decorate
