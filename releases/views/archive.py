"""Bulletins by year and month of issue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from releases import statistics
from releases.models import Release
from releases.pages.paging import number_pages, page_number
from releases.presentation import MONTHS, month_name
from releases.statistics import Month
from releases.views.public import public_page

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class ArchiveMonth:
    """A month in the list: its name, how many bulletins it has, and its page."""

    name: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A year with its months, newest first."""

    year: int
    months: list[ArchiveMonth]
    url: str

    @property
    def count(self) -> int:
        return sum(month.count for month in self.months)


@public_page
def archive(request: HttpRequest) -> HttpResponse:
    """Every year with its months, newest first."""
    return render(request, "paginas/comunicados.html", {"seccion": "archive", "years": _years()})


@public_page
def year(request: HttpRequest, year: int) -> HttpResponse:
    """The bulletins of a year, newest first. A year without any is a 404."""
    found = next((row for row in _years() if row.year == year), None)
    if found is None:
        raise Http404("No hay comunicados de ese año. Elija otro en la lista por fecha.")
    span = (dt.date(year, 1, 1), dt.date(year, 12, 31))
    return _list(
        request,
        span,
        count=found.count,
        context={
            "title": f"Comunicados de {year}",
            "year": found,
            "steps": [("Por fecha", reverse("archive"))],
            "here": str(year),
        },
    )


@public_page
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """The bulletins of a month, newest first. A month without any is a 404."""
    found = next((m for m in statistics.months() if (m.year, m.month) == (year, month)), None)
    if found is None or not found.count:
        raise Http404("No hay comunicados de ese mes. Elija otro en la lista por fecha.")
    return _list(
        request,
        (found.first_day, found.last_day),
        count=found.count,
        context={
            "title": f"Comunicados de {month_name(month, year)}",
            "steps": [
                ("Por fecha", reverse("archive")),
                (str(year), reverse("archive-year", args=[year])),
            ],
            "here": MONTHS[month - 1],
        },
    )


def _list(
    request: HttpRequest, span: tuple[dt.date, dt.date], *, count: int, context: dict[str, object]
) -> HttpResponse:
    number = page_number(request.GET.get("pagina"))
    pages = number_pages(
        number=number, items=count, size=PAGE_SIZE, address=lambda page: f"?pagina={page}"
    )
    releases = (
        Release.objects.public()
        .with_current()
        .filter(current_revision__issued_on__range=span)
        .order_by("-current_revision__issued_on", "-number", "-pk")
    )
    start = (number - 1) * PAGE_SIZE
    return render(
        request,
        "paginas/comunicados_periodo.html",
        {
            "seccion": "archive",
            "releases": releases[start : start + PAGE_SIZE],
            "count": count,
            "pages": pages,
            "first_day": span[0],
            "last_day": span[1],
            **context,
        },
    )


def _years() -> list[ArchiveYear]:
    years: dict[int, list[ArchiveMonth]] = {}
    for row in reversed(statistics.months()):
        if row.count:
            years.setdefault(row.year, []).append(_archive_month(row))
    return [
        ArchiveYear(number, months, reverse("archive-year", args=[number]))
        for number, months in years.items()
    ]


def _archive_month(row: Month) -> ArchiveMonth:
    return ArchiveMonth(
        MONTHS[row.month - 1], row.count, reverse("archive-month", args=[row.year, row.month])
    )
