"""The confirmation page: what goes out, when, and that pressing twice does it once."""

from __future__ import annotations

import datetime as dt
import re
import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from releases.models import Authorization, Draft, EditorialReason, Office, Release
from releases.publishing import actions
from releases.publishing.clock import database_now
from releases.roles import AUDITORS, EDITORS, WRITERS
from releases.vocabulary import EventKind, PendingAct, ReleaseState
from tests.admin.conftest import enter, make_member
from tests.factories import host_agency, make_content, make_release

__all__ = ["enter"]

pytestmark = pytest.mark.django_db

# A plate, which the editorial check finds whatever surrounds it; fictional.
ODD = "Se aseguró un vehículo con placas ABC-12-34 ficticias."


def address(release: Release, name: str = "desk-publish") -> str:
    return reverse(name, args=[release.pk])


def waiting(**content: Any) -> Release:
    content.setdefault("headline", "Título ficticio de prueba")
    return make_release(published=False, **content)


def answers(release: Release, accion: str = "publicar", **fields: str) -> dict[str, str]:
    """What the page's form sends."""
    fresh = Release.objects.get(pk=release.pk)
    return {
        "accion": accion,
        "release_version": str(fresh.lock_version),
        "draft_version": str(Draft.objects.get(pk=release.pk).lock_version),
        **fields,
    }


def minute(at: dt.datetime) -> dict[str, str]:
    local = timezone.localtime(at)
    return {"dia": f"{local:%Y-%m-%d}", "hora": f"{local:%H:%M}"}


def tomorrow() -> dt.datetime:
    return (database_now() + dt.timedelta(days=1)).replace(second=0, microsecond=0)


