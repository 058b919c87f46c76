"""One installation with the sample bulletins, run as people run it, and a real browser."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.requirements import require
from tests.running.installation import copied, run
from tests.typefaces import cut_once

# The first page of a process, a busy machine: what comes late is not what is missing.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)

_PASSWORD = re.compile(r"Usuario:\s+(\S+)\s+Clave:\s+(\S+)")


@dataclass(frozen=True, slots=True)
class Site:
    """Where the installation answers, the account of its first person, and what running makes."""

    address: str
    user: str
    password: str
    home: Path


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """`manage.py run` in a copy of the project, from a folder that holds typefaces alone."""
    require("chromium")
    with tempfile.TemporaryDirectory(prefix="conste-") as name:
        # Open enough for the account that runs the database when the tests run as root.
        Path(name).chmod(0o755)
        with copied(Path(name) / "copia", fonts=cut_once()) as installation:
            running = run(installation)
            try:
                account = _PASSWORD.search(running.said)
                assert account, running.said
                yield Site(running.address, account[1], account[2], installation.home)
            finally:
                running.end()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one file of tests: its event loop must not outlive them."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=require("chromium"), args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


OpenContext = Callable[..., BrowserContext]


@pytest.fixture
def open_context(browser: Browser, site: Site) -> Iterator[OpenContext]:
    """`open_context(width=390, color_scheme="dark", …)`: a fresh browser, closed after the test."""
    contexts: list[BrowserContext] = []

    def opened(*, width: int = 1280, height: int = 900, **options: object) -> BrowserContext:
        context = browser.new_context(
            base_url=site.address,
            locale="es-MX",
            viewport={"width": width, "height": height},
            **options,  # type: ignore[arg-type]  # whatever Playwright offers
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        return context

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_context: OpenContext) -> Page:
    """A reader's page at 1280 px."""
    return open_context().new_page()
