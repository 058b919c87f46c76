"""The main job, the whole way, in a real browser."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

BULLETINS = Path(settings.BASE_DIR) / "fixtures" / "bulletins"


def test_a_reader_finds_a_bulletin_and_its_document_is_the_one_we_keep(page: Page) -> None:
    page.goto("/")
    page.locator("main input[name=q]").fill("policia estatal")
    page.locator("main input[name=q]").press("Enter")
    expect(page.locator("h1")).to_contain_text("comunicado")

    page.goto("/buscar/?q=policia")
    box = page.get_by_role("checkbox", name="Secretaría de Seguridad del Estado de México").first
    box.check()
    expect(page.get_by_label("Filtros puestos")).to_contain_text("Secretaría de Seguridad")

    page.goto("/buscar/?q=0275%2F2024")
    expect(page.locator("h1")).to_contain_text("SOSTIENE SECRETARÍA DE SEGURIDAD", ignore_case=True)
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").first.click()
    expected = hashlib.sha256((BULLETINS / "0275-2024.pdf").read_bytes()).hexdigest()
    received = hashlib.sha256(download.value.path().read_bytes()).hexdigest()
    assert received == expected
    expect(page.locator("body")).to_contain_text(expected)
    expect(page.locator("body")).to_contain_text("PDF reconstruido a partir del texto publicado")


def sign_in(page: Page, site: Site) -> None:
    page.goto("/administracion/")
    page.get_by_label("Usuario").fill(site.user)
    page.get_by_label("Contraseña", exact=True).fill(site.password)
    page.get_by_role("button", name="Entrar").click()
    # Not the form, whose address names this one as the next.
    page.wait_for_url(re.compile(r"^[^?]+/administracion/$"))
