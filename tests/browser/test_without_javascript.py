"""Links and forms do all the work."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenContext

pytestmark = pytest.mark.browser


def test_searching_filtering_and_reading_need_no_script(open_context: OpenContext) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto("/")
    page.locator("main input[name=q]").fill("centro de mando")
    page.locator("main input[name=q]").press("Enter")
    page.wait_for_url("**/buscar/?**")

    page.get_by_role("checkbox", name="Toluca").first.check()
    page.get_by_role("button", name="Ver").first.click()
    page.wait_for_url("**municipio=toluca**")
    expect(page.get_by_label("Filtros puestos")).to_contain_text("Toluca")

    page.locator("main ol a[data-asiento]").first.click()
    expect(page.locator("main mark").first).to_be_visible()


def test_the_menu_and_the_filters_of_a_phone_open_without_script(
    open_context: OpenContext,
) -> None:
    page = open_context(width=390, java_script_enabled=False).new_page()
    page.goto("/buscar/?q=centro+de+mando")

    page.get_by_role("button", name="Filtros").click()
    expect(page.get_by_role("checkbox", name="Toluca").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Menú").click()
    expect(page.get_by_role("link", name="Dependencias").first).to_be_visible()
