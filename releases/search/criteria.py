"""A search as a plain value: what pages, feeds, exports and alerts all hand to `results.search`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from releases.search.query import SearchText

PAGE_SIZE = 20
LAST_PAGE = 500


class Order(StrEnum):
    """The values of `orden`."""

    RELEVANCE = "relevancia"
    NEWEST = "-fecha"
    OLDEST = "fecha"
    FOLIO = "folio"
    RECEIVED = "-recibido"


class FacetName(StrEnum):
    """The facets, by the parameter that chooses their values; `fecha` has three of its own."""

    TOPIC = "tema"
    AGENCY = "dependencia"
    MUNICIPALITY = "municipio"
    PLACE = "lugar"
    KIND = "tipo"
    DOCUMENT = "documento"
    DATE = "fecha"


@dataclass(frozen=True, slots=True)
class Selection:
    """Chosen values of one facet, as codes: any of `included`, none of `excluded`.

    `chosen` says that something was to be included: with no code left (an unknown value), nothing
    is found.
    """

    included: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()
    chosen: bool = False

    def __bool__(self) -> bool:
        return self.chosen or bool(self.excluded)


@dataclass(frozen=True, slots=True)
class Criteria:
    """What to look for, in which order, and which page of it (from 1).

    `first_day` and `last_day` are inclusive. `folded`: of bulletins with the same text only the
    first in the order is shown.
    """

    text: SearchText | None = None
    selections: Mapping[FacetName, Selection] = field(default_factory=dict)
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    order: Order = Order.NEWEST
    page: int = 1
    folded: bool = False

    @property
    def has_dates(self) -> bool:
        return self.first_day is not None or self.last_day is not None

    @property
    def is_filtered(self) -> bool:
        """Whether anything but words narrows the search."""
        return self.has_dates or any(self.selections.values())
