"""Files that must not hurt: each ends within its bounds, with one outcome, and the next goes on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from releases.extraction.archives import open_archive
from releases.extraction.limits import ExtractionError, Limits
from releases.extraction.sandbox import ReaderPool
from releases.linking.gazetteer import Gazetteer
from releases.parsing.bulletin import Certainty
from releases.parsing.parser import parse

from .files import DOCUMENTS, NASTY

MANIFEST = json.loads((NASTY / "MANIFEST.json").read_text("utf-8"))
SECONDS, MEGABYTES = 10, 400
REFUSALS = {
    "truncated.pdf": "pdf-danado",
    "zero.pdf": "archivo-vacio",
    "user-password.pdf": "pdf-cifrado",
    "empty-pages.pdf": "sin-texto",
    "html-as.pdf": "no-es-pdf",
    "60-pages.pdf": "demasiado-grande",
    "cyclic-page-tree.pdf": "pdf-danado",
    "bomb-80MB.pdf": "excede-memoria",
}


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool() as pool:
        yield pool


@pytest.mark.parametrize("name", sorted(name for name in MANIFEST if not name.endswith(".zip")))
def test_an_awkward_file_ends_within_its_bounds(pool: ReaderPool, name: str) -> None:
    limits = Limits()  # whoever reads waits `wall` seconds at the most, however busy the machine
    assert limits.wall <= SECONDS
    if (NASTY / name).stat().st_size:
        _, _, cost = pool.run(NASTY / name, filename=name, limits=limits, ocr=False)
        assert cost.memory <= MEGABYTES * 1024 * 1024
        assert cost.cpu <= SECONDS
    assert pool.read(DOCUMENTS / "dev-14.txt").text


@pytest.mark.parametrize(("name", "code"), sorted(REFUSALS.items()))
def test_a_bad_file_is_refused_by_name_with_what_to_do(
    pool: ReaderPool, name: str, code: str
) -> None:
    with pytest.raises(ExtractionError) as caught:
        pool.read(NASTY / name)
    assert caught.value.code == code
    assert caught.value.message.endswith(".")
    assert len(caught.value.message.split()) > 5


def test_an_encrypted_file_says_to_bring_a_copy_without_password(pool: ReaderPool) -> None:
    with pytest.raises(ExtractionError, match="sin contraseña"):
        pool.read(NASTY / "user-password.pdf")


def test_a_script_in_a_pdf_is_said_and_not_run(pool: ReaderPool) -> None:
    document = pool.read(NASTY / "javascript.pdf")
    assert [notice.code for notice in document.notices] == ["contenido-activo"]


def test_a_macro_and_an_external_template_are_said(pool: ReaderPool) -> None:
    document = pool.read(NASTY / "macro-external-template.docx")
    assert {notice.code for notice in document.notices} == {"contenido-activo"}


def test_mended_mojibake_is_the_text_it_was(pool: ReaderPool) -> None:
    mended = pool.read(NASTY / "mojibake.txt")
    assert [notice.code for notice in mended.notices] == ["texto-reparado"]
    original = pool.read(DOCUMENTS / "dev-14.txt")
    assert [line.text for line in mended.pages[0].lines if line.text][:20] == [
        line.text for line in original.pages[0].lines if line.text
    ][:20]


def test_a_name_with_a_blank_an_accent_and_an_emoji_is_read(
    pool: ReaderPool, tmp_path: Path
) -> None:
    path = tmp_path / MANIFEST["name-emoji.pdf"]["upload_as"]
    shutil.copyfile(NASTY / "name-emoji.pdf", path)
    assert pool.read(path).text == pool.read(DOCUMENTS / "dev-01.pdf").text


def test_the_same_pages_in_other_bytes_give_the_same_text(pool: ReaderPool) -> None:
    twin = pool.read(NASTY / "same-text-linearized.pdf")
    assert twin.text == pool.read(DOCUMENTS / "dev-01.pdf").text


def test_an_impossible_date_is_asked_about_and_never_guessed(
    pool: ReaderPool, gazetteer: Gazetteer
) -> None:
    bulletin = parse(pool.read(NASTY / "invalid-date.pdf"), gazetteer)
    assert bulletin.issued_on.value is None
    assert bulletin.issued_on.certainty is Certainty.REVIEW
    assert "31 de febrero" in bulletin.issued_on.reason


def test_a_bulletin_without_folio_says_so(pool: ReaderPool, gazetteer: Gazetteer) -> None:
    bulletin = parse(pool.read(NASTY / "no-folio.pdf"), gazetteer)
    assert bulletin.folio.value is None
    assert bulletin.folio.certainty is Certainty.MISSING


def test_markup_in_a_headline_stays_text(pool: ReaderPool, gazetteer: Gazetteer) -> None:
    label = json.loads((NASTY / "gold" / "markup-in-headline.json").read_text("utf-8"))
    bulletin = parse(pool.read(NASTY / "markup-in-headline.pdf"), gazetteer)
    assert bulletin.headline.value == label["headline"]


def test_a_corrected_bulletin_keeps_its_folio_and_shows_its_change(
    pool: ReaderPool, gazetteer: Gazetteer
) -> None:
    first = parse(pool.read(DOCUMENTS / "dev-01.pdf"), gazetteer)
    second = parse(pool.read(NASTY / "same-folio-corrected.pdf"), gazetteer)
    assert second.folio.value == first.folio.value
    changed = [b for a, b in zip(first.body.value, second.body.value, strict=True) if a != b]
    assert len(changed) == 1
    assert "tres hombres" in changed[0]


def test_only_the_good_file_of_a_traversal_archive_is_taken() -> None:
    members = list(open_archive((NASTY / "traversal.zip").read_bytes(), Limits()))
    taken = [member.name for member in members if member.refusal is None]
    refused = [member for member in members if member.refusal is not None]
    assert len(taken) == 1
    assert taken[0].endswith(".pdf")
    assert {member.refusal.code for member in refused if member.refusal} == {"nombre-no-permitido"}