def text_of(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def two_people() -> None:
    host_agency()
    Office.objects.update(two_people=True)


def test_the_page_states_what_goes_out(enter: Any) -> None:
    release = waiting(folio="0296/2024", number=296, headline="Comparte experiencias ficticias")

    text = text_of(enter(EDITORS).get(address(release)))

    assert "0296 /2024" in text
    assert "Comparte experiencias ficticias" in text
    assert "4 de abril de 2024" in text
    assert "2 párrafos, 6 palabras." in text
    assert "El 0296/2024 sale en este momento" in text
    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW


def test_a_number_of_the_series_is_provisional_until_it_goes_out(enter: Any) -> None:
    make_release(number=296, folio="0296/2024")
    editor = make_member(EDITORS, username="elena")
    draft = actions.start_bulletin(by=editor)
    actions.save_draft(
        draft=draft, content=make_content(folio=""), lock_version=draft.lock_version, by=editor
    )
    release = draft.release

    before = text_of(enter(EDITORS).get(address(release)))
    enter(EDITORS).post(address(release), answers(release, **all_explained(release)))

    assert "0297 /2024 provisional: se fija al publicar o programar" in before
    assert "0297" in text_of(enter(EDITORS).get(address(release, "desk-publish-done")))


def all_explained(release: Release) -> dict[str, str]:
    return {"common_reason": "Motivo de la prueba."}


def test_publishing_now_leads_to_the_page_that_says_so(enter: Any, client: Client) -> None:
    release = waiting()

    answer = enter(EDITORS).post(address(release), answers(release))

    assert (answer.status_code, answer["Location"]) == (302, address(release, "desk-publish-done"))
    release.refresh_from_db()
    assert release.is_public
    page = text_of(enter(EDITORS).get(answer["Location"]))
    assert "Publicado" in page
    assert release.short_path in page
    assert client.get(release.short_path, follow=True).status_code == 200


def test_pressing_twice_publishes_once_and_both_answers_lead_to_the_same_page(enter: Any) -> None:
    release = waiting()
    sent = answers(release)
    client = enter(EDITORS)

    first, second = client.post(address(release), sent), client.post(address(release), sent)

    assert first["Location"] == second["Location"] == address(release, "desk-publish-done")
    assert release.revisions.count() == 1
    assert release.events.filter(kind=EventKind.PUBLISHED).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_publish_once(enter: Any) -> None:
    release = waiting(body=("Primer párrafo.", ODD))
    clients = [enter(EDITORS) for _ in range(4)]
    sent = answers(release, common_reason="Motivo de la prueba.")
    together = threading.Barrier(len(clients))
    got: list[tuple[int, str]] = []

    def press(client: Client) -> None:
        try:
            together.wait()
            answer = client.post(address(release), sent)
            got.append((answer.status_code, answer.get("Location", "")))
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert got == [(302, address(release, "desk-publish-done"))] * len(clients)
    assert release.revisions.count() == 1
    assert release.events.filter(kind=EventKind.PUBLISHED).count() == 1
    assert EditorialReason.objects.filter(release=release).count() >= 1


def test_the_row_of_the_search_and_the_entry_of_the_feed_are_shown_before(enter: Any) -> None:
    release = waiting(
        number=7411, headline="Título ficticio", body=("Un párrafo.",), summary_points=("Sumario.",)
    )

    page = enter(EDITORS).get(address(release))

    assert "Título ficticio" in page.context["row"]
    assert "Sumario." in page.context["row"]
    assert reverse("desk-preview", args=[release.pk]) in page.context["row"]
    assert page.context["entry"].title == "7411/2024 · Título ficticio"
    assert page.context["entry"].text == "Sumario.\n\nUn párrafo."
    actions.publish(release=release, by=None)
    feed = Client().get(reverse("archive-atom")).content.decode()
    assert "<title>7411/2024 · Título ficticio</title>" in feed
    assert "Sumario.\n\nUn párrafo." in feed


def test_a_new_bulletin_is_listed_under_its_provisional_folio(enter: Any) -> None:
    writing = actions.Writing(content=make_content(folio=""))
    release = actions.start_bulletin(writing=writing, by=None, issuer=host_agency()).release

    page = enter(EDITORS).get(address(release))

    assert page.context["shown"].folio_is_provisional
    assert page.context["entry"].title.startswith(f"{page.context['shown'].folio} · ")


def test_another_text_than_the_one_that_was_read_is_not_published(enter: Any) -> None:
    release = waiting(headline="Este título")
    client = enter(EDITORS)
    seen = client.get(address(release)).context["form"]["seen_text"].value()
    sent = answers(release, seen_text=seen)
    draft = release.draft
    actions.save_draft(
        draft=draft,
        content=make_content(headline="Otro título"),
        lock_version=draft.lock_version,
        by=None,
    )

    answer = client.post(address(release), sent)

    assert answer.status_code == 409
    text = text_of(answer)
    assert "Alguien guardó una versión más reciente" in text
    assert "Lo que usted leyó" in text
    assert "<del>Este</del> título" in answer.content.decode()
    assert "<ins>Otro</ins> título" in answer.content.decode()
    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW


def test_what_a_new_text_asks_for_is_not_asked_before_it_was_read(enter: Any) -> None:
    release = waiting()
    client = enter(EDITORS)
    seen = client.get(address(release)).context["form"]["seen_text"].value()
    sent = answers(release, seen_text=seen)
    doubtful = make_content(body=("El delincuente fue llevado ante la autoridad ficticia.",))
    actions.save_draft(
        draft=release.draft, content=doubtful, lock_version=release.draft.lock_version, by=None
    )

    answer = client.post(address(release), sent)

    assert answer.status_code == 409
    assert "Lo que usted leyó" in text_of(answer)
    assert answer.context["shown"].findings
    assert not answer.context["form"].errors


@pytest.mark.parametrize("seen", ["", "[1]", "{"])
def test_a_form_that_remembers_nothing_gets_the_text_of_now(enter: Any, seen: str) -> None:
    release = waiting()
    sent = {**answers(release), "draft_version": "99", "seen_text": seen}

    answer = enter(EDITORS).post(address(release), sent)

    assert answer.status_code == 409
    assert "El texto es el mismo" not in text_of(answer)


def test_where_only_the_minute_changed_it_is_said_that_the_text_did_not(enter: Any) -> None:
    release = waiting()
    client = enter(EDITORS)
    seen = client.get(address(release)).context["form"]["seen_text"].value()
    sent = answers(release, seen_text=seen)
    actions.schedule(release=release, at=tomorrow(), by=None)

    answer = client.post(address(release), sent)

    assert answer.status_code == 409
    assert "El texto es el mismo" in text_of(answer)


def test_what_somebody_published_with_another_text_is_told(enter: Any) -> None:
    release = waiting()
    sent = {**answers(release), "draft_version": "99"}
    actions.publish(release=release, by=None)

    answer = enter(EDITORS).post(address(release), sent)

    assert answer.status_code == 409
    assert "no se cambió nada" in text_of(answer)


@pytest.mark.parametrize("accion", ["publicar", "programar"])
def test_what_is_not_whole_does_not_go_out(enter: Any, accion: str) -> None:
    release = waiting(headline="", issued_on=None)
    client = enter(EDITORS)

    assert "Falta el título y la fecha." in text_of(client.get(address(release)))
    answer = client.post(
        address(release),
        answers(release, accion, common_reason="Motivo.", **minute(tomorrow())),
    )

    assert answer.status_code == 422
    assert "Falta: el título, la fecha." in text_of(answer)
    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW


def test_what_the_check_finds_needs_a_reason_and_blocks_nothing(enter: Any) -> None:
    release = waiting(body=("Primer párrafo.", ODD))
    client = enter(EDITORS)
    page = client.get(address(release)).content.decode()
    fields = re.findall(r'name="(motivo-[^"]+)"', page)
    assert fields

    refused = client.post(address(release), answers(release))
    assert refused.status_code == 422
    assert "Corríjalo, o diga por qué se publica así." in text_of(refused)
    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW

    client.post(address(release), answers(release, **dict.fromkeys(fields, "Son ficticias.")))
    release.refresh_from_db()
    assert release.is_public
    kept = EditorialReason.objects.filter(release=release)
    assert {(row.reason, row.by.username) for row in kept} == {("Son ficticias.", "ana")}
    assert {f"motivo-{row.finding}" for row in kept} == set(fields)


def test_a_reason_given_before_is_not_asked_again(enter: Any) -> None:
    release = waiting(body=("Primer párrafo.", ODD))
    client = enter(EDITORS)
    client.post(
        address(release),
        answers(release, "programar", common_reason="Son ficticias.", **minute(tomorrow())),
    )

    page = client.get(address(release))

    assert 'name="motivo-' not in page.content.decode()
    assert "ya explicado" in text_of(page)


def test_scheduling_keeps_the_exact_minute_and_says_it_in_words(enter: Any) -> None:
    release = waiting()
    at = tomorrow()

    answer = enter(EDITORS).post(address(release), answers(release, "programar", **minute(at)))

    release.refresh_from_db()
    assert (release.state, release.publish_at) == (ReleaseState.SCHEDULED, at)
    text = text_of(enter(EDITORS).get(answer["Location"]))
    assert f"{timezone.localtime(at):%H:%M} h , hora del centro de México" in text


def test_pressing_twice_schedules_once(enter: Any) -> None:
    release = waiting()
    sent = answers(release, "programar", **minute(tomorrow()))
    client = enter(EDITORS)

    first, second = client.post(address(release), sent), client.post(address(release), sent)

    assert first["Location"] == second["Location"]
    assert release.events.filter(kind=EventKind.SCHEDULED).count() == 1


def test_a_scheduled_one_is_moved_or_published_at_once(enter: Any) -> None:
    release = waiting()
    client = enter(EDITORS)
    at = tomorrow()
    client.post(address(release), answers(release, "programar", **minute(at)))
    later = at + dt.timedelta(days=2)

    page = client.get(address(release)).content.decode()
    assert f'value="{timezone.localtime(at):%H:%M}"' in page
    client.post(address(release), answers(release, "programar", **minute(later)))
    release.refresh_from_db()
    assert release.publish_at == later

    client.post(address(release), answers(release))
    release.refresh_from_db()
    assert release.is_public


def test_a_minute_that_has_gone_by_asks_once_more(enter: Any) -> None:
    release = waiting()
    gone = minute(database_now() - dt.timedelta(hours=1))

    answer = enter(EDITORS).post(address(release), answers(release, "programar", **gone))

    assert answer.status_code == 422
    assert "Esa hora ya pasó Se publicará de inmediato" in text_of(answer)
    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW
    enter(EDITORS).post(address(release), answers(release, "publicar", **gone))
    release.refresh_from_db()
    assert release.is_public


@pytest.mark.parametrize(
    ("day", "hour", "said"),
    [
        ("", "18:00", "Elija el día en que saldrá."),
        ("2099-04-08", "", "Elija la hora en que saldrá."),
        ("2099-02-30", "18:00", "Escriba el día como aaaa-mm-dd."),
        ("2099-04-08", "25:00", "Escriba la hora de 00:00 a 23:59"),
        # In central Mexico clocks changed until 2022: an hour was skipped, another one repeated.
        ("2022-04-03", "02:30", "Esa hora no existe o se repite"),
        ("2022-10-30", "01:30", "Esa hora no existe o se repite"),
    ],
)
def test_a_minute_that_is_none_is_refused(enter: Any, day: str, hour: str, said: str) -> None:
    release = waiting()

    answer = enter(EDITORS).post(
        address(release), answers(release, "programar", dia=day, hora=hour)
    )

    assert answer.status_code == 422
    assert said in text_of(answer)


def test_an_act_that_is_none_is_refused(enter: Any) -> None:
    release = waiting()

    assert enter(EDITORS).post(address(release), answers(release, "otra")).status_code == 422
    assert enter(EDITORS).post(address(release), {}).status_code == 422


def test_with_two_people_the_page_asks_instead_of_publishing(enter: Any) -> None:
    two_people()
    release = waiting()
    client = enter(EDITORS)
    assert "Publicar ahora" not in text_of(client.get(address(release)))

    assert client.post(address(release), answers(release)).status_code == 422
    answer = client.post(address(release), answers(release, "pedir"))

    assert "Todavía no se publica" in text_of(client.get(answer["Location"]))
    request = Authorization.objects.get(release=release)
    assert (request.act, request.requested_by.username) == (PendingAct.PUBLISH, "ana")
    actions.authorise(authorization=request, by=make_member(EDITORS, username="elena"))
    release.refresh_from_db()
    assert release.is_public


def test_with_two_people_a_minute_waits_for_the_second_one(enter: Any) -> None:
    two_people()
    release = waiting()
    at = tomorrow()

    enter(EDITORS).post(address(release), answers(release, "pedir-hora", **minute(at)))

    request = Authorization.objects.get(release=release)
    actions.authorise(authorization=request, by=make_member(EDITORS, username="elena"))
    release.refresh_from_db()
    assert (release.state, release.publish_at) == (ReleaseState.SCHEDULED, at)


def test_an_emergency_goes_out_with_its_reason_and_waits_for_a_signature(enter: Any) -> None:
    two_people()
    release = waiting(body=("Primer párrafo.", ODD))
    client = enter(EDITORS)

    silent = client.post(address(release), answers(release, "emergencia"))
    assert "Escriba por qué no puede esperar" in text_of(silent)
    client.post(
        address(release), answers(release, "emergencia", emergency_reason="Alerta ficticia.")
    )

    release.refresh_from_db()
    assert release.is_public
    request = Authorization.objects.get(release=release)
    assert (request.act, request.reason) == (PendingAct.COUNTERSIGN, "Alerta ficticia.")
    assert EditorialReason.objects.filter(release=release, reason="Alerta ficticia.").exists()


def test_who_prepares_asks_and_does_not_publish(enter: Any) -> None:
    release = waiting()
    client = enter(WRITERS)

    assert "Pedir autorización" in text_of(client.get(address(release)))
    assert client.post(address(release), answers(release)).status_code == 403
    client.post(address(release), answers(release, "pedir"))

    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW
    assert Authorization.objects.filter(release=release).count() == 1


def test_who_audits_and_who_reads_stay_outside(enter: Any) -> None:
    release = waiting()

    assert enter(AUDITORS).get(address(release)).status_code == 403
    assert Client().get(address(release)).status_code == 302
    assert enter(EDITORS).get(reverse("desk-publish", args=[0])).status_code == 404


def test_the_page_of_what_happened_is_only_for_what_happened(enter: Any) -> None:
    release = waiting()
    client = enter(EDITORS)

    assert client.get(address(release, "desk-publish-done"))["Location"] == address(release)
    actions.publish(release=release, by=None)
    assert client.get(address(release))["Location"] == address(release, "desk-publish-done")
    actions.withdraw(release=release, note="Retirado en la prueba.", by=None)
    assert client.get(address(release, "desk-publish-done")).status_code == 404
