"""A sample bulletin under review: boxes on its pages, a later reading, the names one may type."""

from __future__ import annotations

import io
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from releases.ingest.intake import IngestOptions, ingest_document
from releases.models import Draft, Extraction, Release
from releases.page_images import make_page_images
from releases.pages.desk.sheets import places_on_pages
from releases.publishing import actions
from releases.publishing.content import content_of_draft
from releases.roles import AUDITORS, EDITORS
from tests.admin.conftest import make_member
from tests.desk.reviewing import address, draft_of, press, waiting
from tests.factories import make_agency, make_file

pytestmark = pytest.mark.django_db

SAMPLE = Path(settings.BASE_DIR) / "fixtures" / "bulletins" / "0296-2024.pdf"


@pytest.fixture
def release() -> Release:
    """The sample as intake leaves it for review."""
    options = IngestOptions(publish=False)
    found = ingest_document(SAMPLE, name=SAMPLE.name, options=options).release
    assert found
    return found


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_member(EDITORS))
    return client


def draw(release: Release) -> None:
    """The worker's part."""
    source = draft_of(release).source
    assert source
    make_page_images(source)


def test_each_field_has_its_numbered_box_inside_the_page(editor: Client, release: Release) -> None:
    draw(release)

    page = editor.get(address(release))

    first, second = page.context["page"].sheets
    numbers = [zone.mark.number for zone in first.zones]
    assert numbers == sorted(numbers)
    assert {2, 3, 4, 5, 6} <= set(numbers)
    assert {zone.mark.number for zone in second.zones} >= {6, 7}
    for zone in (*first.zones, *second.zones):
        assert 0 < zone.x < zone.x + zone.width < 612
        assert 0 < zone.y < zone.y + zone.height < 792
    tops = [zone.y for zone in first.zones if zone.mark.number in {4, 5, 6}]
    assert tops == sorted(tops)
    shown = page.content.decode()
    for anchor, number in (("folio", 2), ("titulo", 4), ("cierre", 7)):
        assert shown.count(f'id="zona-{number}"') == 1
        assert f'href="#c-{anchor}"' in shown
        assert f'href="#zona-{number}"' in shown
    assert "style=" not in shown


def test_a_doubtful_field_has_an_amber_box(editor: Client, release: Release) -> None:
    draw(release)
    draft = draft_of(release)
    evidence = {**draft.evidence}
    evidence["headline"] = {**evidence["headline"], "certainty": "revise", "reason": "Confírmelo."}
    Draft.objects.filter(pk=draft.pk).update(evidence=evidence)

    first = editor.get(address(release)).context["page"].sheets[0]

    assert [zone.mark.anchor for zone in first.zones if zone.mark.doubtful] == ["titulo"]


def test_until_the_pages_are_drawn_the_text_is_shown(editor: Client, release: Release) -> None:
    page = editor.get(address(release))
    assert page.context["page"].sheets == ()
    assert "La imagen de las páginas todavía no está lista." in page.content.decode()
    lines = page.context["page"].lines
    assert any("Resaltó que el" in line.text for line in lines)
    marks = {line.mark.anchor: line.text for line in lines if line.mark}
    assert marks["folio"] == "0296/2024"
    assert marks["titulo"].startswith("COMPORTE SECRETARÍA")


def test_what_the_document_says_stands_under_what_a_person_wrote(
    editor: Client, release: Release
) -> None:
    shown = "En el documento se leyó"
    assert shown not in editor.get(address(release)).content.decode()

    press(editor, release, "guardar", headline="COMPARTE SECRETARÍA", issued_on="2024-04-09")

    page = editor.get(address(release))
    assert set(page.context["page"].as_read) == {"headline", "issued_on"}
    assert page.context["page"].as_read["issued_on"] == "8 de abril de 2024"
    assert page.content.decode().count(shown) == 2


def test_page_images_are_for_staff_alone(client: Client, release: Release) -> None:
    draw(release)
    image = reverse("desk-page-image", args=[release.pk, 1])

    assert client.get(image).status_code == HTTPStatus.FOUND

    client.force_login(make_member(AUDITORS))
    answer = client.get(image)
    assert answer["Content-Type"] == "image/webp"
    assert answer["Cache-Control"].startswith("private")
    assert b"".join(answer)[8:12] == b"WEBP"
    missing = reverse("desk-page-image", args=[release.pk, 3])
    assert client.get(missing).status_code == HTTPStatus.NOT_FOUND


