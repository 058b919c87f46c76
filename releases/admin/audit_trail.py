"""Who did what: acts on bulletins, changes of catalogues and drafts, and changes of accounts.

Three append-only records answer together, newest first: `ReleaseEvent`, the change tables that
database triggers fill (`models.history.audited`), and the administration's log of accounts.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from django.contrib.admin.models import ADDITION, LogEntry
from django.db.models import Model, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform

from releases.language.folios import read_folio
from releases.models import (
    Agency,
    AgencyName,
    Draft,
    IssuerProfile,
    Office,
    Place,
    PlaceName,
    Release,
    ReleaseEvent,
    Topic,
    TopicTerm,
)
from releases.vocabulary import EventKind

ACTS, CATALOGUES, DRAFTS, ACCOUNTS = "actos", "catalogos", "borradores", "cuentas"
GROUPS = {
    ACTS: "Actos sobre comunicados",
    CATALOGUES: "Cambios en catálogos",
    DRAFTS: "Borradores guardados",
    ACCOUNTS: "Cuentas del personal",
}

_CATALOGUE_MODELS: tuple[type[Model], ...] = (
    Agency,
    AgencyName,
    IssuerProfile,
    Office,
    Place,
    PlaceName,
    Topic,
    TopicTerm,
)
_CHANGE_LABELS = {"insert": "Alta", "update": "Cambio", "delete": "Baja"}
# Columns that say nothing to a person.
_SILENT = {"loaded", "sort_key", "saved_at", "lock_version", "saved_by_id"}
_LONGEST_VALUE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFilter:
    """What a person asks of the trail; `kind` is one of GROUPS or a value of EventKind."""

    person: int | None = None
    kind: str = ""
    folio: str = ""
    since: dt.date | None = None
    until: dt.date | None = None

    def wants(self, group: str) -> bool:
        """Whether entries of this group can match. A folio restricts to bulletins."""
        if self.folio and group not in {ACTS, DRAFTS}:
            return False
        return self.kind in {"", group} or (group == ACTS and self.kind not in GROUPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line of the trail. `person` is a user's id, None for the system.

    `change` is the row of a change table, from which `details` are read when the line is shown.
    """

    at: dt.datetime
    person: int | None
    act: str
    subject: str
    subject_kind: str
    release: int | None = None
    details: str = ""
    change: Any = field(default=None, compare=False, repr=False)


def entries(asked: AuditFilter, *, most: int | None = None) -> Iterator[AuditEntry]:
    """The matching entries, newest first, without the details of changes: see `with_details`.

    `most` tells how many will be read, so that no table gives more.
    """
    branches = [_acts(asked), *_changes(asked), _accounts(asked)]
    return heapq.merge(
        *(branch(most) for branch in branches), key=lambda entry: entry.at, reverse=True
    )


def page_of(asked: AuditFilter, *, number: int, size: int) -> tuple[list[AuditEntry], bool]:
    """The page `number` (from 1) of the trail with its details, and whether more follows."""
    end = number * size
    found = list(islice(entries(asked, most=end + 1), end - size, end + 1))
    return with_details(found[:size]), len(found) > size


def with_details(shown: list[AuditEntry]) -> list[AuditEntry]:
    """The same entries; those of changes say which fields went from what to what."""
    rows: dict[type[Model], list[Any]] = defaultdict(list)
    for entry in shown:
        if entry.change is not None:
            rows[type(entry.change)].append(entry.change)
    before = {
        (model, row.pgh_id): row
        for model, found in rows.items()
        for row in _with_past(model, found)
    }
    return [_described(entry, before) for entry in shown]


class _Branch:
    """One source of entries: a queryset, newest first, and how its rows read."""

    def __init__(self, rows: QuerySet[Any], read: Any) -> None:
        self.rows, self.read = rows, read

    def __call__(self, most: int | None) -> Iterator[AuditEntry]:
        rows = self.rows.iterator(chunk_size=1000) if most is None else self.rows[:most]
        return (self.read(row) for row in rows)


def _acts(asked: AuditFilter) -> _Branch:
    rows = ReleaseEvent.objects.select_related("release").order_by("-id")
    if not asked.wants(ACTS):
        return _Branch(rows.none(), _act)
    if asked.kind and asked.kind not in GROUPS:
        rows = rows.filter(kind=asked.kind)
    if asked.person:
        rows = rows.filter(by=asked.person)
    if asked.folio:
        rows = rows.filter(_folio_condition(asked.folio, "release__"))
    return _Branch(rows.filter(_between("at", asked)), _act)


