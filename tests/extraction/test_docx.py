"""Word files: their structure as lines, and nothing of them run, fetched or expanded."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from releases.extraction.docx import read_docx
from releases.extraction.limits import (
    DamagedDocxError,
    ForbiddenXmlError,
    Limits,
    NotDocxError,
    NoTextError,
    SuspiciousZipError,
)

LIMITS = Limits()
ENTITY = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def _document() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "MEMBRETE DE PRUEBA"
    document.add_heading("Cabeza del comunicado ficticio", 1)
    document.add_paragraph("Primer punto", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Objeto", "12"
    document.add_paragraph("Un párrafo.")
    return _save(document)


def _save(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _with_part(data: bytes, name: str, part: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for entry in source.infolist():
            if entry.filename != name:
                target.writestr(entry, source.read(entry))
        target.writestr(name, part)
    return buffer.getvalue()


def test_header_heading_list_table_and_paragraph_become_lines() -> None:
    lines = read_docx(_document(), LIMITS).pages[0].lines
    assert [(line.text, line.style) for line in lines if line.text] == [
        ("MEMBRETE DE PRUEBA", "encabezado"),
        ("Cabeza del comunicado ficticio", "Heading 1"),
        ("Primer punto", "List Bullet"),
        ("Objeto | 12", "tabla"),
        ("Un párrafo.", "Normal"),
    ]
    assert lines[1].bold
    assert lines[2].mark == "•"


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/header1.xml"])
def test_a_doctype_in_any_part_is_refused(name: str) -> None:
    hostile = _with_part(_document(), name, ENTITY + b"<a>&x;</a>")
    with pytest.raises(ForbiddenXmlError):
        read_docx(hostile, LIMITS)


def test_a_doctype_in_utf16_is_seen_too() -> None:
    hostile = _with_part(_document(), "word/document.xml", ENTITY.decode().encode("utf-16"))
    with pytest.raises(ForbiddenXmlError):
        read_docx(hostile, LIMITS)


def test_a_part_that_inflates_too_far_is_refused_before_it_is_opened() -> None:
    hostile = _with_part(_document(), "word/document.xml", b"<a>" + b" " * 1000)
    bomb = io.BytesIO(hostile)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/extra.xml", bytes(30_000_000))
    with pytest.raises(SuspiciousZipError):
        read_docx(bomb.getvalue(), LIMITS)


def test_another_zip_is_no_word_file() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("hola.txt", "hola")
    with pytest.raises(NotDocxError):
        read_docx(buffer.getvalue(), LIMITS)


def test_half_a_word_file_is_damaged() -> None:
    with pytest.raises(DamagedDocxError):
        read_docx(_document()[:2000], LIMITS)


def test_an_empty_word_file_has_no_text() -> None:
    with pytest.raises(NoTextError):
        read_docx(_save(docx.Document()), LIMITS)
