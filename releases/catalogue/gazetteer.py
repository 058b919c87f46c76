"""The catalogue's tables as the plain value that parsing and linking take."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection

from releases.linking.gazetteer import (
    AgencyEntry,
    Gazetteer,
    IssuerProfile,
    Name,
    PlaceEntry,
    TopicEntry,
    TopicTerm,
)
from releases.models import (
    Agency,
    AgencyName,
    Office,
    Place,
    PlaceName,
    Topic,
)
from releases.models import IssuerProfile as ProfileRow
from releases.vocabulary import NameKind, PlaceLevel

_STATE = """
    SELECT (SELECT coalesce(max(pgh_id), 0) FROM releases_agencychange),
           (SELECT coalesce(max(pgh_id), 0) FROM releases_agencynamechange),
           (SELECT coalesce(max(pgh_id), 0) FROM releases_issuerprofilechange),
           (SELECT coalesce(max(pgh_id), 0) FROM releases_officechange),
           (SELECT coalesce(max(pgh_id), 0) FROM releases_placechange),
           (SELECT coalesce(max(pgh_id), 0) FROM releases_placenamechange),
           (SELECT coalesce(max(pgh_id), 0) FROM releases_topicchange),
           (SELECT coalesce(max(pgh_id), 0) FROM releases_topictermchange)
"""


# Thousands of rows, read as values: models would take three times as long.
_NAME = ("text", "kind", "valid_from", "valid_until")


@dataclass(slots=True)
class _Kept:
    """The last gazetteer built in this process, and the catalogue's state that it shows."""

    state: tuple[int, ...] = ()
    gazetteer: Gazetteer | None = None


_kept = _Kept()


def current_gazetteer() -> Gazetteer:
    """The catalogue as it is now. One cheap query unless it changed since the last call."""
    state = _catalogue_state()
    if _kept.gazetteer is None or _kept.state != state:
        built = _build()
        if built != _kept.gazetteer:  # what was made of an equal one is made already
            _kept.gazetteer = built
        _kept.state = state
    return _kept.gazetteer


def _catalogue_state() -> tuple[int, ...]:
    # Each change of a catalogue table leaves an audit row, so the last row numbers tell its state.
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        row = cursor.fetchone()
    return tuple(row or ())


def _build() -> Gazetteer:
    office = Office.objects.select_related("agency").first()
    return Gazetteer(
        agencies=tuple(_agencies()),
        places=tuple(_places()),
        topics=tuple(_topics()),
        profiles=tuple(_profiles()),
        host=office.agency.slug if office else "",
        home_state=settings.HOME_STATE,
    )


def _agencies() -> Iterable[AgencyEntry]:
    names: dict[int, list[Name]] = defaultdict(list)
    for key, *name, issuer in AgencyName.objects.order_by("id").values_list(
        "agency_id", *_NAME, "issuer__slug"
    ):
        names[key].append(_name(*name, issuer=issuer))
    agencies = Agency.objects.current().order_by("id")
    for key, slug, name, acronym, state in agencies.values_list(
        "pk", "slug", "name", "acronym", "state"
    ):
        yield AgencyEntry(
            slug=slug,
            name=name,
            acronym=acronym,
            names=(*_main_names(name, acronym), *names[key]),
            state=state or None,
        )


def _main_names(name: str, acronym: str) -> Iterable[Name]:
    """The name and the acronym of the record itself, which readers look for like the others."""
    yield Name(name)
    if acronym:
        yield Name(acronym, NameKind.ACRONYM)


def _places() -> Iterable[PlaceEntry]:
    names: dict[int, list[Name]] = defaultdict(list)
    for key, *name in PlaceName.objects.order_by("id").values_list("place_id", *_NAME):
        names[key].append(_name(*name))
    places = Place.objects.order_by("id")
    for key, slug, name, level, inegi, parent_inegi, parent_slug in places.values_list(
        "pk", "slug", "name", "level", "inegi", "parent__inegi", "parent__slug"
    ):
        yield PlaceEntry(
            slug=slug,
            name=name,
            level=PlaceLevel(level),
            inegi=inegi,
            names=(Name(name), *names[key]),
            parent=parent_inegi or parent_slug,
        )


def _name(
    text: str,
    kind: str,
    valid_from: dt.date | None,
    valid_until: dt.date | None,
    *,
    issuer: str | None = None,
) -> Name:
    return Name(text, NameKind(kind), valid_from, valid_until, issuer)


def _topics() -> Iterable[TopicEntry]:
    for topic in Topic.objects.prefetch_related("terms").order_by("id"):
        terms: Iterable[Any] = topic.terms.all()
        yield TopicEntry(
            slug=topic.slug,
            name=topic.name,
            terms=tuple(TopicTerm(term.text, term.weight) for term in terms),
            threshold=topic.threshold,
        )


def _profiles() -> Iterable[IssuerProfile]:
    for row in ProfileRow.objects.select_related("agency").order_by("id"):
        yield IssuerProfile(
            agency=row.agency.slug,
            number_pattern=row.number_pattern,
            header_lines=tuple(row.header_lines),
            closing_openers=tuple(row.closing_openers),
        )
