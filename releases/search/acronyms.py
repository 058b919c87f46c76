"""Acronyms that the bulletins explain themselves: kept while writing, meant while searching."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import Q

from releases.language.definitions import AcronymDefinition
from releases.models import LearnedAcronym

# Of all explanations of an acronym, so many must agree; else it may mean two things.
_AGREEING = 0.75

_INSERT = """
    INSERT INTO releases_learnedacronym (key, acronym, name, form, name_form, releases)
    SELECT key, acronym, name, form, name_form, {}
    FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[])
        new(key, acronym, name, form, name_form)
    ORDER BY key
    ON CONFLICT (key) DO
"""
_ADD = _INSERT.format(1) + "UPDATE SET releases = releases_learnedacronym.releases + 1"
_RESTORE = _INSERT.format(0) + "NOTHING"
_DROP = """
    WITH gone AS (
        DELETE FROM releases_learnedacronym WHERE key = ANY(%(keys)s::bigint[]) AND releases <= 1
    )
    UPDATE releases_learnedacronym SET releases = releases - 1
    WHERE key = ANY(%(keys)s::bigint[]) AND releases > 1
"""


def change_acronyms(
    cursor: CursorWrapper, old: Collection[int], new: Mapping[int, AcronymDefinition]
) -> None:
    """Counts what a bulletin explains now, and no longer what it explained before."""
    gone = sorted(set(old).difference(new))
    added = {key: definition for key, definition in new.items() if key not in old}
    if gone:
        cursor.execute(_DROP, {"keys": gone})
    if added:
        cursor.execute(_ADD, _columns(added))


def restore_acronyms(definitions: Mapping[int, AcronymDefinition]) -> None:
    """Puts lost ones back, without a count; those that are there stay as they are."""
    if definitions:
        with connection.cursor() as cursor:
            cursor.execute(_RESTORE, _columns(definitions))


def learned_names(forms: Collection[str]) -> dict[str, str]:
    """What some of these mean, each by its other name: acronyms by their words, and names by
    their acronym.

    `forms` are lexemes, those of a name joined by blanks. An acronym that is explained in two
    ways means neither, unless three explanations of four agree. One query.
    """
    asked = Q(form__in=forms) | Q(name_form__in=forms)
    rows = list(LearnedAcronym.objects.filter(asked).order_by("-releases", "key"))
    by_form: dict[str, list[LearnedAcronym]] = defaultdict(list)
    by_name: dict[str, list[LearnedAcronym]] = defaultdict(list)
    for row in rows:
        by_form[row.form].append(row)
        by_name[row.name_form].append(row)
    meant: dict[str, str] = {}
    for form in forms:
        if best := _agreed(by_form.get(form, ())):
            meant[form] = best.name
        elif best := _agreed(by_name.get(form, ())):
            meant[form] = best.acronym
    return meant


def _columns(definitions: Mapping[int, AcronymDefinition]) -> list[list[int] | list[str]]:
    known = list(definitions.values())
    return [
        list(definitions),
        [d.acronym for d in known],
        [d.name for d in known],
        [d.form for d in known],
        [d.name_form for d in known],
    ]


def _agreed(rows: Collection[LearnedAcronym]) -> LearnedAcronym | None:
    first = next(iter(rows), None)
    if first is None or first.releases < _AGREEING * sum(row.releases for row in rows):
        return None
    return first
