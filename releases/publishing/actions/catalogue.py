"""Changes of the catalogue: its records and names, and records that turn out to be one."""

from __future__ import annotations

from collections.abc import Iterable

import pghistory
from django.db import transaction
from django.db.models import Q, QuerySet

from releases.catalogue.sorting import sort_key
from releases.models import (
    Agency,
    AgencyName,
    ClosingBlock,
    EditorialTerm,
    IssuerProfile,
    Mention,
    Office,
    Place,
    PlaceName,
    Release,
    SynonymGroup,
    Topic,
    TopicTerm,
)
from releases.publishing.errors import WrongState
from releases.publishing.permissions import Actor, require
from releases.publishing.records import index, record
from releases.vocabulary import EventKind, NameKind

NameRecord = AgencyName | PlaceName | TopicTerm | SynonymGroup | EditorialTerm
CatalogueRecord = Agency | Place | Topic | IssuerProfile | Office | ClosingBlock | NameRecord


def save_record(*, record: CatalogueRecord, by: Actor) -> None:
    """Saves a record or a name of the catalogue; the change trail keeps what it was, and who.

    Bulletins that are linked already keep their links; new readings use the new names.
    """
    require(by, "curate")
    if isinstance(record, Agency | Place | Topic):
        record.sort_key = sort_key(record.name)
    with transaction.atomic(), pghistory.context(user=by.pk if by else None):
        record.save()


def remove_name(*, name: NameRecord, by: Actor) -> None:
    """Takes a name, a term or a group of synonyms away; what it had linked stays linked."""
    require(by, "curate")
    with transaction.atomic(), pghistory.context(user=by.pk if by else None):
        name.delete()


def merge_agencies(*, absorbed: Agency, into: Agency, by: Actor) -> int:
    """Makes two records of one agency into one; returns how many public bulletins moved.

    Mentions, issued bulletins and names go to `into`, under which the absorbed names find it;
    the absorbed address leads there. What versions showed at the time stays in their snapshot.
    Raises WrongState when either was merged before, when they are the same, or when both issued
    a bulletin of the same number and year.
    """
    require(by, "curate")
    with transaction.atomic(), pghistory.context(user=by.pk if by else None):
        pair = Agency.objects.select_for_update().filter(pk__in=[absorbed.pk, into.pk])
        if [agency.merged_into_id for agency in pair] != [None, None]:
            raise WrongState("Elija dos dependencias distintas que no se hayan unido antes.")
        if _shared_numbers(absorbed, into):
            raise WrongState("Ambas emitieron comunicados con el mismo folio. Corríjalos antes.")
        touched = _releases_naming(Q(agency=absorbed))
        Mention.objects.filter(agency=absorbed).update(agency=into)
        Release.objects.filter(issuer=absorbed).update(issuer=into)
        _move_agency_names(absorbed, into)
        Agency.objects.filter(merged_into=absorbed).update(merged_into=into)
        Agency.objects.filter(pk=absorbed.pk).update(merged_into=into)
        return _reindex(touched, by=by, merged=absorbed.slug, into=into.slug)


def _shared_numbers(first: Agency, second: Agency) -> bool:
    numbers = set(first.issued.exclude(number=None).values_list("year", "number"))
    return bool(numbers.intersection(second.issued.values_list("year", "number")))


def _move_agency_names(absorbed: Agency, into: Agency) -> None:
    names = [AgencyName(agency=into, text=absorbed.name, kind=NameKind.ALIAS.value)]
    if absorbed.acronym and absorbed.acronym != into.acronym:
        names.append(AgencyName(agency=into, text=absorbed.acronym, kind=NameKind.ACRONYM.value))
    for name in absorbed.names.all():
        name.pk, name.agency = None, into
        names.append(name)
    AgencyName.objects.bulk_create(names, ignore_conflicts=True)
    absorbed.names.all().delete()


def _releases_naming(target: Q) -> list[int]:
    mentions: QuerySet[Mention] = Mention.objects.filter(target)
    return list(mentions.values_list("revision__release_id", flat=True).distinct())


def _reindex(release_ids: Iterable[int], *, by: Actor, merged: str, into: str) -> int:
    releases = Release.objects.public().with_current().filter(pk__in=release_ids).order_by("pk")
    count = 0
    for release in releases:
        if release.current_revision:
            index(release, release.current_revision)
            record(release, EventKind.RELINKED, by=by, merged=merged, into=into)
            count += 1
    return count
