"""The series of folios of an office: the next number of a year, without races and without gaps.

A bulletin written here (`Draft.takes_folio`) is proposed the next number while it is a draft, and
gets it in the transaction that publishes or schedules it. A number that was never public goes back
to the series when a scheduled publication is cancelled; one that was public never does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Max
from psycopg.errors import UniqueViolation

from releases.language.folios import read_folio
from releases.models import Agency, Draft, Release, ReleaseEvent
from releases.publishing.errors import FolioTaken
from releases.publishing.identity import release_key
from releases.vocabulary import EventKind

# A number that a file took in between is found at the second try; more means something else.
_TRIES = 5
_DIGITS = 4
_BARE_NUMBER = re.compile(r"\d{1,6}")


@dataclass(frozen=True, slots=True)
class TypedFolio:
    """A folio as a person gave it; `year` is None where only the number was written."""

    number: int
    year: int | None


def read_typed_folio(text: str) -> TypedFolio | None:
    """«297», «0297» or «0297/2024» as a number of the series; None for anything else."""
    bare = text.strip()
    if _BARE_NUMBER.fullmatch(bare):
        return TypedFolio(int(bare), None) if int(bare) else None
    found = read_folio(bare)
    return TypedFolio(found.number, found.year) if found else None


def propose_next(*, issuer: Agency, year: int) -> int:
    """The number that the next bulletin would get now: provisional, nothing is reserved.

    It is the lowest one that was given and came back, or the first free one after the last that
    was public.
    """
    series = Release.objects.filter(issuer=issuer, year=year, number__isnull=False)
    last = series.filter(first_seen_at__isnull=False).aggregate(last=Max("number"))["last"] or 0
    returned = {number for number in _returned(issuer, year) if number < last}
    if returned:
        returned.difference_update(
            series.filter(number__in=returned).values_list("number", flat=True)
        )
    if returned:
        return min(returned)
    taken = set(series.filter(number__gt=last).values_list("number", flat=True))
    return next(number for number in range(last + 1, last + len(taken) + 2) if number not in taken)


def _returned(issuer: Agency, year: int) -> set[int]:
    events = ReleaseEvent.objects.filter(
        kind=EventKind.UNSCHEDULED, release__issuer=issuer, data__returned__year=year
    )
    return set(events.values_list("data__returned__number", flat=True))


def take_next(*, issuer: Agency, year: int) -> int:
    """The number of `propose_next`, for the caller alone until its transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [issuer.pk, year])
    return propose_next(issuer=issuer, year=year)


def give_folio(release: Release, draft: Draft) -> None:
    """Makes the number of a bulletin that waits for one final, and saves both rows.

    Does nothing for a bulletin that has its number, or that came in with a printed one. Expects
    the act's transaction, the release locked and the draft dated.
    """
    if not draft.takes_folio or release.number is not None or draft.issued_on is None:
        return
    year = draft.issued_on.year
    for _ in range(_TRIES):
        number = take_next(issuer=release.issuer, year=year)
        if keep_number(release, number=number, year=year):
            draft.folio = print_folio(number=number, year=year, issuer=release.issuer)
            draft.save(update_fields=["folio"])
            return
    raise FolioTaken


def keep_number(release: Release, *, number: int, year: int) -> bool:
    """Sets the number unless another bulletin has it; whether it was free.

    A file that is taken in does not wait for the series, so any number may be taken meanwhile.
    """
    try:
        with transaction.atomic():
            set_number(release, number=number, year=year)
    except FolioTaken:
        release.refresh_from_db(fields=["number", "year", "key"])
        return False
    return True


def set_number(release: Release, *, number: int | None, year: int) -> None:
    """Saves a bulletin's place in its series, None for none yet, and the address it makes.

    For bulletins that were never public. Raises FolioTaken; the transaction goes on only inside
    a savepoint of the caller's.
    """
    if (release.number, release.year) == (number, year):
        return
    was_numbered = release.number is not None
    release.number, release.year = number, year
    if number is not None or was_numbered:
        release.key = release_key(issuer=release.issuer, number=number)
    try:
        release.save(update_fields=["number", "year", "key"])
    except IntegrityError as error:
        if isinstance(error.__cause__, UniqueViolation):
            raise FolioTaken from error
        raise


def return_folio(release: Release, draft: Draft) -> dict[str, Any]:
    """Takes back the number that the series gave to a bulletin that was never public.

    Returns what the event of the act has to keep, so that the number is given again; empty for a
    number that a file or a person gave, which stays.
    """
    if not draft.takes_folio or release.number is None:
        return {}
    returned = {"number": release.number, "year": release.year}
    set_number(release, number=None, year=release.year)
    draft.folio = ""
    draft.save(update_fields=["folio"])
    return {"returned": returned}


def print_folio(*, number: int, year: int, issuer: Agency) -> str:
    """The folio as this office prints it: in the form of its last public one, else «0297/2024»."""
    last = (
        Release.objects.public()
        .filter(issuer=issuer, number__isnull=False)
        .order_by("-year", "-number")
        .values_list("current_revision__folio", "number", "year")
        .first()
    )
    return _printed_like(last, number, year) or f"{number:0{_DIGITS}d}/{year}"


def _printed_like(last: tuple[str, int | None, int] | None, number: int, year: int) -> str:
    """The last folio with this number and year in it; empty where they can't be told apart."""
    if last is None:
        return ""
    printed, last_number, last_year = last
    parts = re.split(r"(\d+)", printed)
    digits = [place for place in range(1, len(parts), 2) if int(parts[place]) == last_number]
    years = [place for place in range(1, len(parts), 2) if parts[place] == str(last_year)]
    if len(digits) != 1 or len(years) > 1 or digits == years:
        return ""
    parts[digits[0]] = f"{number:0{len(parts[digits[0]])}d}"
    if years:
        parts[years[0]] = str(year)
    return "".join(parts)
