"""A correction made in the administration: a new version with its note, never a lost one."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from releases.models import Draft, Release, User
from releases.publishing import actions
from releases.publishing.content import content_of_draft, content_of_revision
from releases.roles import EDITORS, WRITERS
from releases.vocabulary import RevisionKind
from tests.admin.conftest import Enter, form_data, release_url
from tests.factories import (
    make_agency,
    make_content,
    make_file,
    make_place,
    make_release,
    make_topic,
)

pytestmark = pytest.mark.django_db

WRONG = "La policía COMPORTE acciones con la comunidad ficticia"
RIGHT = "La policía COMPARTE acciones con la comunidad ficticia"


@pytest.fixture
def editor(enter: Enter) -> Client:
    return enter(EDITORS)


def _correct(client: Client, release: Release, **changes: object) -> Any:
    page = client.get(release_url(release))
    stated = {"kind": "dato", "change_note": "Se corrige una letra del título."}
    sent = form_data(page, **{**stated, **changes})
    return client.post(release_url(release), sent)


def test_a_corrected_title_is_version_two_with_its_note(editor: Client) -> None:
    release = make_release(headline=WRONG)
    _correct(editor, release, headline=RIGHT)
    release.refresh_from_db()
    first, second = release.revisions.order_by("number")
    assert release.current_revision == second
    assert (first.headline, second.headline) == (WRONG, RIGHT)
    assert second.kind == RevisionKind.CORRECTION
    assert second.change_note == "Se corrige una letra del título."
    assert second.created_by == User.objects.get(username="ana")


def test_what_was_not_touched_stays_word_for_word(editor: Client) -> None:
    place, agency, topic = make_place(), make_agency(), make_topic()
    release = make_release(
        headline=WRONG,
        body=(
            "Primer párrafo\ncon un renglón partido.",
            "Segundo «párrafo» — con signos; y 3.5 %.",
        ),
        summary_points=("Uno.", "Dos."),
        issued_in=place,
        agencies=[agency],
        places=[place],
        topics=[topic],
    )
    assert release.current_revision
    before = content_of_revision(release.current_revision)
    _correct(editor, release, headline=RIGHT)
    release.refresh_from_db()
    assert release.current_revision
    after = content_of_revision(release.current_revision)
    assert after.body == before.body
    assert after.summary_points == before.summary_points
    assert (after.issued_on, after.issued_in) == (before.issued_on, place.slug)
    assert (after.agencies, after.places, after.topics) == (
        before.agencies,
        before.places,
        before.topics,
    )


def test_entities_chosen_by_a_person_are_kept_as_theirs(editor: Client) -> None:
    kept, dropped, added = (make_agency(f"Dependencia Ficticia {n}") for n in "ABC")
    release = make_release(agencies=[kept, dropped])
    _correct(editor, release, agencies=[str(kept.pk), str(added.pk)])
    release.refresh_from_db()
    assert release.current_revision
    mentions = release.current_revision.mentions.filter(agency__isnull=False)
    assert set(mentions.values_list("agency_id", flat=True)) == {kept.pk, added.pk}
    assert mentions.get(agency=added).method == "persona"
    assert all(mention.confirmed for mention in mentions)


def test_a_name_in_changed_words_is_found_again(editor: Client) -> None:
    agency = make_agency("Comisión Ficticia de Faros")
    release = make_release(agencies=[agency], body=("Nada todavía.",))
    _correct(editor, release, body="Hoy, la Comisión Ficticia de Faros informó.")
    release.refresh_from_db()
    assert release.current_revision
    mention = release.current_revision.mentions.get(agency=agency)
    assert (mention.field, mention.paragraph, mention.start) == ("body", 0, 8)


@pytest.mark.parametrize("missing", ["change_note", "kind"])
def test_a_correction_without_note_or_kind_is_refused(editor: Client, missing: str) -> None:
    release = make_release(headline=WRONG)
    answer = _correct(editor, release, headline=RIGHT, **{missing: "  "})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert release.revisions.count() == 1


def test_a_correction_that_changes_nothing_makes_no_version(editor: Client) -> None:
    release = make_release()
    answer = _correct(editor, release)
    assert "No hay diferencias" in answer.content.decode()
    assert release.revisions.count() == 1


def test_the_slower_of_two_sees_both_texts_and_writes_nothing(editor: Client) -> None:
    release = make_release(headline=WRONG)
    sent = form_data(
        editor.get(release_url(release)),
        headline="Lo de la segunda",
        kind="dato",
        change_note="Otra.",
    )
    _correct(editor, release, headline="Lo de la primera")
    answer = editor.post(release_url(release), sent)
    assert answer.status_code == HTTPStatus.CONFLICT
    page = answer.content.decode()
    assert "primera" in page
    assert "segunda" in page
    release.refresh_from_db()
    assert release.current_revision
    assert release.current_revision.headline == "Lo de la primera"
    assert release.revisions.count() == 2


def test_a_draft_saved_by_another_first_is_not_overwritten(enter: Enter) -> None:
    client = enter(WRITERS)
    release = make_release(published=False)
    stale = form_data(client.get(release_url(release)), headline="Lo de la segunda")
    fresh = form_data(client.get(release_url(release)), headline="Lo de la primera")
    assert client.post(release_url(release), fresh).status_code == HTTPStatus.FOUND
    assert client.post(release_url(release), stale).status_code == HTTPStatus.CONFLICT
    assert Draft.objects.get(pk=release.pk).headline == "Lo de la primera"


def test_a_draft_published_meanwhile_is_a_conflict_too(enter: Enter) -> None:
    client = enter(WRITERS)
    release = make_release(published=False)
    sent = form_data(client.get(release_url(release)), headline="Tarde")
    actions.publish(release=release, by=None)
    answer = client.post(release_url(release), sent)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Tarde" in answer.content.decode()
    assert release.revisions.count() == 1


def test_a_discarded_draft_is_not_edited(enter: Enter) -> None:
    client = enter(WRITERS)
    release = make_release(published=False)
    actions.discard(release=release, by=None)
    page = client.get(release_url(release))
    sent = form_data(page, headline="Otra")
    assert "id_headline" not in page.content.decode()
    assert client.post(release_url(release), sent).status_code == HTTPStatus.FORBIDDEN


def test_a_saved_draft_counts_as_seen_by_a_person(enter: Enter) -> None:
    release = make_release(published=False)
    client = enter(WRITERS)
    client.post(
        release_url(release), form_data(client.get(release_url(release)), folio="0001/2024")
    )
    draft = Draft.objects.get(pk=release.pk)
    assert content_of_draft(draft).folio == "0001/2024"
    assert "headline" in draft.confirmed
    assert draft.saved_by == User.objects.get(username="bruno")


def test_a_proposed_correction_is_published_from_its_own_page(editor: Client) -> None:
    release = make_release(headline=WRONG)
    actions.propose_correction(
        release=release,
        file=make_file("corregido.pdf"),
        content=make_content(headline=RIGHT, folio=f"{release.number:04d}/2024"),
        by=None,
    )
    assert "propone otro texto" in editor.get(release_url(release)).content.decode()
    url = f"{release_url(release)}?propuesta=1"
    page = editor.get(url)
    assert page.context["form"]["headline"].value() == RIGHT
    editor.post(url, form_data(page, kind="dato", change_note="Como en el archivo corregido."))
    release.refresh_from_db()
    assert release.current_revision
    assert release.current_revision.headline == RIGHT
    assert release.current_revision.source
    assert release.current_revision.source.file_name == "corregido.pdf"
    assert not Draft.objects.filter(pk=release.pk).exists()


def test_hostile_text_is_stored_and_shown_as_text(editor: Client) -> None:
    release = make_release()
    _correct(editor, release, headline="<script>alert(1)</script> ficticio")
    page = editor.get(release_url(release)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("date", ["31/02/2024", "mañana", "", "2024-13-45"])
def test_a_date_that_does_not_exist_is_refused_beside_its_field(editor: Client, date: str) -> None:
    release = make_release()
    answer = _correct(editor, release, issued_on=date)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert release.revisions.count() == 1