def _act(event: ReleaseEvent) -> AuditEntry:
    return AuditEntry(
        at=event.at,
        person=event.by_id,
        act=EventKind(event.kind).label,
        subject=str(event.release),
        subject_kind="Comunicado",
        release=event.release_id,
        details=event.note,
    )


def _changes(asked: AuditFilter) -> Iterable[_Branch]:
    if asked.wants(CATALOGUES):
        yield from (_changes_of(model, asked) for model in _CATALOGUE_MODELS)
    if asked.wants(DRAFTS):
        yield _changes_of(Draft, asked)


def _changes_of(model: type[Model], asked: AuditFilter) -> _Branch:
    rows = _change_table(model)._default_manager.annotate(
        person=KeyTextTransform("user", "pgh_context__metadata")
    )
    if asked.person:
        rows = rows.filter(person=str(asked.person))
    if asked.folio:
        named = Release.objects.filter(_folio_condition(asked.folio, ""))
        rows = rows.filter(pgh_obj__in=named.values("pk"))
    rows = rows.filter(_between("pgh_created_at", asked)).order_by("-pgh_id")
    return _Branch(rows, lambda row: _change(model, row))


def _change(model: type[Model], row: Any) -> AuditEntry:
    named = (getattr(row, name, "") for name in ("name", "text", "archive_name", "headline"))
    return AuditEntry(
        at=row.pgh_created_at,
        person=int(row.person) if row.person else None,
        act=_CHANGE_LABELS.get(row.pgh_label, row.pgh_label),
        subject=next(filter(None, named), f"{model._meta.verbose_name} {row.pgh_obj_id}"),
        subject_kind=str(model._meta.verbose_name).capitalize(),
        release=row.pgh_obj_id if model is Draft else None,
        change=row,
    )


def _accounts(asked: AuditFilter) -> _Branch:
    rows = LogEntry.objects.filter(
        content_type__app_label="releases", content_type__model="user"
    ).order_by("-id")
    if not asked.wants(ACCOUNTS):
        rows = rows.none()
    if asked.person:
        rows = rows.filter(user=asked.person)
    return _Branch(rows.filter(_between("action_time", asked)), _account)


def _account(row: LogEntry) -> AuditEntry:
    return AuditEntry(
        at=row.action_time,
        person=row.user_id,
        act="Alta" if row.action_flag == ADDITION else "Cambio",
        subject=row.object_repr,
        subject_kind="Cuenta",
        details=row.get_change_message(),
    )


def _between(name: str, asked: AuditFilter) -> Q:
    condition = Q()
    if asked.since:
        condition &= Q(**{f"{name}__date__gte": asked.since})
    if asked.until:
        condition &= Q(**{f"{name}__date__lte": asked.until})
    return condition


def _folio_condition(typed: str, prefix: str) -> Q:
    folio = read_folio(typed) or read_folio(f"folio {typed}")
    if folio is None:
        return Q(pk__in=[])
    condition = Q(**{f"{prefix}number": folio.number})
    return condition & Q(**{f"{prefix}year": folio.year}) if folio.year else condition


def _change_table(model: type[Model]) -> type[Any]:
    table: type[Any] = model.pgh_event_model  # type: ignore[attr-defined]  # set by pghistory
    return table


def _with_past(table: type[Any], rows: list[Any]) -> Iterator[Any]:
    """The row before each of `rows`, under the id of the latter: `past.pgh_id` is replaced."""
    wanted = {row.pgh_id for row in rows}
    history = table._default_manager.filter(pgh_obj__in={row.pgh_obj_id for row in rows})
    last: dict[Any, Any] = {}
    for row in history.order_by("pgh_id").iterator():
        past = last.get(row.pgh_obj_id)
        if row.pgh_id in wanted and past is not None:
            yield _Past(row.pgh_id, past)
        last[row.pgh_obj_id] = row


@dataclass(frozen=True, slots=True)
class _Past:
    """What a changed row was before the change with this `pgh_id`."""

    pgh_id: int
    row: Any


def _described(entry: AuditEntry, before: Mapping[Any, _Past]) -> AuditEntry:
    row = entry.change
    if row is None or row.pgh_label != "update":
        return entry
    past = before.get((type(row), row.pgh_id))
    if past is None:
        return entry
    changed = [
        f"{column.verbose_name}: {_value(old)} → {_value(new)}"
        for column in row._meta.concrete_fields
        if not column.name.startswith("pgh_") and column.attname not in _SILENT
        for old, new in [(getattr(past.row, column.attname), getattr(row, column.attname))]
        if old != new
    ]
    return replace(entry, details="; ".join(changed))


def _value(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = "vacío" if value in (None, "", []) else text
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
