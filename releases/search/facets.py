"""The values of the facets with their counts, as plain tuples that are cheap to draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from releases.search import codes
from releases.search.catalogue import Catalogue, Labels
from releases.search.criteria import Criteria, FacetName, Selection

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
    criteria: Criteria, counts: Counts, own: Mapping[FacetName, Counts], catalogue: Catalogue
) -> tuple[Facet, ...]:
    """The facets of an answer.

    `counts` maps codes to bulletins of the whole result; `own` does so for each facet that has a
    choice, without that choice.
    """
    nothing = Selection()
    return tuple(
        Facet(
            name,
            label,
            _values(
                criteria.selections.get(name, nothing),
                own.get(name, counts),
                catalogue.labels[name],
                catalogue.every_label(name),
            ),
        )
        for name, label in LABELS.items()
    )


def count_months(counts: Counts) -> tuple[MonthCount, ...]:
    """The months that have bulletins, in order of time."""
    first, end = codes.code_range(codes.Kind.MONTH)
    return tuple(
        MonthCount(*codes.month_of(code - first), count)
        for code, count in sorted(counts.items())
        if first <= code < end
    )


def _values(
    selection: Selection, counts: Counts, labels: Labels, every_label: Labels
) -> tuple[FacetValue, ...]:
    """The values with bulletins, and those chosen even where they have none."""
    included, excluded = frozenset(selection.included), frozenset(selection.excluded)
    shown = {code for code in counts if code in labels} | included | excluded
    values = [
        FacetValue(*every_label[code], counts.get(code, 0), code in included, code in excluded)
        for code in shown
    ]
    values.sort(key=_by_count)
    return tuple(values)


def _by_count(value: FacetValue) -> tuple[int, str]:
    return -value.count, value.name
