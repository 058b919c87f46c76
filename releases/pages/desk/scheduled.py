"""What goes out and when: three weeks as a strip, the queue in order, and what did not go out."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from releases.models import Authorization, PreviewLink, Release, ReleaseEvent, User
from releases.pages.desk.publishing import edit_path, minute_of
from releases.presentation import MONTHS, counted, elapsed, weekday_date
from releases.publishing.clock import database_now
from releases.publishing.previews import working_links
from releases.vocabulary import EventKind, PendingAct, ReleaseState

WEEKS = 3
LATE = dt.timedelta(seconds=60)
_DAY = dt.timedelta(days=1)
_SHORT_DAYS = ("lun", "mar", "mié", "jue", "vie", "sáb", "dom")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A bulletin with its minute. `request` is the authorization that its minute still needs,
    `failure` why it could not be published when its minute came."""

    release: Release
    folio: str
    headline: str
    at: dt.datetime
    now: dt.datetime
    request: Authorization | None = None
    readers: int = 0
    failure: str = ""

    @property
    def edit_path(self) -> str:
        """Where its text is changed."""
        return edit_path(self.release)

    @property
    def is_late(self) -> bool:
        """Whether it should be public by now and is not."""
        return self.request is None and self.at + LATE < self.now

    @property
    def hour(self) -> str:
        """«18:00 h»."""
        return f"{timezone.localtime(self.at):%H:%M} h"

    @property
    def day(self) -> str:
        """«lunes 8 de abril», with the year where it is another than now."""
        local, today = timezone.localtime(self.at), timezone.localtime(self.now)
        words = weekday_date(local).replace(",", "")
        return words if local.year != today.year else words.rpartition(" de ")[0]

    @property
    def near_day(self) -> str:
        """«hoy», «mañana», or nothing."""
        days = (timezone.localdate(self.at) - timezone.localdate(self.now)).days
        return {0: "hoy", 1: "mañana", -1: "ayer"}.get(days, "")

    @property
    def countdown(self) -> str:
        """«en 16 horas y 37 minutos», «hace 2 minutos»."""
        if self.at > self.now:
            return f"en {elapsed(self.now, self.at)}"
        return f"hace {elapsed(self.at, self.now)}"


@dataclass(frozen=True, slots=True)
class Day:
    """One square of the strip."""

    date: dt.date
    today: dt.date
    planned: tuple[Planned, ...]

    @property
    def name(self) -> str:
        return _SHORT_DAYS[self.date.weekday()]

    @property
    def number(self) -> str:
        """«4», «1 may» on the first of a month, «4, hoy»."""
        number = str(self.date.day)
        if self.date.day == 1:
            number = f"{number} {MONTHS[self.date.month - 1][:3]}"
        return f"{number}, hoy" if self.date == self.today else number

    @property
    def is_past(self) -> bool:
        return self.date < self.today

    @property
    def is_today(self) -> bool:
        return self.date == self.today


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`days` are the strip's, `queue` all that is planned in the order of its minutes."""

    now: dt.datetime
    days: tuple[Day, ...]
    queue: tuple[Planned, ...]

    @property
    def late(self) -> tuple[Planned, ...]:
        return tuple(planned for planned in self.queue if planned.is_late)

    @property
    def next(self) -> Planned | None:
        """What goes out next without anybody doing anything."""
        ahead = (planned for planned in self.queue if planned.at > self.now)
        return next((planned for planned in ahead if planned.request is None), None)

    @property
    def count(self) -> str:
        return counted(len(self.queue), "comunicado", "comunicados")

    @property
    def span(self) -> str:
        """«Del 1 al 21 de abril», «Del 29 de abril al 19 de mayo»."""
        first, last = self.days[0].date, self.days[-1].date
        start = str(first.day) if first.month == last.month else _day_month(first)
        if first.year != last.year:
            start = f"{start} de {first.year}"
        year = f" de {last.year}" if last.year != timezone.localdate(self.now).year else ""
        return f"Del {start} al {_day_month(last)}{year}"

    @property
    def before(self) -> dt.date:
        """The first day of the strip before this one."""
        return self.days[0].date - WEEKS * 7 * _DAY

    @property
    def after(self) -> dt.date:
        return self.days[-1].date + _DAY


def _day_month(day: dt.date) -> str:
    return f"{day.day} de {MONTHS[day.month - 1]}"


def count_scheduled(user: User) -> int:
    """How many bulletins have their minute set."""
    return Release.objects.filter(state=ReleaseState.SCHEDULED).count()


def read_schedule(*, around: dt.date | None = None) -> Schedule:
    """The strip of the weeks from the Monday of `around` (today), and the whole queue.

    Five queries, by the database's clock.
    """
    now = database_now()
    today = timezone.localdate(now)
    first = around or today
    monday = first - first.weekday() * _DAY
    queue = tuple(sorted(_planned(now), key=lambda planned: (planned.at, planned.release.pk)))
    by_day = _by_day(queue)
    days = tuple(
        Day(date, today, tuple(by_day.get(date, ())))
        for date in (monday + number * _DAY for number in range(7 * WEEKS))
    )
    return Schedule(now=now, days=days, queue=queue)


def _by_day(queue: Iterable[Planned]) -> Mapping[dt.date, list[Planned]]:
    days: dict[dt.date, list[Planned]] = defaultdict(list)
    for planned in queue:
        days[timezone.localdate(planned.at)].append(planned)
    return days


def _planned(now: dt.datetime) -> list[Planned]:
    readers, failures = _readers(), _failures()
    scheduled = [
        Planned(
            release=release,
            folio=release.draft.folio,
            headline=release.draft.headline,
            at=release.publish_at,
            now=now,
            readers=readers.get(release.pk, 0),
            failure=failures.get(release.pk, ""),
        )
        for release in _scheduled()
        if release.publish_at
    ]
    return scheduled + [
        Planned(
            release=request.release,
            folio=request.release.draft.folio,
            headline=request.release.draft.headline,
            at=at,
            now=now,
            request=request,
        )
        for request in _asked_for()
        if (at := minute_of(request))
    ]


def _scheduled() -> QuerySet[Release]:
    return Release.objects.filter(state=ReleaseState.SCHEDULED).select_related("draft__source")


def _readers() -> dict[int, int]:
    """How many links open each scheduled bulletin now."""
    links = PreviewLink.objects.filter(working_links(), release__state=ReleaseState.SCHEDULED)
    return dict(links.values_list("release").annotate(Count("pk")))


def _failures() -> dict[int, str]:
    """Why a scheduled bulletin could not be published since its minute came."""
    events = ReleaseEvent.objects.filter(
        kind=EventKind.MISSED,
        release__state=ReleaseState.SCHEDULED,
        at__gte=F("release__publish_at"),
    )
    return dict(events.order_by("at").values_list("release_id", "note"))


def _asked_for() -> QuerySet[Authorization]:
    """Requests for a minute; a bulletin that has one already stands in the queue by its own."""
    return Authorization.objects.filter(
        Q(act=PendingAct.PUBLISH, decided_at=None, data__has_key="at"),
        ~Q(release__state=ReleaseState.SCHEDULED),
        release__draft__isnull=False,
    ).select_related("release__draft__source", "requested_by")
