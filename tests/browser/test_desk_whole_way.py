"""The whole way at the desk in a real browser: from twelve files to a page that is gone."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenContext, Site
from tests.browser.test_administration import faults_of
from tests.browser.test_whole_way import sign_in
from tests.corpus.files import DOCUMENTS, NASTY
from tests.ingest.bulletins import write_bulletin

pytestmark = pytest.mark.browser

INBOX = "/redaccion/bandeja/"
OFFICE = "/redaccion/oficina/"
# Reading twelve files, the first look of a process into the dictionary.
PATIENCE = 120_000
SAMPLE = Path(settings.BASE_DIR) / "fixtures" / "bulletins" / "0275-2024.pdf"
DOUBTFUL = "invalid-date.pdf"
FOLIO = "0101/2023"
NOTE = "El texto decía «dos hombres»; son tres. Dato ficticio."
REASON = "Una autoridad ordenó retirarlo. Motivo ficticio."
PASSWORD = "una frase larga y ficticia 27"


def twelve_files(folder: Path) -> list[Path]:
    """What comes in one afternoon: good ones, doubtful ones, known ones, and ones nobody reads."""
    archive = folder / "paquete.zip"
    inside = write_bulletin(folder / "dentro.txt", seed=7302, folio="7302/2024")
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(inside, inside.name)
        packed.write(DOCUMENTS / "dev-02.pdf", "dev-02.pdf")
    return [
        DOCUMENTS / "dev-01.pdf",
        NASTY / DOUBTFUL,
        DOCUMENTS / "dev-08.docx",
        write_bulletin(folder / "bueno.txt", seed=7301, folio="7301/2024"),
        archive,
        DOCUMENTS / "dev-09.pdf",  # a scan
        Path(shutil.copy(SAMPLE, folder / "ya-esta.pdf")),
        NASTY / "same-folio-corrected.pdf",
        NASTY / "truncated.pdf",
        NASTY / "no-folio.pdf",
        NASTY / "markup-in-headline.pdf",
        NASTY / "user-password.pdf",
    ]


# What the inbox says of each when all are read, in its own words.
SAID = {
    "invalid-date.pdf": "Revise",
    "no-folio.pdf": "Revise",
    "dev-09.pdf": "Revise",
    "truncated.pdf": "Código: pdf-danado",
    "user-password.pdf": "Código: pdf-cifrado",
    "same-folio-corrected.pdf": "Mismo folio",
    "bueno.txt": "Listo",
    "dentro.txt": "de paquete.zip",
    "dev-02.pdf": "de paquete.zip",
    "ya-esta.pdf": "Es idéntico, byte por byte, a 0275/2024",
}


def row_of(page: Page, name: str) -> Locator:
    return page.locator("section.lote").first.locator(".archivo", has_text=name)


def test_twelve_files_come_in_and_one_is_published_corrected_and_withdrawn(
    open_context: OpenContext, site: Site, tmp_path: Path
) -> None:
    ana, before, after = (open_context().new_page() for _ in range(3))
    sign_in(ana, site)
    bruno = invited(ana, open_context().new_page(), site)

    send(ana, twelve_files(tmp_path))
    what_needs_a_person_stands_first(ana)
    review(ana)
    address = published(ana, before)
    with two_people(ana):
        correct(ana)
        authorise(bruno)
        the_correction_is_told(after, address)
        withdraw(ana)
        authorise(bruno)
    nothing_of_it_is_left(after, address)


def invited(administrator: Page, page: Page, site: Site) -> Page:
    """A second person's browser, signed in: invited at the desk, by the link in the mail."""
    administrator.goto("/redaccion/cuentas/")
    administrator.get_by_label("Nombre", exact=True).fill("Bruno")
    administrator.get_by_label("Apellidos").fill("Ficticio")
    administrator.get_by_label("Correo electrónico").fill("bruno@ejemplo.gob.mx")
    administrator.get_by_label("Edición", exact=False).check()
    administrator.get_by_role("button", name="Invitar").click()

    page.goto(link_in_mail(administrator, site.home / "mail", to="bruno@ejemplo.gob.mx"))
    for box in page.locator("input[type=password]").all():
        box.fill(PASSWORD)
    page.get_by_role("button", name="Guardar la contraseña").click()
    sign_in(page, Site(site.address, "bruno@ejemplo.gob.mx", PASSWORD, site.home))
    return page


