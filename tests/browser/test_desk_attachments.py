"""From the editor to the public page with photos and a letterhead, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.test_administration import faults_of
from tests.browser.test_whole_way import sign_in
from tests.photos.pictures import draw_with_metadata

pytestmark = pytest.mark.browser

ALT = "Dos franjas, una roja y otra azul."


def begin(page: Page, site: Site) -> str:
    """A draft with a text; the address of its page of photos and annexes."""
    sign_in(page, site)
    page.goto("/redaccion/comunicados/nuevo/")
    page.get_by_label("Título", exact=True).fill("Título ficticio con fotografía")
    page.get_by_label("Texto", exact=True).fill("Texto ficticio de un comunicado de prueba.")
    page.get_by_role("button", name="Guardar borrador").click()
    page.wait_for_url(re.compile(r"/redaccion/comunicados/\d+/$"))
    page.get_by_role("link", name="Fotografías y anexos").click()
    page.wait_for_url(re.compile(r"/redaccion/comunicados/\d+/archivos/$"))
    return page.url


def test_a_photo_goes_from_the_desk_to_the_public_page_and_its_sheet(
    page: Page, site: Site, tmp_path: Path
) -> None:
    address = begin(page, site)
    page.locator("#archivos").set_input_files(draw_with_metadata(tmp_path / "foto.jpg"))
    page.get_by_role("button", name="Agregar", exact=True).click()
    page.get_by_label("Texto alternativo").fill(ALT)
    page.get_by_label("Pie de foto").fill("Pie ficticio")
    page.get_by_label("Confirmo que no se reconoce").check()
    page.get_by_role("button", name="Guardar", exact=True).last.click()
    expect(page.get_by_text("Se guardaron los textos y el orden.")).to_be_visible()
    assert faults_of(page, address) == []

    page.goto(address.replace("comunicados/", "publicar/").removesuffix("archivos/"))
    for reason in page.get_by_label("Motivo para dejarlo así").all():
        reason.fill("Motivo ficticio")
    page.get_by_role("button", name="Publicar ahora").click()
    page.get_by_role("link", name="Ver el comunicado").click()

    photo = page.get_by_role("img", name=ALT)
    photo.scroll_into_view_if_needed()
    assert photo.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 0
    assert faults_of(page, page.url) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF con membrete").click()
    sheet = download.value.path().read_bytes()
    assert sheet.startswith(b"%PDF")
    assert b"<pdfuaid:part>1<" in sheet


def test_a_photo_without_words_is_kept_back_by_the_page(
    page: Page, site: Site, tmp_path: Path
) -> None:
    begin(page, site)
    page.locator("#archivos").set_input_files(draw_with_metadata(tmp_path / "foto.jpg"))
    page.get_by_role("button", name="Agregar", exact=True).click()

    expect(page.get_by_label("Texto alternativo")).to_have_attribute("required", "")
    expect(page.locator("main")).to_contain_text("la confirmación de la fotografía 1")
