"""The lists of agencies, municipalities, other places and topics, and the page of each."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from releases import statistics
from releases.models import Agency, Place, Topic
from releases.pages.tile_map import municipal_map
from releases.statistics import Counted, Entity
from releases.views.entity_page import (
    AGENCIES,
    MUNICIPALITIES,
    PLACES,
    TOPICS,
    Section,
    entity_page,
    search_query,
)
from releases.views.public import public_page
from releases.vocabulary import AgencyScope, PlaceLevel


@public_page
def agencies(request: HttpRequest) -> HttpResponse:
    rows = statistics.counted_agencies()
    by_scope = [
        (scope, [row for row in rows if row.entity.scope == scope]) for scope in AgencyScope
    ]
    silent = Agency.objects.current().exclude(pk__in=[row.entity.pk for row in rows])
    context = {
        "seccion": "agencies",
        "groups": [(scope.label, group) for scope, group in by_scope if group],
        "silent": silent.order_by("sort_key").values("slug", "name"),
        "total": len(rows),
    }
    return render(request, "paginas/dependencias.html", context)


@public_page
def municipalities(request: HttpRequest) -> HttpResponse:
    places = _home_municipalities()
    counts = statistics.counts_by_place()
    rows = [Counted(place, counts.get(place.pk, 0)) for place in places]
    rows.sort(key=lambda row: -row.count)  # by name among equals, as they come
    context = {
        "seccion": "municipalities",
        "rows": rows,
        "map": municipal_map(rows),
        "named": sum(1 for row in rows if row.count),
        "highest": max((row.count for row in rows), default=0),
    }
    return render(request, "paginas/municipios.html", context)


@public_page
def places(request: HttpRequest) -> HttpResponse:
    rows = [row for row in statistics.counted_places() if not row.entity.is_home_municipality]
    by_level = [(level, [row for row in rows if row.entity.level == level]) for level in PlaceLevel]
    context = {
        "seccion": "places",
        "groups": [(_PLACE_GROUPS[level], group) for level, group in by_level if group],
        "total": len(rows),
    }
    return render(request, "paginas/lugares.html", context)


_PLACE_GROUPS = {
    PlaceLevel.COUNTRY: "Países",
    PlaceLevel.STATE: "Entidades federativas",
    PlaceLevel.MUNICIPALITY: "Municipios de otras entidades",
    PlaceLevel.LOCALITY: "Localidades",
}


@public_page
def topics(request: HttpRequest) -> HttpResponse:
    counts = {row.entity.pk: row.count for row in statistics.counted_topics()}
    rows = [Counted(topic, counts.get(topic.pk, 0)) for topic in Topic.objects.order_by("sort_key")]
    return render(request, "paginas/temas.html", {"seccion": "topics", "rows": rows})


@public_page
def agency(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A merged agency leads to the one that took its place."""
    found = get_object_or_404(Agency.objects.select_related("merged_into"), slug=slug)
    if found.merged_into is not None:
        return _moved(request, found.merged_into)
    return entity_page(request, found, AGENCIES)


@public_page
def municipality(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A place that is no municipality of the state leads to its page among the places."""
    return _place(request, slug, MUNICIPALITIES)


@public_page
def place(request: HttpRequest, slug: str) -> HttpResponseBase:
    return _place(request, slug, PLACES)


@public_page
def topic(request: HttpRequest, slug: str) -> HttpResponseBase:
    return entity_page(request, get_object_or_404(Topic, slug=slug), TOPICS)


def _place(request: HttpRequest, slug: str, section: Section) -> HttpResponseBase:
    found = get_object_or_404(Place.objects.select_related("parent__parent"), slug=slug)
    if found.is_home_municipality != (section is MUNICIPALITIES):
        return _moved(request, found)
    counts = statistics.counts_by_place()
    extra: dict[str, Any] = {
        "dated": statistics.dated_in(found),
        "spoken_of": statistics.speaking_of(found),
        "children": _children(found, counts),
    }
    if section is MUNICIPALITIES:
        rows = [Counted(each, counts.get(each.pk, 0)) for each in _home_municipalities()]
        extra["map"] = municipal_map(rows, current=found)
    return entity_page(request, found, section, extra)


def _children(place: Place, counts: dict[int, int]) -> list[Counted[Place]]:
    """The places within a country, state or municipality that bulletins name."""
    inside = place.children.filter(pk__in=counts).order_by("sort_key")
    return [Counted(child, counts[child.pk]) for child in inside]


def _home_municipalities() -> list[Place]:
    return list(Place.objects.municipalities_of(settings.HOME_STATE).order_by("sort_key"))


def _moved(request: HttpRequest, entity: Agency | Place) -> HttpResponseBase:
    query = request.META.get("QUERY_STRING", "")
    address = entity.get_absolute_url()
    return redirect(f"{address}?{query}" if query else address, permanent=True)


@public_page
def agency_output(request: HttpRequest, slug: str, output: str) -> HttpResponseBase:
    found = get_object_or_404(Agency.objects.select_related("merged_into"), slug=slug)
    return _to_search(request, found.merged_into or found, AGENCIES, output)


@public_page
def municipality_output(request: HttpRequest, slug: str, output: str) -> HttpResponseBase:
    municipalities = Place.objects.municipalities_of(settings.HOME_STATE)
    return _to_search(request, get_object_or_404(municipalities, slug=slug), MUNICIPALITIES, output)


@public_page
def place_output(request: HttpRequest, slug: str, output: str) -> HttpResponseBase:
    return _to_search(request, get_object_or_404(Place, slug=slug), PLACES, output)


@public_page
def topic_output(request: HttpRequest, slug: str, output: str) -> HttpResponseBase:
    return _to_search(request, get_object_or_404(Topic, slug=slug), TOPICS, output)


def _to_search(
    request: HttpRequest, entity: Entity, section: Section, output: str
) -> HttpResponseBase:
    """The same list as the search gives it: one place makes Atom and CSV."""
    name = {"atom.xml": "search-atom", "datos.csv": "search-csv"}[output]
    return redirect(f"{reverse(name)}?{search_query(request, section, entity)}")
