"""The catalogue's tables as the plain value that parsing and linking take."""

from __future__ import annotations

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
        _kept.gazetteer = _build()
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
    for row in AgencyName.objects.select_related("issuer").order_by("id"):
        names[row.agency_id].append(_name(row, issuer=row.issuer.slug if row.issuer else None))
    for agency in Agency.objects.current().order_by("id"):
        yield AgencyEntry(
            slug=agency.slug,
            name=agency.name,
            acronym=agency.acronym,
            names=(*_main_names(agency), *names[agency.pk]),
            state=agency.state or None,
        )


def _main_names(agency: Agency) -> Iterable[Name]:
    """The name and the acronym of the record itself, which readers look for like the others."""
    yield Name(agency.name)
    if agency.acronym:
        yield Name(agency.acronym, NameKind.ACRONYM)


def _places() -> Iterable[PlaceEntry]:
    names: dict[int, list[Name]] = defaultdict(list)
    for row in PlaceName.objects.order_by("id"):
        names[row.place_id].append(_name(row, issuer=None))
    for place in Place.objects.select_related("parent").order_by("id"):
        yield PlaceEntry(
            slug=place.slug,
            name=place.name,
            level=PlaceLevel(place.level),
            inegi=place.inegi,
            names=(Name(place.name), *names[place.pk]),
            parent=(place.parent.inegi or place.parent.slug) if place.parent else None,
        )


def _name(row: AgencyName | PlaceName, *, issuer: str | None) -> Name:
    return Name(
        text=row.text,
        kind=NameKind(row.kind),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        issuer=issuer,
    )


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
