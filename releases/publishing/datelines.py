"""The dateline of a bulletin written here: a place as a person types it, and the line it makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from releases.linking.gazetteer import Gazetteer, PlaceEntry, PlaceLevel
from releases.parsing.places import PlaceIndex
from releases.presentation import long_date
from releases.publishing.content import clean_text


@dataclass(frozen=True, slots=True)
class DatelinePlace:
    """A place as the dateline prints it, and the catalogue's, by slug; None where it has none.

    `doubt` says in Spanish why there is none.
    """

    printed: str
    slug: str | None = None
    doubt: str = ""


@dataclass(slots=True)
class _Kept:
    """The index of the last gazetteer: making one takes longer than reading a thousand places."""

    gazetteer: Gazetteer | None = None
    index: PlaceIndex | None = None


_kept = _Kept()


def read_place(typed: str, gazetteer: Gazetteer) -> DatelinePlace:
    """«Toluca» as «Toluca, Estado de México»; what has a comma already is printed as typed."""
    printed = clean_text(typed.replace("\n", " ")).strip(" ,.")
    if not printed:
        return DatelinePlace("")
    reading = _index_of(gazetteer).read(printed)
    if reading is None:
        return DatelinePlace(printed, doubt=f"«{printed}» no es un lugar del catálogo. Elíjalo.")
    if reading.doubt:
        return DatelinePlace(printed, doubt=reading.doubt)
    entry = _entry(reading.named.name, reading.named.inegi, gazetteer)
    if entry is None:
        return DatelinePlace(printed, doubt=f"«{printed}» no es un lugar del catálogo. Elíjalo.")
    whole = printed if "," in printed else ", ".join(_names_upwards(entry, gazetteer))
    return DatelinePlace(whole, entry.slug)


def print_dateline(place: str, day: dt.date | None) -> str:
    """«Toluca, Estado de México, 4 de abril de 2024», or what there is of it."""
    return ", ".join(part for part in (place, long_date(day) if day else "") if part)


def place_of_dateline(dateline: str, day: dt.date | None) -> str:
    """The place of a line that `print_dateline` made; of another line, all of it but the date."""
    date = long_date(day) if day else ""
    return dateline.removesuffix(date).rstrip(" ,") if date else dateline


def _index_of(gazetteer: Gazetteer) -> PlaceIndex:
    if _kept.index is None or _kept.gazetteer is not gazetteer:
        _kept.index, _kept.gazetteer = PlaceIndex(gazetteer), gazetteer
    return _kept.index


def _entry(name: str, inegi: str | None, gazetteer: Gazetteer) -> PlaceEntry | None:
    return next(
        (p for p in gazetteer.places if (p.inegi == inegi if inegi else p.name == name)), None
    )


def _names_upwards(entry: PlaceEntry, gazetteer: Gazetteer) -> Iterator[str]:
    """The place and those that it lies in, up to its state."""
    parents = {key: p for p in gazetteer.places for key in (p.slug, p.inegi) if key}
    here: PlaceEntry | None = entry
    while here is not None and here.level is not PlaceLevel.COUNTRY:
        yield here.name
        here = parents.get(here.parent) if here.parent else None
