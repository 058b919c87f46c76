"""Loading the vocabularies of `fixtures/vocabulary` without undoing what a person changed.

Each row remembers in `loaded` what a vocabulary last set. A field is set again only while it
still has that value; a name is added only if no vocabulary brought it before (else a person took
it away), and taken out only if the vocabulary dropped it. So loading can run at every start.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pghistory
from django.db import models, transaction

from releases.catalogue.sorting import sort_key
from releases.models import (
    Agency,
    AgencyName,
    IssuerProfile,
    Office,
    Place,
    PlaceName,
    Topic,
    TopicTerm,
)

Record = Mapping[str, Any]
Row = TypeVar("Row", Agency, Place, Topic)


@dataclass(slots=True)
class LoadReport:
    """How many rows loading added, changed, and left because a person had changed them."""

    added: int = 0
    changed: int = 0
    kept: int = 0


def load_vocabularies(folder: Path) -> LoadReport:
    """Loads agencies, places, topics, profiles and the office's first record from JSON files.

    All or nothing. Raises FileNotFoundError and json.JSONDecodeError for a broken folder.
    """
    report = LoadReport()
    with transaction.atomic(), pghistory.context(source="vocabularies"):
        _load_places(folder, report)
        _load_agencies(folder, report)
        _load_topics(folder, report)
        _load_profiles(folder, report)
        _load_office(folder)
    return report


def _read(folder: Path, name: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads((folder / name).read_text("utf-8"))
    return records


def _load_agencies(folder: Path, report: LoadReport) -> None:
    records = _read(folder, "agencies.json")
    wanted = {
        record["slug"]: {
            "name": record["name"],
            "acronym": record.get("acronym", ""),
            "scope": record["scope"],
            "state": record.get("state") or "",
        }
        for record in records
    }
    rows = _load_rows(Agency, wanted, report)
    names = {
        record["slug"]: [_name_values(name) for name in record.get("names", ())]
        for record in records
        if rows[record["slug"]].merged_into_id is None
    }
    _load_names(rows, names, AgencyName, "agency", report)


def _load_places(folder: Path, report: LoadReport) -> None:
    # Parents first: a municipality names its state, a state its country.
    rows: dict[str, Place] = {}
    for file in ("countries.json", "states.json", "municipalities.json"):
        records = _read(folder, file)
        by_key = {row.inegi or slug: row for slug, row in rows.items()}
        wanted = {
            record["slug"]: {
                "name": record["name"],
                "level": record["level"],
                "inegi": record.get("inegi"),
                "parent_id": by_key[record["parent"]].pk if record.get("parent") else None,
            }
            for record in records
        }
        loaded = _load_rows(Place, wanted, report)
        names = {
            record["slug"]: [_name_values(name) for name in record.get("names", ())]
            for record in records
        }
        _load_names(loaded, names, PlaceName, "place", report)
        rows |= loaded


def _load_topics(folder: Path, report: LoadReport) -> None:
    records = _read(folder, "topics.json")
    wanted = {
        record["slug"]: {
            "name": record["name"],
            "meaning": record.get("meaning", ""),
            "threshold": record["threshold"],
        }
        for record in records
    }
    rows = _load_rows(Topic, wanted, report)
    terms = {
        record["slug"]: [
            {"text": term["text"], "weight": term["weight"]} for term in record["terms"]
        ]
        for record in records
    }
    _load_names(rows, terms, TopicTerm, "topic", report)


def _load_profiles(folder: Path, report: LoadReport) -> None:
    records = _read(folder, "profiles.json")
    agencies = Agency.objects.in_bulk([record["agency"] for record in records], field_name="slug")
    existing = {row.agency.slug: row for row in IssuerProfile.objects.select_related("agency")}
    for record in records:
        values = {
            "url_prefix": record.get("url_prefix", ""),
            "number_pattern": record.get("number_pattern", ""),
            "header_lines": record.get("header_lines", []),
            "closing_openers": record.get("closing_openers", []),
        }
        row = existing.get(record["agency"])
        if row is None:
            agency = agencies[record["agency"]]
            IssuerProfile.objects.create(agency=agency, loaded=values, **values)
            report.added += 1
        elif _update_untouched(row, values, report):
            row.save()


def _load_office(folder: Path) -> None:
    archive = json.loads((folder / "archive.json").read_text("utf-8"))
    if not Office.objects.exists():
        agency = Agency.objects.get(slug=archive["host"])
        Office.objects.create(
            id=1,
            agency=agency,
            archive_name=archive.get("name", f"Archivo de comunicados: {agency.name}"),
            letterhead=archive.get("letterhead", [agency.name]),
            contact=archive.get("contact", []),
        )


def _load_rows(
    model: type[Row], wanted: Mapping[str, dict[str, Any]], report: LoadReport
) -> dict[str, Row]:
    manager: models.Manager[Any] = model._default_manager
    existing: dict[str, Row] = manager.in_bulk(list(wanted), field_name="slug")
    new, changed = [], []
    for slug, values in wanted.items():
        row = existing.get(slug)
        if row is None:
            new.append(model(slug=slug, loaded=values, sort_key=sort_key(values["name"]), **values))
        elif _update_untouched(row, values, report):
            row.sort_key = sort_key(row.name)
            changed.append(row)
    manager.bulk_create(new, batch_size=500)
    for row in changed:
        row.save()
    report.added += len(new)
    return {**existing, **{row.slug: row for row in new}}


def _update_untouched(
    row: Agency | Place | Topic | IssuerProfile, values: Mapping[str, Any], report: LoadReport
) -> bool:
    """Sets the fields that still are as loaded; whether anything, `loaded` included, is new."""
    before = dict(row.loaded)
    for name, value in values.items():
        if getattr(row, name) == value:
            continue
        if name in before and getattr(row, name) != before[name]:
            report.kept += 1
        elif before.get(name) != value:
            setattr(row, name, value)
            report.changed += 1
    row.loaded = {**before, **values}
    return bool(row.loaded != before)


def _name_values(name: Record) -> dict[str, Any]:
    return {
        "text": name["text"],
        "kind": name.get("kind", "alias"),
        "valid_from": name.get("valid_from"),
        "valid_until": name.get("valid_until"),
        "issuer": name.get("issuer"),
    }


def _load_names(
    rows: Mapping[str, Agency | Place | Topic],
    wanted: Mapping[str, list[dict[str, Any]]],
    model: type[AgencyName] | type[PlaceName] | type[TopicTerm],
    owner: str,
    report: LoadReport,
) -> None:
    """Adds names that no vocabulary brought before, removes those that it dropped."""
    manager: models.Manager[Any] = model._default_manager
    new: list[AgencyName | PlaceName | TopicTerm] = []
    dropped: list[int] = []
    issuers = {row.slug: row.pk for row in rows.values()}
    for slug, values in wanted.items():
        row = rows[slug]
        before = row.loaded.get("names", [])
        fresh = [value for value in values if value not in before]
        gone = [value["text"] for value in before if value not in values]
        if not fresh and not gone:
            continue
        new += [model(**{owner: row}, **_columns(value, issuers, owner)) for value in fresh]
        dropped += manager.filter(**{owner: row}, text__in=gone).values_list("pk", flat=True)
        row.loaded = {**row.loaded, "names": values}
        row.save(update_fields=["loaded"])
    manager.filter(pk__in=dropped).delete()
    created = manager.bulk_create(new, batch_size=500, ignore_conflicts=True)
    report.added += len(created)


def _columns(value: Record, issuers: Mapping[str, int], owner: str) -> dict[str, Any]:
    if owner == "topic":
        return dict(value)
    columns = {
        "text": value["text"],
        "kind": value["kind"],
        "valid_from": _date(value["valid_from"]),
        "valid_until": _date(value["valid_until"]),
    }
    if owner == "agency":
        columns["issuer_id"] = issuers[value["issuer"]] if value["issuer"] else None
    return columns


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
