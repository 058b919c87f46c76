"""The page of a review over HTTP: what it shows, what its buttons do. All texts are fictional."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from releases.models import Draft, EditorialReason, Release, ReleaseEvent
from releases.publishing import actions
from releases.publishing.content import content_of_draft
from releases.roles import AUDITORS, EDITORS, WRITERS
from releases.vocabulary import EventKind, ReleaseState, SourceKind
from tests.admin.conftest import make_member
from tests.desk.reviewing import address, draft_of, press, reading, waiting
from tests.factories import (
    host_agency,
    make_agency,
    make_content,
    make_file,
    make_place,
    make_release,
    make_topic,
)

pytestmark = pytest.mark.django_db
TORN = "Un párrafo parece cortado: «{}». Compárelo con el documento."


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


def test_a_doubt_is_shown_with_its_reason_and_confirmed_at_a_click(editor: Client) -> None:
    release = waiting(doubts={"issued_on": "La fecha está en el futuro. Confírmela."})
    page = editor.get(address(release)).content.decode()
    assert "1 dato por revisar" in page
    assert "La fecha está en el futuro. Confírmela." in page

    answer = press(editor, release, "bien:fecha")

    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"] == address(release)
    assert draft_of(release).confirmed == ["issued_in", "issued_on"]
    assert "Sin dudas" in editor.get(address(release)).content.decode()


def test_what_is_missing_says_so_until_it_is_written(editor: Client) -> None:
    release = waiting(headline="")
    page = editor.get(address(release))
    assert page.context["page"].states["titulo"].level == "falta"
    assert "Escriba el título." in page.content.decode()

    press(editor, release, "guardar", headline="Título escrito a mano")

    draft = draft_of(release)
    assert draft.headline == "Título escrito a mano"
    assert draft.confirmed == ["headline"]


def test_a_bulletin_without_folio_may_go_without_it(editor: Client) -> None:
    evidence = reading()
    evidence["folio"] = {"certainty": "falta", "reason": "Falta folio.", "evidence": []}
    release = waiting(folio="", number=0, evidence=evidence)
    assert "No lleva folio" in editor.get(address(release)).content.decode()

    press(editor, release, "bien:folio")

    assert editor.get(address(release)).context["page"].to_review == 0


def test_torn_paragraphs_are_joined_at_a_click_until_none_is_left(editor: Client) -> None:
    body = ("Uno que sigue", "aquí y sigue", "todavía.", "Otro párrafo.")
    release = waiting(doubts={"body": TORN.format("Uno que sigue")}, body=body)
    page = editor.get(address(release))
    assert page.context["page"].states["texto"].level == "revise"
    assert list(page.context["page"].states["texto"].paragraphs) == [1, 2]

    answer = press(editor, release, "unir:1")

    assert answer["Location"].endswith("#parrafo-1")
    assert draft_of(release).body == ["Uno que sigue aquí y sigue", "todavía.", "Otro párrafo."]
    assert draft_of(release).confirmed == []
    press(editor, release, "unir:1")
    assert draft_of(release).body == ["Uno que sigue aquí y sigue todavía.", "Otro párrafo."]
    assert draft_of(release).confirmed == ["body"]
    assert editor.get(address(release)).context["page"].states["texto"].level == "seguro"


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


def test_points_that_are_none_go_into_the_text_at_a_click(editor: Client) -> None:
    doubt = "Los sumarios no llevan viñeta. Confírmelos."
    release = waiting(
        doubts={"summary_points": doubt}, summary_points=("Entrada.",), body=("Texto.",)
    )
    assert "pasarlos al texto" in editor.get(address(release)).content.decode()

    press(editor, release, "al-texto")

    draft = draft_of(release)
    assert (draft.summary_points, draft.body) == ([], ["Entrada.", "Texto."])
    assert draft.confirmed == ["body", "summary_points"]


def test_one_of_several_folios_is_taken_at_a_click(editor: Client) -> None:
    doubt = "Hay más de un folio posible: 0731/2024, 0732/2024. Elija el correcto."
    release = waiting(number=731, folio="0731/2024", doubts={"folio": doubt})

    press(editor, release, "poner:folio:0732/2024")

    release.refresh_from_db()
    assert (release.number, release.year, release.key) == (732, 2024, "0732")
    assert draft_of(release).folio == "0732/2024"
    assert draft_of(release).confirmed == ["folio"]
    event = ReleaseEvent.objects.get(release=release, kind=EventKind.DRAFTED)
    assert event.data == {"issuer": "ssem", "number": 732, "year": 2024}


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


def test_a_place_that_several_bear_is_cleared_up_with_a_button(editor: Client) -> None:
    first, second = make_place("Villa Repetida"), make_place("Villa Repetida", level="municipio")
    release = waiting()

    answer = press(editor, release, "guardar", issued_in="villa repetida")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    candidates = answer.context["form"].candidates["issued_in"]
    assert {entry.slug for entry in candidates} == {first.slug, second.slug}
    label = next(entry.label for entry in candidates if entry.slug == second.slug)
    assert label in answer.content.decode()
    press(editor, release, f"elegir:issued_in:{label}", issued_in="villa repetida")
    assert draft_of(release).issued_in == second


def test_names_are_added_and_taken_away_one_by_one(editor: Client) -> None:
    agency, topic = make_agency("Dirección de Faros"), make_topic("Faros ficticios")
    other = make_agency("Dirección de Ferias")
    release = waiting(agencies=[agency])

    press(editor, release, "agregar:topics", add_topic="faros ficticios")
    press(editor, release, "agregar:agencies", add_agency="dirección de ferias")
    answer = press(editor, release, f"quitar:agencies:{agency.slug}", agencies=[agency.slug])

    assert answer["Location"].endswith("#c-etiquetas")
    content = content_of_draft(draft_of(release))
    assert content.agencies == ()
    press(editor, release, "agregar:agencies", add_agency=other.name)
    content = content_of_draft(draft_of(release))
    assert (content.agencies, content.topics) == ((other.slug,), (topic.slug,))
    assert all(mention.confirmed for mention in content.mentions)


def test_a_name_that_nobody_bears_is_refused(editor: Client) -> None:
    release = waiting()

    answer = press(editor, release, "agregar:agencies", add_agency="Zzzz")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "El catálogo no tiene «Zzzz»." in answer.content.decode()


def test_changed_words_are_linked_anew(editor: Client) -> None:
    faros = make_agency("Dirección Ficticia de Faros")
    release = waiting(body=("Un párrafo sin nombres.",))

    press(editor, release, "guardar", body=["Acudió la Dirección Ficticia de Faros."])

    (mention,) = content_of_draft(draft_of(release)).mentions
    assert (mention.slug, mention.field, mention.start) == (faros.slug, "body", 10)


def test_a_persons_choice_outlives_changed_words(editor: Client) -> None:
    chosen, named = make_topic("Tema elegido"), make_agency("Dirección Ficticia de Faros")
    release = waiting(topics=[chosen], body=("Un párrafo sin nombres.",))
    press(editor, release, "agregar:agencies", add_agency=named.name)

    press(editor, release, "guardar", body=["Acudió la Dirección Ficticia de Faros."])

    content = content_of_draft(draft_of(release))
    assert (content.agencies, content.topics) == ((named.slug,), (chosen.slug,))
    assert all(mention.confirmed for mention in content.mentions)


def test_the_fix_of_an_editorial_finding_takes_one_click(editor: Client) -> None:
    release = waiting(body=("Siga la cuenta @SS Edomex para más información del asunto.",))
    page = editor.get(address(release))
    (doubt,) = page.context["page"].states["texto"].paragraphs[0]
    (answer,) = doubt.answers
    assert answer.label == "Cambiar a «@SS_Edomex»"

    press(editor, release, answer.value)

    assert draft_of(release).body == ["Siga la cuenta @SS_Edomex para más información del asunto."]
    assert editor.get(address(release)).context["page"].to_review == 0


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
    assert "Este comunicado se descartó." in shown
    assert "<fieldset disabled>" in shown


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


def test_what_a_check_found_may_stay_with_a_reason_that_is_kept(editor: Client) -> None:
    release = waiting(body=("Siga la cuenta @SS Edomex para más información del asunto.",))
    (doubt,) = editor.get(address(release)).context["page"].states["texto"].paragraphs[0]
    assert doubt.quote == "@SS Edomex"

    refused = press(editor, release, f"explicar:{doubt.key}")
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Escriba el motivo para dejarlo así." in refused.content.decode()
    press(editor, release, f"explicar:{doubt.key}", **{f"motivo-{doubt.key}": "Así se imprimió."})

    kept = EditorialReason.objects.get(release=release)
    assert (kept.finding, kept.reason) == (doubt.key, "Así se imprimió.")
    assert editor.get(address(release)).context["page"].to_review == 0
