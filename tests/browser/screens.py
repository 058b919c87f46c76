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
    "comunicado": "/comunicados/2024/0275/",
    "versiones": "/c/2024/0296",
    "dependencia": "/dependencias/ssem/",
    "municipios": "/municipios/",
    "municipio": "/municipios/toluca/",
    "temas": "/temas/",
    "correcciones": "/correcciones/",
    "ayuda": "/ayuda/busqueda/",
    "no-existe": "/no-existe/",
}


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
                context.close()
        browser.close()


if __name__ == "__main__":
    take_screens(sys.argv[1], Path(sys.argv[2]))