def link_in_mail(page: Page, folder: Path, *, to: str) -> str:
    """The first address in the mail to somebody; the worker sends it."""
    for _ in range(PATIENCE // 500):
        for file in sorted(folder.glob("*.log")):
            mail = message_from_bytes(file.read_bytes())
            if mail["To"] != to:
                continue
            link = re.search(r"http://\S+\s", text_of(mail))  # whole: it may be under way
            if link:
                return link[0].strip()
        page.wait_for_timeout(500)
    raise AssertionError("no invitation was sent")


def text_of(mail: Message) -> str:
    payload = mail.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()


def send(page: Page, files: list[Path]) -> None:
    page.goto(INBOX)
    page.get_by_label("Suba los comunicados").set_input_files(files)
    expect(page.locator("[data-elegidos]")).to_contain_text("12 archivos elegidos")
    page.get_by_role("button", name="Subir y leer").click()
    expect(page.get_by_text("archivos leídos")).to_be_visible()


def what_needs_a_person_stands_first(page: Page) -> None:
    # Nobody reloads: the page asks by itself.
    expect(page.get_by_text("archivos leídos")).to_have_count(0, timeout=PATIENCE)
    for name, words in SAID.items():
        expect(row_of(page, name).first).to_contain_text(words)
    stamps = page.locator("section.lote").first.locator(".archivo > .sello-estado")
    groups = ["Revise", "No se pudo leer", "Mismo folio", "Listo", "Duplicado"]
    order = [
        next(rank for rank, group in enumerate(groups) if group in text)
        for text in stamps.all_inner_texts()
    ]
    assert order == sorted(order)
    assert set(order) == set(range(len(groups)))
    row_of(page, "ya-esta.pdf").get_by_role("button", name="Quitar de la lista").click()
    expect(row_of(page, "ya-esta.pdf")).to_have_count(0)
    faults = faults_of(page, INBOX)
    assert not faults, "\n".join(faults)


def review(page: Page) -> None:
    """The day that does not exist is asked for; answered, nothing is in doubt."""
    row_of(page, DOUBTFUL).get_by_role("link", name="Revisar").click()
    expect(page.locator("#c-fecha")).to_contain_text("31 de febrero")
    page.locator("[name=issued_on]").fill("2023-02-28")
    page.get_by_role("button", name="Guardar y publicar").click()
    expect(page.locator("h1")).to_have_text("Publicar este comunicado", timeout=PATIENCE)


def published(page: Page, reader: Page) -> str:
    """Publishes what the confirmation shows; the path of its public page."""
    page.wait_for_load_state()  # beyond the title that was waited for
    for reason in page.locator("input[name^='motivo-']").all():
        reason.fill("Motivo ficticio de la prueba.")
    page.get_by_role("button", name="Publicar ahora").click()
    link = page.get_by_role("link", name="Ver el comunicado")
    address = link.get_attribute("href") or ""
    reader.goto(address)
    expect(reader.locator("h1")).to_contain_text("A DOS HOMBRES", ignore_case=True)
    expect(reader.locator("main")).to_contain_text(FOLIO)
    return address


@contextmanager
def two_people(page: Page) -> Iterator[None]:
    switch(page, on=True)
    yield
    switch(page, on=False)


def switch(page: Page, *, on: bool) -> None:
    page.goto(OFFICE)
    page.locator("[name=two_people]").set_checked(on)
    page.get_by_role("button", name="Ver cómo queda").click()
    page.get_by_role("button", name="Guardar los cambios").click()
    expect(page.locator("main")).to_contain_text("Se guardaron los datos de la oficina.")


def correct(page: Page) -> None:
    page.goto(f"/redaccion/publicados/?q={FOLIO}")
    page.get_by_role("link", name=f"Corregir {FOLIO}").click()
    title = page.get_by_label("Título", exact=True)
    title.fill(title.input_value().replace("A DOS HOMBRES", "A TRES HOMBRES"))
    preview = page.locator("#vista")
    expect(preview.locator("ins")).to_contain_text("TRES", timeout=PATIENCE)
    expect(preview).to_contain_text("Cambia lo informado")
    page.get_by_label("Dato", exact=False).first.check()
    page.get_by_label("Nota pública").fill(NOTE)
    expect(page.locator(".contador")).to_have_text(f"quedan {280 - len(NOTE)}")
    expect(preview).to_contain_text(NOTE, timeout=PATIENCE)
    page.get_by_role("button", name="Pedir autorización").click()


def authorise(page: Page) -> None:
    page.goto("/redaccion/autorizaciones/")
    page.locator("article", has_text=FOLIO).get_by_role("button", name="Autorizar").click()
    expect(page.locator("main")).to_contain_text("Se autorizó")


def the_correction_is_told(reader: Page, address: str) -> None:
    reader.goto(address)
    expect(reader.locator("#correccion")).to_contain_text(NOTE)
    reader.locator("#correccion").get_by_role("link", name="Ver qué cambió").click()
    expect(reader.locator("del").first).to_contain_text("DOS", ignore_case=True)
    expect(reader.locator("ins").first).to_contain_text("TRES", ignore_case=True)
    expect(reader.locator("main")).to_contain_text("Autorizó")
    reader.goto("/correcciones/")
    expect(reader.locator("main")).to_contain_text(NOTE)
    assert NOTE in reader.request.get("/correcciones/atom.xml").text()


def withdraw(page: Page) -> None:
    page.goto(f"/redaccion/publicados/?q={FOLIO}")
    page.get_by_role("link", name=f"Retirar {FOLIO}").click()
    page.get_by_label("Por orden de una autoridad").check()
    page.get_by_label("Motivo público").fill(REASON)
    page.get_by_label("Autoridad que lo ordena").fill("Juzgado Ficticio")
    page.get_by_role("button", name="Pedir autorización").click()


def nothing_of_it_is_left(reader: Page, address: str) -> None:
    """410 with the reason at every address, and no trace where others are listed."""
    outputs = ("", "documento.pdf", "texto.txt", "datos.json", "versiones/1/")
    for output in outputs:
        gone = reader.request.get(f"{address}{output}")
        assert gone.status == 410, output
        assert "Juzgado Ficticio" not in gone.text()
    assert REASON in reader.request.get(address).text()
    slug = address.rstrip("/").rsplit("/", 1)[-1]
    words = "q=%22dos+hombres%22+posesi%C3%B3n"
    for listed in (f"/buscar/?{words}", f"/buscar/atom.xml?{words}", "/comunicados/2023/"):
        assert slug not in reader.request.get(listed).text(), listed
