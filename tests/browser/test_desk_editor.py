"""The editor in a real browser: what is typed saves itself, the sheet follows, pasting is clean."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenContext, Site
from tests.browser.looks import both_widths_and_schemes
from tests.browser.test_administration import faults_of
from tests.browser.test_whole_way import sign_in

pytestmark = pytest.mark.browser

NEW = "/redaccion/comunicados/nuevo/"
SAVED = re.compile(r"Borrador guardado a las \d\d:\d\d h")
PASTE = """(area, {text, html}) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    data.setData("text/html", html);
    const options = {clipboardData: data, bubbles: true, cancelable: true};
    area.dispatchEvent(new ClipboardEvent("paste", options));
}"""


def begin(page: Page, site: Site) -> Page:
    sign_in(page, site)
    page.goto(NEW)
    return page


def test_what_is_typed_saves_itself_and_survives_the_browser(page: Page, site: Site) -> None:
    begin(page, site)
    page.get_by_label("Título", exact=True).fill("Título ficticio que se guarda solo")
    expect(page.locator("#guardado")).to_have_text(SAVED)
    expect(page).to_have_url(re.compile(r"/redaccion/comunicados/\d+/$"))

    with page.expect_response(lambda answer: "x-autosave" in answer.request.headers) as saved:
        page.get_by_label("Texto", exact=True).fill("Texto ficticio que se guarda solo.")
    assert saved.value.ok

    again = page.context.new_page()
    again.goto(page.url)
    expect(again.get_by_label("Texto", exact=True)).to_have_value(
        "Texto ficticio que se guarda solo."
    )


def test_the_sheet_and_the_checks_follow_what_is_typed(page: Page, site: Site) -> None:
    begin(page, site)
    page.get_by_label("Título", exact=True).fill("Imparten taller ficticio")
    expect(page.locator(".pliego__titulo")).to_have_text("IMPARTEN TALLER FICTICIO")
    page.get_by_label("Texto", exact=True).fill("Síganos en la cuenta @SS Edomex.")
    expect(page.get_by_role("button", name="Poner «@SS_Edomex»")).to_be_visible()


def test_text_from_word_is_pasted_as_clean_paragraphs(page: Page, site: Site) -> None:
    begin(page, site)
    body = page.get_by_label("Texto", exact=True)
    body.focus()
    text = "•\tPrimer párrafo\u00a0ficticio.\r\nSegundo\x0bpárrafo ficticio.\r\n"
    body.evaluate(PASTE, {"text": text, "html": "<p class='MsoNormal'>Primer…</p>"})
    expect(body).to_have_value("Primer párrafo ficticio.\n\nSegundo párrafo ficticio.")


def test_a_late_window_keeps_its_text_and_says_so(page: Page, site: Site) -> None:
    begin(page, site)
    page.get_by_label("Título", exact=True).fill("Título ficticio")
    expect(page.locator("#guardado")).to_have_text(SAVED)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Título", exact=True).fill("Título de la otra ventana")
    other.get_by_role("button", name="Guardar borrador").click()

    page.get_by_label("Título", exact=True).fill("Título tardío")
    expect(page.locator("#guardado")).to_contain_text("alguien guardó otro texto")
    page.get_by_role("button", name="Guardar borrador").click()
    expect(
        page.get_by_role("heading", name="Alguien guardó una versión más reciente")
    ).to_be_visible()
    expect(page.get_by_label("Título", exact=True)).to_have_value("Título tardío")


@both_widths_and_schemes
def test_the_editor_has_no_fault(
    open_context: OpenContext, site: Site, width: int, scheme: str
) -> None:
    page = begin(open_context(width=width, color_scheme=scheme).new_page(), site)
    page.get_by_label("Título", exact=True).fill("Título ficticio")
    page.get_by_label("Texto", exact=True).fill("La Guardia Nacional estuvo en Texcoco y expertis.")
    page.get_by_role("button", name="Guardar borrador").click()
    expect(page.get_by_role("heading", name="Borrador")).to_be_visible()

    assert faults_of(page, NEW) + faults_of(page, page.url) == []


def test_without_script_the_form_alone_does_it(open_context: OpenContext, site: Site) -> None:
    page = begin(open_context(java_script_enabled=False).new_page(), site)
    page.get_by_label("Título", exact=True).fill("Título ficticio sin guion")
    page.get_by_role("button", name="Guardar borrador").click()

    expect(page.locator(".pliego__titulo")).to_have_text("TÍTULO FICTICIO SIN GUION")
    expect(page.locator("#guardado")).to_have_text(SAVED)
