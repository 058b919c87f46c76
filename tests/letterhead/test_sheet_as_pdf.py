"""The PDF of a sheet: what it claims, what it says, and that nobody's words become code."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, resolve1

from releases.extraction.sandbox import read_document
from releases.letterhead.sheet import Sheet
from releases.letterhead.typesetting import MOST_CHARACTERS, LetterheadFailed, letterhead_pdf
from releases.linking.catalogue import read_gazetteer
from releases.linking.gazetteer import Gazetteer
from releases.parsing.parser import parse

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "fixtures" / "bulletins").glob("*.pdf"))
SIGNS = (
    r"""#let x = $y$ \ @ref *no* _no_ `no` <tag> // no /* no */ "no" ~ #read("/etc/passwd") [x]"""
)

Maker = Callable[..., Sheet]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return read_gazetteer(ROOT / "fixtures" / "vocabulary")


def words_of(pdf: bytes, folder: Path) -> list[str]:
    """Every word of the PDF in the order in which a program reads it."""
    path = folder / "hoja.pdf"
    path.write_bytes(pdf)
    pages = read_document(path).pages
    return " ".join(line.text for page in pages for line in page.lines).split()


def test_the_file_is_tagged_and_says_its_language_and_title(make_sheet: Maker) -> None:
    document = PDFDocument(PDFParser(io.BytesIO(letterhead_pdf(make_sheet()))))
    catalog = document.catalog

    assert dict_value(catalog["MarkInfo"])["Marked"] is True
    assert resolve1(catalog["Lang"]) == b"es-MX"
    assert dict_value(catalog["ViewerPreferences"])["DisplayDocTitle"] is True
    assert "StructTreeRoot" in catalog
    assert not {"OpenAction", "AA", "AcroForm"} & set(catalog)


def test_the_file_claims_pdf_ua_1_and_pdf_a_2a(make_sheet: Maker) -> None:
    metadata = letterhead_pdf(make_sheet()).decode("latin-1")

    assert "<pdfuaid:part>1<" in metadata
    assert "<pdfaid:part>2<" in metadata
    assert "<pdfaid:conformance>A<" in metadata
    assert "<dc:language><rdf:Bag><rdf:li>es-MX<" in metadata


def test_headline_list_and_paragraphs_are_tagged_as_such(make_sheet: Maker) -> None:
    document = PDFDocument(PDFParser(io.BytesIO(letterhead_pdf(make_sheet()))))
    tags = list(structure_of(document.catalog["StructTreeRoot"]))

    assert tags.count("H1") == 1
    assert tags.count("LI") == 2
    assert tags.count("Figure") == 1  # the QR code, which has a text of its own
    assert tags.index("H1") < tags.index("L") < len(tags) - 1 - tags[::-1].index("P")


def structure_of(node: object) -> list[str]:
    """The names of the structure elements, depth first."""
    element = resolve1(node)
    if isinstance(element, list):
        return [name for part in element for name in structure_of(part)]
    if not isinstance(element, dict):
        return []
    name = element.get("S")
    return [*([name.name] if name else []), *structure_of(element.get("K"))]


def test_the_words_stand_in_reading_order(make_sheet: Maker, tmp_path: Path) -> None:
    sheet = make_sheet()
    read = " ".join(words_of(letterhead_pdf(sheet), tmp_path))
    parts = (
        *sheet.letterhead[:1],
        sheet.folio,
        sheet.dateline,
        sheet.headline,
        *sheet.points,
        *sheet.body,
        *sheet.closing,
        *sheet.register,
    )
    places = [read.index(part) for part in parts]
    assert places == sorted(places)
    assert "Página 1 de 1" in read


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_our_own_reader_gets_back_what_the_sheet_says(
    sample: Path, gazetteer: Gazetteer, make_sheet: Maker, tmp_path: Path
) -> None:
    told = parse(read_document(sample), gazetteer)
    assert told.folio.value
    sheet = make_sheet(
        folio=told.folio.value.printed,
        dateline=told.dateline,
        headline=told.headline.value.upper(),
        points=told.summary_points.value,
        body=told.body.value,
        closing=tuple(told.boilerplate.value.split("\n")),
    )
    path = tmp_path / "hoja.pdf"
    path.write_bytes(letterhead_pdf(sheet))
    read = parse(read_document(path), gazetteer)

    assert read.folio.value == told.folio.value
    assert read.dateline == told.dateline
    assert read.headline.value == sheet.headline
    assert read.summary_points.value == sheet.points
    assert read.body.value == sheet.body
    assert read.issued_on.value == told.issued_on.value
    assert read.issued_in.value == told.issued_in.value
    # A closing that opens a page may lose its line of accounts, which looks like a page header.
    assert told.boilerplate.value.startswith(read.boilerplate.value)


def test_no_text_becomes_code(make_sheet: Maker, tmp_path: Path) -> None:
    sheet = make_sheet(
        letterhead=(SIGNS,),
        issuer=SIGNS,
        folio="#1/2024",
        dateline=SIGNS,
        headline=SIGNS,
        points=(SIGNS,),
        body=(SIGNS,),
        closing=(SIGNS,),
        note_title=SIGNS,
        note=SIGNS,
        footer=SIGNS,
    )
    read = "".join(words_of(letterhead_pdf(sheet), tmp_path))

    assert read.count("".join(SIGNS.split())) >= 6
    assert "root:" not in read


def test_signs_that_the_fonts_lack_become_a_lozenge(make_sheet: Maker, tmp_path: Path) -> None:
    sheet = make_sheet(body=("Antes 🚓 después, Ñuño, Ōsaka, Ж.",))
    read = " ".join(words_of(letterhead_pdf(sheet), tmp_path))

    assert "Antes ◊ después, Ñuño, Ōsaka, ◊." in read


def test_equal_sheets_give_equal_bytes(make_sheet: Maker) -> None:
    first = letterhead_pdf(make_sheet())

    assert letterhead_pdf(make_sheet()) == first
    assert letterhead_pdf(replace(make_sheet(), folio="0276/2024")) != first


def test_the_date_of_the_file_is_that_of_the_publication(make_sheet: Maker) -> None:
    metadata = letterhead_pdf(make_sheet()).decode("latin-1")

    assert "<xmp:CreateDate>2024-04-04T18:10:00+00:00<" in metadata


def test_a_corrected_version_prints_its_note(make_sheet: Maker, tmp_path: Path) -> None:
    sheet = make_sheet(
        note_title="Corrección del 9 de abril de 2024, 10:42 h", note="Nota pública ficticia."
    )
    read = " ".join(words_of(letterhead_pdf(sheet), tmp_path))

    assert read.index("Corrección del 9 de abril") < read.index("Nota pública ficticia.")
    assert read.index("Nota pública ficticia.") < read.index("Primer párrafo ficticio.")


def test_the_longest_text_is_set_and_a_longer_one_refused(make_sheet: Maker) -> None:
    paragraph = "Párrafo ficticio con palabras de distinta longitud para llenar hojas. " * 14
    longest = make_sheet(body=(paragraph,) * (500_000 // len(paragraph)))
    pages = re.search(rb"<xmpTPg:NPages>(\d+)<", letterhead_pdf(longest))
    assert pages
    assert int(pages[1]) > 100

    with pytest.raises(LetterheadFailed):
        letterhead_pdf(make_sheet(body=("x " * MOST_CHARACTERS,)))
