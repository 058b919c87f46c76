"""What becomes of an annex before anybody can save it."""

from __future__ import annotations

from pathlib import Path

import pytest

from releases.extraction.sandbox import read_document
from releases.photos.annex import CSV, PDF, process_annex
from releases.photos.errors import NotAnAnnex, UnsafeTable

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def table(folder: Path, data: bytes) -> Path:
    path = folder / "tabla.csv"
    path.write_bytes(data)
    return path


def test_a_pdf_keeps_its_pages_and_loses_scripts_and_metadata(tmp_path: Path) -> None:
    original = CORPUS / "nasty" / "javascript.pdf"
    assert b"JavaScript" in original.read_bytes()
    annex = process_annex(original, file_name="anexo.pdf")

    assert annex.media_type == PDF
    assert annex.data.startswith(b"%PDF")
    for trace in (b"JavaScript", b"OpenAction", b"/Author", b"/Metadata"):
        assert trace not in annex.data


def test_the_words_of_a_copied_pdf_are_the_same(tmp_path: Path) -> None:
    original = CORPUS / "docs" / "seed-000.pdf"
    path = tmp_path / "anexo.pdf"
    path.write_bytes(process_annex(original, file_name="anexo.pdf").data)

    before, after = (
        [line.text for page in read_document(p).pages for line in page.lines]
        for p in (original, path)
    )
    assert after == before


@pytest.mark.parametrize("name", ["truncated.pdf", "user-password.pdf"])
def test_a_pdf_that_cannot_be_opened_is_refused(name: str) -> None:
    with pytest.raises(NotAnAnnex):
        process_annex(CORPUS / "nasty" / name, file_name=name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_becomes_utf_8_with_its_mark(encoding: str, tmp_path: Path) -> None:
    rows = "municipio,variación\nÑuño,-4.5\n"
    annex = process_annex(table(tmp_path, rows.encode(encoding)), file_name="Tabla.CSV")

    assert annex.media_type == CSV
    assert annex.data == ("\ufeff" + rows).encode()


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-1+cmd"])
def test_a_table_with_a_formula_is_refused_with_its_row(cell: str, tmp_path: Path) -> None:
    with pytest.raises(UnsafeTable, match="renglón 2"):
        process_annex(table(tmp_path, f"a;b\n1;{cell}\n".encode()), file_name="tabla.csv")


@pytest.mark.parametrize("cell", ["-4.5", "+52 722 000 0000", "-12 %", "9-1-1", "a=b"])
def test_numbers_and_telephones_are_no_formulas(cell: str, tmp_path: Path) -> None:
    process_annex(table(tmp_path, f"a,b\n1,{cell}\n".encode()), file_name="tabla.csv")


@pytest.mark.parametrize("name", ["informe.docx", "tabla.xlsx", "programa.exe", "sin-extension"])
def test_other_files_are_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04")

    with pytest.raises(NotAnAnnex, match="PDF o CSV"):
        process_annex(path, file_name=name)


def test_bytes_under_the_name_of_a_table_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAnAnnex):
        process_annex(table(tmp_path, b"MZ\x00\x01"), file_name="tabla.csv")
