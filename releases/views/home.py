"""The start page: one search box, what is new, and what the archive holds."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from releases import statistics
from releases.models import Place, Release, SearchRow
from releases.pages.charts import MonthCount, MonthlyChart, monthly_chart
from releases.pages.examples import example_searches
from releases.pages.tile_map import municipal_map
from releases.presentation import month_name
from releases.statistics import Counted, Month
from releases.views.public import public_page

RECENT = 8  # the lead, two seconds, and five in the ledger
TOPICS = 8
CORRECTIONS = 3
MUNICIPALITIES = 8
MONTHS = 12


@public_page
def home(request: HttpRequest) -> HttpResponse:
    span = statistics.span_of()
    recent = statistics.releases_of(
        SearchRow.objects.order_by("-issued_on", "-release_id")[:RECENT]
    )
    municipalities = _municipalities()
    named = [row for row in municipalities if row.count]
    named.sort(key=lambda row: (-row.count, row.entity.sort_key))
    topics = statistics.counted_topics()
    months = statistics.latest_months(MONTHS)
    context = {
        "seccion": "home",
        "span": span,
        "lead": recent[0] if recent else None,
        "seconds": recent[1:3],
        "ledger": recent[3:],
        "topics": topics[:TOPICS],
        "corrections": Release.objects.corrected()
        .with_current()
        .order_by("-changed_at")[:CORRECTIONS],
        "activity": _activity(months),
        "activity_words": _activity_words(months),
        "map": municipal_map(municipalities),
        "municipalities": named[:MUNICIPALITIES],
        "named": len(named),
        "municipality_total": len(municipalities),
        "examples": example_searches(recent, topics, named),
    }
    return render(request, "paginas/inicio.html", context)


def _municipalities() -> list[Counted[Place]]:
    counts = statistics.counts_by_place()
    return [
        Counted(place, counts.get(place.pk, 0))
        for place in Place.objects.municipalities_of(settings.HOME_STATE).order_by("sort_key")
    ]


def _activity(months: list[Month]) -> MonthlyChart | None:
    if not months:
        return None
    first, last = months[0], months[-1]
    busiest = max(months, key=lambda month: month.count)
    return monthly_chart(
        [
            MonthCount(
                month.year,
                month.month,
                month.count,
                reverse("archive-month", args=[month.year, month.month]) if month.count else "",
            )
            for month in months
        ],
        label=(
            f"Comunicados por mes, de {month_name(first.month, first.year)} a "
            f"{month_name(last.month, last.year)}. "
            f"Máximo: {month_name(busiest.month, busiest.year)}, {busiest.count:,}."
        ),
        today=timezone.localdate(),
    )


def _activity_words(months: list[Month]) -> str:
    """The last month against the one before, with a word for a month that is not over."""
    if len(months) < 2:
        return ""
    before, last = months[-2:]
    today = timezone.localdate()
    is_over = (last.year, last.month) != (today.year, today.month)
    verb = "hubo" if is_over else "van"
    return (
        f"Comunicados por mes. En {month_name(last.month, last.year)} {verb} {last.count:,}; "
        f"el mes anterior, {before.count:,}."
    )
