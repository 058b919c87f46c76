"""What goes out and when, and taking a minute back."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from releases.models import Release
from releases.pages.desk.scheduled import read_schedule
from releases.presentation import exact_moment
from releases.publishing import actions
from releases.publishing.errors import PublishingError
from releases.views.desk.access import desk_page, staff, status_of


@desk_page("read")
@require_safe
def scheduled(request: HttpRequest) -> HttpResponse:
    """The strip of three weeks and the queue; `desde` (ISO) names a day of the first week."""
    return _page(request)


def _page(
    request: HttpRequest, *, error: PublishingError | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "pestana": "scheduled",
        "schedule": read_schedule(around=_day(request.GET.get("desde", ""))),
        "error": error,
    }
    return render(request, "redaccion/programados.html", context, status=status)


def _day(text: str) -> dt.date | None:
    """The day that an address names; None, and so today, for anything else."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year < 2200 else None


@desk_page("schedule")
@require_POST
def unschedule(request: HttpRequest, release_id: int) -> HttpResponse:
    """Takes the minute back; the bulletin waits in review again, and its number is free."""
    release = get_object_or_404(Release, pk=release_id)
    sent = request.POST.get("version", "")
    version = int(sent) if sent.isdecimal() else None
    try:
        actions.unschedule(release=release, by=staff(request), lock_version=version)
    except PublishingError as error:
        return _page(request, error=error, status=status_of(error))
    messages.success(request, _cancelled(release))
    return redirect("desk-scheduled")


def _cancelled(release: Release) -> str:
    """What was cancelled, with its minute, so that it can be set again."""
    minute = f"Iba a salir el {exact_moment(release.publish_at)}. " if release.publish_at else ""
    return f"Se canceló la programación de {release}. {minute}Volvió a revisión y no se publica."
