"""The editor over HTTP: a bulletin from its first words to the page that publishes it."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from releases.models import ClosingBlock, Draft, Release, ReleaseEvent
from releases.publishing import actions
from releases.roles import AUDITORS, EDITORS, WRITERS
from releases.vocabulary import EventKind, ReleaseState
from tests.admin.conftest import enter
from tests.desk.editing import NEW, edit_path, open_editor, typed
from tests.factories import make_release

__all__ = ["enter"]

pytestmark = pytest.mark.django_db


def write(client: Client, **fields: Any) -> Draft:
    """A bulletin saved from the empty editor."""
    answer = client.post(NEW, typed(client, **fields))
    assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()
    return Draft.objects.latest("saved_at")


def save(client: Client, draft: Draft, **fields: Any) -> Any:
    return client.post(edit_path(draft), typed(client, draft, **fields))


def test_an_empty_editor_makes_no_bulletin(enter: Any) -> None:
    page = enter(WRITERS).get(NEW)

    assert page.status_code == HTTPStatus.OK
    assert not Release.objects.exists()


def test_those_who_only_read_may_not_write(enter: Any) -> None:
    assert enter(AUDITORS).get(NEW).status_code == HTTPStatus.FORBIDDEN
    assert Client().get(NEW).status_code == HTTPStatus.FOUND


def test_the_first_save_makes_a_draft_without_number_and_says_who(enter: Any) -> None:
    draft = write(enter(WRITERS), headline="Título ficticio")

    release = draft.release
    assert (release.state, release.number, draft.takes_folio) == (ReleaseState.DRAFT, None, True)
    event = ReleaseEvent.objects.get(release=release)
    assert (event.kind, event.by) == (EventKind.DRAFTED, draft.saved_by)


def test_the_next_folio_is_shown_as_provisional(enter: Any) -> None:
    make_release(number=296, issued_on=timezone.localdate())
    page = enter(WRITERS).get(NEW).content.decode()

    year = timezone.localdate().year
    assert f"Folio provisional: 0297/{year}" in page


def test_what_is_typed_becomes_clean_fields(enter: Any) -> None:
    draft = write(
        enter(WRITERS),
        headline="Realiza operativo\r\nficticio ",
        summary_points="•\tPrimer sumario ficticio.\r\n\r\n-  Segundo sumario ficticio.",
        body="Primer párrafo\u00a0ficticio.\r\nSegundo párrafo ficticio.\r\n\r\nTercer\x0bpárrafo.",
        issued_on="2024-04-04",
        place="toluca",
        boilerplate="Cierre ficticio.\r\nSegundo renglón.",
    )

    assert draft.headline == "Realiza operativo ficticio"
    assert draft.summary_points == ["Primer sumario ficticio.", "Segundo sumario ficticio."]
    assert draft.body == [
        "Primer párrafo ficticio.",
        "Segundo párrafo ficticio.",
        "Tercer párrafo.",
    ]
    assert draft.dateline == "Toluca, Estado de México, 4 de abril de 2024"
    assert draft.issued_in and draft.issued_in.slug == "toluca"
    assert draft.boilerplate == "Cierre ficticio.\nSegundo renglón."


def test_the_page_shows_what_was_saved(enter: Any) -> None:
    client = enter(WRITERS)
    fields = {
        "headline": "Título ficticio",
        "summary_points": "Uno.\nDos.",
        "body": "Primer párrafo.\n\nSegundo párrafo.",
        "place": "Toluca, Estado de México",
        "issued_on": "2024-04-04",
    }
    draft = write(client, **fields)

    form = open_editor(client, draft).context["form"]
    assert {name: str(form[name].value()) for name in fields} == fields


def test_saving_again_changes_the_same_draft(enter: Any) -> None:
    client = enter(WRITERS)
    draft = write(client, headline="Título ficticio")
    save(client, draft, headline="Otro título ficticio")

    assert Draft.objects.get().headline == "Otro título ficticio"
    assert ReleaseEvent.objects.count() == 1


def test_pressing_the_button_twice_makes_one_bulletin(enter: Any) -> None:
    client = enter(WRITERS)
    fields = typed(client, headline="Título ficticio")
    answers = [client.post(NEW, fields) for _ in range(2)]

    assert {answer.status_code for answer in answers} == {HTTPStatus.FOUND}
    assert Release.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("issued_on", "ayer", "Escriba la fecha como día/mes/año"),
        ("issued_on", "0004-04-04", "Elija un año entre 1900 y 2200"),
        ("folio", "mañana", "Escriba el número, como 297 o 0297/2024"),
        ("folio", "0297/2019", "El folio es de 2019 y la fecha, de 2024"),
        ("add_topic", "un tema que nadie conoce", "No está en el catálogo"),
        ("headline", "a" * 1001, "Es demasiado largo: caben 1,000 caracteres"),
    ],
)
def test_what_cannot_be_read_is_refused_beside_its_field(
    enter: Any, field: str, value: str, said: str
) -> None:
    client = enter(WRITERS)
    answer = client.post(NEW, typed(client, **{"issued_on": "2024-04-04", field: value}))

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()
    assert not Release.objects.exists()


def test_a_number_given_by_hand_is_kept_and_one_that_is_taken_refused(enter: Any) -> None:
    client = enter(WRITERS)
    make_release(number=10)
    draft = write(client, folio="50", issued_on="2024-04-04")
    assert (draft.folio, draft.release.number, draft.takes_folio) == ("0050/2024", 50, False)

    answer = save(client, draft, folio="10")
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "El folio 0010/2024 ya es de otro comunicado" in answer.content.decode()

    save(client, draft, folio="")
    draft.refresh_from_db()
    assert (draft.folio, draft.takes_folio) == ("", True)


def test_a_stale_save_shows_both_texts_and_keeps_what_was_typed(enter: Any) -> None:
    ana, bruno = enter(EDITORS), enter(WRITERS)
    draft = write(bruno, headline="Título ficticio", body="Texto ficticio.")
    late = typed(ana, draft, headline="Título de Ana")
    save(bruno, draft, headline="Título de Bruno")

    answer = ana.post(edit_path(draft), late)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "<del>Bruno</del>" in page
    assert "<ins>Ana</ins>" in page
    assert Draft.objects.get().headline == "Título de Bruno"
    assert answer.context["form"]["headline"].value() == "Título de Ana"


def test_after_seeing_both_texts_a_person_may_save_their_own(enter: Any) -> None:
    ana, bruno = enter(EDITORS), enter(WRITERS)
    draft = write(bruno, headline="Título ficticio")
    late = typed(ana, draft, headline="Título de Ana")
    save(bruno, draft, headline="Título de Bruno")
    again = ana.post(edit_path(draft), late).context["form"]

    seen = {name: str(again[name].value()) for name in ("lock_version", "window")}
    ana.post(edit_path(draft), {**late, **seen})
    assert Draft.objects.get().headline == "Título de Ana"


def test_what_is_missing_is_said_beside_its_field_and_the_rest_is_saved(enter: Any) -> None:
    client = enter(EDITORS)
    answer = client.post(NEW, typed(client, headline="Título ficticio", accion="publicar"))

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Falta el texto." in answer.content.decode()
    assert Draft.objects.get().headline == "Título ficticio"
    assert answer.context["form"]["lock_version"].value() == Draft.objects.get().lock_version


WHOLE = {"headline": "Título ficticio", "body": "Texto ficticio.", "issued_on": "2024-04-04"}


@pytest.mark.parametrize("act", ["publicar", "programar"])
def test_a_whole_bulletin_goes_on_to_the_page_that_confirms(enter: Any, act: str) -> None:
    client = enter(EDITORS)
    answer = client.post(NEW, typed(client, **WHOLE, accion=act))

    draft = Draft.objects.get()
    assert answer.headers["Location"] == f"/redaccion/publicar/{draft.pk}/?accion={act}"
    assert draft.release.number is None


def test_a_bulletin_is_sent_to_review(enter: Any) -> None:
    client = enter(WRITERS)
    client.post(NEW, typed(client, **WHOLE, accion="enviar"))

    assert Release.objects.get().state == ReleaseState.IN_REVIEW


def test_a_bulletin_is_put_away_and_its_editor_with_it(enter: Any) -> None:
    client = enter(WRITERS)
    draft = write(client, **WHOLE)
    save(client, draft, accion="descartar")

    assert Release.objects.get().discarded_at
    assert client.get(edit_path(draft)).status_code == HTTPStatus.FOUND


def test_names_in_the_text_are_linked_and_one_taken_off_stays_off(enter: Any) -> None:
    client = enter(WRITERS)
    body = "La Guardia Nacional recorrió el municipio de Texcoco."
    draft = write(client, **{**WHOLE, "body": body})
    assert chips(client, draft) >= {"agency:guardia-nacional", "place:texcoco"}

    save(client, draft, quitar="place:texcoco")
    draft.refresh_from_db()
    save(client, draft, body=f"{body} En Texcoco no hubo novedad.")
    draft.refresh_from_db()
    assert "place:texcoco" not in chips(client, draft)
    assert "agency:guardia-nacional" in chips(client, draft)


def test_a_name_is_added_from_the_catalogue_and_stays(enter: Any) -> None:
    client = enter(WRITERS)
    draft = write(client, **WHOLE)
    save(client, draft, accion="agregar", add_place="Texcoco")
    draft.refresh_from_db()
    save(client, draft, headline="Otro título ficticio")

    draft.refresh_from_db()
    assert "place:texcoco" in chips(client, draft)


def chips(client: Client, draft: Draft) -> set[str]:
    groups = open_editor(client, draft).context["groups"]
    return {chip.value for group, _ in groups for chip in group.chips}


def test_the_closing_block_of_the_day_is_proposed_and_copied(enter: Any) -> None:
    today = timezone.localdate()
    old = ClosingBlock.objects.create(
        name="Bloque ficticio anterior",
        text="Cierre anterior.",
        valid_from=today - dt.timedelta(days=90),
        valid_until=today - dt.timedelta(days=30),
    )
    now = ClosingBlock.objects.create(
        name="Bloque ficticio", text="Cierre vigente.", valid_from=today - dt.timedelta(days=29)
    )
    client = enter(WRITERS)
    form = client.get(NEW).context["form"]
    assert form["boilerplate"].value() == "Cierre vigente."
    assert list(form.fields["closing_block"].queryset) == [now]

    draft = write(client, **WHOLE)
    now.text = "Cierre nuevo."
    now.save()
    draft.refresh_from_db()
    assert (draft.closing_block, draft.boilerplate) == (now, "Cierre vigente.")

    save(client, draft, accion="cierre", closing_block=str(old.pk))
    draft.refresh_from_db()
    assert (draft.closing_block, draft.boilerplate) == (old, "Cierre anterior.")
    page = open_editor(client, draft).content.decode()
    assert "El bloque «Bloque ficticio anterior» se usó hasta el" not in page  # dated 2024


def test_a_fix_is_put_at_a_click(enter: Any) -> None:
    client = enter(WRITERS)
    body = "Síganos en la cuenta @SS Edomex para más información."
    draft = write(client, **{**WHOLE, "body": body})
    checks = open_editor(client, draft).context["checks"]
    check = next(check for check in checks if check.fix_value)

    save(client, draft, arreglo=check.fix_value)
    draft.refresh_from_db()
    assert check.span not in draft.body[0]
    assert check.fix in draft.body[0]


def test_the_sheet_follows_what_is_typed_and_saves_nothing(enter: Any) -> None:
    client = enter(WRITERS)
    draft = write(client, **WHOLE)
    fields = typed(client, draft, headline="Título nuevo", place="Toluca", release=str(draft.pk))
    answer = client.post("/redaccion/comunicados/hoja/", fields)

    page = answer.content.decode()
    assert "TÍTULO NUEVO" in page
    assert "Toluca, Estado de México, 4 de abril de 2024" in page
    assert Draft.objects.get().headline == "Título ficticio"


def test_hostile_text_stays_text(enter: Any) -> None:
    client = enter(WRITERS)
    draft = write(client, **{**WHOLE, "headline": "<script>alert(1)</script>"})
    page = open_editor(client, draft).content.decode()
    assert "<script>alert" not in page


def test_a_bulletin_that_came_in_as_a_file_is_edited_in_its_review(enter: Any) -> None:
    release = make_release(published=False)
    answer = enter(WRITERS).get(f"/redaccion/comunicados/{release.pk}/")
    assert answer.headers["Location"] == f"/redaccion/revision/{release.pk}/"


def test_a_scheduled_bulletin_keeps_its_minute_and_its_folio(enter: Any) -> None:
    client = enter(EDITORS)
    draft = write(client, **WHOLE)
    at = timezone.now() + dt.timedelta(days=1)
    actions.schedule(release=draft.release, at=at, by=None)
    draft = Draft.objects.get()
    assert "conserva su hora" in open_editor(client, draft).content.decode()

    answer = save(client, draft, headline="Otro título ficticio")
    page = client.get(answer.headers["Location"]).content.decode()
    release = Release.objects.get()
    assert "Sigue programado para el" in page
    assert (release.publish_at, release.number) == (at, 1)
    assert Draft.objects.get().headline == "Otro título ficticio"


def test_a_scheduled_bulletin_is_not_saved_with_something_missing(enter: Any) -> None:
    client = enter(EDITORS)
    draft = write(client, **WHOLE)
    actions.schedule(release=draft.release, at=timezone.now() + dt.timedelta(days=1), by=None)
    answer = save(client, Draft.objects.get(), body="")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert Draft.objects.get().body == ["Texto ficticio."]


def test_a_writer_does_not_change_what_is_scheduled(enter: Any) -> None:
    draft = write(enter(EDITORS), **WHOLE)
    actions.schedule(release=draft.release, at=timezone.now() + dt.timedelta(days=1), by=None)
    answer = save(enter(WRITERS), Draft.objects.get(), headline="Otro título")

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert Draft.objects.get().headline == "Título ficticio"
