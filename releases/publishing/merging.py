"""A new reading of a kept document against what the archive says: what it may change.

What a person confirmed, wrote or corrected stays; so does what the new reader does not find.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from releases.linking.gazetteer import Gazetteer
from releases.linking.links import EntityKind
from releases.parsing.bulletin import Certainty
from releases.publishing.content import TOPIC, BulletinContent
from releases.publishing.relinking import relink, relocate

READ_FIELDS = (
    "folio",
    "issued_on",
    "issued_in",
    "headline",
    "summary_points",
    "body",
    "boilerplate",
)
_MAY_VANISH = {"summary_points", "boilerplate"}
_ENTITIES = (EntityKind.AGENCY.value, EntityKind.PLACE.value, TOPIC)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a new reading says otherwise. Values are those of `field_values`, or slugs of entities.

    `kept` says why the archive's value stays (`persona`, `dudoso`, `vacio`, `identidad`); empty
    for a change that may be applied.
    """

    field: str
    before: Any
    after: Any
    kept: str = ""


@dataclass(frozen=True, slots=True)
class MergedReading:
    """The content with what may change, and each difference between archive and reading."""

    content: BulletinContent
    changes: tuple[FieldChange, ...]

    @property
    def applicable(self) -> tuple[FieldChange, ...]:
        return tuple(change for change in self.changes if not change.kept)


def field_values(content: BulletinContent) -> dict[str, Any]:
    """The read fields as JSON keeps them: dates in ISO form, tuples as lists."""
    return {
        "folio": content.folio,
        "issued_on": content.issued_on.isoformat() if content.issued_on else None,
        "issued_in": content.issued_in,
        "headline": content.headline,
        "summary_points": list(content.summary_points),
        "body": list(content.body),
        "boilerplate": content.boilerplate,
    }


def merge_reading(
    current: BulletinContent,
    reading: BulletinContent,
    *,
    read_before: Mapping[str, Any],
    confirmed: frozenset[str],
    only_sure: bool,
    gazetteer: Gazetteer,
    issuer: str,
) -> MergedReading:
    """Puts a new reading into the content that the archive has.

    `read_before` holds the values that the former reading gave, by field: one that the archive no
    longer has was changed by a person. A field that it lacks counts as unchanged. `confirmed` are
    fields that a person answers for, `mentions` for all entities. `issuer` is the issuer's name.
    `only_sure` leaves out what the new reader doubts, as is right for what is public.
    """
    now, new = field_values(current), field_values(reading)
    changes = []
    taken: dict[str, Any] = {}
    for name in READ_FIELDS:
        if now[name] == new[name]:
            continue
        kept = _reason_to_keep(name, now[name], new[name], read_before, confirmed)
        if not kept and only_sure and _is_doubtful(reading, name):
            kept = "dudoso"
        changes.append(FieldChange(name, now[name], new[name], kept))
        if not kept:
            taken[name] = getattr(reading, name)
    content = replace(current, **taken, **_dateline(current, reading, taken))
    content = replace(content, evidence=_evidence(current, reading, changes))
    if "mentions" in confirmed:
        content = relocate(content, gazetteer, issuer=issuer)
    else:
        content = _with_entities(content, reading, gazetteer, issuer)
    return MergedReading(content, (*changes, *_entity_changes(current, content)))


def _reason_to_keep(
    name: str, now: Any, new: Any, read_before: Mapping[str, Any], confirmed: frozenset[str]
) -> str:
    if name in confirmed or read_before.get(name, now) != now:
        return "persona"
    if not new and name not in _MAY_VANISH:
        return "vacio"
    return ""


def _is_doubtful(reading: BulletinContent, name: str) -> bool:
    field = reading.evidence.get(name) or {}
    return field.get("certainty") == Certainty.REVIEW


def _dateline(
    current: BulletinContent, reading: BulletinContent, taken: Mapping[str, Any]
) -> dict[str, Any]:
    """The printed line goes with its date or place, or fills an empty one."""
    if reading.dateline and (taken.keys() & {"issued_on", "issued_in"} or not current.dateline):
        return {"dateline": reading.dateline}
    return {}


def _evidence(
    current: BulletinContent, reading: BulletinContent, changes: list[FieldChange]
) -> dict[str, Any]:
    kept = {change.field for change in changes if change.kept}
    fresh = {name: value for name, value in reading.evidence.items() if name not in kept}
    return {**current.evidence, **fresh}


def _with_entities(
    content: BulletinContent, reading: BulletinContent, gazetteer: Gazetteer, issuer: str
) -> BulletinContent:
    chosen = any(mention.confirmed for mention in content.mentions)
    texts = ("headline", "summary_points", "body")
    if not chosen and all(getattr(content, name) == getattr(reading, name) for name in texts):
        return replace(content, mentions=reading.mentions)
    return relink(content, gazetteer, issuer=issuer)


def _entity_changes(current: BulletinContent, merged: BulletinContent) -> list[FieldChange]:
    return [
        FieldChange(kind, list(current.slugs(kind)), list(merged.slugs(kind)))
        for kind in _ENTITIES
        if set(current.slugs(kind)) != set(merged.slugs(kind))
    ]
