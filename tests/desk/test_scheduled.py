"""What goes out and when: the strip, the queue, cancelling, and the alarm."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from releases.models import Draft, Office, Release, User
from releases.pages.desk.scheduled import Day, Planned, Schedule, read_schedule
from releases.publishing import actions
from releases.publishing.clock import database_now
from releases.publishing.content import content_of_draft
from releases.roles import AUDITORS, EDITORS, WRITERS
from releases.vocabulary import PendingAct, ReleaseState
from tests.admin.conftest import enter, make_member
from tests.factories import host_agency, make_release

__all__ = ["enter"]

pytestmark = pytest.mark.django_db

PAGE = "/redaccion/programados/"


@pytest.fixture
def editor(db: None) -> User:
    return make_member(EDITORS, username="elena")


def schedule(at: dt.datetime, **content: Any) -> Release:
    return actions.schedule(release=make_release(published=False, **content), at=at, by=None)


def in_hours(hours: float) -> dt.datetime:
    return database_now() + dt.timedelta(hours=hours)


def missed(minutes: int) -> Release:
    """A bulletin whose minute went by although it could not be published."""
    release = schedule(in_hours(1), folio="0275/2024", headline="Título ficticio")
    Release.objects.filter(pk=release.pk).update(publish_at=in_hours(-minutes / 60))
    Draft.objects.filter(pk=release.pk).update(headline="")
    return release


def text_of(client: Client, address: str = PAGE) -> str:
    page = re.sub(r"<[^>]+>", " ", client.get(address).content.decode())
    return " ".join(page.split())


def test_the_queue_stands_in_the_order_of_its_minutes(enter: Any) -> None:
    schedule(in_hours(30), folio="0321/2024", headline="El segundo ficticio")
    schedule(in_hours(3), folio="0296/2024", headline="El primero ficticio")

    text = text_of(enter(AUDITORS))

    queue = text.partition("Por salir")[2]
    assert queue.index("El primero ficticio") < queue.index("El segundo ficticio")
    assert "2 comunicados" in queue
    assert "en 2 horas y 59 minutos" in queue or "en 3 horas" in queue
    assert "El siguiente sale" in text


def test_hours_are_those_of_central_mexico() -> None:
    moment = dt.datetime(2024, 4, 9, 0, 0, tzinfo=dt.UTC)
    planned = Planned(
        release=Release(), folio="", headline="", at=moment, now=moment - dt.timedelta(hours=10)
    )

    assert (planned.day, planned.hour, planned.near_day) == ("lunes 8 de abril", "18:00 h", "hoy")
    assert planned.countdown == "en 10 horas"


def test_the_strip_shows_three_weeks_from_a_monday() -> None:
    at = timezone.make_aware(dt.datetime(2024, 4, 15, 18, 0))
    release = make_release(published=False)
    Release.objects.filter(pk=release.pk).update(state=ReleaseState.SCHEDULED, publish_at=at)

    strip = read_schedule(around=dt.date(2024, 4, 4))

    assert [day.date for day in strip.days][:: len(strip.days) - 1] == [
        dt.date(2024, 4, 1),
        dt.date(2024, 4, 21),
    ]
    assert [day.date.day for day in strip.days if day.planned] == [15]
    assert strip.span == "Del 1 al 21 de abril de 2024"
    assert (strip.before, strip.after) == (dt.date(2024, 3, 11), dt.date(2024, 4, 22))


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (dt.date(2024, 4, 29), "Del 29 de abril al 19 de mayo"),
        (dt.date(2024, 12, 16), "Del 16 de diciembre de 2024 al 5 de enero de 2025"),
    ],
)
def test_the_strip_names_its_days(first: dt.date, words: str) -> None:
    days = tuple(Day(first + dt.timedelta(days=n), first, ()) for n in range(21))
    now = timezone.make_aware(dt.datetime.combine(first, dt.time(12)))

    assert Schedule(now=now, days=days, queue=()).span == words


@pytest.mark.parametrize("day", ["2024-13-45", "ayer", "0001-01-01", "9999-12-31", "'; --"])
def test_a_day_that_is_none_shows_today(enter: Any, day: str) -> None:
    page = enter(EDITORS).get(PAGE, {"desde": day}).content.decode()

    assert 'class="hoy"' in page


def test_cancelling_gives_the_number_back_and_publishes_nothing(enter: Any) -> None:
    release = schedule(in_hours(2), folio="0296/2024", headline="Título ficticio")

    client = enter(EDITORS)
    answer = client.post(
        reverse("desk-unschedule", args=[release.pk]), {"version": release.lock_version}
    )

    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    release.refresh_from_db()
    assert (release.state, release.publish_at) == (ReleaseState.IN_REVIEW, None)
    assert "Se canceló la programación" in text_of(client)


def test_what_somebody_moved_meanwhile_is_not_cancelled(enter: Any) -> None:
    release = schedule(in_hours(2))
    seen = release.lock_version
    actions.schedule(release=release, at=in_hours(5), by=None)

    answer = enter(EDITORS).post(reverse("desk-unschedule", args=[release.pk]), {"version": seen})

    assert answer.status_code == 409
    assert "Alguien guardó una versión más reciente" in answer.content.decode()
    release.refresh_from_db()
    assert release.state == ReleaseState.SCHEDULED


def test_who_prepares_or_audits_sees_and_cannot_cancel(enter: Any) -> None:
    release = schedule(in_hours(2), headline="Título ficticio")

    for role in (WRITERS, AUDITORS):
        client = enter(role)
        assert "Título ficticio" in text_of(client)
        assert "Cancelar la programación" not in text_of(client)
        answer = client.post(reverse("desk-unschedule", args=[release.pk]))
        assert answer.status_code == 403
    assert Client().get(PAGE).status_code == 302


def test_what_did_not_go_out_raises_the_alarm_with_its_reason(enter: Any) -> None:
    release = missed(minutes=3)

    text = text_of(enter(EDITORS))

    hour = timezone.localtime(Release.objects.get(pk=release.pk).publish_at).strftime("%H:%M")
    assert "0275/2024 no salió" in text
    assert f"a las {hour} h y no salió. Publíquelo o cambie la hora." in text
    assert "Motivo: Falta: el título. Complételo y vuelva a publicar." in text


def test_a_minute_that_is_just_coming_raises_no_alarm() -> None:
    schedule(in_hours(1))
    Release.objects.update(publish_at=in_hours(-0.5 / 60))

    assert read_schedule().late == ()


def test_readers_with_a_link_are_counted(enter: Any, editor: User) -> None:
    release = schedule(in_hours(2))
    actions.give_preview(release=release, reader="Uno Ficticio", hours=3, by=editor)
    other, _ = actions.give_preview(release=release, reader="Dos Ficticio", hours=3, by=editor)
    assert "2 lectores con enlace" in text_of(enter(AUDITORS))

    actions.revoke_preview(link=other, by=editor)

    assert "1 lector con enlace" in text_of(enter(AUDITORS))


def test_a_minute_that_waits_for_somebody_is_in_the_queue_and_says_so(
    enter: Any, editor: User
) -> None:
    host_agency()
    Office.objects.update(two_people=True)
    release = make_release(published=False, headline="Título por autorizar")
    at = in_hours(4)
    actions.request_authorization(
        release=release, act=PendingAct.PUBLISH, by=editor, data={"at": at.isoformat()}
    )

    text = text_of(enter(AUDITORS)).partition("Por salir")[2]

    assert "Título por autorizar" in text
    assert "Falta autorizar" in text
    assert "El siguiente sale" not in text_of(enter(AUDITORS))


def test_editing_a_scheduled_bulletin_keeps_its_minute(editor: User) -> None:
    release = schedule(in_hours(2))
    draft = release.draft
    actions.save_draft(
        draft=draft, content=content_of_draft(draft), lock_version=draft.lock_version, by=editor
    )

    fresh = Release.objects.get(pk=release.pk)
    assert (fresh.state, fresh.publish_at) == (ReleaseState.SCHEDULED, release.publish_at)


def test_the_tab_says_how_many_are_planned(enter: Any) -> None:
    schedule(in_hours(2))

    assert "Programados 1 pendientes" in text_of(enter(EDITORS))


def test_many_cost_as_many_queries_as_few(
    enter: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = enter(EDITORS)
    for hours in range(1, 9):
        schedule(in_hours(hours))

    with django_assert_max_num_queries(20):
        client.get(PAGE)
