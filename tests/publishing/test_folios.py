"""The series of folios: proposed while writing, final on publication, nothing left out."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from releases.models import Draft, Release
from releases.publishing import actions
from releases.publishing.actions import Writing
from releases.publishing.errors import FolioTaken, IncompleteBulletin, WrongState
from releases.publishing.folios import TypedFolio, print_folio, propose_next, read_typed_folio
from tests.factories import host_agency, make_agency, make_content, make_release

pytestmark = pytest.mark.django_db

YEAR = 2024
TOMORROW = dt.timedelta(days=1)


def write(*, number: int | None = None, **content: Any) -> Release:
    """A fictional bulletin written here."""
    writing = Writing(content=make_content(**content), number=number)
    return actions.start_bulletin(by=None, writing=writing).release


def publish(release: Release) -> Release:
    actions.publish(release=release, by=None)
    release.refresh_from_db()
    return release


def schedule(release: Release) -> Release:
    actions.schedule(release=release, at=timezone.now() + TOMORROW, by=None)
    release.refresh_from_db()
    return release


def proposed(year: int = YEAR) -> int:
    return propose_next(issuer=host_agency(), year=year)


def test_a_draft_has_no_number_and_takes_none_from_the_series() -> None:
    release = write()

    assert (release.number, release.draft.folio, release.draft.takes_folio) == (None, "", True)
    assert proposed() == 1


def test_publishing_gives_the_next_number_its_folio_and_its_address() -> None:
    release = publish(write())

    assert (release.number, release.year, release.key) == (1, YEAR, "0001")
    assert release.current_revision and release.current_revision.folio == "0001/2024"
    assert proposed() == 2


def test_scheduling_makes_the_number_final_and_publication_keeps_it() -> None:
    release = schedule(write())
    assert (release.number, release.draft.folio) == (1, "0001/2024")

    other = publish(write())
    assert other.number == 2
    assert publish(release).number == 1


def test_scheduling_again_keeps_the_number() -> None:
    release = schedule(schedule(write()))
    assert (release.number, proposed()) == (1, 2)


def test_the_number_follows_the_last_public_one_of_the_office() -> None:
    make_release(number=296)
    assert publish(write()).number == 297


def test_a_number_that_waits_in_review_is_left_to_its_bulletin() -> None:
    make_release(number=296)
    make_release(number=297, published=False)
    assert publish(write()).number == 298


def test_a_cancelled_publication_gives_its_number_back() -> None:
    release = schedule(write())
    actions.unschedule(release=release, by=None)

    release.refresh_from_db()
    draft = Draft.objects.get(pk=release.pk)
    assert (release.number, draft.folio, draft.takes_folio) == (None, "", True)
    assert release.key.startswith("sf-")
    assert publish(write()).number == 1
    assert publish(release).number == 2


def test_a_number_that_came_back_behind_a_public_one_leaves_no_gap() -> None:
    first, second = schedule(write()), publish(write())
    assert second.number == 2
    actions.unschedule(release=first, by=None)

    assert [publish(write()).number for _ in range(2)] == [1, 3]


def test_a_number_that_was_public_is_never_given_again() -> None:
    release = publish(write())
    actions.withdraw(release=release, note="Nota ficticia.", by=None)
    assert publish(write()).number == 2


def test_a_refused_publication_takes_no_number() -> None:
    release = write(headline="")
    with pytest.raises(IncompleteBulletin):
        actions.publish(release=release, by=None)
    assert proposed() == 1


def test_each_year_and_each_office_has_its_own_series() -> None:
    publish(write())
    late = publish(write(issued_on=dt.date(2025, 1, 2)))
    assert (late.number, late.year) == (1, 2025)

    other = make_agency(slug="otra-oficina-ficticia", acronym="OOF")
    writing = Writing(content=make_content())
    draft = actions.start_bulletin(by=None, issuer=other, writing=writing)
    assert publish(draft.release).number == 1


def test_the_year_is_that_of_the_date_on_which_the_bulletin_is_issued() -> None:
    release = write(issued_on=dt.date(2024, 12, 31))
    draft = release.draft
    actions.save_bulletin(
        draft=draft,
        writing=Writing(content=make_content(issued_on=dt.date(2025, 1, 1))),
        lock_version=draft.lock_version,
        by=None,
    )
    release = publish(Release.objects.get(pk=release.pk))
    assert release.year == 2025
    assert release.current_revision and release.current_revision.folio == "0001/2025"


def test_a_number_given_by_hand_is_kept_from_the_draft_on() -> None:
    make_release(number=10)
    release = write(number=50)
    assert (release.number, release.draft.folio) == (50, "0050/2024")
    assert proposed() == 11

    assert publish(release).number == 50
    assert proposed() == 51


def test_a_number_that_is_taken_is_refused_with_its_folio() -> None:
    make_release(number=10)
    with pytest.raises(FolioTaken, match="El folio 0010/2024 ya es de otro comunicado"):
        write(number=10)
    assert Release.objects.count() == 1


def test_a_discarded_bulletin_frees_a_number_given_by_hand_but_not_into_the_series() -> None:
    make_release(number=10)
    release = write(number=7)
    actions.discard(release=release, by=None)

    assert proposed() == 11
    assert write(number=7).number == 7


def test_a_scheduled_bulletin_cannot_move_to_another_year() -> None:
    release = schedule(write())
    draft = Draft.objects.get(pk=release.pk)
    with pytest.raises(WrongState, match="Su folio es de otro año"):
        actions.save_bulletin(
            draft=draft,
            writing=Writing(content=make_content(issued_on=dt.date(2025, 1, 1))),
            lock_version=draft.lock_version,
            by=None,
        )


@pytest.mark.parametrize(
    ("last", "printed"),
    [
        ("0296/2024", "0297/2024"),
        ("SSEM/0296/2024", "SSEM/0297/2024"),
        ("Comunicado 296", "Comunicado 297"),
        ("296-2024", "297-2024"),
        ("", "0297/2024"),
        ("sin número", "0297/2024"),
    ],
)
def test_a_folio_is_printed_as_the_offices_last_one(last: str, printed: str) -> None:
    make_release(number=296, folio=last)
    assert print_folio(number=297, year=YEAR, issuer=host_agency()) == printed


def test_the_first_folio_of_a_year_is_printed_like_those_of_the_year_before() -> None:
    make_release(number=1179, folio="SSEM/1179/2024")
    assert print_folio(number=1, year=2025, issuer=host_agency()) == "SSEM/0001/2025"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("297", TypedFolio(297, None)),
        (" 0297 ", TypedFolio(297, None)),
        ("0297/2024", TypedFolio(297, 2024)),
        ("SSEM/0297/2024", TypedFolio(297, 2024)),
        ("0", None),
        ("mañana", None),
        ("", None),
    ],
)
def test_a_typed_folio_is_a_number_with_or_without_its_year(
    typed: str, read: TypedFolio | None
) -> None:
    assert read_typed_folio(typed) == read
