"""The catalogue's names as the search needs them, kept in memory until somebody changes one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.conf import settings
from django.db import connection
from django.db.models import Q

from releases.models import Agency, AgencyName, Office, Place, PlaceName, SynonymGroup, Topic
from releases.search import codes
from releases.search.criteria import FacetName
from releases.vocabulary import DocumentKind, PlaceLevel, SourceKind

CORRECTIONS = "correcciones"

# What the audit trail's tables have seen last tells whether anything was changed since.
_VERSION = """
    SELECT (SELECT max(pgh_id) FROM releases_agencychange),
           (SELECT max(pgh_id) FROM releases_agencynamechange),
           (SELECT max(pgh_id) FROM releases_placechange),
           (SELECT max(pgh_id) FROM releases_placenamechange),
           (SELECT max(pgh_id) FROM releases_topicchange),
           (SELECT max(pgh_id) FROM releases_officechange),
           (SELECT max(pgh_id) FROM releases_synonymgroupchange)
"""

Version = tuple[int | None, ...]
Labels = dict[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The names of one thing, best known first. `is_home`: it belongs to the archive's state."""

    names: tuple[str, ...]
    is_home: bool


@dataclass(frozen=True, eq=False)  # known by identity, so that what is derived can be kept
class Catalogue:
    """The values of every facet and the names of every thing.

    `labels` maps codes to slug and name, `codes` slugs to codes, both by facet. `lugar` takes any
    place; its labels are those that `municipio` does not have.
    """

    version: Version
    labels: dict[FacetName, Labels]
    codes: dict[FacetName, dict[str, int]]
    groups: tuple[NameGroup, ...]

    def every_label(self, name: FacetName) -> Labels:
        """The labels of all values that a facet's parameter takes."""
        return self.places if name is FacetName.PLACE else self.labels[name]

    @cached_property
    def places(self) -> Labels:
        """All places, at home and elsewhere."""
        return self.labels[FacetName.MUNICIPALITY] | self.labels[FacetName.PLACE]


def read_catalogue() -> Catalogue:
    """The catalogue as it is in this transaction; one small query where nothing was changed."""
    with connection.cursor() as cursor:
        cursor.execute(_VERSION)
        version: Version = cursor.fetchone()
    return _load(version)


@lru_cache(maxsize=2)
def _load(version: Version) -> Catalogue:
    home, elsewhere = _place_labels()
    labels: dict[FacetName, Labels] = {
        FacetName.TOPIC: _labels(codes.Kind.TOPIC, Topic.objects.values_list("pk", "slug", "name")),
        FacetName.AGENCY: _labels(
            codes.Kind.AGENCY, Agency.objects.values_list("pk", "slug", "name")
        ),
        FacetName.MUNICIPALITY: home,
        FacetName.PLACE: elsewhere,
        FacetName.KIND: {
            codes.CORRECTED: (CORRECTIONS, "Con correcciones"),
            **{codes.document_code(kind.value): (kind.value, kind.label) for kind in DocumentKind},
        },
        FacetName.DOCUMENT: {
            codes.source_code(kind.value): (kind.value, kind.label) for kind in SourceKind
        },
    }
    by_slug = {
        name: {slug: code for code, (slug, _) in values.items()} for name, values in labels.items()
    }
    by_slug[FacetName.PLACE] |= by_slug[FacetName.MUNICIPALITY]
    groups = (*_synonym_groups(), *_agency_groups(), *_place_groups())
    return Catalogue(version, labels, by_slug, groups)


def _labels(kind: codes.Kind, rows: Iterable[tuple[int, str, str]]) -> Labels:
    return {codes.code(kind, pk): (slug, name) for pk, slug, name in rows}


def _place_labels() -> tuple[Labels, Labels]:
    """The home state's municipalities, and all other places."""
    home: Labels = {}
    elsewhere: Labels = {}
    for pk, slug, name, level, inegi in Place.objects.values_list(
        "pk", "slug", "name", "level", "inegi"
    ):
        labels = home if _is_home_municipality(level, inegi) else elsewhere
        labels[codes.code(codes.Kind.PLACE, pk)] = (slug, name)
    return home, elsewhere


def _is_home_municipality(level: str, inegi: str | None) -> bool:
    return level == PlaceLevel.MUNICIPALITY and (inegi or "").startswith(settings.HOME_STATE)


def _synonym_groups() -> Iterator[NameGroup]:
    for group in SynonymGroup.objects.order_by("pk"):
        yield NameGroup(tuple(group.terms), is_home=True)


def _agency_groups() -> Iterator[NameGroup]:
    """A name bound to one issuer's texts counts only where that issuer runs the archive."""
    host = Office.objects.values_list("agency_id", flat=True).first()
    unbound = AgencyName.objects.filter(Q(issuer=None) | Q(issuer_id=host)).order_by("pk")
    names: dict[int, list[str]] = defaultdict(list)
    for agency, text in unbound.values_list("agency_id", "text"):
        names[agency].append(text)
    rows = Agency.objects.current().values_list("pk", "acronym", "name", "state")
    for pk, acronym, name, state in rows.order_by("pk"):
        known = (*filter(None, [acronym]), name, *names[pk])
        yield NameGroup(known, is_home=state == settings.HOME_STATE)


def _place_groups() -> Iterator[NameGroup]:
    names: dict[int, list[str]] = defaultdict(list)
    for place, text in PlaceName.objects.order_by("pk").values_list("place_id", "text"):
        names[place].append(text)
    for pk, name, level, inegi in Place.objects.values_list(
        "pk", "name", "level", "inegi"
    ).order_by("pk"):
        is_home = _is_home_municipality(level, inegi)
        # Municipalities elsewhere bear everyday words as names: «Centro» is not Villahermosa here.
        if is_home or level != PlaceLevel.MUNICIPALITY:
            yield NameGroup((name, *names[pk]), is_home=is_home)
