"""Closing blocks in the administration: their days, their text, who may change them."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from releases.models import ClosingBlock
from releases.roles import ADMINISTRATORS, EDITORS
from tests.admin.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(enter: Enter) -> Client:
    return enter(ADMINISTRATORS)


def add(client: Client, **fields: str) -> Any:
    sent = {
        "name": "Bloque ficticio",
        "text": "Línea ficticia uno.\r\nLínea  ficticia dos.",
        "valid_from": "2024-01-01",
        "valid_until": "",
    }
    return client.post(reverse("admin:releases_closingblock_add"), {**sent, **fields})


def test_a_block_is_added_with_the_days_on_which_it_is_used(administrator: Client) -> None:
    add(administrator, valid_until="2024-06-30")

    block = ClosingBlock.objects.get()
    assert block.text == "Línea ficticia uno.\nLínea ficticia dos."
    assert (block.valid_from, block.valid_until) == (dt.date(2024, 1, 1), dt.date(2024, 6, 30))
    page = administrator.get(reverse("admin:releases_closingblock_changelist")).content.decode()
    assert "Desde el 1 de enero de 2024 hasta el 30 de junio de 2024" in page


def test_its_page_shows_the_text_as_it_is_printed(administrator: Client) -> None:
    add(administrator, text="<b>Línea</b> ficticia.\nOtra.")
    block = ClosingBlock.objects.get()
    page = administrator.get(reverse("admin:releases_closingblock_change", args=[block.pk]))
    assert "<p>&lt;b&gt;Línea&lt;/b&gt; ficticia.</p><p>Otra.</p>" in page.content.decode()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"valid_until": "2023-12-31"}, "El último día es anterior al primero."),
        ({"text": " \n "}, "obligatorio"),
        ({"valid_from": ""}, "obligatorio"),
    ],
)
def test_a_block_that_makes_no_sense_is_refused(
    administrator: Client, fields: dict[str, str], said: str
) -> None:
    answer = add(administrator, **fields)
    assert said in answer.content.decode()
    assert not ClosingBlock.objects.exists()


def test_an_older_form_does_not_overwrite_a_newer_block(administrator: Client) -> None:
    add(administrator)
    block = ClosingBlock.objects.get()
    url = reverse("admin:releases_closingblock_change", args=[block.pk])
    seen = administrator.get(url).context["adminform"].form["seen"].value()
    ClosingBlock.objects.update(text="Otra persona.")
    sent = {"name": block.name, "text": "Lo mío.", "valid_from": "2024-01-01", "seen": seen}

    assert administrator.post(url, sent).status_code == HTTPStatus.CONFLICT
    assert ClosingBlock.objects.get().text == "Otra persona."


def test_only_administrators_change_blocks(enter: Enter) -> None:
    editor = enter(EDITORS)
    assert add(editor).status_code == HTTPStatus.FORBIDDEN
    assert not ClosingBlock.objects.exists()
