"""Fictional bulletins with their minutes for the gallery of components: nothing goes out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone

from releases.editorial.findings import Finding
from releases.models import Authorization, Release, User
from releases.pages.desk.publishing import FindingShown
from releases.pages.desk.scheduled import Day, Planned
from releases.vocabulary import EditorialCode, EditorialSeverity, PendingAct, TextField

_MONDAY = dt.date(1999, 12, 6)


def schedule_samples() -> dict[str, Any]:
    """What the gallery shows of the confirmation page and of what is scheduled."""
    now = timezone.make_aware(dt.datetime.combine(_MONDAY, dt.time(9, 30)))
    late = _planned(1, now - dt.timedelta(minutes=5), now)
    waiting = _planned(2, now + dt.timedelta(days=2, hours=8), now, asked=True)
    normal = _planned(3, now + dt.timedelta(days=4, hours=3), now)
    days = {0: (late,), 2: (waiting,), 4: (normal,)}
    return {
        "days": [
            Day(_MONDAY + dt.timedelta(days=number), _MONDAY, days.get(number, ()))
            for number in range(7)
        ],
        "request": _request(now),
        "minute": waiting.at,
        "finding": _finding(),
        "field": _ReasonForm()["motivo"],
    }


def _planned(number: int, at: dt.datetime, now: dt.datetime, *, asked: bool = False) -> Planned:
    return Planned(
        release=Release(pk=number, year=1999),
        folio=f"{number:04d}/1999",
        headline="Título ficticio de un comunicado de muestra",
        at=at,
        now=now,
        request=_request(now) if asked else None,
    )


def _request(now: dt.datetime) -> Authorization:
    return Authorization(
        act=PendingAct.PUBLISH.value, requested_by=User(username="ficticia"), requested_at=now
    )


def _finding() -> FindingShown:
    found = Finding(
        code=EditorialCode.PLATE,
        span="ABC-12-34",
        field=TextField.BODY.value,
        paragraph=1,
        start=0,
        end=9,
        why="La placa permite identificar a quien posee el vehículo.",
        severity=EditorialSeverity.GRAVE,
    )
    return FindingShown(found)


class _ReasonForm(forms.Form):
    motivo = forms.CharField(
        label="Motivo para dejarlo así", widget=forms.TextInput(attrs={"class": "entrada"})
    )
