"""Kept files, plain text and data: only what is public, byte for byte, without rights."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from releases import storage
from releases.models import Release, SourceDocument
from releases.page_images import make_page_images
from releases.publishing import actions
from releases.publishing.content import content_of_revision
from releases.vocabulary import RevisionKind
from tests.factories import make_content, make_file, make_release

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\nficticio\n%%EOF\n"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def kept(tmp_path: Path) -> Any:
    """A received file whose bytes are in the store."""
    path = tmp_path / "boletín «ficticio».pdf"
    path.write_bytes(PDF)
    return replace(make_file(path.name), sha256=storage.keep(path), size=len(PDF))


def correct(release: Release) -> None:
    current = release.current_revision
    assert current is not None
    actions.correct(
        release=release,
        content=replace(content_of_revision(current), headline="Título corregido"),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=current.number,
        by=None,
    )
    release.refresh_from_db()


def test_the_file_is_served_byte_for_byte(client: Client, kept: Any) -> None:
    release = make_release(file=kept, number=9275)

    response = client.get(f"{release.get_absolute_url()}documento.pdf")

    assert response.getvalue() == PDF
    assert hashlib.sha256(PDF).hexdigest() == kept.sha256
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == str(len(PDF))


def test_it_is_saved_and_has_no_rights(client: Client, kept: Any) -> None:
    release = make_release(file=kept, number=9275)

    response = client.get(f"{release.get_absolute_url()}documento.pdf")
    response.close()

    assert response["Content-Disposition"] == 'attachment; filename="9275-2024.pdf"'
    assert response["Content-Security-Policy"].startswith("sandbox;")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_copy_that_the_reader_has_is_not_sent_again(client: Client, kept: Any) -> None:
    address = f"{make_release(file=kept).get_absolute_url()}documento.pdf"

    response = client.get(address, HTTP_IF_NONE_MATCH=f'"{kept.sha256}"')

    assert response.status_code == 304


@pytest.mark.parametrize("extension", ["docx", "txt", "html", "exe"])
def test_another_extension_than_the_file_s_is_a_404(
    client: Client, kept: Any, extension: str
) -> None:
    release = make_release(file=kept)

    assert client.get(f"{release.get_absolute_url()}documento.{extension}").status_code == 404


def test_a_word_file_has_its_own_extension_and_type(client: Client, kept: Any) -> None:
    release = make_release(file=replace(kept, media_type=DOCX, file_name="boletín.docx"))

    response = client.get(f"{release.get_absolute_url()}documento.docx")
    response.close()

    assert response["Content-Type"] == DOCX


def test_a_file_that_is_missing_from_the_store_is_told(client: Client) -> None:
    release = make_release()

    response = client.get(f"{release.get_absolute_url()}documento.pdf")

    assert response.status_code == 503
    assert "no está disponible" in response.content.decode()


def test_each_version_keeps_its_own_file(client: Client, kept: Any) -> None:
    release = make_release(file=kept, number=9275)
    correct(release)

    response = client.get(f"{release.get_absolute_url()}versiones/1/documento.pdf")

    assert response.getvalue() == PDF
    assert client.get(f"{release.get_absolute_url()}versiones/3/documento.pdf").status_code == 404


def test_the_file_of_a_proposed_correction_is_not_public(client: Client, kept: Any) -> None:
    public = make_release(number=9275)
    content = make_content(headline="Propuesta secreta")
    actions.propose_correction(release=public, file=kept, content=content, by=None)

    response = client.get(f"{public.get_absolute_url()}documento.pdf")

    assert response.status_code == 503  # the public version's own file, which this test left out
    assert client.get(f"{public.get_absolute_url()}versiones/2/documento.pdf").status_code == 404


def test_the_plain_text_is_the_one_whose_hash_is_shown(client: Client) -> None:
    release = make_release(number=9275)
    revision = release.current_revision
    assert revision is not None

    response = client.get(f"{release.get_absolute_url()}texto.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().startswith("9275/2024\nSan Ficticio, 4 de abril de 2024\n")
    assert hashlib.sha256(response.content).hexdigest() == revision.text_sha256


def test_the_data_have_the_text_the_versions_and_the_file(client: Client, kept: Any) -> None:
    release = make_release(file=kept, number=9275)
    correct(release)

    answer = json.loads(client.get(f"{release.get_absolute_url()}datos.json").content)

    assert answer["folio"] == "9275/2024"
    assert answer["headline"] == "Título corregido"
    assert answer["version"] == 2
    assert answer["change_note"] == "Nota ficticia."
    assert [version["version"] for version in answer["versions"]] == [1, 2]
    assert answer["document"]["kind"] == "redactado-aqui"
    assert answer["document"]["sha256"] != kept.sha256
    assert answer["document"]["url"].endswith("documento.pdf")
    assert (answer["photos"], answer["annexes"]) == ([], [])


def test_a_corrected_bulletin_shows_its_sheet_and_links_the_file_it_came_from(
    client: Client, kept: Any
) -> None:
    release = make_release(file=kept, number=9275)
    correct(release)
    address = release.get_absolute_url()
    page = client.get(address).content.decode()

    assert "PDF con membrete" in page
    assert f'<a href="{address}versiones/1/documento.pdf">Documento como se recibió</a>' in page
    assert client.get(f"{address}versiones/1/documento.pdf").getvalue() == PDF
    sheet = client.get(f"{address}documento.pdf").getvalue()
    assert sheet.startswith(b"%PDF")
    assert sheet != PDF


def test_drawn_pages_are_shown_and_served(client: Client) -> None:
    path = Path("fixtures/bulletins/0275-2024.pdf")
    sha256 = storage.keep(path)
    file = replace(make_file(path.name), sha256=sha256, page_count=2)
    release = make_release(file=file)
    address = release.get_absolute_url()
    assert make_page_images(SourceDocument.objects.get(sha256=sha256)) == 2

    page = client.get(address).content.decode()
    full, small = f"{address}pagina-2.webp", f"{address}miniatura-2.webp"

    assert f'<img src="{address}miniatura-1.webp"' in page
    assert re.search(rf'property="og:image" content="[^"]+{address}pagina-1.webp"', page)
    sizes = [len(client.get(image).getvalue()) for image in (full, small)]
    assert sizes[0] > sizes[1] > 0
    assert client.get(f"{address}pagina-3.webp").status_code == 404


def test_a_page_image_that_was_not_drawn_is_a_404(client: Client) -> None:
    address = make_release().get_absolute_url()

    assert client.get(f"{address}pagina-1.webp").status_code == 404
    assert client.get(f"{address}miniatura-1.webp").status_code == 404
