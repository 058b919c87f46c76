"""Each page of the desk at both widths, light and dark: accessible and inside screen and policy."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenContext, Site
from tests.browser.test_administration import faults_of
from tests.browser.test_desk_review import DOUBTFUL, open_review
from tests.browser.test_whole_way import sign_in

# The pages' own tests look at most of them too; two minutes more belong to the night.
pytestmark = [pytest.mark.browser, pytest.mark.nightly]

LISTS = (
    "/redaccion/bandeja/",
    "/redaccion/comunicados/nuevo/",
    "/redaccion/programados/",
    "/redaccion/publicados/",
    "/redaccion/publicados/?q=nada+de+nada",
    "/redaccion/correcciones/",
    "/redaccion/autorizaciones/",
    "/redaccion/cuentas/",
    "/redaccion/cuentas/1/",
    "/redaccion/oficina/",
    "/redaccion/componentes/",
)
# The pages of a bulletin that waits, and of a public one, by its key in the database.
WAITING = ("revision", "comunicados", "publicar", "enlaces", "vista")
PUBLIC = ("correcciones", "retiros")


def key_in(address: str) -> str:
    found = re.search(r"/(\d+)/", address)
    assert found, address
    return found[1]


def pages_of(page: Page) -> list[str]:
    """Every page, those of a bulletin that waits and of a public one among them."""
    open_review(page, DOUBTFUL)
    waiting = key_in(page.url)
    page.goto("/redaccion/publicados/")
    link = page.locator("a[href*='/redaccion/correcciones/']:has-text('Corregir')").first
    public = key_in(link.get_attribute("href") or "")
    return [
        *LISTS,
        *(f"/redaccion/{name}/{waiting}/" for name in WAITING),
        f"/redaccion/comunicados/{waiting}/archivos/",
        f"/redaccion/revision/{waiting}/descartar/",
        *(f"/redaccion/{name}/{public}/" for name in PUBLIC),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_of_the_desk_have_no_fault(
    open_context: OpenContext, site: Site, width: int, scheme: str
) -> None:
    page = open_context(width=width, color_scheme=scheme).new_page()
    sign_in(page, site)

    faults = [fault for path in pages_of(page) for fault in faults_of(page, path)]

    assert not faults, "\n".join(faults)
