"""The values of the facets with their counts, as plain tuples that are cheap to draw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from releases.models import Agency, Place, Topic
from releases.search import codes
from releases.search.criteria import Criteria, FacetName, Selection
from releases.vocabulary import DocumentKind, PlaceLevel, SourceKind

CORRECTIONS = "correcciones"

LABELS = {
    FacetName.TOPIC: "Tema",
    FacetName.AGENCY: "Dependencia",
    FacetName.MUNICIPALITY: "Municipio",
    FacetName.PLACE: "Otro lugar",
    FacetName.KIND: "Tipo",
    FacetName.DOCUMENT: "Documento",
}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet: what the parameter takes, what people read, and its bulletins.

    `count` keeps every other facet's choice and leaves this facet's own out.
    """

    slug: str
    name: str
    count: int
    selected: bool
    excluded: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet; `values` are its chosen values and those with bulletins, most bulletins first."""

    name: FacetName
    label: str
    values: tuple[FacetValue, ...]

    @property
    def chosen(self) -> tuple[FacetValue, ...]:
        return tuple(value for value in self.values if value.selected or value.excluded)


@dataclass(frozen=True, slots=True, order=True)
class MonthCount:
    """The bulletins issued in a month (1 to 12)."""

    year: int
    month: int
    count: int


Counts = Mapping[int, int]


def build_facets(
    criteria: Criteria, counts: Counts, own: Mapping[FacetName, Counts]
) -> tuple[Facet, ...]:
    """The facets with their names looked up, one query for each catalogue.

    `counts` maps codes to bulletins of the whole result; `own` does so for each facet that has a
    choice, without that choice.
    """
    names = _names(criteria, [counts, *own.values()])
    facets = []
    for name in LABELS:
        values = _values(
            criteria.selections.get(name, Selection()), own.get(name, counts), names[name]
        )
        facets.append(Facet(name, LABELS[name], values))
    return tuple(facets)


def count_months(counts: Counts) -> tuple[MonthCount, ...]:
    """The months that have bulletins, in order of time."""
    found = []
    for value, count in counts.items():
        kind, number = codes.split_code(value)
        if kind is codes.Kind.MONTH:
            found.append(MonthCount(*codes.month_of(number), count))
    return tuple(sorted(found))


def _values(
    selection: Selection, counts: Counts, names: Mapping[int, tuple[str, str]]
) -> tuple[FacetValue, ...]:
    included, excluded = frozenset(selection.included), frozenset(selection.excluded)
    values = [
        FacetValue(slug, name, counts.get(code, 0), code in included, code in excluded)
        for code, (slug, name) in names.items()
        if code in counts or code in included or code in excluded
    ]
    values.sort(key=lambda value: (-value.count, value.name))
    return tuple(values)


Names = dict[int, tuple[str, str]]


def _names(criteria: Criteria, counted: list[Counts]) -> dict[FacetName, Names]:
    """Slug and name of every code that occurs, by facet."""
    wanted: dict[codes.Kind, set[int]] = defaultdict(set)
    chosen = (code for s in criteria.selections.values() for code in (*s.included, *s.excluded))
    for code in (*chosen, *(code for counts in counted for code in counts)):
        kind, number = codes.split_code(code)
        wanted[kind].add(number)
    agencies = Agency.objects.filter(pk__in=wanted[codes.Kind.AGENCY])
    topics = Topic.objects.filter(pk__in=wanted[codes.Kind.TOPIC])
    home, elsewhere = _place_names(wanted[codes.Kind.PLACE])
    return {
        FacetName.TOPIC: _catalogue_names(codes.Kind.TOPIC, topics),
        FacetName.AGENCY: _catalogue_names(codes.Kind.AGENCY, agencies),
        FacetName.MUNICIPALITY: home,
        FacetName.PLACE: elsewhere,
        FacetName.KIND: _KINDS,
        FacetName.DOCUMENT: _SOURCES,
    }


def _catalogue_names(kind: codes.Kind, rows: QuerySet[Agency] | QuerySet[Topic]) -> Names:
    return {
        codes.code(kind, pk): (slug, name)
        for pk, slug, name in rows.values_list("pk", "slug", "name")
    }


def _place_names(keys: set[int]) -> tuple[Names, Names]:
    """The home state's municipalities, and all other places."""
    home: Names = {}
    elsewhere: Names = {}
    rows = Place.objects.filter(pk__in=keys).values_list("pk", "slug", "name", "level", "inegi")
    for pk, slug, name, level, inegi in rows:
        at_home = is_home_municipality(level, inegi)
        (home if at_home else elsewhere)[codes.code(codes.Kind.PLACE, pk)] = (slug, name)
    return home, elsewhere


def is_home_municipality(level: str, inegi: str | None) -> bool:
    """Whether a place belongs to the facet `municipio` rather than `lugar`."""
    return level == PlaceLevel.MUNICIPALITY and (inegi or "").startswith(settings.HOME_STATE)


def _labels(kinds: type[DocumentKind] | type[SourceKind], code: Callable[[str], int]) -> Names:
    return {code(member.value): (member.value, member.label) for member in kinds}


_KINDS: Names = {
    codes.CORRECTED: (CORRECTIONS, "Con correcciones"),
    **_labels(DocumentKind, codes.document_code),
}
_SOURCES: Names = _labels(SourceKind, codes.source_code)
