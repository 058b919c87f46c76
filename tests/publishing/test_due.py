"""Due bulletins come out together with all their rows, and none holds up another."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from releases.models import Draft, Release, ReleaseEvent, SearchRow
from releases.publishing import actions
from releases.publishing.clock import database_now
from releases.publishing.content import content_of_draft
from releases.publishing.errors import StaleEdit, WrongState
from releases.vocabulary import EventKind, ReleaseState
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def due(**content: Any) -> Release:
    release = make_release(published=False, **content)
    at = database_now() - dt.timedelta(seconds=1)
    return actions.schedule(release=release, at=at, by=None)


def broken() -> Release:
    """Scheduled whole, and emptied behind the back of every rule."""
    release = due()
    Draft.objects.filter(pk=release.pk).update(headline="")
    return release


def failures(release: Release) -> list[ReleaseEvent]:
    return list(release.events.filter(kind=EventKind.MISSED))


def test_page_search_row_and_feed_entry_appear_in_one_transaction(client: Client) -> None:
    release = due(headline="Ornitorrinco ficticio")

    with transaction.atomic():
        actions.publish_due()
        assert SearchRow.objects.filter(release=release).exists()
        transaction.set_rollback(True)

    # What was rolled back left nothing at any door: now the next request publishes it whole.
    assert not SearchRow.objects.filter(release=release).exists()
    assert Release.objects.get(pk=release.pk).state == ReleaseState.SCHEDULED
    assert "Ornitorrinco" in client.get("/comunicados/atom.xml").content.decode()
    assert "Ornitorrinco" in client.get("/buscar/?q=ornitorrinco").content.decode()
    assert client.get(release.short_path, follow=True).status_code == 200


def test_one_that_cannot_be_published_holds_up_no_other() -> None:
    bad, good = broken(), due()

    assert actions.publish_due() == [good]

    bad.refresh_from_db()
    assert bad.state == ReleaseState.SCHEDULED
    (failure,) = failures(bad)
    assert failure.note == "Falta: el título. Complételo y vuelva a publicar."


def test_a_failure_is_kept_once_and_readers_do_not_try_again() -> None:
    bad = broken()

    for _ in range(3):
        assert actions.publish_due() == []
    assert actions.publish_due(again=True) == []

    assert len(failures(bad)) == 1


def test_what_was_mended_goes_out_with_the_next_try() -> None:
    bad = broken()
    actions.publish_due()

    Draft.objects.filter(pk=bad.pk).update(headline="Ya con título")

    assert actions.publish_due() == []
    assert actions.publish_due(again=True) == [bad]


def test_a_new_minute_is_tried_by_everybody() -> None:
    bad = broken()
    actions.publish_due()
    Draft.objects.filter(pk=bad.pk).update(headline="Ya con título")

    actions.schedule(release=bad, at=database_now() + dt.timedelta(milliseconds=1), by=None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.01)")

    assert actions.publish_due() == [bad]


def test_a_fault_of_ours_is_told_without_its_details(monkeypatch: pytest.MonkeyPatch) -> None:
    release = due()

    def fail(**_: object) -> None:
        raise KeyError("dependencia-secreta")

    monkeypatch.setattr("releases.publishing.actions.releasing.write_revision", fail)
    actions.publish_due()

    (failure,) = failures(release)
    assert "registro técnico" in failure.note
    assert failure.data == {"error": "KeyError"}


def test_a_text_that_was_saved_since_is_not_the_one_to_publish() -> None:
    release = make_release(published=False)
    draft = release.draft
    seen = draft.lock_version
    Draft.objects.filter(pk=release.pk).update(lock_version=seen + 1)

    with pytest.raises(StaleEdit):
        actions.publish(release=release, by=None, draft_version=seen)
    with pytest.raises(StaleEdit):
        actions.schedule(release=release, at=database_now(), by=None, draft_version=seen)
    with pytest.raises(StaleEdit):
        actions.unschedule(release=release, by=None, lock_version=release.lock_version + 1)


def test_a_text_saved_after_the_publication_is_refused_and_changes_nothing() -> None:
    release = make_release(published=False)
    draft = release.draft
    actions.publish(release=release, by=None)

    with pytest.raises(WrongState, match="mientras usted escribía"):
        actions.save_draft(
            draft=draft, content=content_of_draft(draft), lock_version=draft.lock_version, by=None
        )

    assert release.revisions.count() == 1
