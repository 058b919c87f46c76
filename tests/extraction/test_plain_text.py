"""Text files in every encoding that offices save them in, and the damage done by wrong ones."""

from __future__ import annotations

import unicodedata

import pytest

from releases.extraction.document import ExtractedDocument
from releases.extraction.limits import EncodingError, Limits, NoTextError, TooLargeError
from releases.extraction.plain_text import read_plain_text

TEXT = "Acción en Cañitas: «Policía» y año\n\n- *Primer punto.*\n**CABEZA EN\nDOS RENGLONES**"


def _read(data: bytes) -> ExtractedDocument:
    return read_plain_text(data, Limits())


def _codes(document: ExtractedDocument) -> list[str]:
    return [notice.code for notice in document.notices]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_read_without_a_notice(encoding: str) -> None:
    document = _read(TEXT.encode(encoding))
    assert document.pages[0].lines[0].text == "Acción en Cañitas: «Policía» y año"
    assert _codes(document) == []


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_single_byte_encodings_are_converted_and_said(encoding: str) -> None:
    document = _read(TEXT.encode(encoding))
    assert document.pages[0].lines[0].text == "Acción en Cañitas: «Policía» y año"
    assert _codes(document) == ["codificacion-convertida"]


def test_letters_read_as_cp1252_once_are_mended_and_said() -> None:
    document = _read(TEXT.encode().decode("cp1252", "replace").encode())
    assert document.pages[0].lines[0].text.startswith("Acción en Cañitas")
    assert _codes(document) == ["texto-reparado"]


def test_an_honest_capital_a_with_tilde_is_left_alone() -> None:
    document = _read("SÃO PAULO y Âmbito".encode())
    assert document.text == "SÃO PAULO y Âmbito"
    assert _codes(document) == []


def test_parted_accents_become_whole_letters() -> None:
    document = _read(unicodedata.normalize("NFD", "Policía de Nezahualcóyotl").encode())
    assert document.text == "Policía de Nezahualcóyotl"


def test_invisible_and_control_characters_are_removed_and_counted() -> None:
    document = _read("Comu\u200bnicado\u202e 0275/2024\x00".encode())
    assert document.text == "Comunicado 0275/2024"
    assert _codes(document) == ["caracteres-quitados"]


def test_emphasis_marks_become_style() -> None:
    lines = _read(TEXT.encode()).pages[0].lines
    assert (lines[2].mark, lines[2].text, lines[2].italic) == ("-", "Primer punto.", True)
    assert [(line.text, line.bold) for line in lines[3:]] == [
        ("CABEZA EN", True),
        ("DOS RENGLONES", True),
    ]


def test_a_form_feed_starts_a_page() -> None:
    assert [page.number for page in _read(b"uno\fdos").pages] == [1, 2]


@pytest.mark.parametrize("data", [b"\xff\xfe\x41", bytes(range(1, 32)) * 20])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises((EncodingError, NoTextError)):
        _read(data)


def test_blank_lines_alone_are_no_text() -> None:
    with pytest.raises(NoTextError):
        _read(b" \n\n\t\n")


def test_an_oversized_text_is_refused() -> None:
    with pytest.raises(TooLargeError):
        _read(b"a " * 600_000)


def test_a_heading_of_markdown_is_a_bold_line() -> None:
    document = _read("# Cabeza del comunicado\n\n#Seguridad y #SéparteDelCambio".encode())
    first, _, last = document.pages[0].lines
    assert (first.text, first.bold) == ("Cabeza del comunicado", True)
    assert (last.text, last.bold) == ("#Seguridad y #SéparteDelCambio", False)
