"""Every verb of publishing turns away the roles that may not do it, before anything else."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission

from releases.models import Release, User
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
def test_a_new_reading_is_applied_by_those_who_may_change_what_it_changes(
    *, published: bool
) -> None:
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
