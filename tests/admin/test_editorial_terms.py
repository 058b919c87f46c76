"""The lists of the editorial checks in the administration."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from releases.models import EditorialTerm
from releases.publishing.content import BulletinContent
from releases.publishing.editorial_lists import check_content
from releases.roles import ADMINISTRATORS, EDITORS
from releases.vocabulary import EditorialCode, EditorialListKind
from tests.admin.conftest import Enter

pytestmark = pytest.mark.django_db
ADD = "admin:releases_editorialterm_add"
LIST = "admin:releases_editorialterm_changelist"


def add(client: Client, **fields: str) -> str:
    sent = {"kind": "sigla-conocida", "term": "XQTP", "note": "Ficticia"}
    return client.post(reverse(ADD), {**sent, **fields}, follow=True).content.decode()


def codes(text: str) -> set[EditorialCode]:
    return {f.code for f in check_content(BulletinContent(headline="AVISO", body=(text,)))}


def test_an_added_acronym_needs_no_explanation_any_more(enter: Enter) -> None:
    text = "Asistió personal del XQTP."
    assert EditorialCode.ACRONYM in codes(text)
    add(enter(ADMINISTRATORS))
    assert EditorialCode.ACRONYM not in codes(text)


def test_an_added_word_is_spelt_right(enter: Enter) -> None:
    text = "Los policìas usaron el zarandeor."
    assert EditorialCode.SPELLING in codes(text)
    add(enter(ADMINISTRATORS), kind="palabra-correcta", term="zarandeor")
    add(enter(ADMINISTRATORS), kind="palabra-correcta", term="policìas")
    assert EditorialCode.SPELLING not in codes(text)


def test_a_word_can_be_taken_off_a_list(enter: Enter) -> None:
    text = "El ladrón fue alcanzado en Lerma."
    add(enter(ADMINISTRATORS), kind="palabra-de-veredicto", term="ladrón", removes="on")
    assert EditorialCode.VERDICT not in codes(text)


def test_the_list_is_filtered_and_searched(enter: Enter) -> None:
    EditorialTerm.objects.create(kind=EditorialListKind.POST.value, term="vocal ejecutivo")
    EditorialTerm.objects.create(kind=EditorialListKind.TRADE.value, term="laudero")
    client = enter(ADMINISTRATORS)
    filtered = client.get(reverse(LIST), {"kind": "oficio"}).content.decode()
    assert "laudero" in filtered
    assert "vocal ejecutivo" not in filtered
    assert "vocal ejecutivo" in client.get(reverse(LIST), {"q": "vocal"}).content.decode()


def test_an_unknown_list_is_refused(enter: Enter) -> None:
    add(enter(ADMINISTRATORS), kind="inventada")
    assert not EditorialTerm.objects.exists()


def test_only_administrators_change_the_lists(enter: Enter) -> None:
    add(enter(EDITORS))
    assert not EditorialTerm.objects.exists()
