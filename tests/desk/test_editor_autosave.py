"""Saving while somebody writes: one draft, no flood, nobody else's text overwritten."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from releases.models import Draft, Release, ReleaseEvent
from releases.publishing import actions
from releases.roles import EDITORS, WRITERS
from tests.admin.conftest import enter
from tests.desk.editing import NEW, edit_path, typed

__all__ = ["enter"]

pytestmark = pytest.mark.django_db

WHOLE = {"headline": "Título ficticio", "body": "Texto ficticio.", "issued_on": "2024-04-04"}


def autosave(client: Client, path: str, fields: dict[str, str]) -> Any:
    return client.post(path, fields, headers={"X-Autosave": "1"})


def trail_of(draft: Any) -> int:
    """How many changes of the draft the audit trail keeps."""
    return int(draft.changes.count())


def begin(client: Client) -> tuple[Draft, dict[str, str]]:
    """A bulletin that the page began by itself, with the fields as its script holds them then."""
    fields = typed(client, **WHOLE)
    answer = autosave(client, NEW, fields).json()
    draft = Draft.objects.get()
    assert answer["address"] == edit_path(draft)
    return draft, {**fields, "lock_version": str(answer["lock_version"])}


def test_the_first_words_begin_a_bulletin_and_say_when_it_was_saved(enter: Any) -> None:
    client = enter(WRITERS)
    answer = autosave(client, NEW, typed(client, **WHOLE))

    said = answer.json()
    draft = Draft.objects.get()
    assert said["release"] == draft.pk
    assert said["said"] == f"Borrador guardado a las {timezone.localtime(draft.saved_at):%H:%M} h"


def test_a_hundred_pauses_leave_one_draft_one_event_and_no_row_in_the_trail(enter: Any) -> None:
    client = enter(WRITERS)
    draft, fields = begin(client)
    rows = trail_of(draft)
    for number in range(100):
        answer = autosave(client, edit_path(draft), {**fields, "headline": f"Título {number}"})
        fields["lock_version"] = str(answer.json()["lock_version"])

    draft.refresh_from_db()
    assert draft.headline == "Título 99"
    assert Release.objects.count() == ReleaseEvent.objects.count() == 1
    assert trail_of(draft) == rows


def test_a_save_by_hand_is_kept_in_the_trail(enter: Any) -> None:
    client = enter(WRITERS)
    draft, _ = begin(client)
    rows = trail_of(draft)
    client.post(edit_path(draft), typed(client, draft, headline="Otro título"))
    assert trail_of(draft) == rows + 1


def test_another_persons_first_pause_is_kept_in_the_trail(enter: Any) -> None:
    draft, _ = begin(enter(WRITERS))
    rows = trail_of(draft)
    ana = enter(EDITORS)
    autosave(ana, edit_path(draft), typed(ana, draft, headline="Título de Ana"))
    assert trail_of(draft) == rows + 1


def test_nothing_new_is_not_saved_again(enter: Any) -> None:
    client = enter(WRITERS)
    draft, fields = begin(client)
    before = Draft.objects.values().get()
    autosave(client, edit_path(draft), fields)
    assert Draft.objects.values().get() == before


def test_a_page_goes_on_saving_when_an_answer_got_lost(enter: Any) -> None:
    client = enter(WRITERS)
    draft, fields = begin(client)
    autosave(client, edit_path(draft), {**fields, "headline": "Respuesta perdida"})
    answer = autosave(client, edit_path(draft), {**fields, "headline": "Título posterior"})

    assert answer.status_code == HTTPStatus.OK
    assert Draft.objects.get().headline == "Título posterior"


def test_a_bulletin_begun_in_an_answer_that_got_lost_is_not_begun_again(enter: Any) -> None:
    client = enter(WRITERS)
    fields = typed(client, **WHOLE)
    autosave(client, NEW, fields)
    autosave(client, NEW, {**fields, "headline": "Título posterior"})

    assert Draft.objects.get().headline == "Título posterior"


def test_a_late_page_does_not_overwrite_what_somebody_else_saved(enter: Any) -> None:
    bruno, ana = enter(WRITERS), enter(EDITORS)
    draft, fields = begin(bruno)
    ana.post(edit_path(draft), typed(ana, draft, headline="Título de Ana"))

    answer = autosave(bruno, edit_path(draft), {**fields, "headline": "Título de Bruno"})
    assert (answer.status_code, answer.json()["stale"]) == (HTTPStatus.CONFLICT, True)
    assert Draft.objects.get().headline == "Título de Ana"


def test_two_windows_of_one_person_do_not_overwrite_each_other(enter: Any) -> None:
    client = enter(WRITERS)
    draft, fields = begin(client)
    second = typed(client, draft, headline="Segunda ventana")
    autosave(client, edit_path(draft), second)

    answer = autosave(client, edit_path(draft), {**fields, "headline": "Primera ventana"})
    assert answer.status_code == HTTPStatus.CONFLICT
    assert Draft.objects.get().headline == "Segunda ventana"


def test_what_cannot_be_read_is_said_and_the_page_keeps_it(enter: Any) -> None:
    client = enter(WRITERS)
    draft, fields = begin(client)
    answer = autosave(client, edit_path(draft), {**fields, "folio": "mañana"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.json()["said"].startswith("Sin guardar. Escriba el número")


def test_half_a_sentence_never_saves_itself_into_what_is_scheduled(enter: Any) -> None:
    client = enter(EDITORS)
    draft, _ = begin(client)
    actions.schedule(release=draft.release, at=timezone.now() + dt.timedelta(days=1), by=None)
    fields = typed(client, Draft.objects.get(), body="Media frase sin")

    assert autosave(client, edit_path(draft), fields).status_code == HTTPStatus.CONFLICT
    assert Draft.objects.get().body == ["Texto ficticio."]


def test_a_public_bulletin_is_not_saved_any_more(enter: Any) -> None:
    client = enter(EDITORS)
    draft, fields = begin(client)
    actions.publish(release=draft.release, by=None)

    answer = autosave(client, edit_path(draft), fields)
    assert answer.status_code == HTTPStatus.FOUND
    assert not Draft.objects.exists()
