"""The answers of a review at a click, and the names chosen in it. All texts are fictional."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from releases.models import EditorialReason, ReleaseEvent
from releases.publishing.content import content_of_draft
from releases.roles import EDITORS
from releases.vocabulary import EventKind
from tests.admin.conftest import make_member
from tests.desk.reviewing import address, draft_of, press, reading, waiting
from tests.factories import (
    make_agency,
    make_place,
    make_topic,
)

pytestmark = pytest.mark.django_db
TORN = "Un párrafo parece cortado: «{}». Compárelo con el documento."


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_member(EDITORS))
    return client


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


def test_that_there_is_no_name_is_a_choice_too(editor: Client) -> None:
    faros = make_agency("Dirección Ficticia de Faros")
    release = waiting(agencies=[faros], body=("Acudió la Dirección Ficticia de Faros.",))
    press(editor, release, f"quitar:agencies:{faros.slug}")

    press(editor, release, "guardar", body=["No acudió la Dirección Ficticia de Faros."])

    draft = draft_of(release)
    assert content_of_draft(draft).mentions == ()
    assert draft.confirmed == ["body", "mentions"]


def test_the_fix_of_an_editorial_finding_takes_one_click(editor: Client) -> None:
    release = waiting(body=("Siga la cuenta @SS Edomex para más información del asunto.",))
    page = editor.get(address(release))
    (doubt,) = page.context["page"].states["texto"].paragraphs[0]
    (answer,) = doubt.answers
    assert answer.label == "Cambiar a «@SS_Edomex»"

    press(editor, release, answer.value)

    assert draft_of(release).body == ["Siga la cuenta @SS_Edomex para más información del asunto."]
    assert editor.get(address(release)).context["page"].to_review == 0


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