@pytest.fixture
def better_reader(release: Release) -> None:
    """As if yesterday's reader had misread headline and closing."""
    draft = draft_of(release)
    former = draft.extraction
    assert former
    fields = {**former.fields}
    for name, value in (("headline", "TÍTULO MAL LEÍDO"), ("boilerplate", "Cierre mal leído.")):
        fields[name] = {**fields[name], "value": value}
    draft.extraction = Extraction.objects.create(
        source=former.source, extractor="pdf/0", lines=former.lines, fields=fields
    )
    draft.headline, draft.boilerplate = "TÍTULO MAL LEÍDO", "Cierre mal leído."
    draft.save()


@pytest.mark.usefixtures("better_reader")
def test_what_a_person_confirmed_outlives_a_better_reading(
    editor: Client, release: Release
) -> None:
    draft = draft_of(release)
    evidence = {**draft.evidence}
    evidence["headline"] = {**evidence["headline"], "certainty": "revise", "reason": "Confírmelo."}
    Draft.objects.filter(pk=draft.pk).update(evidence=evidence)
    press(editor, release, "bien:titulo")
    for name in ("agencies", "places", "topics"):
        press(editor, release, "guardar", **{name: []})
    assert draft_of(release).confirmed == ["headline", "mentions"]

    call_command("reread_releases", "--apply", "--all", stdout=io.StringIO())

    draft = draft_of(release)
    assert draft.headline == "TÍTULO MAL LEÍDO"
    assert draft.boilerplate != "Cierre mal leído."
    assert content_of_draft(draft).mentions == ()
    page = editor.get(address(release)).context["page"]
    assert page.states["titulo"].is_confirmed
    assert page.states["titulo"].level == "seguro"


def test_names_are_offered_by_their_beginning(editor: Client) -> None:
    make_agency("Dirección Ficticia de Faros", acronym="DFF")
    entities = reverse("desk-entities")

    found = editor.get(entities, {"q": "direccion ficticia", "clase": "agency"}).json()

    assert [(row["kind"], row["label"], row["note"]) for row in found] == [
        ("agency", "Dirección Ficticia de Faros", "DFF")
    ]
    toluca = editor.get(entities, {"q": "toluca"}).json()
    assert ("place", "toluca") in {(row["kind"], row["slug"]) for row in toluca}
    assert editor.get(entities, {"q": ""}).json() == []
    odd = editor.get(entities, {"q": "x", "clase": "persona"})
    assert odd.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_names_of_the_catalogue_are_offered_to_staff_alone(client: Client) -> None:
    answer = client.get(reverse("desk-entities"), {"q": "toluca"})
    assert answer.status_code == HTTPStatus.FOUND


def test_an_unread_scan_asks_for_everything(editor: Client) -> None:
    release = waiting(evidence={}, headline="", body=(), issued_on=None, year=2024)
    page = editor.get(address(release)).context["page"]
    levels = {name: state.level for name, state in page.states.items()}
    assert levels["titulo"] == levels["fecha"] == levels["texto"] == "falta"


def test_that_a_text_was_read_from_an_image_is_said_once(editor: Client) -> None:
    notice = {"code": "texto-de-imagen", "message": "El texto se leyó de una imagen."}
    reading = actions.Reading(extractor="prueba/1", from_image=True, notices=[notice])

    page = editor.get(address(waiting(file=replace(make_file(), reading=reading))))

    assert page.content.decode().count("El texto se leyó de una imagen") == 1


def test_words_of_the_closing_in_the_letterhead_do_not_stretch_its_box() -> None:
    shared = "Dirección General Ficticia"
    lines = [
        {"text": shared, "page": 1, "box": [300, 700, 500, 712]},
        {"text": "Un párrafo que cierra el texto ficticio.", "page": 1, "box": [72, 400, 500, 412]},
        {"text": f"La {shared} atiende siempre.", "page": 1, "box": [72, 300, 500, 312]},
        {"text": shared, "page": 1, "box": [72, 280, 500, 292]},
    ]
    body = [{"quote": "Un párrafo", "page": 1, "rule": "cuerpo", "box": [72, 400, 500, 412]}]
    fields = {
        "body": {"evidence": body, "value": ["Un párrafo que cierra el texto ficticio."]},
        "boilerplate": {"value": f"La {shared} atiende siempre.", "evidence": []},
    }

    found = places_on_pages(("body", "boilerplate"), fields=fields, lines=lines)

    assert [box[3] for box in found["boilerplate"][1]] == [312, 292]
