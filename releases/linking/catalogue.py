"""A gazetteer from the vocabulary files, without a database.

The folder holds `agencies.json`, `states.json`, `municipalities.json`, `countries.json`,
`topics.json`, `profiles.json` and `archive.json`; absent keys mean empty.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .gazetteer import (
    AgencyEntry,
    Gazetteer,
    IssuerProfile,
    Name,
    NameKind,
    PlaceEntry,
    PlaceLevel,
    TopicEntry,
    TopicTerm,
)

PLACE_FILES = ("countries.json", "states.json", "municipalities.json")

Row = Mapping[str, Any]


def read_gazetteer(folder: Path) -> Gazetteer:
    """Read the vocabulary files of a folder. Raises OSError or ValueError where one is wrong."""
    archive = json.loads((folder / "archive.json").read_text("utf-8"))
    return Gazetteer(
        agencies=tuple(_agency(row) for row in _rows(folder, "agencies.json")),
        places=tuple(_place(row) for name in PLACE_FILES for row in _rows(folder, name)),
        topics=tuple(_topic(row) for row in _rows(folder, "topics.json")),
        profiles=tuple(_profile(row) for row in _rows(folder, "profiles.json")),
        host=archive["host"],
        home_state=archive["home_state"],
    )


def _rows(folder: Path, name: str) -> Iterable[Row]:
    path = folder / name
    rows: list[Row] = json.loads(path.read_text("utf-8")) if path.exists() else []
    return rows


def _agency(row: Row) -> AgencyEntry:
    return AgencyEntry(
        slug=row["slug"],
        name=row["name"],
        acronym=row.get("acronym") or "",
        names=_names(row),
        state=row.get("state"),
    )


def _place(row: Row) -> PlaceEntry:
    return PlaceEntry(
        slug=row["slug"],
        name=row["name"],
        level=PlaceLevel(row["level"]),
        inegi=row.get("inegi"),
        names=_names(row),
        parent=row.get("parent"),
    )


def _names(row: Row) -> tuple[Name, ...]:
    """All names of a record; its main name and its acronym are always among them."""
    names = [Name(row["name"])]
    if row.get("acronym"):
        names.append(Name(row["acronym"], NameKind.ACRONYM))
    names += [
        Name(
            text=name["text"],
            kind=NameKind(name.get("kind", NameKind.ALIAS)),
            valid_from=_date(name.get("valid_from")),
            valid_until=_date(name.get("valid_until")),
            issuer=name.get("issuer"),
        )
        for name in row.get("names") or ()
    ]
    return tuple(names)


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _topic(row: Row) -> TopicEntry:
    return TopicEntry(
        slug=row["slug"],
        name=row["name"],
        terms=tuple(TopicTerm(term["text"], float(term["weight"])) for term in row["terms"]),
        threshold=float(row["threshold"]),
    )


def _profile(row: Row) -> IssuerProfile:
    return IssuerProfile(
        agency=row["agency"],
        number_pattern=row.get("number_pattern") or "",
        header_lines=tuple(row.get("header_lines") or ()),
        closing_openers=tuple(row.get("closing_openers") or ()),
    )
