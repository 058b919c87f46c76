"""From the editor to its minute in a real browser: scheduled, shown to one reader, then to all."""

from __future__ import annotations

import datetime as dt
import re
import time
from zoneinfo import ZoneInfo

import psycopg
import pytest
from playwright.sync_api import Page, expect

from safety_press import local_postgres
from safety_press.local_postgres import Cluster
from tests.browser.conftest import OpenContext, Site
from tests.browser.looks import both_widths_and_schemes
from tests.browser.test_administration import faults_of
from tests.browser.test_whole_way import sign_in

pytestmark = pytest.mark.browser

NEW = "/redaccion/comunicados/nuevo/"
SCHEDULED = "/redaccion/programados/"
CENTRAL = ZoneInfo("America/Mexico_City")
PATIENCE = 150.0


def confirm(page: Page, site: Site, headline: str, button: str) -> None:
    """Writes a bulletin and presses one of the editor's buttons: the confirmation is open then."""
    sign_in(page, site)
    page.goto(NEW)
    page.get_by_label("Título", exact=True).fill(headline)
    page.get_by_label("Texto", exact=True).fill("Texto ficticio de la prueba.")
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator("h1")).to_contain_text("este comunicado")
    page.wait_for_load_state()  # the rest of the page too
    for reason in page.locator("input[name^='motivo-']").all():
        reason.fill("Motivo ficticio de la prueba.")


def choose(page: Page, minute: dt.datetime) -> None:
    local = minute.astimezone(CENTRAL)
    page.get_by_label("Día").fill(f"{local:%Y-%m-%d}")
    page.get_by_label("Hora").fill(f"{local:%H:%M}")
    page.get_by_role("button", name="Programar", exact=True).click()


def in_an_hour() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(second=0, microsecond=0) + dt.timedelta(hours=1)


def bring_forward(site: Site, minute: dt.datetime, *, seconds: int) -> dt.datetime:
    """Brings what is scheduled for `minute` to so many seconds from now; the new time.

    Nobody has to hurry before it, or to wait for a full minute after it.
    """
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds)
    with psycopg.connect(
        host=str(Cluster.of(site.home).socket_folder),
        user=local_postgres.ROLE,
        dbname=local_postgres.DATABASE,
    ) as connection:
        changed = connection.execute(
            "UPDATE releases_release SET publish_at = %s WHERE publish_at = %s", [soon, minute]
        )
        assert changed.rowcount == 1
    return soon


def test_a_bulletin_appears_at_its_minute_and_one_reader_sees_it_before(
    page: Page, open_context: OpenContext, site: Site
) -> None:
    headline = "Imparten taller ficticio de papiroflexia"
    confirm(page, site, headline, "Programar")
    minute = in_an_hour()
    choose(page, minute)
    expect(page.locator("h1")).to_have_text("Programado")
    expect(page.get_by_role("status")).to_contain_text(f"{minute.astimezone(CENTRAL):%H:%M} h")

    page.get_by_role("link", name="Dar un enlace previo").click()
    page.get_by_label("Para quién").fill("Diario Ficticio")
    page.get_by_role("button", name="Dar el enlace").click()
    address = page.locator("#enlace-nuevo").inner_text()
    reader = open_context().new_page()
    reader.goto(address)
    expect(reader.locator("h1")).to_have_text(headline)
    expect(reader.locator("main")).to_contain_text("Embargado hasta el")
    reader.goto("/buscar/?q=papiroflexia")
    expect(reader.locator("main")).not_to_contain_text(headline)

    due = bring_forward(site, minute, seconds=3)
    appeared = wait_for(reader, headline)

    assert appeared >= due
    reader.goto(address)
    expect(reader).to_have_url(re.compile(r"/comunicados/\d{4}/"))
    expect(reader.locator("h1")).to_have_text(headline)


def wait_for(page: Page, headline: str) -> dt.datetime:
    """When the search first shows it."""
    deadline = time.monotonic() + PATIENCE
    while True:
        page.reload()  # asks again: the browser may keep an answer for a minute
        if headline in page.locator("main").inner_text():
            return dt.datetime.now(dt.UTC)
        assert time.monotonic() < deadline, "it did not come out"
        time.sleep(0.5)


def test_what_is_scheduled_is_moved_and_cancelled(page: Page, site: Site) -> None:
    headline = "Presentan concurso ficticio de fotografía"
    confirm(page, site, headline, "Programar")
    in_two_days = dt.datetime.now(dt.UTC) + dt.timedelta(days=2)
    page.get_by_label("Día").fill(f"{in_two_days.astimezone(CENTRAL):%Y-%m-%d}")
    page.get_by_label("Hora").fill("18:00")
    expect(page.locator("[data-hora-en-palabras]")).to_contain_text(
        "a las 18:00 h, hora del centro"
    )
    page.get_by_role("button", name="Programar", exact=True).click()
    page.get_by_role("link", name="Ver los programados").click()
    row = page.locator(".archivo", has_text=headline)
    expect(row).to_contain_text("18:00 h")

    row.get_by_role("link", name="Cambiar hora").click()
    page.get_by_label("Hora").fill("19:30")
    page.get_by_role("button", name="Cambiar la hora").click()
    page.goto(SCHEDULED)
    expect(row).to_contain_text("19:30 h")

    row.get_by_role("button", name="Cancelar").click()
    expect(page.locator("main")).to_contain_text("Se canceló la programación")
    expect(row).to_have_count(0)


def test_pressing_publish_twice_publishes_once(page: Page, site: Site) -> None:
    confirm(page, site, "Entregan reconocimientos ficticios", "Guardar y publicar")

    page.get_by_role("button", name="Publicar ahora").dblclick()

    expect(page.locator("h1")).to_have_text("Publicado")
    page.get_by_role("link", name="Ver el comunicado").click()
    expect(page.locator("h1")).to_have_text("Entregan reconocimientos ficticios")
    expect(page.get_by_text("Versión 2")).to_have_count(0)


@both_widths_and_schemes
def test_the_pages_have_no_fault(
    open_context: OpenContext, site: Site, width: int, scheme: str
) -> None:
    page = open_context(width=width, color_scheme=scheme).new_page()
    confirm(page, site, f"Aviso ficticio {width} {scheme} con COBUFIC", "Programar")
    confirmation = page.url
    tomorrow = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    choose(page, tomorrow)
    done = page.url
    page.get_by_role("link", name="Dar un enlace previo").click()
    links = page.url

    pages = (SCHEDULED, confirmation, done, links)

    assert [fault for path in pages for fault in faults_of(page, path)] == []


def test_without_script_the_forms_alone_do_it(open_context: OpenContext, site: Site) -> None:
    page = open_context(java_script_enabled=False).new_page()
    confirm(page, site, "Aviso ficticio sin guion", "Programar")
    choose(page, dt.datetime.now(dt.UTC) + dt.timedelta(days=3))

    expect(page.locator("h1")).to_have_text("Programado")
