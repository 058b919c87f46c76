"""Two people review one draft: the second sees both texts. The texts are fictional."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from releases.models import Release
from releases.publishing.content import content_of_draft
from releases.roles import EDITORS, WRITERS
from tests.admin.conftest import make_member
from tests.desk.reviewing import address, draft_of, form_of, press, waiting
from tests.factories import make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Client:
    client = Client()
    client.force_login(make_member(EDITORS, first_name="Ana", last_name="Ficticia"))
    return client


@pytest.fixture
def second() -> Client:
    client = Client()
    client.force_login(make_member(WRITERS))
    return client


def late_save(first: Client, second: Client, release: Release, **typed: Any) -> Any:
    """The second person opens the page, the first saves another title, the second saves."""
    stale = form_of(second.get(address(release)), accion="publicar", **typed)
    press(first, release, "guardar", headline="Título de la primera")
    return second.post(address(release), stale)


def sent_from(page: str) -> dict[str, list[str]]:
    """The hidden fields of the page of two texts, as a browser sends them."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page)
    found += re.findall(r'<textarea name="(\w+)" hidden>([^<]*)</textarea>', page)
    data: dict[str, list[str]] = {}
    for name, value in found:
        data.setdefault(name, []).append(value)
    return data


def test_a_late_save_shows_both_texts_and_saves_none(first: Client, second: Client) -> None:
    release = waiting(headline="Título leído")

    answer = late_save(first, second, release, headline="Título de la segunda")

    assert answer.status_code == HTTPStatus.CONFLICT
    page = answer.content.decode()
    assert "Ana Ficticia guardó este comunicado" in page
    (clash,) = answer.context["clashes"]
    assert (clash.kept, clash.typed) == ("Título de la primera", "Título de la segunda")
    assert clash.is_mine
    assert draft_of(release).headline == "Título de la primera"


@pytest.mark.parametrize(
    ("choice", "kept"), [("mia", "Título de la segunda"), ("otra", "Título de la primera")]
)
def test_the_person_chooses_for_each_field_and_the_rest_of_theirs_is_kept(
    first: Client, second: Client, choice: str, kept: str
) -> None:
    topic = make_topic("Tema elegido")
    release = waiting(headline="Título leído", body=("Uno.", "Dos."))
    answer = late_save(
        first,
        second,
        release,
        headline="Título de la segunda",
        body=["Uno.", "Dos, cambiado."],
        topics=[topic.slug],
    )
    data = sent_from(answer.content.decode())
    chosen = {"usar_headline": choice, "usar_body": "mia", "usar_topics": "mia"}

    answer = second.post(address(release), {**data, **chosen, "accion": "guardar"})

    assert answer.status_code == HTTPStatus.FOUND
    draft = draft_of(release)
    assert draft.headline == kept
    assert draft.body == ["Uno.", "Dos, cambiado."]
    assert content_of_draft(draft).topics == (topic.slug,)


def test_what_the_late_one_never_touched_is_not_offered_as_theirs(
    first: Client, second: Client
) -> None:
    release = waiting(headline="Título leído")

    answer = late_save(first, second, release, dateline="Otro renglón impreso")

    by_field = {clash.field: clash for clash in answer.context["clashes"]}
    assert set(by_field) == {"headline", "dateline"}
    assert not by_field["headline"].is_mine
    assert by_field["dateline"].is_mine
    assert "Usted no lo cambió" in answer.content.decode()


def test_a_bad_date_of_a_late_save_is_shown_as_it_was_typed(first: Client, second: Client) -> None:
    release = waiting()

    answer = late_save(first, second, release, issued_on="mañana")

    assert answer.status_code == HTTPStatus.CONFLICT
    shown = {clash.field: clash.typed for clash in answer.context["clashes"]}
    assert shown["issued_on"] == "mañana"


def test_a_third_save_in_between_asks_again(first: Client, second: Client) -> None:
    release = waiting(headline="Título leído")
    answer = late_save(first, second, release, headline="Título de la segunda")
    data = sent_from(answer.content.decode())
    press(first, release, "guardar", headline="Título aún más nuevo")

    answer = second.post(address(release), {**data, "usar_headline": "mia", "accion": "guardar"})

    assert answer.status_code == HTTPStatus.CONFLICT
    (clash,) = answer.context["clashes"]
    assert (clash.kept, clash.typed) == ("Título aún más nuevo", "Título de la segunda")


def test_texts_as_odd_as_markup_survive_the_choice(first: Client, second: Client) -> None:
    release = waiting()
    odd = 'Título con <b>etiqueta</b>, "comillas" & «signos»'

    answer = late_save(first, second, release, headline=odd)

    page = answer.content.decode()
    assert "<b>etiqueta</b>" not in page
    assert "&lt;b&gt;etiqueta&lt;/b&gt;" in page


def test_a_recent_save_by_another_is_said_on_the_page(first: Client, second: Client) -> None:
    release = waiting()
    press(first, release, "guardar", headline="Título de la primera")

    assert (
        "Ana Ficticia guardó este comunicado a las" in second.get(address(release)).content.decode()
    )
    assert "Ana Ficticia guardó" not in first.get(address(release)).content.decode()


def test_a_form_without_its_version_saves_nothing(first: Client) -> None:
    release = waiting(headline="Título leído")

    answer = first.post(address(release), {"accion": "guardar", "headline": "Otro"})

    assert answer.status_code == HTTPStatus.CONFLICT
    assert draft_of(release).headline == "Título leído"
