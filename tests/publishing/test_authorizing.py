"""Acts that wait for a second person: who may decide, about which text, and only once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from releases.models import Authorization, Draft, Office, Release, User
from releases.publishing import actions
from releases.publishing.content import content_of_draft, content_of_revision
from releases.publishing.errors import (
    AlreadyAsked,
    AlreadyDecided,
    IncompleteBulletin,
    NotAllowed,
    NoteRequired,
    PublishingError,
    SamePerson,
    SecondPersonNeeded,
    StaleEdit,
    SubstantialEdit,
    WrongState,
)
from releases.roles import EDITORS, WRITERS
from releases.vocabulary import (
    Decision,
    EventKind,
    PendingAct,
    ReleaseState,
    RevisionKind,
    WithdrawalKind,
)
from tests.factories import host_agency, make_release

pytestmark = pytest.mark.django_db

NOTE = "El texto decía otra cosa."


def member(name: str, role: str = EDITORS) -> User:
    user = User.objects.create_user(name, f"{name}@ejemplo.invalid", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def ana() -> User:
    return member("ana")


@pytest.fixture
def berta() -> User:
    return member("berta")


@pytest.fixture
def two_people() -> None:
    host_agency()
    Office.objects.update(two_people=True)


def prepare(release: Release, by: User, **changes: Any) -> Draft:
    assert release.current_revision
    content = content_of_revision(release.current_revision)
    return actions.prepare_correction(
        release=release,
        content=replace(content, **(changes or {"headline": "Otro título ficticio"})),
        kind=RevisionKind.CORRECTION,
        note=NOTE,
        seen_version=release.current_revision.number,
        seen_draft=None,
        by=by,
    )


def ask(release: Release, act: PendingAct, by: User, **fields: Any) -> Authorization:
    return actions.request_authorization(release=release, act=act, by=by, **fields)


def correct_alone(release: Release, by: User) -> object:
    assert release.current_revision
    return actions.correct(
        release=release,
        content=replace(content_of_revision(release.current_revision), headline="Otro"),
        kind=RevisionKind.CORRECTION,
        note=NOTE,
        seen_version=1,
        by=by,
    )


def restore_alone(release: Release, by: User) -> object:
    actions.withdraw(release=release, note=NOTE, by=None)
    return actions.restore(release=release, note=NOTE, by=by)


ALONE: dict[str, tuple[bool, Callable[[Release, User], object]]] = {
    "publish": (False, lambda release, by: actions.publish(release=release, by=by)),
    "schedule": (
        False,
        lambda release, by: actions.schedule(release=release, at=timezone.now(), by=by),
    ),
    "correct": (True, correct_alone),
    "withdraw": (True, lambda r, by: actions.withdraw(release=r, note=NOTE, by=by)),
    "restore": (True, restore_alone),
}


@pytest.mark.parametrize("act", ALONE)
def test_with_two_people_nobody_acts_alone(act: str, ana: User, two_people: None) -> None:
    published, do = ALONE[act]
    release = make_release(published=published)
    with pytest.raises(SecondPersonNeeded):
        do(release, ana)
    assert Release.objects.public().count() == (1 if act in {"correct", "withdraw"} else 0)


@pytest.mark.parametrize("act", ALONE)
def test_without_the_rule_an_editor_acts_alone(act: str, ana: User) -> None:
    published, do = ALONE[act]
    do(make_release(published=published), ana)

    assert not Authorization.objects.exists()


def test_the_system_and_an_operator_are_not_asked_for_a_second_person(two_people: None) -> None:
    assert make_release(published=True).is_public


def test_a_second_person_publishes_what_the_first_one_asked_for(
    ana: User, berta: User, two_people: None
) -> None:
    release = make_release(published=False, by=ana)
    request = ask(release, PendingAct.PUBLISH, ana)
    decided = actions.authorise(authorization=request, by=berta)
    release.refresh_from_db()
    assert release.is_public
    assert release.current_revision
    assert release.current_revision.created_by == ana
    assert (decided.decision, decided.decided_by) == (Decision.AUTHORISED, berta)
    kinds = list(release.events.order_by("pk").values_list("kind", flat=True))
    assert kinds[-3:] == [EventKind.REQUESTED, EventKind.PUBLISHED, EventKind.AUTHORISED]


def test_a_writer_may_ask_and_an_editor_decides(berta: User, two_people: None) -> None:
    writer = member("bruno", WRITERS)
    release = make_release(published=False, by=writer)
    request = ask(release, PendingAct.PUBLISH, writer)
    with pytest.raises(NotAllowed):
        actions.authorise(authorization=request, by=member("carla", WRITERS))
    actions.authorise(authorization=request, by=berta)
    release.refresh_from_db()
    assert release.is_public


def test_a_publication_with_a_minute_is_scheduled_by_its_authorization(
    ana: User, berta: User, two_people: None
) -> None:
    release = make_release(published=False, by=ana)
    at = timezone.now() + dt.timedelta(hours=2)
    request = ask(release, PendingAct.PUBLISH, ana, data={"at": at.isoformat()})
    actions.authorise(authorization=request, by=berta)
    release.refresh_from_db()
    assert (release.state, release.publish_at) == (ReleaseState.SCHEDULED, at)


def test_what_was_authorised_for_its_minute_is_not_rewritten_alone(
    ana: User, berta: User, two_people: None
) -> None:
    release = make_release(published=False, by=ana)
    at = timezone.now() + dt.timedelta(hours=2)
    request = ask(release, PendingAct.PUBLISH, ana, data={"at": at.isoformat()})
    actions.authorise(authorization=request, by=berta)
    draft = Draft.objects.get(pk=release.pk)
    with pytest.raises(SecondPersonNeeded):
        actions.save_draft(
            draft=draft,
            content=replace(content_of_draft(draft), headline="Otro"),
            lock_version=draft.lock_version,
            by=ana,
        )


def test_who_asked_never_authorises(ana: User, two_people: None) -> None:
    request = ask(make_release(by=None), PendingAct.WITHDRAW, ana, note=NOTE)
    with pytest.raises(SamePerson):
        actions.authorise(authorization=request, by=ana)
    assert Release.objects.public().exists()


def test_who_wrote_the_text_never_authorises_it(ana: User, berta: User, two_people: None) -> None:
    release = make_release()
    prepare(release, berta)
    request = ask(release, PendingAct.CORRECT, ana, note=NOTE)
    with pytest.raises(SamePerson):
        actions.authorise(authorization=request, by=berta)


def test_an_authorised_correction_is_the_version_that_was_asked_for(
    ana: User, berta: User, two_people: None
) -> None:
    release = make_release(headline="Antes")
    prepare(release, ana, headline="Después")
    request = ask(release, PendingAct.CORRECT, ana, reason="Llamada de un diario ficticio")
    actions.authorise(authorization=request, by=berta)
    release.refresh_from_db()
    revision = release.current_revision
    assert revision
    assert (revision.headline, revision.kind, revision.change_note) == ("Después", "dato", NOTE)
    assert revision.created_by == ana
    assert not Draft.objects.filter(pk=release.pk).exists()
    event = release.events.get(kind=EventKind.CORRECTED)
    assert event.data == {"role": EDITORS, "authorization": request.pk}


def test_a_draft_saved_after_the_request_is_not_published_by_it(
    ana: User, berta: User, two_people: None
) -> None:
    release = make_release(headline="Antes")
    draft = prepare(release, ana, headline="Lo que se pidió")
    request = ask(release, PendingAct.CORRECT, ana)
    actions.prepare_correction(
        release=release,
        content=replace(content_of_draft(draft), headline="Otra cosa"),
        kind=RevisionKind.CORRECTION,
        note=NOTE,
        seen_version=1,
        seen_draft=draft.lock_version,
        by=ana,
    )
    with pytest.raises(StaleEdit):
        actions.authorise(authorization=request, by=berta)
    release.refresh_from_db()
    assert release.current_revision
    assert release.current_revision.headline == "Antes"


def test_a_new_bulletin_rewritten_after_the_request_stays_unpublished(
    ana: User, berta: User, two_people: None
) -> None:
    release = make_release(published=False, by=ana)
    request = ask(release, PendingAct.PUBLISH, ana)
    draft = Draft.objects.get(pk=release.pk)
    content = replace(content_of_draft(draft), headline="Otra cosa")
    actions.save_draft(draft=draft, content=content, lock_version=draft.lock_version, by=ana)
    with pytest.raises(StaleEdit):
        actions.authorise(authorization=request, by=berta)
    assert not Release.objects.public().exists()


def test_a_withdrawal_keeps_its_kind_and_order_through_the_authorization(
    ana: User, berta: User, two_people: None
) -> None:
    release = make_release()
    grounds = actions.Grounds(
        kind=WithdrawalKind.BY_ORDER,
        authority="Juzgado Ficticio",
        file_number="1/2024",
        effective_on=dt.date(2024, 5, 2),
    )
    request = ask(
        release, PendingAct.WITHDRAW, ana, note=NOTE, reason="Oficio", data=grounds.to_json()
    )
    actions.authorise(authorization=request, by=berta)
    release.refresh_from_db()
    event = release.events.get(kind=EventKind.WITHDRAWN)
    assert release.state == ReleaseState.WITHDRAWN
    assert event.note == "Oficio"
    assert actions.Grounds.from_json(event.data) == grounds
    assert release.current_revision
    assert release.current_revision.change_note == NOTE


def test_a_restitution_is_authorised_too(ana: User, berta: User, two_people: None) -> None:
    release = make_release()
    actions.withdraw(release=release, note=NOTE, by=None)
    request = ask(release, PendingAct.RESTORE, ana, note="Se restituye.")
    actions.authorise(authorization=request, by=berta)
    release.refresh_from_db()
    assert release.is_public


def test_an_emergency_is_published_at_once_and_waits_for_its_countersignature(
    ana: User, berta: User, two_people: None
) -> None:
    release = make_release(published=False, by=berta)
    actions.publish(release=release, by=ana, emergency_reason="Alerta ficticia")
    release.refresh_from_db()
    request = Authorization.objects.get(release=release, decided_at=None)
    assert release.is_public
    assert (request.act, request.reason) == (PendingAct.COUNTERSIGN, "Alerta ficticia")
    with pytest.raises(SamePerson):
        actions.authorise(authorization=request, by=ana)
    actions.authorise(authorization=request, by=berta)
    assert not Authorization.objects.filter(decided_at=None).exists()


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_an_emergency_needs_its_reason(ana: User, two_people: None, reason: str) -> None:
    release = make_release(published=False)
    with pytest.raises(SecondPersonNeeded):
        actions.publish(release=release, by=ana, emergency_reason=reason)


def test_an_emergency_is_no_request_and_is_not_taken_back(ana: User, two_people: None) -> None:
    release = make_release(published=False)
    with pytest.raises(WrongState):
        ask(release, PendingAct.COUNTERSIGN, ana)
    actions.publish(release=release, by=ana, emergency_reason="Alerta ficticia")
    with pytest.raises(WrongState):
        actions.cancel(authorization=Authorization.objects.get(), by=ana)


def test_a_correction_made_since_does_not_free_an_emergency_from_its_signature(
    ana: User, berta: User, two_people: None
) -> None:
    release = make_release(published=False)
    actions.publish(release=release, by=ana, emergency_reason="Alerta ficticia")
    release.refresh_from_db()
    correct_alone_by_the_system(release)
    actions.authorise(authorization=Authorization.objects.get(), by=berta)

    signature = Authorization.objects.get()
    assert (signature.decision, signature.decided_by) == (Decision.AUTHORISED, berta)


def correct_alone_by_the_system(release: Release) -> None:
    assert release.current_revision
    actions.correct(
        release=release,
        content=replace(content_of_revision(release.current_revision), headline="Otro"),
        kind=RevisionKind.CORRECTION,
        note=NOTE,
        seen_version=1,
        by=None,
    )


def test_a_refusal_tells_why_and_changes_nothing(ana: User, berta: User, two_people: None) -> None:
    release = make_release()
    prepare(release, ana)
    request = ask(release, PendingAct.CORRECT, ana)
    with pytest.raises(NoteRequired):
        actions.refuse(authorization=request, by=berta, answer=" ")
    refused = actions.refuse(authorization=request, by=berta, answer="Falta la fuente.")
    assert (refused.decision, refused.answer) == (Decision.REFUSED, "Falta la fuente.")
    release.refresh_from_db()
    assert release.current_revision
    assert release.current_revision.number == 1
    assert Draft.objects.filter(pk=release.pk).exists()


def test_who_asked_takes_it_back_and_nobody_else(ana: User, berta: User) -> None:
    request = ask(make_release(), PendingAct.WITHDRAW, ana, note=NOTE)
    with pytest.raises(NotAllowed):
        actions.cancel(authorization=request, by=berta)
    with pytest.raises(NotAllowed):
        actions.refuse(authorization=request, by=ana, answer="No.")
    assert actions.cancel(authorization=request, by=ana).decision == Decision.CANCELLED
    told = request.release.events.get(kind=EventKind.CANCELLED)
    assert (told.by, told.data["act"], told.data["authorization"]) == (
        ana,
        PendingAct.WITHDRAW,
        request.pk,
    )


@pytest.mark.parametrize("again", ["authorise", "refuse", "cancel"])
def test_a_request_is_decided_once(ana: User, berta: User, again: str) -> None:
    request = ask(make_release(), PendingAct.WITHDRAW, ana, note=NOTE)
    actions.authorise(authorization=request, by=berta)
    with pytest.raises(AlreadyDecided):
        if again == "authorise":
            actions.authorise(authorization=request, by=member("carla"))
        elif again == "refuse":
            actions.refuse(authorization=request, by=berta, answer="No.")
        else:
            actions.cancel(authorization=request, by=ana)


def test_the_same_act_is_asked_for_once(ana: User, berta: User) -> None:
    release = make_release()
    ask(release, PendingAct.WITHDRAW, ana, note=NOTE)
    with pytest.raises(AlreadyAsked):
        ask(release, PendingAct.WITHDRAW, berta, note=NOTE)


def test_asking_again_replaces_ones_own_request(ana: User) -> None:
    release = make_release()
    first = ask(release, PendingAct.WITHDRAW, ana, note=NOTE)
    second = ask(release, PendingAct.WITHDRAW, ana, note="Otra nota.")
    first.refresh_from_db()
    assert first.decision == Decision.CANCELLED
    assert list(Authorization.objects.filter(decided_at=None)) == [second]


def test_a_request_whose_text_changed_gives_way_to_a_new_one(ana: User, berta: User) -> None:
    release = make_release()
    ask(release, PendingAct.WITHDRAW, ana, note=NOTE)
    correct_alone(release, ana)
    ask(release, PendingAct.WITHDRAW, berta, note=NOTE)
    assert Authorization.objects.filter(decided_at=None).get().requested_by == berta


def request_an_erratum(release: Release, by: User) -> object:
    prepare(release, by, headline="Detienen a 12 personas ficticias")
    return ask(release, PendingAct.CORRECT, by, data={"kind": RevisionKind.ERRATUM.value})


WRONG_REQUESTS: dict[str, tuple[type[PublishingError], bool, Callable[[Release, User], object]]] = {
    "a withdrawal without note": (
        NoteRequired,
        True,
        lambda release, by: ask(release, PendingAct.WITHDRAW, by),
    ),
    "a correction that nobody prepared": (
        WrongState,
        True,
        lambda release, by: ask(release, PendingAct.CORRECT, by, note=NOTE),
    ),
    "an erratum that changes a fact": (SubstantialEdit, True, request_an_erratum),
    "a restitution of what is public": (
        WrongState,
        True,
        lambda release, by: ask(release, PendingAct.RESTORE, by, note=NOTE),
    ),
    "a publication of what is public": (
        WrongState,
        True,
        lambda release, by: ask(release, PendingAct.PUBLISH, by),
    ),
    "a withdrawal of what never was": (
        WrongState,
        False,
        lambda release, by: ask(release, PendingAct.WITHDRAW, by, note=NOTE),
    ),
}


@pytest.mark.parametrize("case", WRONG_REQUESTS)
def test_what_could_not_be_done_is_not_asked_for(case: str, ana: User) -> None:
    refusal, published, do = WRONG_REQUESTS[case]
    with pytest.raises(refusal):
        do(make_release(published=published), ana)
    assert not Authorization.objects.exists()


def test_an_incomplete_bulletin_is_not_asked_for(ana: User) -> None:
    release = make_release(published=False, body=())
    with pytest.raises(IncompleteBulletin):
        ask(release, PendingAct.PUBLISH, ana)
