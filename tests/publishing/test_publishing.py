from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from releases.models import Draft, Release, ReleaseEvent, Revision, User
from releases.publishing import actions
from releases.publishing.errors import FolioTaken, IncompleteBulletin, NotAllowed, WrongState
from releases.vocabulary import EventKind, ReleaseState, RevisionKind
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def in_search(release: Release) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM releases_searchrow WHERE release_id = %s", [release.pk])
        return cursor.fetchone() is not None


def test_a_received_bulletin_waits_in_review_and_nobody_else_sees_it() -> None:
    release = make_release(published=False)

    assert release.state == ReleaseState.IN_REVIEW
    assert Draft.objects.get(pk=release.pk).headline
    assert not Release.objects.public().exists()
    assert not in_search(release)


def test_publishing_makes_version_one_and_uses_up_the_draft() -> None:
    release = make_release()

    revision = Revision.objects.get(release=release)
    assert (revision.number, revision.kind) == (1, RevisionKind.ORIGINAL)
    assert release.current_revision == revision
    assert release.first_seen_at == release.changed_at == revision.created_at
    assert not Draft.objects.filter(pk=release.pk).exists()
    assert in_search(release)


def test_publishing_leaves_an_event_with_who_and_what() -> None:
    release = make_release()

    kinds = list(ReleaseEvent.objects.filter(release=release).values_list("kind", flat=True))
    assert sorted(kinds) == sorted([EventKind.RECEIVED, EventKind.PUBLISHED])


def test_publishing_twice_is_refused_and_changes_nothing() -> None:
    release = make_release()

    with pytest.raises(WrongState):
        actions.publish(release=release, by=None)

    assert release.revisions.count() == 1


@pytest.mark.parametrize("field", ["headline", "body", "issued_on"])
def test_a_bulletin_without_what_a_reader_needs_stays_unpublished(field: str) -> None:
    empty: dict[str, Any] = {"headline": "", "body": (), "issued_on": None}
    release = make_release(published=False, year=2024, **{field: empty[field]})

    with pytest.raises(IncompleteBulletin) as refusal:
        actions.publish(release=release, by=None)

    assert len(refusal.value.missing) == 1
    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW
    assert not in_search(release)


def test_a_number_is_given_once_in_a_series() -> None:
    make_release(number=275, year=2024)

    with pytest.raises(FolioTaken):
        make_release(number=275, year=2024)


def test_the_same_number_in_another_year_is_another_bulletin() -> None:
    first = make_release(number=275, year=2024)
    second = make_release(number=275, year=2023)

    assert first.key == second.key == "0275"


def test_a_bulletin_without_number_gets_an_address_of_its_own() -> None:
    release = make_release(number=0, folio="", published=False)
    other = make_release(number=0, folio="", published=False)

    assert release.key.startswith("sf-")
    assert release.key != other.key


def test_somebody_without_the_permission_cannot_publish() -> None:
    release = make_release(published=False)
    reader = User.objects.create_user("carla", "carla@example.org", "una frase larga 123")

    with pytest.raises(NotAllowed):
        actions.publish(release=release, by=reader)

    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW


def test_a_discarded_draft_frees_its_number_and_keeps_its_file() -> None:
    release = make_release(number=300, published=False)

    actions.discard(release=release, by=None)

    again = make_release(number=300, published=False)
    assert again.key == "0300"
    assert release.sources.count() == 1


def test_a_discarded_bulletin_is_taken_back_as_it_was() -> None:
    release = make_release(number=300, published=False, headline="Título ficticio")
    actions.discard(release=release, by=None)

    back = actions.recover(release=release, by=None)

    assert (back.state, back.discarded_at) == (ReleaseState.IN_REVIEW, None)
    assert (back.number, back.key) == (300, "0300")
    assert Draft.objects.get(pk=back.pk).headline == "Título ficticio"
    last = back.events.order_by("pk").last()
    assert last
    assert (last.kind, last.data) == (EventKind.RECOVERED, {"number": 300})


def test_a_number_that_was_taken_meanwhile_does_not_come_back() -> None:
    release = make_release(number=300, published=False)
    actions.discard(release=release, by=None)
    make_release(number=300)

    back = actions.recover(release=release, by=None)

    assert back.number is None
    assert back.key.startswith("sf-")
    actions.publish(release=back, by=None)


@pytest.mark.parametrize("published", [True, False])
def test_only_what_was_discarded_is_taken_back(*, published: bool) -> None:
    release = make_release(published=published)

    with pytest.raises(WrongState):
        actions.recover(release=release, by=None)


def test_a_published_bulletin_cannot_be_discarded() -> None:
    release = make_release()

    with pytest.raises(WrongState):
        actions.discard(release=release, by=None)
