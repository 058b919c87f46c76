"""The page of photos and annexes, as a browser without script drives it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from releases.models import Attachment, Draft, Release, User
from releases.publishing.content import AttachmentContent, attachments_from_json
from tests.factories import make_release
from tests.photos.pictures import draw, draw_with_metadata

pytestmark = pytest.mark.django_db


@pytest.fixture
def release() -> Release:
    return make_release(published=False)


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(
        User.objects.create_superuser("ficticia", "ficticia@ejemplo.invalid", is_staff=True)
    )
    return client


@pytest.fixture
def photos(tmp_path: Path) -> list[SimpleUploadedFile]:
    paths = [
        draw_with_metadata(tmp_path / "primera.jpg"),
        draw(tmp_path / "segunda.png", (60, 90)),
    ]
    return [SimpleUploadedFile(path.name, path.read_bytes()) for path in paths]


def page_of(release: Release) -> str:
    return reverse("desk-attachments", args=[release.pk])


def add(client: Client, release: Release, *files: SimpleUploadedFile) -> Any:
    return client.post(page_of(release), {"accion": "agregar", "archivos": list(files)})


def files_of(release: Release) -> tuple[AttachmentContent, ...]:
    return attachments_from_json(Draft.objects.get(pk=release.pk).attachments)


def typed(release: Release, **words: str) -> dict[str, str]:
    """What the page would send with every photo worded and confirmed, and `words` instead."""
    sent = {"lock_version": str(Draft.objects.get(pk=release.pk).lock_version)}
    for row in files_of(release):
        prefix = f"archivo-{row.file}"
        whole = {"caption": "Pie", "credit": "", "alt": "Franjas.", "confirmed": "on", **words}
        sent |= {f"{prefix}-{name}": text for name, text in whole.items() if text != "-"}
    return sent


def save(client: Client, release: Release, act: str = "guardar", **words: str) -> Any:
    return client.post(page_of(release), {**typed(release, **words), "accion": act})


def test_several_files_are_added_at_once(
    desk: Client, release: Release, photos: list[SimpleUploadedFile]
) -> None:
    table = SimpleUploadedFile("cifras.csv", b"a,b\n1,2\n")
    answer = add(desk, release, *photos, table)

    assert answer.status_code == 302
    assert [row.file_name for row in files_of(release)] == [
        "primera.jpg",
        "segunda.png",
        "cifras.csv",
    ]
    page = desk.get(page_of(release)).content.decode()
    assert "Fotografía 1" in page
    assert "Fotografía 2" in page
    assert "Anexo 1" in page
    assert "la confirmación de la fotografía 2" in page


def test_a_file_that_does_not_serve_is_named_and_the_others_stay(
    desk: Client, release: Release, photos: list[SimpleUploadedFile]
) -> None:
    wrong = SimpleUploadedFile("macro.xlsx", b"PK\x03\x04")
    answer = add(desk, release, photos[0], wrong)

    assert answer.status_code == 422
    assert "<strong>macro.xlsx</strong>: Los anexos son PDF o CSV." in answer.content.decode()
    assert [row.file_name for row in files_of(release)] == ["primera.jpg"]


def test_sending_nothing_says_what_to_do(desk: Client, release: Release) -> None:
    answer = add(desk, release)

    assert answer.status_code == 422
    assert "Elija al menos un archivo." in answer.content.decode()


def test_words_are_saved_and_shown(
    desk: Client, release: Release, photos: list[SimpleUploadedFile]
) -> None:
    add(desk, release, photos[0])
    answer = save(desk, release, alt="  Dos franjas.  ", credit="Oficina ficticia")

    assert answer.status_code == 302
    row = files_of(release)[0]
    assert (row.alt, row.credit, row.confirmed) == ("Dos franjas.", "Oficina ficticia", True)


def test_a_photo_without_alternative_text_is_told_beside_its_field(
    desk: Client, release: Release, photos: list[SimpleUploadedFile]
) -> None:
    add(desk, release, photos[0])
    answer = save(desk, release, alt=" ", caption="Pie que no se pierde")
    page = answer.content.decode()

    assert answer.status_code == 422
    prefix = f"archivo-{files_of(release)[0].file}"
    assert f'id="id_{prefix}-alt_error">Escriba qué se ve' in page
    assert "Pie que no se pierde" in page
    assert files_of(release)[0].caption == ""


def test_an_unconfirmed_photo_may_be_saved_but_is_told(
    desk: Client, release: Release, photos: list[SimpleUploadedFile]
) -> None:
    add(desk, release, photos[0])
    assert save(desk, release, confirmed="-").status_code == 302

    page = desk.get(page_of(release)).content.decode()
    assert "Falta para publicar: la confirmación de la fotografía 1." in page


@pytest.mark.parametrize(
    ("act", "order"),
    [("bajar", ["segunda.png", "primera.jpg"]), ("quitar", ["segunda.png"])],
)
def test_buttons_move_and_remove_without_losing_what_was_typed(
    act: str, order: list[str], desk: Client, release: Release, photos: list[SimpleUploadedFile]
) -> None:
    add(desk, release, *photos)
    first = files_of(release)[0].file
    answer = save(desk, release, f"{act}:{first}", alt="", caption="Tecleado")

    assert answer.status_code == 302
    assert [row.file_name for row in files_of(release)] == order
    assert files_of(release)[0].caption == "Tecleado"


def test_a_stale_save_shows_both_texts_and_changes_nothing(
    desk: Client, release: Release, photos: list[SimpleUploadedFile]
) -> None:
    add(desk, release, photos[0])
    seen = typed(release, alt="Lo mío")
    save(desk, release, alt="Lo de otra persona")
    answer = desk.post(page_of(release), {**seen, "accion": "guardar"})
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "Fotografía 1, texto alternativo" in page
    assert "Lo de otra persona" in page.replace("<del>", "").replace("</del>", "")
    assert files_of(release)[0].alt == "Lo de otra persona"


def test_the_desk_serves_the_pictures_of_a_draft_to_staff_alone(
    desk: Client, release: Release, photos: list[SimpleUploadedFile]
) -> None:
    add(desk, release, photos[0], SimpleUploadedFile("cifras.csv", b"a,b\n"))
    addresses = [
        reverse("desk-photo", args=[release.pk, 1]),
        reverse("desk-photo-small", args=[release.pk, 1]),
        reverse("desk-annex", args=[release.pk, 1, "csv"]),
        reverse("desk-sheet", args=[release.pk]),
    ]
    for address in addresses:
        answer = desk.get(address)
        assert answer.status_code == 200, address
        assert answer["Cache-Control"].startswith(("private", "max-age=0")), address
        assert b"".join(answer)
        assert Client().get(address).status_code == 302, address
    assert desk.get(reverse("desk-photo", args=[release.pk, 2])).status_code == 404


def test_the_sheet_of_a_draft_says_that_it_is_one(desk: Client, release: Release) -> None:
    answer = desk.get(reverse("desk-sheet", args=[release.pk]))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_what_has_no_draft_has_no_page(desk: Client) -> None:
    assert desk.get(page_of(make_release())).status_code == 404


def test_writers_may_attach_and_readers_may_not(client: Client, release: Release) -> None:
    reader = User.objects.create_user("ajena", "ajena@ejemplo.invalid")
    client.force_login(reader)
    assert client.get(page_of(release)).status_code == 403
    assert not Attachment.objects.exists()
