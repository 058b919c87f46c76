"""Every verb of publishing turns away the roles that may not do it, before anything else."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from releases.models import Draft, Release, User
from releases.publishing import actions
from releases.publishing.errors import NotAllowed
from releases.roles import ADMINISTRATORS, AUDITORS, EDITORS, WRITERS
from releases.vocabulary import PendingAct
from tests.admin.conftest import make_member
from tests.factories import make_content, make_release
from tests.security.doors import TABLE
from tests.security.verbs import is_refused, verbs

pytestmark = pytest.mark.django_db

ROLES = {"Ed": WRITERS, "Pu": EDITORS, "Ad": ADMINISTRATORS, "Au": AUDITORS}
# These ask about what they are given first; each has its own test below.
LATER = {"apply_reading"}


def test_every_verb_is_in_the_table() -> None:
    assert set(verbs()) == {*TABLE["verbs"], *LATER}


@pytest.mark.parametrize("name", sorted(TABLE["verbs"]))
def test_a_verb_turns_away_who_may_not(name: str) -> None:
    found = "".join("n" if is_refused(name, make_member(role)) else "." for role in ROLES.values())
    assert found == TABLE["verbs"][name]


@pytest.mark.parametrize("name", sorted(TABLE["verbs"]))
def test_a_verb_turns_away_a_disabled_account(name: str) -> None:
    person = User.objects.create_superuser("apagada", "apagada@ejemplo.invalid", is_active=False)
    assert is_refused(name, person)


@pytest.mark.parametrize("published", [True, False])
def test_a_new_reading_is_applied_by_those_who_may(*, published: bool) -> None:
    release = make_release(published=published)
    with pytest.raises(NotAllowed):
        actions.apply_reading(
            release=release,
            extraction=None,  # type: ignore[arg-type]  # never looked at
            content=make_content(),
            seen_version=1,
            by=make_member(AUDITORS),
        )


def test_who_authorises_must_be_allowed_the_act_itself() -> None:
    release: Release = make_release()
    asked = actions.request_authorization(
        release=release,
        act=PendingAct.WITHDRAW,
        note="Nota ficticia.",
        data={"kind": "error"},
        by=make_member(WRITERS),
    )
    half = make_member(WRITERS, username="media")
    half.user_permissions.add(Permission.objects.get(codename="publish_release"))
    with pytest.raises(NotAllowed):
        actions.authorise(authorization=asked, by=half)
    release.refresh_from_db()
    assert release.is_public


def test_an_edit_of_a_scheduled_bulletin_is_for_those_who_schedule() -> None:
    draft = scheduled_draft()
    with pytest.raises(NotAllowed):
        actions.save_bulletin(
            draft=draft,
            writing=actions.Writing(content=make_content(folio=draft.folio)),
            lock_version=draft.lock_version,
            by=make_member(WRITERS),
        )


def test_a_review_of_a_scheduled_bulletin_is_for_those_who_schedule() -> None:
    draft = scheduled_draft()
    with pytest.raises(NotAllowed):
        actions.save_review(
            draft=draft,
            content=make_content(folio=draft.folio),
            identity=None,
            lock_version=draft.lock_version,
            by=make_member(WRITERS),
        )


def scheduled_draft() -> Draft:
    release = make_release(published=False)
    at = timezone.now() + dt.timedelta(hours=1)
    actions.schedule(release=release, at=at, by=None)
    return Draft.objects.get(pk=release.pk)


def test_a_request_is_refused_by_others_and_cancelled_by_who_asked() -> None:
    asker, other = make_member(EDITORS), make_member(EDITORS, username="otra")
    asked = actions.request_authorization(
        release=make_release(),
        act=PendingAct.WITHDRAW,
        note="Nota.",
        data={"kind": "error"},
        by=asker,
    )
    with pytest.raises(NotAllowed):
        actions.refuse(authorization=asked, by=asker, answer="No.")
    with pytest.raises(NotAllowed):
        actions.cancel(authorization=asked, by=other)


def test_an_account_of_full_power_is_out_of_an_administrators_reach() -> None:
    root = User.objects.create_superuser("raiz", "raiz@ejemplo.invalid")
    with pytest.raises(NotAllowed):
        actions.disable(account=root, by=make_member(ADMINISTRATORS))


def test_nobody_gives_a_role_that_may_do_more_than_they() -> None:
    half = make_member(AUDITORS)
    half.user_permissions.add(Permission.objects.get(codename="change_user"))
    with pytest.raises(NotAllowed):
        actions.change_role(account=make_member(WRITERS), role=ADMINISTRATORS, by=half)
