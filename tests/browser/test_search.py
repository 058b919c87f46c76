"""Searching, in a real browser: narrow, exclude, go back, go from hit to hit, paste a list."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenContext

pytestmark = pytest.mark.browser

RESULTS = "/buscar/?q=seguridad"


def total_of(page: Page) -> int:
    """The number in the heading."""
    shown = page.locator("#total").inner_text()
    return int(shown.replace(",", "").split()[0])


def test_a_filter_narrows_the_results_in_place_and_the_back_button_takes_it_off(page: Page) -> None:
    page.goto(RESULTS)
    before = total_of(page)

    box = page.get_by_role("checkbox", name="Toluca").first
    box.check()
    page.wait_for_url("**municipio=toluca**")
    expect(page.get_by_label("Filtros puestos")).to_contain_text("Toluca")
    narrowed = total_of(page)
    assert 0 < narrowed < before

    page.locator("ol.asientos a[data-asiento]").first.click()
    page.wait_for_url("**/comunicados/**")
    page.go_back()
    expect(page.get_by_label("Filtros puestos")).to_contain_text("Toluca")
    assert total_of(page) == narrowed
    page.go_back()
    expect(page.locator("#total")).to_contain_text(f"{before} comunicado")
    expect(page.get_by_role("checkbox", name="Toluca").first).not_to_be_checked()


def test_a_value_can_be_excluded_and_let_in_again(page: Page) -> None:
    page.goto(RESULTS)
    before = total_of(page)

    page.goto("/buscar/filtros/municipio/?q=seguridad")
    page.get_by_role("link", name="Excluir Toluca").click()
    page.wait_for_url("**municipio=-toluca**")
    chip = page.get_by_label("Filtros puestos").get_by_text("sin Toluca")
    expect(chip).to_be_visible()
    assert total_of(page) < before

    page.get_by_label("Filtros puestos").get_by_role("link").first.click()
    expect(page.locator("#total")).to_contain_text(f"{before} comunicado")


def test_what_is_typed_is_searched_without_a_new_page_and_a_period_is_understood(
    page: Page,
) -> None:
    page.goto(RESULTS)
    page.evaluate("window.sameDocument = true")
    page.locator("#q").press_sequentially(" -toluca", delay=20)
    page.wait_for_url(re.compile(r"-toluca"))
    assert page.evaluate("window.sameDocument") is True

    page.goto(RESULTS)
    page.get_by_label("Periodo").fill("abril 2024")
    page.get_by_label("Periodo").press("Enter")
    page.wait_for_url(re.compile(r"periodo=abril"))
    expect(page.get_by_label("Filtros puestos")).to_contain_text("abril 2024")

    page.goto("/buscar/?q=mando&periodo=ayer+o+antier+quizá")
    expect(page.get_by_label("Periodo")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#periodo-error")).to_contain_text("No se entiende el periodo")


def test_marks_lead_from_hit_to_hit_and_results_from_one_to_the_next(page: Page) -> None:
    page.goto(RESULTS)
    titles = page.locator("ol.asientos a[data-asiento]")
    assert titles.count() > 1
    second = (titles.nth(1).get_attribute("href") or "").split("?")[0]
    hits = page.locator("ol.asientos li").first.get_by_text(re.compile("coincidencia"))
    counted = int(hits.inner_text().split()[0])
    titles.first.click()

    expect(page.locator("nav.coincidencias")).to_contain_text(f"{counted} coincidencia")
    page.locator("nav.coincidencias ol a").first.click()
    page.wait_for_url("**#m1")
    expect(page.locator("#m1")).to_be_in_viewport()
    if counted > 1:
        page.locator("a.coincidencia[href='#m2']").first.click()
        page.wait_for_url("**#m2")
        expect(page.locator("#m2")).to_be_in_viewport()

    page.locator("a[rel~='next']").first.click()
    page.wait_for_url(f"**{second}**")
    page.get_by_role("link", name="Volver a «seguridad»").first.click()
    expect(page.locator("#total")).to_be_visible()


def test_the_keyboard_reaches_the_box_the_list_and_a_bulletin(page: Page) -> None:
    page.goto(RESULTS)
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.locator("#total").focus()

    titles = page.locator("ol.asientos a[data-asiento]")
    page.keyboard.press("j")
    expect(titles.first).to_be_focused()
    page.keyboard.press("j")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(titles.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/comunicados/**")
    page.keyboard.press("n")
    page.wait_for_url("**resultado=2**")
    page.keyboard.press("p")
    page.wait_for_url("**resultado=1")


@pytest.mark.parametrize("with_script", [True, False])
def test_a_pasted_list_becomes_a_table_and_a_file(
    open_context: OpenContext, *, with_script: bool
) -> None:
    page = open_context(java_script_enabled=with_script).new_page()
    page.goto("/buscar/lote/")
    page.get_by_label("Lista").fill("Toluca\n0275/2024\nnada que exista aquí zopilote\n")
    page.get_by_role("button", name="Buscar la lista").click()

    rows = page.locator("table tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(1)).to_contain_text("0275/2024")
    expect(rows.nth(2).locator("td").first).to_have_text("0")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    lines = list(csv.reader(text.splitlines()))
    assert len(lines) == 4
    assert lines[2][:2] == ["0275/2024", "1"]


def test_without_script_results_narrow_exclude_turn_and_lead_from_hit_to_hit(
    open_context: OpenContext,
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(RESULTS)
    before = total_of(page)

    page.get_by_label("Periodo").fill("2024")
    page.get_by_role("button", name="Ver").first.click()
    page.wait_for_url("**periodo=2024**")
    expect(page.get_by_label("Filtros puestos")).to_contain_text("2024")
    page.get_by_label("Filtros puestos").get_by_role("link").first.click()
    expect(page.locator("#total")).to_contain_text(f"{before} comunicado")

    page.get_by_label("Ordenar por").select_option("fecha")
    page.get_by_role("button", name="Aplicar").click()
    page.wait_for_url("**orden=fecha**")
    page.goto("/buscar/filtros/municipio/?q=seguridad")
    page.get_by_role("link", name="Excluir Toluca").click()
    page.wait_for_url("**municipio=-toluca**")
    assert total_of(page) < before

    page.goto(RESULTS)
    page.locator("ol.asientos a[data-asiento]").first.click()
    page.locator("nav.coincidencias ol a").first.click()
    page.wait_for_url("**#m1")
    page.locator("a[rel~='next']").first.click()
    page.wait_for_url("**resultado=2**")
    page.go_back()
    page.go_back()
    page.go_back()
    expect(page.locator("#total")).to_contain_text(f"{before} comunicado")
