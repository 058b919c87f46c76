"""The page of one agency, municipality, place or topic: figures, chart, timeline, companions."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from releases import statistics
from releases.forms import PeriodForm
from releases.models import Agency, Place, Release, Revision, SearchRow, Topic
from releases.pages.charts import MonthCount, MonthlyChart, monthly_chart
from releases.pages.excerpts import Excerpt, first_mentions
from releases.pages.paging import number_pages, page_number
from releases.statistics import Entity, Month
from releases.vocabulary import NameKind

PAGE_SIZE = 20
COMPANIONS = 8
# Below this a chart shows chance, not a course: the numbers stand alone.
CHARTED_FROM = 5


@dataclass(frozen=True, slots=True)
class Section:
    """One of the four sections: the URL names of its list and its pages, and the parameter under
    which the search knows it."""

    name: str
    list_name: str
    page_name: str
    parameter: str


AGENCIES = Section("Dependencias", "agencies", "agency", "dependencia")
MUNICIPALITIES = Section("Municipios", "municipalities", "municipality", "municipio")
PLACES = Section("Lugares", "places", "place", "lugar")
TOPICS = Section("Temas", "topics", "topic", "tema")


@dataclass(frozen=True, slots=True)
class Entry:
    """A bulletin of the timeline, where it names the entity, and whether it is dated there."""

    release: Release
    version: Revision
    excerpt: Excerpt | None
    is_dated_here: bool


def entity_page(
    request: HttpRequest, entity: Entity, section: Section, extra: dict[str, Any] | None = None
) -> HttpResponse:
    """Render the page, with `extra` for its template; 422 when a date or the order is not valid."""
    form = PeriodForm(request.GET)
    is_valid = form.is_valid()
    context: dict[str, Any] = {
        "seccion": section.list_name,
        "section": section,
        "entity": entity,
        "names": _other_names(entity),
        "form": form,
        "trail": [(section.name, reverse(section.list_name))],
        "search_query": search_query(request, section, entity),
        **_overview(entity, reverse(section.page_name, args=[entity.slug])),
        **(extra or {}),
    }
    if is_valid:
        context |= _timeline(request, entity, form)
    status = HTTPStatus.OK if is_valid else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "paginas/entidad.html", context, status=status)


def search_query(request: HttpRequest, section: Section, entity: Entity) -> str:
    """The query under which the search finds the same bulletins, within the same dates."""
    kept = request.GET.copy()
    for name in list(kept):
        if name not in {"desde", "hasta"} or not kept[name]:
            del kept[name]
    kept[section.parameter] = entity.slug
    return kept.urlencode()


def _other_names(entity: Entity) -> list[str]:
    """How else bulletins call it, acronyms first, each once whatever its dates."""
    if isinstance(entity, Topic):
        return []
    order = [NameKind.ACRONYM, NameKind.OFFICIAL, NameKind.ALIAS]
    rows = entity.names.order_by("pk").values_list("kind", "text")
    texts = [entity.acronym] if isinstance(entity, Agency) and entity.acronym else []
    texts += [text for _, text in sorted(rows, key=lambda row: order.index(NameKind(row[0])))]
    return [text for text in dict.fromkeys(texts) if text != entity.name]


def _overview(entity: Entity, address: str) -> dict[str, Any]:
    """What does not depend on the dates asked for."""
    span = statistics.span_of(entity)
    months = statistics.months(of=entity) if span.total >= CHARTED_FROM else []
    return {
        "span": span,
        "archive_total": statistics.span_of().total,
        "chart": _chart(months, entity, address) if months else None,
        "agencies": statistics.counted_agencies(together_with=entity)[:COMPANIONS],
        "topics": statistics.counted_topics(together_with=entity)[:COMPANIONS],
        "places": statistics.counted_places(together_with=entity)[:COMPANIONS],
    }


def _chart(months: list[Month], entity: Entity, address: str) -> MonthlyChart:
    return monthly_chart(
        [
            MonthCount(
                month.year,
                month.month,
                month.count,
                f"{address}?desde={month.first_day}&hasta={month.last_day}",
            )
            for month in months
        ],
        label=f"Comunicados por mes: {entity.name}",
        height=120,
        today=timezone.localdate(),
    )


def _timeline(request: HttpRequest, entity: Entity, form: PeriodForm) -> dict[str, Any]:
    rows = _in_order(_within(statistics.rows_naming(entity), form), form)
    total = rows.count()
    number = page_number(request.GET.get("pagina"))
    pages = number_pages(
        number=number, items=total, size=PAGE_SIZE, address=lambda page: _to_page(request, page)
    )
    start = (number - 1) * PAGE_SIZE
    entries = _entries(entity, statistics.releases_of(rows[start : start + PAGE_SIZE]))
    by_year = groupby(entries, key=lambda entry: entry.version.issued_on.year)
    return {
        "found": total,
        "paginas": pages,
        "years": [(year, list(group)) for year, group in by_year],
    }


def _within(rows: QuerySet[SearchRow], form: PeriodForm) -> QuerySet[SearchRow]:
    if since := form.cleaned_data["desde"]:
        rows = rows.filter(issued_on__gte=since)
    if until := form.cleaned_data["hasta"]:
        rows = rows.filter(issued_on__lte=until)
    return rows


def _in_order(rows: QuerySet[SearchRow], form: PeriodForm) -> QuerySet[SearchRow]:
    if form.cleaned_data["orden"] == "fecha":
        return rows.order_by("issued_on", "release_id")
    return rows.order_by("-issued_on", "-release_id")


def _to_page(request: HttpRequest, page: int) -> str:
    parameters = request.GET.copy()
    parameters["pagina"] = str(page)
    if page == 1:
        del parameters["pagina"]
    query = parameters.urlencode()
    return f"{request.path}?{query}" if query else request.path


def _entries(entity: Entity, releases: list[Release]) -> list[Entry]:
    versions = [release.current_revision for release in releases if release.current_revision]
    excerpts = first_mentions(entity, versions)
    return [
        Entry(
            release=release,
            version=version,
            excerpt=excerpts.get(version.pk),
            is_dated_here=isinstance(entity, Place) and version.issued_in_id == entity.pk,
        )
        for release, version in zip(releases, versions, strict=True)
    ]
