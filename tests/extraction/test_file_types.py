"""The first bytes and the name of a file must agree."""

from __future__ import annotations

import pytest

from releases.extraction.file_types import FileKind, recognise
from releases.extraction.limits import ExtractionError


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"%PDF-1.7\n", "0275.PDF", FileKind.PDF),
        (b"PK\x03\x04....", "0275.docx", FileKind.DOCX),
        (b"PK\x05\x06" + bytes(18), "vacio.zip", FileKind.ZIP),
        ("Comunicado".encode("utf-16"), "0275.txt", FileKind.TEXT),
        (b"Comunicado 0275/2024", "0275.txt", FileKind.TEXT),
    ],
)
def test_a_file_is_what_both_its_bytes_and_its_name_say(
    head: bytes, name: str, kind: FileKind
) -> None:
    assert recognise(head, name) is kind


@pytest.mark.parametrize(
    ("head", "name", "code"),
    [
        (b"", "a.pdf", "archivo-vacio"),
        (b"<html><body>", "a.pdf", "no-es-pdf"),
        (b"GIF89a %PDF-1.7", "a.pdf", "no-es-pdf"),
        (b"%PDF-1.7", "a.docx", "no-es-docx"),
        (b"%PDF-1.7", "a.txt", "no-es-texto"),
        (b"PK\x03\x04", "a.txt", "no-es-texto"),
        (b"<!DOCTYPE html><script>", "a.txt", "no-es-texto"),
        (b"hola", "a.zip", "zip-sospechoso"),
        (b"MZ\x90", "a.exe", "tipo-no-admitido"),
        (b"<svg>", "a.svg", "tipo-no-admitido"),
        (b"hola", "sin-extension", "tipo-no-admitido"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(head: bytes, name: str, code: str) -> None:
    with pytest.raises(ExtractionError) as caught:
        recognise(head, name)
    assert caught.value.code == code


def test_the_refusal_shows_how_the_file_begins() -> None:
    with pytest.raises(ExtractionError, match="«<html»"):
        recognise(b"<html><body>", "a.pdf")
