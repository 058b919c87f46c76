"""Each page at both widths, light and dark: accessible, inside the screen, inside the policy."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

from tests.browser.conftest import OpenContext
from tests.browser.looks import both_widths_and_schemes

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/buscar/",
    "/buscar/?q=centro+de+mando",
    "/buscar/?q=comvenio",
    "/buscar/?q=policia&desde=2024-13-45",
    "/buscar/filtros/dependencia/",
    "/comunicados/",
    "/comunicados/2024/",
    "/comunicados/2024/04/",
    "/comunicados/2024/0275/",
    "/comunicados/2024/0275/?q=centro+de+mando",
    "/c/2024/0296",
    "/dependencias/",
    "/dependencias/ssem/",
    "/municipios/",
    "/municipios/toluca/",
    "/lugares/",
    "/temas/",
    "/temas/tecnologia-c5/",
    "/correcciones/",
    "/correcciones/politica/",
    "/ayuda/busqueda/",
    "/acerca/",
    "/accesibilidad/",
    "/privacidad/",
    "/preferencias/",
    "/no-existe/",
    "/cuenta/login/",
)


def problems_of(page: Page, path: str) -> list[str]:
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text and "422" not in message.text:
            said.append(message.text)

    page.on("console", listen)
    page.goto(path)
    found = [f"{path}: {text}" for text in said]
    for violation in Axe().run(page).response["violations"]:
        nodes = ", ".join(node["target"][0] for node in violation["nodes"][:3])
        found.append(f"{path}: {violation['id']}: {violation['help']} ({nodes})")
    wide, shown = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    if wide > shown:
        found.append(f"{path}: {wide} px wide on a screen of {shown}")
    if page.locator("h1").count() != 1:
        found.append(f"{path}: {page.locator('h1').count()} h1")
    page.remove_listener("console", listen)
    return found


@both_widths_and_schemes
def test_pages_have_no_fault(open_context: OpenContext, width: int, scheme: str) -> None:
    page = open_context(width=width, color_scheme=scheme).new_page()

    faults = [fault for path in PAGES for fault in problems_of(page, path)]

    assert not faults, "\n".join(faults)
