"""Reading the twenty bulletins of a page, as cheaply as a page needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model
from django.db.models.expressions import RawSQL

from releases.models import Place, Release, Revision, SourceDocument


def _columns(model: type[Model], names: str) -> tuple[str, ...]:
    """Columns in the order in which `Model.from_db` takes them."""
    wanted = names.split()
    return tuple(f.attname for f in model._meta.concrete_fields if f.attname in wanted)


_RELEASE = _columns(Release, "id year key slug current_revision_id")
_REVISION = _columns(
    Revision,
    "id release_id number folio headline display_headline summary_points body issued_on entities "
    "issued_in_id source_id",
)
_PLACE = _columns(Place, "id name slug")
_SOURCE = _columns(SourceDocument, "id file_name media_type page_count")
_ENTITIES = _REVISION.index("entities")


def listed_releases(ids: Sequence[int]) -> dict[int, Release]:
    """The public ones of these bulletins by their key, each with its current version.

    They hold what lists show (`_REVISION`, and name and slug of the place, name and pages of the
    document); anything else costs a query when it is asked for.
    """
    statement, parameters = _statement()
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(ids) if p == _NO_KEYS else p for p in parameters])
        releases = map(_release, cursor.fetchall())
        return {release.pk: release for release in releases}


_NO_KEYS: list[int] = []


@cache
def _statement() -> tuple[str, tuple[Any, ...]]:
    """What `ReleaseQuerySet.public` decides, as SQL that is put together once: putting it
    together takes Django longer than PostgreSQL needs for the answer."""
    revision = [f"current_revision__{name}" for name in _REVISION]
    place = [f"current_revision__issued_in__{name}" for name in _PLACE]
    source = [f"current_revision__source__{name}" for name in _SOURCE]
    keys = RawSQL("SELECT unnest(%s::bigint[])", [_NO_KEYS])
    rows = Release.objects.public().filter(pk__in=keys)
    return rows.values_list(*_RELEASE, *revision, *place, *source).query.sql_with_params()


def _release(row: Sequence[Any]) -> Release:
    values = iter(row)
    release: Release = _take(Release, _RELEASE, values)
    told = [next(values) for _ in _REVISION]
    told[_ENTITIES] = json.loads(told[_ENTITIES])
    revision = _take(Revision, _REVISION, iter(told))
    place = _take(Place, _PLACE, values)
    source = _take(SourceDocument, _SOURCE, values)
    revision.issued_in = place if revision.issued_in_id else None
    revision.source = source if revision.source_id else None
    release.current_revision = revision
    return release


def _take(model: type[Any], names: Sequence[str], values: Iterator[Any]) -> Any:
    return model.from_db(connection.alias, names, [next(values) for _ in names])
