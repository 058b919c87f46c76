"""The pages of corrections and withdrawals at the desk, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenContext, Site
from tests.browser.looks import both_widths_and_schemes
from tests.browser.test_administration import faults_of
from tests.browser.test_whole_way import sign_in

pytestmark = pytest.mark.browser

PUBLISHED = "/redaccion/publicados/"


def open_correction(page: Page, folio: str) -> None:
    page.goto(f"{PUBLISHED}?q={folio}")
    page.get_by_role("link", name=f"Corregir {folio}").click()
    expect(page.locator("h1")).to_contain_text(f"Corregir {folio}")


def test_without_script_a_withdrawn_bulletin_is_gone_and_comes_back(
    open_context: OpenContext, site: Site
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    sign_in(page, site)
    page.goto(f"{PUBLISHED}?q=0216/2022")
    public = page.get_by_role("link", name="Ver 0216/2022").get_attribute("href") or ""
    page.get_by_role("link", name="Retirar 0216/2022").click()
    page.get_by_label("Publicado por error").check()
    page.get_by_label("Motivo público").fill("Prueba ficticia de retiro.")
    page.get_by_role("button", name="Retirar del archivo público").click()
    expect(page.locator("h1")).to_contain_text("Restituir 0216/2022")

    gone = page.request.get(public)
    assert gone.status == 410
    assert "Prueba ficticia de retiro." in gone.text()

    page.get_by_label("Motivo público").fill("Prueba ficticia de restitución.")
    page.get_by_role("button", name="Volver a publicar").click()
    assert page.request.get(public).status == 200


@both_widths_and_schemes
def test_the_pages_of_corrections_have_no_fault(
    open_context: OpenContext, site: Site, width: int, scheme: str
) -> None:
    page = open_context(width=width, color_scheme=scheme).new_page()
    sign_in(page, site)
    open_correction(page, "0275/2024")
    correction = page.url
    withdrawal = correction.replace("/correcciones/", "/retiros/")
    lists = (PUBLISHED, "/redaccion/correcciones/", "/redaccion/autorizaciones/")
    faults = [fault for path in (*lists, correction, withdrawal) for fault in faults_of(page, path)]
    assert not faults, "\n".join(faults)
