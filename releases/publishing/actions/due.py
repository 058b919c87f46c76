"""What is due comes out: by whichever is first, the worker's tick or a reader's request."""

from __future__ import annotations

import datetime as dt
import logging

from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef

from releases.models import Release, ReleaseEvent
from releases.publishing.actions.releasing import publish_locked
from releases.publishing.errors import PublishingError
from releases.publishing.records import record
from releases.vocabulary import EventKind

# Any number will do, so long as no other advisory lock of the project uses it.
_DUE_LOCK = 7_001
_OUR_FAULT = "Una falla interna lo impidió; quedó en el registro técnico."

logger = logging.getLogger(__name__)


def publish_due(*, again: bool = False) -> list[Release]:
    """Publishes what is due by the database's clock; returns it, oldest minute first.

    Called by the worker's tick and by public requests alike, whichever comes first; an advisory
    lock lets one of them work and sends the others on at once with an empty list.

    A bulletin that can't be published holds up no other. Its failure is logged and kept, once for
    each minute that was set; from then on only calls with `again` try it.
    """
    with transaction.atomic():
        if not _take_due_lock():
            return []
        due = Release.objects.due().with_current()
        if not again:
            due = due.exclude(Exists(_failures()))
        # Rows that somebody is moving or cancelling at this moment are left to the next call.
        due = due.select_for_update(of=("self",), skip_locked=True)
        return [release for release in due.order_by("publish_at", "id") if _publish(release)]


def _take_due_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_DUE_LOCK])
        row = cursor.fetchone()
    return bool(row and row[0])


def _failures() -> models.QuerySet[ReleaseEvent]:
    """Of the outer query's releases: failures since the minute that was set last."""
    return ReleaseEvent.objects.filter(
        release=OuterRef("pk"), kind=EventKind.MISSED, at__gte=OuterRef("publish_at")
    )


def _publish(release: Release) -> bool:
    """Whether the locked release could be published; a failure leaves only its record behind."""
    minute = release.publish_at
    try:
        with transaction.atomic():
            publish_locked(release, by=None)
    except Exception as error:  # whatever it is, the others that are due still go out
        if not connection.is_usable():
            raise
        _record_failure(release, minute, error)
        return False
    return True


def _record_failure(release: Release, minute: dt.datetime | None, error: Exception) -> None:
    """Once for each minute: a bulletin that fails again and again fills neither log nor table."""
    known = ReleaseEvent.objects.filter(release=release, kind=EventKind.MISSED, at__gte=minute)
    if minute is None or known.exists():
        return
    logger.error("could not publish on schedule", exc_info=error, extra={"release": release.pk})
    reason = str(error) if isinstance(error, PublishingError) else _OUR_FAULT
    record(release, EventKind.MISSED, by=None, note=reason, error=type(error).__name__)
