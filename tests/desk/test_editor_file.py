"""A bulletin written here that begins with a Word file."""

from __future__ import annotations

import io
from http import HTTPStatus
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from releases.models import Draft, Release, ReleaseEvent, SourceDocument
from releases.roles import WRITERS
from tests.admin.conftest import enter

__all__ = ["enter"]

pytestmark = pytest.mark.django_db

PATH = "/redaccion/comunicados/nuevo/archivo/"
HEADLINE = "IMPARTE SECRETARÍA TALLER FICTICIO DE PRIMEROS AUXILIOS EN TEXCOCO"
POINT = "El taller ficticio reunió a cuarenta personas del municipio."
BODY = [
    "La Secretaría de Seguridad impartió un taller ficticio de primeros auxilios a cuarenta "
    "personas del municipio de Texcoco, en coordinación con la Guardia Nacional.",
    "Quienes participaron recibieron una constancia, y el taller ficticio se repetirá el próximo "
    "mes en otras sedes que la dependencia dará a conocer.",
]


def word_file(*paragraphs: str, points: tuple[str, ...] = ()) -> bytes:
    document = docx.Document()
    for text in paragraphs[:2]:
        document.add_paragraph(text)
    title = document.add_paragraph()
    title.add_run(paragraphs[2]).bold = True
    for point in points:
        document.add_paragraph(point, style="List Bullet")
    for text in paragraphs[3:]:
        document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def send(client: Any, data: bytes, name: str = "ficticio.docx") -> Any:
    return client.post(PATH, {"archivo": SimpleUploadedFile(name, data)})


def test_a_word_file_becomes_a_draft_that_takes_the_next_folio(enter: Any) -> None:
    client = enter(WRITERS)
    dateline = "Texcoco, Estado de México, 8 de abril de 2024"
    answer = send(client, word_file("0999/2024", dateline, HEADLINE, *BODY, points=(POINT,)))

    draft = Draft.objects.get()
    assert answer.headers["Location"] == f"/redaccion/comunicados/{draft.pk}/"
    assert draft.headline == HEADLINE
    assert draft.summary_points == [POINT]
    assert draft.body == BODY
    assert draft.dateline == dateline
    assert draft.issued_in and draft.issued_in.slug == "texcoco"
    assert (draft.folio, draft.takes_folio, draft.release.number) == ("", True, None)


def test_the_file_is_not_kept_but_its_name_is_remembered(enter: Any) -> None:
    send(enter(WRITERS), word_file("", "", HEADLINE, *BODY))

    assert not SourceDocument.objects.exists()
    assert ReleaseEvent.objects.get().data == {"file": "ficticio.docx"}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("ficticio.docx", b"PK\x03\x04 roto", "está dañado"),
        ("ficticio.txt", "Texto ficticio de un párrafo.".encode(), "Elija un archivo de Word"),
        ("ficticio.docx", b"", "vacío"),
    ],
)
def test_what_is_no_word_file_is_refused_with_what_to_do(
    enter: Any, name: str, data: bytes, said: str
) -> None:
    answer = send(enter(WRITERS), data, name)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.context["file_error"]
    assert not Release.objects.exists()


def test_no_file_at_all_is_said(enter: Any) -> None:
    answer = enter(WRITERS).post(PATH)
    assert "Elija primero el archivo de Word." in answer.content.decode()


def test_what_is_no_bulletin_is_text_from_beginning_to_end(enter: Any) -> None:
    sentence = "Nota ficticia de una sola oración, sin título, lugar, fecha ni sumarios."
    document = docx.Document()
    document.add_paragraph(sentence)
    target = io.BytesIO()
    document.save(target)
    send(enter(WRITERS), target.getvalue())

    draft = Draft.objects.get()
    assert sentence in (draft.headline, *draft.body)
    assert draft.issued_on is not None
