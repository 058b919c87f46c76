"""Correcting a public bulletin at the desk: in the open, never over somebody else's text."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from releases.models import Draft, EditorialReason, Release, User
from releases.publishing import actions
from releases.roles import AUDITORS, WRITERS
from releases.vocabulary import EventKind, RevisionKind
from tests.desk.correcting import (
    NOTE,
    correction_url,
    editor,
    form_data,
    has_draft,
    send,
    signed_in,
    withdrawal_url,
)
from tests.factories import make_agency, make_content, make_file, make_place, make_release

pytestmark = pytest.mark.django_db

WRONG = "La policía ficticia asegura 12 vehículos"
RIGHT = "La policía ficticia asegura 21 vehículos"


@pytest.fixture
def ana(db: None) -> User:
    return editor("ana")


@pytest.fixture
def client(ana: User) -> Client:
    return signed_in(ana)


def current_headline(release: Release) -> str:
    release.refresh_from_db()
    assert release.current_revision
    return release.current_revision.headline


def test_a_corrected_bulletin_is_public_at_once_with_its_note(client: Client, ana: User) -> None:
    release = make_release(headline=WRONG)
    answer = send(client, release, "publicar", headline=RIGHT, reason="Llamada ficticia")
    assert answer.status_code == HTTPStatus.FOUND
    release.refresh_from_db()
    revision = release.current_revision
    assert revision
    assert (revision.number, revision.headline, revision.change_note) == (2, RIGHT, NOTE)
    assert revision.created_by == ana
    event = release.events.get(kind=EventKind.CORRECTED)
    assert event.note == "Llamada ficticia"
    assert "Llamada ficticia" not in Client().get(release.get_absolute_url()).content.decode()


def test_what_was_not_touched_stays_word_for_word(client: Client) -> None:
    place, agency = make_place(), make_agency("Dependencia Ficticia de Faros")
    release = make_release(headline=WRONG, issued_in=place, agencies=[agency], places=[place])
    send(client, release, "publicar", headline=RIGHT)
    first, second = release.revisions.order_by("number")
    for field in ("folio", "body", "summary_points", "boilerplate", "dateline", "issued_on"):
        assert getattr(first, field) == getattr(second, field)
    assert first.entities == second.entities


def test_a_change_of_facts_is_no_erratum_whatever_the_person_says(client: Client) -> None:
    release = make_release(headline=WRONG)
    answer = send(client, release, "publicar", headline=RIGHT, kind="errata")
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "kind" in answer.context["form"].errors
    assert "Cambia lo informado" in page
    assert current_headline(release) == WRONG


@pytest.mark.parametrize("kind", ["errata", "dato"])
def test_no_correction_goes_out_without_its_public_note(client: Client, kind: str) -> None:
    release = make_release(headline="La policia ficticia informa")
    answer = send(
        client,
        release,
        "publicar",
        headline="La policía ficticia informa",
        kind=kind,
        change_note="  ",
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "change_note" in answer.context["form"].errors
    assert release.revisions.count() == 1


def test_a_note_that_is_too_long_is_refused_beside_its_field(client: Client) -> None:
    release = make_release(headline="La policia ficticia informa")

    answer = send(
        client, release, "publicar", headline="La policía ficticia informa", change_note="a" * 300
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "La nota tiene 300 caracteres y caben 280." in answer.content.decode()
    assert release.revisions.count() == 1


def test_a_spelling_mistake_is_offered_its_note(client: Client) -> None:
    release = make_release(headline="La policia ficticia informa")
    typed = {"headline": "La policía ficticia informa", "kind": "errata", "change_note": ""}
    assert "Se corrigió la ortografía." in send(client, release, "ver", **typed).content.decode()
    answer = send(client, release, "proponer-nota", **typed)
    assert answer.context["form"]["change_note"].value() == "Se corrigió la ortografía."
    assert release.revisions.count() == 1


def test_the_preview_shows_the_difference_word_by_word_and_stores_nothing(client: Client) -> None:
    release = make_release(headline=WRONG)
    page = send(client, release, "ver", headline=RIGHT).content.decode()
    assert '<del><span class="oculto">Se quitó: </span>12</del>' in page
    assert '<ins><span class="oculto">Se agregó: </span>21</ins>' in page
    assert "Cambia lo informado" in page
    assert NOTE in page
    assert not has_draft(release)
    assert release.revisions.count() == 1


def test_the_page_opens_with_the_public_text_and_no_change(client: Client) -> None:
    page = client.get(correction_url(make_release(headline=WRONG))).content.decode()
    assert WRONG in page
    assert "Sin cambios todavía" in page


def test_a_correction_without_change_makes_no_version(client: Client) -> None:
    release = make_release()
    answer = send(client, release, "publicar")
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "No hay diferencias" in answer.content.decode()
    assert release.revisions.count() == 1


def test_a_saved_correction_waits_beside_what_is_public(client: Client) -> None:
    release = make_release(headline=WRONG)
    send(client, release, "guardar", headline=RIGHT, change_note="")
    assert current_headline(release) == WRONG
    assert Draft.objects.get(pk=release.pk).headline == RIGHT
    assert RIGHT not in Client().get(release.get_absolute_url()).content.decode()
    assert client.get(correction_url(release)).context["form"]["headline"].value() == RIGHT
    send(client, release, "publicar")
    assert current_headline(release) == RIGHT
    assert not has_draft(release)


def test_a_discarded_correction_leaves_no_trace_in_public(client: Client) -> None:
    release = make_release(headline=WRONG)
    send(client, release, "guardar", headline=RIGHT)
    send(client, release, "descartar")
    assert not has_draft(release)
    assert current_headline(release) == WRONG


def test_the_slower_of_two_sees_both_texts_and_writes_nothing(client: Client) -> None:
    release = make_release(headline=WRONG)
    slow = form_data(client.get(correction_url(release)), headline="De la segunda persona")
    send(client, release, "publicar", headline=RIGHT)
    answer = client.post(correction_url(release), {**slow, "accion": "publicar"})
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert RIGHT.split("asegura ")[1] in page
    assert "De la segunda persona" in page
    assert answer.context["form"]["headline"].value() == "De la segunda persona"
    assert current_headline(release) == RIGHT
    assert release.revisions.count() == 2


def test_after_a_conflict_the_same_form_can_be_sent_knowingly(client: Client) -> None:
    release = make_release(headline=WRONG)
    slow = form_data(client.get(correction_url(release)), headline="De la segunda persona")
    send(client, release, "publicar", headline=RIGHT)
    conflict = client.post(correction_url(release), {**slow, "accion": "publicar"})
    answer = client.post(
        correction_url(release), form_data(conflict, accion="publicar", change_note=NOTE)
    )
    assert answer.status_code == HTTPStatus.FOUND
    assert current_headline(release) == "De la segunda persona"


def test_a_draft_saved_by_another_is_not_overwritten(client: Client) -> None:
    release = make_release(headline=WRONG)
    slow = form_data(client.get(correction_url(release)), headline="De la segunda persona")
    send(client, release, "guardar", headline=RIGHT)
    answer = client.post(correction_url(release), {**slow, "accion": "guardar"})
    assert answer.status_code == HTTPStatus.CONFLICT
    assert Draft.objects.get(pk=release.pk).headline == RIGHT


def test_a_bulletin_withdrawn_meanwhile_is_not_corrected(client: Client) -> None:
    release = make_release(headline=WRONG)
    sent = form_data(client.get(correction_url(release)), headline=RIGHT, accion="publicar")
    actions.withdraw(release=release, note=NOTE, by=None)
    answer = client.post(correction_url(release), sent)
    assert answer["Location"] == withdrawal_url(release)
    assert release.revisions.count() == 2


def test_a_text_proposed_by_a_file_is_set_beside_the_public_one(client: Client) -> None:
    release = make_release(headline=WRONG)
    actions.propose_correction(
        release=release,
        file=make_file("corregido.pdf"),
        content=make_content(headline=RIGHT, folio=f"{release.number:04d}/2024"),
        by=None,
    )
    page = client.get(correction_url(release)).content.decode()
    assert "corregido.pdf" in page
    assert "Vigente, versión 1" in page
    refused = send(client, release, "publicar", change_note="")
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    send(client, release, "publicar")
    release.refresh_from_db()
    assert release.current_revision
    assert release.current_revision.source
    assert release.current_revision.source.file_name == "corregido.pdf"


def test_a_draft_begun_before_another_correction_says_so(client: Client) -> None:
    release = make_release(headline=WRONG)
    send(client, release, "guardar", headline=RIGHT)
    actions.correct(
        release=release,
        content=make_content(headline="Otro título ficticio", folio=f"{release.number:04d}/2024"),
        kind=RevisionKind.CORRECTION,
        note=NOTE,
        seen_version=1,
        by=None,
    )
    page = client.get(correction_url(release)).content.decode()
    assert "parte de una versión anterior" in page


def test_an_unknown_place_and_an_impossible_date_are_told_beside_their_fields(
    client: Client,
) -> None:
    release = make_release()
    answer = send(client, release, "publicar", issued_in="Ningún Lugar Así", issued_on="31/02/2024")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert {"issued_in", "issued_on"} <= set(answer.context["form"].errors)


def test_hostile_text_is_shown_as_text(client: Client) -> None:
    release = make_release()
    page = send(client, release, "ver", headline="<script>alert(1)</script>").content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_what_the_editorial_check_finds_anew_needs_a_reason_that_is_kept(client: Client) -> None:
    release = make_release(body=("Texto ficticio.", "Otro texto ficticio."))
    typed = {"body": ["Texto ficticio.", "El vehículo tenía placas NJK-45-21 del Estado."]}
    refused = send(client, release, "publicar", **typed)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "common_reason" in refused.context["form"].errors
    send(client, release, "publicar", common_reason="Lo pidió la fiscalía ficticia.", **typed)
    assert release.revisions.count() == 2
    assert EditorialReason.objects.filter(release=release).exists()


def test_a_writer_prepares_and_asks_but_does_not_publish() -> None:
    client = signed_in(editor("bruno", WRITERS))
    release = make_release(headline=WRONG)
    page = client.get(correction_url(release)).content.decode()
    assert "Pedir autorización" in page
    assert "Publicar corrección" not in page
    answer = send(client, release, "publicar", headline=RIGHT)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    send(client, release, "pedir", headline=RIGHT)
    request = release.authorizations.get()
    assert (request.note, request.requested_by.username) == (NOTE, "bruno")
    assert current_headline(release) == WRONG


def test_an_auditor_reads_and_changes_nothing() -> None:
    client = signed_in(editor("olga", AUDITORS))
    release = make_release(headline=WRONG)
    assert "barra-decision" not in client.get(correction_url(release)).content.decode()
    assert send(client, release, "guardar", headline=RIGHT).status_code == HTTPStatus.FORBIDDEN
    assert not has_draft(release)


def test_what_was_never_public_is_not_corrected_here(client: Client) -> None:
    release = make_release(published=False)
    assert client.get(correction_url(release)).status_code == HTTPStatus.NOT_FOUND


def test_the_list_shows_what_is_in_preparation(client: Client) -> None:
    release = make_release(headline=WRONG)
    send(client, release, "guardar", headline=RIGHT)
    page = client.get("/redaccion/correcciones/").content.decode()
    assert RIGHT in page
    assert correction_url(release) in page
