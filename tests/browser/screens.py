"""Pictures of the main pages for the documentation: `make screens`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, sync_playwright

from tests.requirements import find_chromium

PAGES = {
    "inicio": "/",
    "resultados": "/buscar/?q=centro+de+mando",
    "resultados-vacio": "/buscar/?q=comvenio+observatorio",
    "comunicado": "/comunicados/2024/0275/?q=centro+de+mando",
    "corregido": "/comunicados/2024/0296/",
    "dependencia": "/dependencias/ssem/",
    "municipios": "/municipios/",
    "correcciones": "/correcciones/",
    "lista": "/buscar/lote/?lista=convenio%0D%0A0275%2F2024%0D%0AToluca",
}


HEIGHT = 900
# A bulletin with two versions: correct it in the administration before taking pictures.
CORRECTED = "/comunicados/2024/0296/"
SCHEMES: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", ""), ("dark", "-oscuro"))


# Pages of the desk; those of one bulletin are found by following links from these lists.
DESK = {
    "mesa-bandeja": "/redaccion/bandeja/",
    "mesa-editor": "/redaccion/comunicados/nuevo/",
    "mesa-programados": "/redaccion/programados/",
    "mesa-publicados": "/redaccion/publicados/",
    "mesa-cuentas": "/redaccion/cuentas/",
    "mesa-oficina": "/redaccion/oficina/",
    "mesa-autorizaciones": "/redaccion/autorizaciones/",
}
DESK_FOLLOWED = {
    "mesa-revision": ("/redaccion/bandeja/", "a[href*='/redaccion/revision/']"),
    "mesa-correccion": (
        "/redaccion/publicados/",
        "a[href*='/redaccion/correcciones/']:text('Corregir')",
    ),
    "mesa-retiro": ("/redaccion/publicados/", "a[href*='/redaccion/retiros/']"),
}


def take_screens(address: str, folder: Path, staff: str = "") -> None:
    """Takes each page at 1280 and 390 px, light and dark, whole.

    `staff` is «user:password» of somebody whose desk is shown too.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--lang=es-MX"]
        )
        for width in (1280, 390):
            for scheme, suffix in SCHEMES:
                context = browser.new_context(
                    base_url=address,
                    locale="es-MX",
                    color_scheme=scheme,
                    viewport={"width": width, "height": HEIGHT},
                )
                page = context.new_page()
                for name, path in PAGES.items():
                    page.goto(path)
                    page.wait_for_load_state("networkidle")
                    _take(page, folder / f"{name}-{width}{suffix}.png")
                page.goto(CORRECTED)
                page.get_by_role("link", name="Ver qué cambió").first.click()
                _take(page, folder / f"versiones-{width}{suffix}.png")
                if staff:
                    _take_desk(page, folder, f"{width}{suffix}", staff)
                context.close()
        browser.close()


def _take(page: Page, file: Path) -> None:
    """The whole page in a window as tall as it is, so that what sticks to the edge lies there."""
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": _width(page), "height": max(tall, HEIGHT)})
    page.screenshot(path=file, full_page=True)
    page.set_viewport_size({"width": _width(page), "height": HEIGHT})


def _width(page: Page) -> int:
    return page.viewport_size["width"] if page.viewport_size else 0


def _take_desk(page: Page, folder: Path, ending: str, staff: str) -> None:
    user, _, password = staff.partition(":")
    page.goto("/cuenta/login/")
    page.locator("[name=login]").fill(user)
    page.locator("[name=password]").fill(password)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("networkidle")
    for name, path in DESK.items():
        page.goto(path)
        page.wait_for_load_state("networkidle")
        _take(page, folder / f"{name}-{ending}.png")
    for name, (path, link) in DESK_FOLLOWED.items():
        page.goto(path)
        page.goto(page.locator(link).first.get_attribute("href") or path)
        page.wait_for_load_state("networkidle")
        _take(page, folder / f"{name}-{ending}.png")
        if name == "mesa-revision":
            page.goto(page.url.replace("/revision/", "/publicar/"))
            _take(page, folder / f"mesa-publicar-{ending}.png")


if __name__ == "__main__":
    take_screens(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:4])
