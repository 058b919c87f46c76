"""A review in a real browser: boxes and fields lead to each other, answers and keys save."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenContext, Site
from tests.browser.looks import both_widths_and_schemes
from tests.browser.test_administration import faults_of
from tests.browser.test_whole_way import sign_in
from tests.corpus.files import DOCUMENTS

pytestmark = pytest.mark.browser

INBOX = "/redaccion/bandeja/"
READING_MS = 90_000
# Two pages, a table beside the text, which makes its order doubtful. Fictional.
DOUBTFUL = DOCUMENTS / "dev-05.pdf"
PLAIN_TEXT = DOCUMENTS / "dev-14.txt"


def open_review(page: Page, file: Path) -> None:
    """Sends the file unless that was done, and opens its review once it is read."""
    page.goto(INBOX)
    row = page.locator(".archivo", has_text=file.name).first
    if not row.count():
        page.get_by_label("Suba los comunicados").set_input_files(file)
        page.get_by_role("button", name="Subir y leer").click()
    link = row.locator("a[href*='/revision/']").first
    for _ in range(READING_MS // 1000):
        if link.count():
            break
        page.wait_for_timeout(1000)
        page.goto(INBOX)
    page.goto(link.get_attribute("href") or "")
    expect(page.locator("h1")).to_contain_text("Revisar")


def wait_for_images(page: Page) -> None:
    """The worker draws the pages after it has read them; until then the text bears the numbers."""
    for _ in range(READING_MS // 1000):
        if page.locator("#zona-6 rect").count():
            return
        page.wait_for_timeout(1000)
        page.reload()


def test_boxes_answers_and_keys_lead_through_a_review(page: Page, site: Site) -> None:
    sign_in(page, site)
    open_review(page, DOUBTFUL)
    wait_for_images(page)
    expect(page.locator("#zona-6 rect").first).to_be_visible()
    expect(page.locator(".sello-estado--ojo").first).to_contain_text("por revisar")

    # From a box to its field and back.
    page.locator("#zona-4").click()
    expect(page).to_have_url(re.compile(r"#c-titulo$"))
    page.get_by_role("link", name="Ver 4 en el documento").click()
    expect(page).to_have_url(re.compile(r"#zona-4$"))

    # A paragraph parted at the cursor and joined again.
    first = page.locator("#parrafo-1")
    whole = first.input_value()
    at = whole.index(", ") + 2
    first.evaluate("(area, at) => area.setSelectionRange(at, at)", at)
    page.get_by_role("button", name="Partir en el cursor").first.click()
    expect(page.locator("#parrafo-2")).to_be_focused()
    expect(page.locator("#parrafo-2")).to_have_value(whole[at:])
    page.locator("button[value='unir:1']").click()
    expect(page.locator("#parrafo-1")).to_have_value(whole)

    # Names are offered while one types, and taken with their button.
    page.get_by_label("Agregar tema").press_sequentially("desapar")
    expect(page.locator("#id_add_topic-lista option").first).to_have_attribute(
        "value", re.compile("desaparecidas", re.IGNORECASE), timeout=READING_MS
    )
    page.get_by_label("Agregar tema").fill("Personas desaparecidas")
    page.get_by_role("button", name="Agregar tema").click()
    topics = page.get_by_role("group", name="Temas")
    expect(topics.get_by_role("button", name="Quitar tema Personas desaparecidas")).to_be_visible()

    # Whoever leaves with something typed is asked first.
    title = page.get_by_role("textbox", name="Título", exact=True)
    title.fill("TÍTULO FICTICIO SIN GUARDAR")
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asked:
        page.get_by_role("link", name="Bandeja").last.click(no_wait_after=True)
    assert asked.value.type == "beforeunload"
    expect(title).to_have_value("TÍTULO FICTICIO SIN GUARDAR")

    # Ctrl + Enter saves wherever the cursor is, and stays.
    title.fill("TÍTULO FICTICIO CAMBIADO CON EL TECLADO")
    title.press("Control+Enter")
    expect(page.locator("main")).to_contain_text("Se guardó el borrador.")
    expect(title).to_have_value("TÍTULO FICTICIO CAMBIADO CON EL TECLADO")

    page.get_by_role("button", name="Guardar y publicar").click()
    expect(page).to_have_url(re.compile(r"/redaccion/publicar/\d+/\?accion=publicar$"))


def test_without_script_a_doubt_is_answered_and_a_blank_line_parts(
    open_context: OpenContext, site: Site
) -> None:
    page = open_context(width=390, java_script_enabled=False).new_page()
    sign_in(page, site)
    open_review(page, PLAIN_TEXT)
    expect(page.get_by_role("button", name="Partir en el cursor")).to_have_count(0)
    page.locator("#parrafo-1").fill("Primera parte ficticia.\n\nSegunda parte ficticia.")
    page.get_by_role("button", name="Revisar después").click()
    expect(page.locator("main")).to_contain_text("Se guardó para después.")

    open_review(page, PLAIN_TEXT)
    expect(page.locator("#parrafo-1")).to_have_value("Primera parte ficticia.")
    expect(page.locator("#parrafo-2")).to_have_value("Segunda parte ficticia.")
    page.get_by_role("button", name="Descartar").click()
    expect(page.locator("h1")).to_contain_text("¿Descartar 0385/2023?")
    page.get_by_role("link", name="Volver sin descartar").click()
    expect(page.locator("h1")).to_contain_text("Revisar")


@both_widths_and_schemes
def test_the_pages_of_a_review_have_no_fault(
    open_context: OpenContext, site: Site, width: int, scheme: str
) -> None:
    page = open_context(width=width, color_scheme=scheme).new_page()
    sign_in(page, site)
    open_review(page, PLAIN_TEXT)
    text = page.url
    open_review(page, DOUBTFUL)
    wait_for_images(page)
    paths = (page.url, f"{page.url}descartar/", text)

    faults = [fault for path in paths for fault in faults_of(page, path)]

    assert not faults, "\n".join(faults)
