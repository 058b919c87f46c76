from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from releases.models import Release
from releases.publishing import actions
from releases.publishing.errors import IncompleteBulletin, WrongState
from releases.vocabulary import ReleaseState
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def database_now() -> dt.datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        row = cursor.fetchone()
    assert row
    now: dt.datetime = row[0]
    return now


def scheduled(minutes: int) -> Release:
    release = make_release(published=False)
    at = database_now() + dt.timedelta(minutes=minutes)
    return actions.schedule(release=release, at=at, by=None)


def test_a_scheduled_bulletin_is_not_public_before_its_minute() -> None:
    release = scheduled(minutes=5)

    assert actions.publish_due() == []
    release.refresh_from_db()
    assert release.state == ReleaseState.SCHEDULED
    assert not Release.objects.public().exists()


def test_a_due_bulletin_is_published_once() -> None:
    release = scheduled(minutes=-1)

    assert actions.publish_due() == [release]
    assert actions.publish_due() == []
    release.refresh_from_db()
    assert release.is_public
    assert release.publish_at is None


def test_the_database_clock_decides_not_the_applications(monkeypatch: pytest.MonkeyPatch) -> None:
    scheduled(minutes=30)
    ahead = timezone.now() + dt.timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: ahead)

    assert actions.publish_due() == []


def test_a_cancelled_bulletin_goes_back_to_review() -> None:
    release = scheduled(minutes=-1)

    actions.unschedule(release=release, by=None)

    assert actions.publish_due() == []
    release.refresh_from_db()
    assert (release.state, release.publish_at) == (ReleaseState.IN_REVIEW, None)


def test_scheduling_again_moves_the_minute() -> None:
    release = scheduled(minutes=-1)

    actions.schedule(release=release, at=database_now() + dt.timedelta(hours=1), by=None)

    assert actions.publish_due() == []


def test_what_is_not_whole_cannot_be_scheduled() -> None:
    release = make_release(published=False, headline="")

    with pytest.raises(IncompleteBulletin):
        actions.schedule(release=release, at=database_now(), by=None)


def test_only_what_is_scheduled_can_be_cancelled() -> None:
    with pytest.raises(WrongState):
        actions.unschedule(release=make_release(), by=None)
