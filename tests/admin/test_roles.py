"""Who may do which act in the administration: the roles as a table, tried at the doors."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from releases.models import Agency, User
from releases.roles import ADMINISTRATORS, AUDITORS, EDITORS, ROLES, WRITERS, ensure_roles
from tests.admin.conftest import Enter, form_data, make_member, release_url
from tests.factories import make_agency, make_release

pytestmark = pytest.mark.django_db

OK, NO, TO = HTTPStatus.OK, HTTPStatus.FORBIDDEN, HTTPStatus.FOUND
EVERYBODY = (WRITERS, EDITORS, ADMINISTRATORS, AUDITORS)


def test_the_groups_are_made_once_and_kept_exact() -> None:
    assert ensure_roles() == []
    group = Group.objects.get(name=AUDITORS)
    group.permissions.add(Permission.objects.get(codename="publish_release"))
    assert ensure_roles() == [AUDITORS]
    assert not group.permissions.filter(codename="publish_release").exists()


def test_auditors_can_only_look() -> None:
    assert all(label.split(".")[1].startswith("view_") for label in ROLES[AUDITORS])


def test_each_writing_role_includes_the_one_before() -> None:
    assert ROLES[WRITERS] < ROLES[EDITORS] < ROLES[ADMINISTRATORS]


@pytest.mark.parametrize("role", EVERYBODY)
def test_all_staff_read_bulletins_in_any_state(enter: Enter, role: str) -> None:
    client = enter(role)
    assert client.get(reverse("admin:releases_release_changelist")).status_code == OK
    for release in (make_release(), make_release(published=False)):
        assert client.get(release_url(release)).status_code == OK


@pytest.mark.parametrize(
    ("role", "published", "drafts"),
    [
        (WRITERS, False, True),
        (EDITORS, True, True),
        (ADMINISTRATORS, True, True),
        (AUDITORS, False, False),
    ],
)
def test_the_form_is_only_for_those_who_may_save(
    enter: Enter, role: str, *, published: bool, drafts: bool
) -> None:
    client = enter(role)
    for release, may in ((make_release(), published), (make_release(published=False), drafts)):
        page = client.get(release_url(release))
        assert ("id_headline" in page.content.decode()) is may
        sent = form_data(page, headline="Otro título", kind="dato", change_note="Una nota.")
        answer = client.post(release_url(release), sent)
        release.refresh_from_db()
        shown = release.current_revision or release.draft
        assert (shown.headline == "Otro título") is may
        assert answer.status_code == (TO if may else NO)


@pytest.mark.parametrize("act", ["publish", "withdraw", "restore"])
@pytest.mark.parametrize(
    ("role", "expected"), [(WRITERS, NO), (EDITORS, OK), (ADMINISTRATORS, OK), (AUDITORS, NO)]
)
def test_publishing_and_withdrawing_are_for_editors(
    enter: Enter, role: str, act: str, expected: HTTPStatus
) -> None:
    release = make_release(published=act != "publish")
    assert enter(role).get(release_url(release, act)).status_code == expected


@pytest.mark.parametrize("section", ["agency", "place", "topic", "issuerprofile", "synonymgroup"])
@pytest.mark.parametrize(
    ("role", "expected"), [(WRITERS, NO), (EDITORS, NO), (ADMINISTRATORS, OK), (AUDITORS, NO)]
)
def test_catalogues_are_read_by_all_and_added_to_by_administrators(
    enter: Enter, role: str, section: str, expected: HTTPStatus
) -> None:
    client = enter(role)
    assert client.get(reverse(f"admin:releases_{section}_changelist")).status_code == OK
    assert client.get(reverse(f"admin:releases_{section}_add")).status_code == expected


@pytest.mark.parametrize(
    ("role", "expected"), [(WRITERS, NO), (EDITORS, NO), (ADMINISTRATORS, OK), (AUDITORS, OK)]
)
@pytest.mark.parametrize(
    "door",
    [
        "admin:releases_releaseevent_changelist",
        "admin:releases_user_changelist",
        "admin:procrastinate_procrastinatejob_changelist",
    ],
)
def test_oversight_is_for_administrators_and_auditors(
    enter: Enter, role: str, expected: HTTPStatus, door: str
) -> None:
    assert enter(role).get(reverse(door)).status_code == expected


@pytest.mark.parametrize(
    ("role", "expected"), [(WRITERS, NO), (EDITORS, NO), (ADMINISTRATORS, OK), (AUDITORS, NO)]
)
def test_merging_agencies_is_for_administrators(
    enter: Enter, role: str, expected: HTTPStatus
) -> None:
    url = reverse("admin:releases_agency_merge", args=[make_agency().pk])
    assert enter(role).get(url).status_code == expected


@pytest.mark.parametrize("role", EVERYBODY)
def test_nobody_deletes_what_the_archive_holds(enter: Enter, role: str) -> None:
    release = make_release()
    revision, source = release.current_revision, release.sources.get()
    client = enter(role)
    assert revision
    for section, pk in (
        ("release", release.pk),
        ("revision", revision.pk),
        ("sourcedocument", source.pk),
        ("extraction", source.extractions.get().pk),
        ("agency", release.issuer_id),
    ):
        url = reverse(f"admin:releases_{section}_delete", args=[pk])
        assert client.post(url, {"post": "yes"}).status_code == NO
    listed = reverse("admin:releases_release_changelist")
    client.post(listed, {"action": "delete_selected", "_selected_action": release.pk})
    release.refresh_from_db()
    assert release.is_public


def test_visitors_and_people_without_a_role_stay_outside() -> None:
    release = make_release()
    url = release_url(release)
    assert Client().get(url).status_code == TO
    User.objects.create_user("carla", "carla@ejemplo.invalid")
    client = Client()
    client.force_login(User.objects.get(username="carla"))
    assert client.get(reverse("admin:login")).status_code == NO
    assert client.get(url, follow=True).status_code == NO


def test_a_disabled_account_is_out_at_its_next_request(enter: Enter) -> None:
    client = enter(EDITORS)
    url = reverse("admin:releases_release_changelist")
    assert client.get(url).status_code == OK
    User.objects.filter(username="ana").update(is_active=False)
    answer = client.get(url)
    assert answer.status_code == TO
    assert answer.headers["Location"].startswith(reverse("admin:login"))


def test_acts_without_the_token_are_refused() -> None:
    person = make_member(EDITORS)
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)
    release = make_release()
    for act in ("change", "withdraw", "publish", "restore"):
        answer = client.post(release_url(release, act), {"note": "Nota.", "confirmado": "si"})
        assert answer.status_code == NO
    agency = Agency.objects.create(name="Ficticia", slug="ficticia", scope="civil", sort_key="f")
    url = reverse("admin:releases_agency_merge", args=[agency.pk])
    assert client.post(url, {"confirmed": "on"}).status_code == NO
    release.refresh_from_db()
    assert release.is_public
