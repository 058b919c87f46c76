"""The inbox in a real browser: files chosen or dropped, read by the real worker, and looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenContext, Site
from tests.browser.looks import both_widths_and_schemes
from tests.browser.test_administration import faults_of
from tests.browser.test_whole_way import sign_in
from tests.ingest.bulletins import write_bulletin

pytestmark = pytest.mark.browser

INBOX = "/redaccion/bandeja/"
READING_MS = 90_000


def row_of(page: Page, name: str) -> Locator:
    return page.locator("section.lote").first.locator(".archivo", has_text=name)


def send(page: Page, files: list[Path]) -> None:
    page.get_by_label("Suba los comunicados").set_input_files(files)
    page.get_by_role("button", name="Subir y leer").click()


def test_without_script_the_same_is_done_by_reloading(
    open_context: OpenContext, site: Site, tmp_path: Path
) -> None:
    page = open_context(width=390, java_script_enabled=False).new_page()
    sign_in(page, site)
    page.goto(INBOX)
    send(page, [write_bulletin(tmp_path / "0011.txt", seed=7101, folio="0011/2024")])

    for _ in range(READING_MS // 1000):
        page.goto(INBOX)
        if row_of(page, "0011.txt").get_by_text("Listo").count():
            break
        page.wait_for_timeout(1000)

    expect(row_of(page, "0011.txt")).to_contain_text("Listo")
    page.get_by_role("button", name="Publicar los elegidos").first.click()
    # The first check of a text loads the dictionary.
    expect(page.locator("h1")).to_contain_text("Publicar", timeout=READING_MS)
    expect(page.locator("main")).to_contain_text("0011/2024")


def test_files_may_be_dropped_anywhere_on_the_area(open_context: OpenContext, site: Site) -> None:
    page = open_context().new_page()
    sign_in(page, site)
    page.goto(INBOX)

    page.evaluate(
        """() => {
            const dropped = new DataTransfer();
            dropped.items.add(new File(["uno"], "uno.txt"));
            dropped.items.add(new File(["dos"], "dos.txt"));
            const options = { dataTransfer: dropped, bubbles: true, cancelable: true };
            const button = document.querySelector("[data-soltar] .boton");
            button.dispatchEvent(new DragEvent("drop", options));
        }"""
    )

    expect(page.locator("[data-elegidos]")).to_contain_text("2 archivos elegidos")


@both_widths_and_schemes
def test_the_inbox_has_no_fault(
    open_context: OpenContext, site: Site, tmp_path: Path, width: int, scheme: str
) -> None:
    page = open_context(width=width, color_scheme=scheme).new_page()
    sign_in(page, site)

    faults = faults_of(page, INBOX)

    assert not faults, "\n".join(faults)
