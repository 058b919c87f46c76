"""Publishing several at once from the inbox: every folio is shown, nothing goes out unseen."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from releases.models import Draft, Office, Release
from releases.publishing import actions
from releases.publishing.content import content_of_draft
from releases.roles import AUDITORS, EDITORS, WRITERS
from releases.vocabulary import ReleaseState
from tests.admin.conftest import enter
from tests.factories import host_agency, make_release

__all__ = ["enter"]

pytestmark = pytest.mark.django_db

CONFIRM = "/redaccion/bandeja/publicar/"


def in_review(number: int, **fields: Any) -> Release:
    return make_release(published=False, number=number, headline=f"Hecho {number}", **fields)


def confirmation(client: Client, *releases: Release) -> str:
    page = client.get(CONFIRM, {"c": [release.pk for release in releases]})
    assert page.status_code == HTTPStatus.OK
    return page.content.decode()


def choices_in(page: str) -> list[str]:
    return re.findall(r'name="c" value="([^"]+)"', page)


def is_public(release: Release) -> bool:
    return Release.objects.get(pk=release.pk).state == ReleaseState.PUBLISHED


def test_each_folio_is_listed_and_all_go_out_together(enter: Any) -> None:
    client = enter(EDITORS)
    first, second = in_review(11), in_review(12)

    page = confirmation(client, second, first)
    assert "Publicar 2 comunicados" in page
    assert page.index("Hecho 11") < page.index("Hecho 12")
    answer = client.post(CONFIRM, {"c": choices_in(page)}, follow=True)

    assert is_public(first)
    assert is_public(second)
    assert "Se publicaron 2 comunicados: 0011/2024 y 0012/2024." in answer.content.decode()


def test_what_cannot_go_is_listed_with_the_reason_and_stays(enter: Any) -> None:
    client = enter(EDITORS)
    evidence = {"issued_on": {"certainty": "revise", "reason": "Prueba.", "evidence": []}}
    good, doubtful = in_review(11), in_review(12, evidence=evidence)
    empty, public = in_review(13, body=()), make_release(number=14)

    page = confirmation(client, good, doubtful, empty, public)

    assert "Publicar 1 comunicado" in page
    assert "Tiene datos por revisar." in page
    assert "Falta: el texto." in page
    assert len(choices_in(page)) == 1
    client.post(CONFIRM, {"c": [str(r.pk) for r in (good, doubtful, empty)]})
    assert [is_public(release) for release in (good, doubtful, empty)] == [True, False, False]


def test_what_somebody_changed_after_the_summary_stays_and_is_named(enter: Any) -> None:
    client = enter(EDITORS)
    kept, changed = in_review(11), in_review(12)
    page = confirmation(client, kept, changed)
    draft = Draft.objects.select_related("issued_in").get(pk=changed.pk)
    actions.save_draft(
        draft=draft, content=content_of_draft(draft), lock_version=draft.lock_version, by=None
    )

    answer = client.post(CONFIRM, {"c": choices_in(page)}, follow=True)

    assert is_public(kept)
    assert not is_public(changed)
    assert "Alguien lo cambió" in answer.content.decode()


def test_what_the_editorial_checks_find_is_published_on_its_own_page(enter: Any) -> None:
    client = enter(EDITORS)
    release = in_review(11, body=("El vehículo con placas ABC-12-34 fue asegurado.",))

    page = confirmation(client, release)

    assert "revisión editorial encontró avisos" in page
    assert not choices_in(page)


def test_where_two_people_are_needed_nothing_goes_out(enter: Any) -> None:
    client = enter(EDITORS)
    release = in_review(11)
    host_agency()
    choice = choices_in(confirmation(client, release))
    Office.objects.update(two_people=True)

    page = confirmation(client, release)
    answer = client.post(CONFIRM, {"c": choice})

    assert "exige dos personas" in page
    assert not choices_in(page)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert not is_public(release)


@pytest.mark.parametrize("chosen", [[], ["x"], ["1.2"], ["0"], ["9" * 30], ["-1"]])
def test_nothing_that_could_be_chosen_leads_back(enter: Any, chosen: list[str]) -> None:
    answer = enter(EDITORS).get(CONFIRM, {"c": chosen}, follow=True)

    assert answer.redirect_chain[-1][0] == "/redaccion/bandeja/"
    assert "Elija en la bandeja" in answer.content.decode()


@pytest.mark.parametrize("role", [WRITERS, AUDITORS])
def test_only_who_may_publish_gets_there(enter: Any, role: str) -> None:
    release = in_review(11)
    client = enter(role)

    assert client.get(CONFIRM, {"c": release.pk}).status_code == HTTPStatus.FORBIDDEN
    assert client.post(CONFIRM, {"c": release.pk}).status_code == HTTPStatus.FORBIDDEN
    assert "Publicar los elegidos" not in client.get("/redaccion/bandeja/").content.decode()
    assert not is_public(release)


def test_ready_ones_have_a_box_and_the_others_none(enter: Any) -> None:
    in_review(11)
    evidence = {"issued_on": {"certainty": "revise", "reason": "Prueba.", "evidence": []}}
    in_review(12, evidence=evidence)

    page = enter(EDITORS).get("/redaccion/bandeja/").content.decode()

    assert page.count('type="checkbox"') == 1
    assert "1 listo" in page
