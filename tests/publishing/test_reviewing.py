"""Saving a review through the one door. All texts are fictional."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from releases.models import Draft, Release
from releases.publishing import actions
from releases.publishing.content import BulletinContent, content_of_draft
from releases.publishing.errors import (
    FolioTaken,
    IncompleteBulletin,
    NotAllowed,
    StaleEdit,
    WrongState,
)
from releases.roles import AUDITORS, WRITERS
from tests.admin.conftest import make_member
from tests.factories import host_agency, make_content, make_release

pytestmark = pytest.mark.django_db

TOMORROW = dt.timedelta(days=1)


def review(release: Release, content: BulletinContent | None = None, **options: Any) -> Draft:
    draft = Draft.objects.select_related("release__issuer").get(pk=release.pk)
    defaults: dict[str, Any] = {
        "draft": draft,
        "content": content or content_of_draft(draft),
        "identity": None,
        "lock_version": draft.lock_version,
        "by": None,
    }
    return actions.save_review(**{**defaults, **options})


def place(number: int | None, year: int = 2024) -> actions.Identity:
    return actions.Identity(issuer=host_agency(), number=number, year=year)


def test_the_text_its_address_and_what_was_confirmed_are_kept() -> None:
    release = make_release(published=False)

    review(release, make_content(headline="Otro título"), confirmed=frozenset({"headline"}))

    release.refresh_from_db()
    assert release.slug == "titulo"
    assert release.draft.headline == "Otro título"
    assert release.draft.confirmed == ["headline"]
    assert release.draft.lock_version == 2


def test_a_bulletin_moves_to_the_number_that_its_folio_names() -> None:
    release = make_release(published=False, number=8001)

    review(release, identity=place(8002))

    release.refresh_from_db()
    assert (release.number, release.key) == (8002, "8002")


def test_a_number_that_another_has_leaves_everything_as_it_was() -> None:
    make_release(number=8011)
    release = make_release(published=False, number=8012, headline="Título leído")

    with pytest.raises(FolioTaken):
        review(release, make_content(headline="Otro"), identity=place(8011))

    release.refresh_from_db()
    assert release.number == 8012
    assert release.draft.headline == "Título leído"


def test_an_old_form_learns_that_before_anything_else() -> None:
    make_release(number=8021)
    release = make_release(published=False)
    review(release)

    with pytest.raises(StaleEdit):
        review(release, lock_version=1, identity=place(8021))


def test_what_was_put_away_is_not_reviewed() -> None:
    release = make_release(published=False)
    actions.discard(release=release, by=None)

    with pytest.raises(WrongState):
        review(release)


def test_what_was_published_meanwhile_is_not_reviewed() -> None:
    release = make_release(published=False)
    draft = Draft.objects.select_related("release__issuer").get(pk=release.pk)
    actions.publish(release=release, by=None)

    with pytest.raises(WrongState):
        actions.save_review(
            draft=draft, content=make_content(), identity=None, lock_version=1, by=None
        )


def test_a_scheduled_bulletin_stays_fit_to_go_out() -> None:
    release = make_release(published=False)
    actions.schedule(release=release, at=timezone.now() + TOMORROW, by=None)

    with pytest.raises(IncompleteBulletin):
        review(release, make_content(headline=""))
    review(release, make_content(headline="Título cambiado a tiempo"))

    release.refresh_from_db()
    assert release.draft.headline == "Título cambiado a tiempo"


def test_who_may_not_schedule_leaves_a_scheduled_bulletin_alone() -> None:
    release = make_release(published=False)
    actions.schedule(release=release, at=timezone.now() + TOMORROW, by=None)

    with pytest.raises(NotAllowed):
        review(release, by=make_member(WRITERS))
    with pytest.raises(NotAllowed):
        review(make_release(published=False), by=make_member(AUDITORS))
