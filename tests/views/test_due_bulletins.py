"""A reader's request publishes what is due: a dead worker delays nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client

from releases.models import Release
from releases.publishing import actions
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def schedule(minutes: int) -> Release:
    release = make_release(published=False)
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        row = cursor.fetchone()
    assert row
    return actions.schedule(release=release, at=row[0] + dt.timedelta(minutes=minutes), by=None)


def test_the_first_reader_after_the_minute_finds_the_bulletin(client: Client) -> None:
    release = schedule(minutes=-1)

    client.get("/")

    release.refresh_from_db()
    assert release.is_public
    assert client.get(release.get_absolute_url()).status_code == 200


def test_before_the_minute_a_reader_finds_nothing(client: Client) -> None:
    release = schedule(minutes=1)

    assert client.get(release.get_absolute_url()).status_code == 404

    release.refresh_from_db()
    assert not release.is_public
