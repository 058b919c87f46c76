"""Bulletins in the administration: the list, publishing, withdrawing, and the kept files."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from releases import storage
from releases.models import Release
from releases.publishing import actions
from releases.publishing.content import content_of_draft
from releases.roles import EDITORS, WRITERS
from releases.vocabulary import ReleaseState, SourceKind
from tests.admin.conftest import Enter, release_url
from tests.factories import make_place, make_release

pytestmark = pytest.mark.django_db

LIST = "/administracion/releases/release/"


@pytest.fixture
def editor(enter: Enter) -> Client:
    return enter(EDITORS)


def listed(client: Client, **asked: str) -> set[Release]:
    page = client.get(LIST, asked)
    assert page.status_code == HTTPStatus.OK
    return set(page.context["cl"].result_list)


def test_the_list_shows_folio_date_title_place_state_and_version(editor: Client) -> None:
    make_release(folio="0731/2024", headline="Se enciende un faro ficticio", issued_in=make_place())
    page = editor.get(LIST).content.decode()
    for shown in ("0731/2024", "4 abr 2024", "faro ficticio", "San Ficticio", "Publicado"):
        assert shown in page


@pytest.mark.parametrize(
    "typed",
    [
        "0275/2024",
        "0275",
        "275/2024",
        "comunicado 275 de 2024",
        "policia faro",
        "POLICÍAS",
        "faros",
    ],
)
def test_bulletins_are_found_as_in_the_public_search(editor: Client, typed: str) -> None:
    wanted = make_release(number=275, headline="La policía inaugura un faro ficticio")
    make_release(number=9275, headline="Otro asunto ficticio")
    assert listed(editor, q=typed) == {wanted}


def test_unpublished_ones_are_found_by_their_title(editor: Client) -> None:
    wanted = make_release(published=False, headline="UN FARO DE LA POLICÍA POR REVISAR")
    make_release(published=False, headline="Otro asunto ficticio")
    for typed in ("faro", "Faros policia", "POLICÍA"):
        assert listed(editor, q=typed) == {wanted}


@pytest.mark.parametrize("typed", ["'", "\\", "a & | ! (", "\x00", "%", "x" * 5000, "de la los"])
def test_odd_searches_get_an_answer(editor: Client, typed: str) -> None:
    make_release()
    assert editor.get(LIST, {"q": typed}).status_code in {HTTPStatus.OK, HTTPStatus.BAD_REQUEST}


def test_filters_tell_states_and_corrections_apart(editor: Client) -> None:
    draft, public = make_release(published=False), make_release()
    withdrawn, discarded = make_release(), make_release(published=False)
    actions.withdraw(release=withdrawn, note="Nota.", by=None)
    actions.discard(release=discarded, by=None)
    assert listed(editor) == {draft, public, withdrawn}
    assert listed(editor, state__exact=ReleaseState.PUBLISHED.value) == {public}
    assert listed(editor, correcciones="si") == {withdrawn}
    assert listed(editor, correcciones="no") == {public}
    assert listed(editor, descartados="si") == {discarded}


def test_the_list_asks_the_database_a_fixed_number_of_times(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(6):
        make_release(issued_in=make_place())
        make_release(published=False)
    with django_assert_max_num_queries(14):
        editor.get(LIST)


def test_a_bulletins_page_asks_a_fixed_number_of_times(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    release = make_release(issued_in=make_place())
    with django_assert_max_num_queries(30):
        editor.get(release_url(release))


def test_publishing_asks_with_every_folio_and_then_does_it(editor: Client) -> None:
    releases = [make_release(published=False) for _ in range(2)]
    chosen = {"action": "publish_selected", "_selected_action": [r.pk for r in releases]}
    page = editor.post(LIST, chosen)
    text = page.content.decode()
    assert all(f"{release.number:04d}/2024" in text for release in releases)
    assert not Release.objects.public().exists()
    seen = {c.field_name: c.token for c in page.context["candidates"]}
    editor.post(LIST, {**chosen, **seen, "confirmado": "si"})
    assert set(Release.objects.public()) == set(releases)


def test_what_changed_since_the_question_is_not_published(editor: Client) -> None:
    release = make_release(published=False)
    url = release_url(release, "publish")
    seen = {c.field_name: c.token for c in editor.get(url).context["candidates"]}
    draft = release.draft
    actions.save_draft(
        draft=draft, content=content_of_draft(draft), lock_version=draft.lock_version, by=None
    )
    page = editor.post(url, {**seen, "confirmado": "si"}, follow=True)
    assert "Alguien guardó" in page.content.decode()
    assert not Release.objects.public().exists()


def test_a_double_click_publishes_once(editor: Client) -> None:
    release = make_release(published=False)
    url = release_url(release, "publish")
    seen = {c.field_name: c.token for c in editor.get(url).context["candidates"]}
    for _ in range(2):
        editor.post(url, {**seen, "confirmado": "si"})
    assert release.revisions.count() == 1


def test_an_incomplete_bulletin_says_what_it_lacks(editor: Client) -> None:
    release = make_release(published=False, body=())
    url = release_url(release, "publish")
    page = editor.get(url)
    assert "el texto: no se publicará" in page.content.decode()
    seen = {c.field_name: c.token for c in page.context["candidates"]}
    page = editor.post(url, {**seen, "confirmado": "si"}, follow=True)
    assert "Falta: el texto" in page.content.decode()


def test_writers_are_not_offered_to_publish(enter: Enter) -> None:
    release = make_release(published=False)
    client = enter(WRITERS)
    assert "publish_selected" not in client.get(LIST).content.decode()
    chosen = {"action": "publish_selected", "_selected_action": release.pk, "confirmado": "si"}
    client.post(LIST, chosen)
    assert not Release.objects.public().exists()


def test_withdrawing_takes_a_public_note_and_keeps_the_reason_inside(editor: Client) -> None:
    release = make_release()
    url = release_url(release, "withdraw")
    assert editor.post(url, {"note": " "}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    editor.post(url, {"note": "Se retira por error.", "reason": "Oficio ficticio 12"})
    release.refresh_from_db()
    assert release.state == ReleaseState.WITHDRAWN
    public = Client().get(release.get_absolute_url())
    assert public.status_code == HTTPStatus.GONE
    assert "Se retira por error." in public.content.decode()
    assert "Oficio ficticio 12" not in public.content.decode()
    assert "Oficio ficticio 12" in editor.get(release_url(release)).content.decode()


def test_withdrawing_twice_is_refused(editor: Client) -> None:
    release = make_release()
    url = release_url(release, "withdraw")
    editor.post(url, {"note": "Nota."})
    assert editor.post(url, {"note": "Otra."}).status_code == HTTPStatus.CONFLICT


def test_restoring_makes_it_public_again_with_its_note(editor: Client) -> None:
    release = make_release()
    actions.withdraw(release=release, note="Nota.", by=None)
    editor.post(release_url(release, "restore"), {"note": "Se retiró por confusión."})
    release.refresh_from_db()
    assert release.is_public
    assert release.current_revision
    assert release.current_revision.change_note == "Se retiró por confusión."


def test_a_withdrawn_bulletin_has_no_form(editor: Client) -> None:
    release = make_release()
    actions.withdraw(release=release, note="Nota.", by=None)
    assert "id_headline" not in editor.get(release_url(release)).content.decode()


def test_nothing_is_added_here(editor: Client) -> None:
    assert editor.get(reverse("admin:releases_release_add")).status_code == HTTPStatus.FORBIDDEN


def test_unknown_bulletins_are_not_found(editor: Client) -> None:
    for odd in ("999999", "x", "1_2F"):
        assert editor.get(f"{LIST}{odd}/change/").status_code == HTTPStatus.NOT_FOUND


def test_the_kept_file_downloads_byte_for_byte_without_power(
    editor: Client, tmp_path: Path
) -> None:
    kept = tmp_path / "prueba.pdf"
    kept.write_bytes(b"%PDF-1.4 ficticio <script>alert(1)</script>")
    sha256 = storage.keep(kept)
    file = actions.ReceivedFile(
        sha256=sha256,
        media_type="application/pdf",
        file_name="prueba.pdf",
        size=kept.stat().st_size,
        kind=SourceKind.ORIGINAL,
        reading=actions.Reading(extractor="prueba/1", lines=[{"text": "Renglón ficticio"}]),
    )
    source = make_release(published=False, file=file).sources.get()
    url = reverse("admin:releases_sourcedocument_file", args=[source.pk])
    answer: Any = editor.get(url)
    assert b"".join(answer.streaming_content) == kept.read_bytes()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert Client().get(url).status_code == HTTPStatus.FOUND
    page = editor.get(
        reverse("admin:releases_extraction_change", args=[source.extractions.get().pk])
    )
    assert "Renglón ficticio" in page.content.decode()


def test_a_file_missing_from_the_store_is_said_plainly(editor: Client) -> None:
    source = make_release().sources.get()
    url = reverse("admin:releases_sourcedocument_file", args=[source.pk])
    answer = editor.get(url)
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "no está en el almacén" in answer.content.decode()
