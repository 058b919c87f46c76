"""The page of a review over HTTP: what it shows, saves and refuses. All texts are fictional."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from releases.models import Draft, Release
from releases.publishing import actions
from releases.roles import AUDITORS, EDITORS, WRITERS
from releases.vocabulary import ReleaseState, SourceKind
from tests.admin.conftest import make_member
from tests.desk.reviewing import address, draft_of, press, reading, waiting
from tests.factories import (
    host_agency,
    make_agency,
    make_content,
    make_file,
    make_release,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_member(EDITORS))
    return client


def test_the_page_has_the_fields_in_the_order_in_which_they_are_printed(editor: Client) -> None:
    release = waiting(folio="0731/2024", headline="Título ficticio por revisar")

    page = editor.get(address(release)).content.decode()

    anchors = ["emisora", "folio", "fecha", "titulo", "sumarios", "texto", "cierre", "etiquetas"]
    places = [page.index(f'id="c-{anchor}"') for anchor in anchors]
    assert places == sorted(places)
    assert "Título ficticio por revisar" in page
    assert "0731/2024" in page
    assert "Sin dudas" in page


def test_a_blank_line_parts_a_paragraph(editor: Client) -> None:
    release = waiting(body=("Uno. Dos.", "Tres."))

    press(editor, release, "guardar", body=["Uno.\r\n\r\nDos.", "Tres.", "   "])

    assert draft_of(release).body == ["Uno.", "Dos.", "Tres."]


def test_what_nobody_touched_stays_to_the_letter(editor: Client) -> None:
    odd = "•  Un párrafo con blancos raros:\N{NO-BREAK SPACE}así."
    release = waiting(body=("Uno.", odd), headline="TÍTULO  CON  BLANCOS")

    press(editor, release, "guardar")

    draft = draft_of(release)
    assert draft.body == ["Uno.", odd]
    assert draft.headline == "TÍTULO  CON  BLANCOS"
    assert draft.confirmed == []


def test_a_folio_that_another_has_is_refused_beside_it(editor: Client) -> None:
    make_release(number=9731)
    release = waiting(number=9732)

    answer = press(editor, release, "guardar", folio="9731/2024", headline="Lo que escribí")

    assert answer.status_code == HTTPStatus.CONFLICT
    page = answer.content.decode()
    assert "Ya existe otro comunicado de la misma oficina con ese folio." in page
    assert "Lo que escribí" in page
    release.refresh_from_db()
    assert release.number == 9732
    assert draft_of(release).lock_version == 1


def test_another_office_takes_the_bulletin_into_its_series(editor: Client) -> None:
    other = make_agency("Fiscalía Ficticia", acronym="FF")
    release = waiting(number=9733, folio="9733/2024")

    press(editor, release, "guardar", issuer="Fiscalía Ficticia")

    release.refresh_from_db()
    assert release.issuer == other
    assert release.key == "ff-9733"
    assert draft_of(release).confirmed == ["issuer"]


def test_a_date_that_is_none_is_refused_and_nothing_is_lost(editor: Client) -> None:
    release = waiting()

    answer = press(editor, release, "guardar", issued_on="mañana", headline="Lo que escribí")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = answer.content.decode()
    assert "Escriba la fecha como día/mes/año" in page
    assert "Lo que escribí" in page
    assert draft_of(release).lock_version == 1


def test_the_printed_date_may_be_typed_as_people_write_it(editor: Client) -> None:
    release = waiting()
    press(editor, release, "guardar", issued_on="08/04/2024")
    assert str(draft_of(release).issued_on) == "2024-04-08"


@pytest.mark.parametrize(
    ("button", "path"),
    [("publicar", "publicar"), ("programar", "programar")],
)
def test_publishing_and_scheduling_save_and_then_ask(
    editor: Client, button: str, path: str
) -> None:
    release = waiting()

    answer = press(editor, release, button, headline="Título confirmado")

    wanted = f"{reverse('desk-publish', args=[release.pk])}?accion={path}"
    assert answer["Location"] == wanted
    assert draft_of(release).headline == "Título confirmado"
    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW


def test_who_may_not_publish_saves(client: Client) -> None:
    client.force_login(make_member(WRITERS))
    page = client.get(address(waiting())).content.decode()
    assert "Guardar y publicar" not in page
    assert 'value="guardar">Guardar</button>' in page


def test_auditors_read_without_buttons_and_cannot_save(client: Client) -> None:
    client.force_login(make_member(AUDITORS))
    release = waiting(doubts={"headline": "Confírmelo."}, headline="Título por leer")

    page = client.get(address(release))

    assert "Título por leer" in page.content.decode()
    assert "<fieldset disabled>" in page.content.decode()
    main = page.content.decode().partition('<main id="contenido"')[2].partition("</main>")[0]
    assert "<button" not in main
    assert client.post(address(release), {"accion": "guardar"}).status_code == HTTPStatus.FORBIDDEN
    assert client.get(address(release, "desk-discard")).status_code == HTTPStatus.FORBIDDEN


def test_strangers_are_sent_to_sign_in(client: Client) -> None:
    release = waiting()
    for name in ("desk-review", "desk-discard"):
        answer = client.get(address(release, name))
        assert answer.status_code == HTTPStatus.FOUND
        assert "/cuenta/login/" in answer["Location"]


def test_what_is_public_is_corrected_instead(editor: Client) -> None:
    release = make_release()
    answer = editor.get(address(release))
    assert answer["Location"] == reverse("desk-correct", args=[release.pk])


def test_a_proposed_correction_is_corrected_too(editor: Client) -> None:
    release = make_release()
    actions.propose_correction(
        release=release, file=make_file("otra.pdf"), content=make_content(), by=None
    )
    answer = editor.get(address(release))
    assert answer["Location"] == reverse("desk-correct", args=[release.pk])


def test_discarding_asks_with_what_it_does_and_then_leads_on(editor: Client) -> None:
    release = waiting(folio="0741/2024")
    answer = press(editor, release, "descartar")
    assert answer["Location"] == address(release, "desk-discard")
    page = editor.get(answer["Location"])
    assert "¿Descartar 0741/2024?" in page.content.decode()
    assert not Release.objects.filter(discarded_at__isnull=False).exists()

    answer = editor.post(
        address(release, "desk-discard"), {"lock_version": draft_of(release).lock_version}
    )

    assert answer["Location"] == f"{reverse('desk-next')}?tras={release.pk}"
    assert Release.objects.get(discarded_at__isnull=False) == release
    shown = editor.get(address(release)).content.decode()
    assert "Este comunicado se descartó el" in shown
    assert "<fieldset disabled>" in shown


def test_what_was_discarded_is_taken_back_and_opened(editor: Client) -> None:
    release = waiting(folio="0742/2024", number=742)
    actions.discard(release=release, by=None)
    assert address(release, "desk-recover") in editor.get(address(release)).content.decode()

    for _ in range(2):  # a second press opens it too
        answer = editor.post(address(release, "desk-recover"))
        assert answer["Location"] == address(release)

    shown = editor.get(address(release))
    assert "Se recuperó como estaba." in shown.content.decode()
    assert shown.context["is_editable"]
    assert shown.context["page"].release.number == 742


def test_whose_number_was_taken_meanwhile_is_told_so(editor: Client) -> None:
    release = waiting(folio="0743/2024", number=743)
    actions.discard(release=release, by=None)
    make_release(number=743)

    page = editor.post(address(release, "desk-recover"), follow=True).content.decode()

    assert "Se recuperó sin número: otro comunicado tiene el 0743/2024." in page


def test_a_draft_written_here_is_taken_back_to_the_editor(editor: Client) -> None:
    draft = actions.start_bulletin(
        writing=actions.Writing(content=make_content(folio="")), issuer=host_agency(), by=None
    )
    actions.discard(release=draft.release, by=None)

    answer = editor.post(address(draft.release, "desk-recover"))

    assert answer["Location"] == address(draft.release, "desk-edit")


def test_auditors_take_nothing_back(client: Client) -> None:
    client.force_login(make_member(AUDITORS))
    release = waiting()
    actions.discard(release=release, by=None)

    assert "Recuperar" not in client.get(address(release)).content.decode()
    assert client.post(address(release, "desk-recover")).status_code == HTTPStatus.FORBIDDEN


def test_nothing_is_discarded_that_somebody_saved_meanwhile(editor: Client) -> None:
    release = waiting()

    answer = editor.post(address(release, "desk-discard"), {"lock_version": 7})

    assert answer.status_code == HTTPStatus.CONFLICT
    release.refresh_from_db()
    assert release.discarded_at is None


def test_a_form_that_cannot_be_saved_can_be_discarded(editor: Client) -> None:
    release = waiting()
    answer = press(editor, release, "descartar", issued_on="mañana")
    assert answer["Location"] == address(release, "desk-discard")


def test_a_reconstructed_document_says_so(editor: Client) -> None:
    file = make_file(kind=SourceKind.RECONSTRUCTED)
    page = editor.get(address(waiting(file=file))).content.decode()
    assert "Reconstruido" in page
    assert "No es el archivo que emitió la oficina" in page


def test_a_document_without_pages_shows_its_text_with_the_numbers(editor: Client) -> None:
    file = make_file("prueba.txt")
    lines = [{"text": "0742/2024", "page": 1}, {"text": "TÍTULO IMPRESO", "page": 1}]
    fields = reading()
    fields["folio"]["evidence"] = [
        {"quote": "0742/2024", "page": 1, "rule": "folio", "box": None, "start": 0, "end": 9}
    ]
    fields["headline"]["evidence"] = [
        {"quote": "TÍTULO IMPRESO", "page": 1, "rule": "", "box": None, "start": 10, "end": 24}
    ]
    read = actions.Reading(extractor="texto/1", lines=lines, fields=fields)
    file = replace(file, media_type="text/plain", reading=read)

    page = editor.get(address(waiting(file=file)))

    marks = [(line.text, line.mark.number) for line in page.context["page"].lines if line.mark]
    assert marks == [("0742/2024", 2), ("TÍTULO IMPRESO", 4)]
    assert 'href="#c-titulo"' in page.content.decode()
    assert 'href="#zona-4"' in page.content.decode()


def test_a_bulletin_written_here_has_no_document_to_show(editor: Client) -> None:
    release = waiting()
    Draft.objects.filter(pk=release.pk).update(source=None, extraction=None)
    page = editor.get(address(release)).content.decode()
    assert "Este comunicado se redactó aquí; no hay documento de origen." in page


def test_names_that_the_catalogue_lacks_are_offered_to_those_who_keep_it(client: Client) -> None:
    release = waiting()
    draft = draft_of(release)
    draft.links = {**draft.links, "proposals": [{"name": "Centro Ficticio", "acronym": "CF"}]}
    draft.save()
    client.force_login(make_member(EDITORS))
    page = client.get(address(release)).content.decode()
    assert "Centro Ficticio (CF)" in page
    assert "Agregar al catálogo" not in page

    client.force_login(make_member("Administración"))

    assert "agency/add/?name=Centro+Ficticio" in client.get(address(release)).content.decode()


def test_a_scheduled_bulletin_keeps_its_minute_and_says_so(editor: Client) -> None:
    release = waiting()
    host_agency()
    at = Release.objects.get(pk=release.pk).received_at.replace(year=2099)
    actions.schedule(release=release, at=at, by=None)

    page = editor.get(address(release)).content.decode()
    press(editor, release, "guardar", headline="Título cambiado a tiempo")

    assert "Está programado para el" in page
    assert "Descartar</button>" not in page
    release.refresh_from_db()
    assert (release.state, release.publish_at) == (ReleaseState.SCHEDULED, at)
    assert draft_of(release).headline == "Título cambiado a tiempo"


def test_the_page_asks_the_database_a_fixed_number_of_times(
    editor: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    agencies = [make_agency(f"Dependencia Ficticia {number}") for number in range(8)]
    release = waiting(agencies=agencies, body=tuple(f"Párrafo {n}." for n in range(30)))
    for _ in range(5):
        waiting()
    editor.get(address(release))
    with django_assert_max_num_queries(24):
        editor.get(address(release))
