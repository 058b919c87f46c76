"""Pictures of the main pages for the documentation: `make screens`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

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


# A bulletin with two versions: correct it in the administration before taking pictures.
CORRECTED = "/comunicados/2024/0296/"
SCHEMES: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", ""), ("dark", "-oscuro"))


def take_screens(address: str, folder: Path) -> None:
    """Takes each page at 1280 and 390 px, light and dark, whole."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for width in (1280, 390):
            for scheme, suffix in SCHEMES:
                context = browser.new_context(
                    base_url=address,
                    locale="es-MX",
                    color_scheme=scheme,
                    viewport={"width": width, "height": 900},
                )
                page = context.new_page()
                for name, path in PAGES.items():
                    page.goto(path)
                    page.wait_for_load_state("networkidle")
                    page.screenshot(path=folder / f"{name}-{width}{suffix}.png", full_page=True)
                page.goto(CORRECTED)
                page.get_by_role("link", name="Ver qué cambió").first.click()
                page.screenshot(path=folder / f"versiones-{width}{suffix}.png", full_page=True)
                context.close()
        browser.close()


if __name__ == "__main__":
    take_screens(sys.argv[1], Path(sys.argv[2]))
