"""The administration in a real browser: inside the content policy, accessible, on the screen."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Error, Page, expect

from tests.browser.conftest import OpenContext, Site
from tests.browser.looks import both_widths_and_schemes
from tests.browser.test_whole_way import sign_in

pytestmark = pytest.mark.browser

PANEL = "/administracion/"
PAGES = (
    PANEL,
    f"{PANEL}releases/release/",
    f"{PANEL}releases/release/?q=0275",
    f"{PANEL}releases/sourcedocument/",
    f"{PANEL}releases/revision/",
    f"{PANEL}releases/agency/",
    f"{PANEL}releases/agency/add/",
    f"{PANEL}releases/place/?q=neza",
    f"{PANEL}releases/topic/",
    f"{PANEL}releases/office/1/change/",
    f"{PANEL}releases/user/",
    f"{PANEL}releases/user/add/",
    f"{PANEL}releases/releaseevent/",
    f"{PANEL}procrastinate/procrastinatejob/",
    "/cuenta/2fa/",
    "/cuenta/password/change/",
)
# The stock templates follow the guidelines, not all of axe's advice beyond them.
GUIDELINES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def faults_of(page: Page, path: str) -> list[str]:
    """What the browser says of a page: refused styles and scripts, errors, axe's findings."""
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            said.append(message.text)

    def fail(error: Error) -> None:
        said.append(str(error))

    page.on("console", listen)
    page.on("pageerror", fail)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    # Before axe runs: it adds styles of its own, which the policy refuses.
    page.remove_listener("console", listen)
    page.remove_listener("pageerror", fail)
    found = [f"{path}: {text}" for text in said]
    for violation in Axe().run(page, options=GUIDELINES).response["violations"]:
        nodes = ", ".join(str(node["target"][0]) for node in violation["nodes"][:3])
        found.append(f"{path}: {violation['id']}: {violation['help']} ({nodes})")
    if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
        found.append(f"{path}: wider than the screen")
    return found


@both_widths_and_schemes
def test_pages_of_the_administration_have_no_fault(
    open_context: OpenContext, site: Site, width: int, scheme: str
) -> None:
    page = open_context(width=width, color_scheme=scheme).new_page()
    sign_in(page, site)
    page.goto(f"{PANEL}releases/release/?q=0275")
    bulletin = page.locator("#result_list tbody th a").first.get_attribute("href") or ""
    page.goto(f"{PANEL}releases/agency/?q=SSEM")
    agency = page.locator("#result_list tbody th a").first.get_attribute("href") or ""
    withdrawal = bulletin.replace("/change/", "/retirar/").split("?")[0]
    merging = agency.replace("/change/", "/unir/").split("?")[0]

    paths = (*PAGES, bulletin, withdrawal, agency, merging)
    faults = [fault for path in paths for fault in faults_of(page, path)]

    assert not faults, "\n".join(faults)


def test_names_are_offered_while_one_types(open_context: OpenContext, site: Site) -> None:
    page = open_context().new_page()
    sign_in(page, site)
    page.goto(f"{PANEL}releases/release/?q=0275")
    page.locator("#result_list tbody th a").first.click()
    page.get_by_role("searchbox", name="Temas").fill("tecno")
    expect(page.locator(".select2-results__option").first).to_contain_text("Tecnología")


def test_without_script_a_bulletin_can_be_opened_and_found(
    open_context: OpenContext, site: Site
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    sign_in(page, site)
    page.goto(f"{PANEL}releases/release/?q=0275")
    page.locator("#result_list tbody th a").first.click()
    expect(page.locator("[name=headline]")).to_be_visible()
