"""The inbox over HTTP: sending files, what each batch says, and what a person does with a file."""

from __future__ import annotations

import errno
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from releases.ingest.uploads import read_next_upload
from releases.models import Release, UploadBatch, UploadedFile
from releases.pages.desk.inbox import RECENT
from releases.publishing import actions
from releases.roles import ADMINISTRATORS, AUDITORS, EDITORS, WRITERS
from releases.vocabulary import UploadState
from tests.admin.conftest import enter
from tests.corpus.files import NASTY
from tests.factories import make_release
from tests.ingest.bulletins import write_bulletin

__all__ = ["enter"]

pytestmark = pytest.mark.django_db

INBOX = "/redaccion/bandeja/"
SEND = "/redaccion/bandeja/subir/"


def as_sent(path: Path, name: str = "") -> SimpleUploadedFile:
    return SimpleUploadedFile(name or path.name, path.read_bytes())


def bulletin(folder: Path, seed: int, folio: str = "") -> SimpleUploadedFile:
    name = f"{seed:04d}.txt"
    return as_sent(write_bulletin(folder / name, seed=seed, folio=folio))


def send(client: Client, *files: SimpleUploadedFile) -> Any:
    return client.post(SEND, {"archivos": list(files)})


def read_all() -> None:
    while read_next_upload():
        pass


def text_of(client: Client, address: str = INBOX) -> str:
    page = client.get(address)
    assert page.status_code == HTTPStatus.OK
    return page.content.decode()


def test_files_are_kept_and_answered_before_they_are_read(enter: Any, tmp_path: Path) -> None:
    client = enter(WRITERS)

    answer = send(client, bulletin(tmp_path, 1, "0101/2024"), bulletin(tmp_path, 2, "0102/2024"))

    batch = UploadBatch.objects.get()
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert answer["Location"] == f"{INBOX}#lote-{batch.pk}"
    assert Release.objects.count() == 0
    page = text_of(client)
    assert "0 de 2 archivos leídos." in page
    assert "2 archivos: 2 en espera" in page
    assert f'hx-get="/redaccion/bandeja/lote/{batch.pk}/"' in page
    assert '<noscript><meta http-equiv="refresh"' in page


def test_what_needs_a_person_stands_on_top_and_nothing_is_polled_any_more(
    enter: Any, tmp_path: Path
) -> None:
    client = enter(EDITORS)
    ready = bulletin(tmp_path, 1, "0101/2024")
    twin = SimpleUploadedFile("copia.txt", ready.read())
    ready.seek(0)
    send(client, ready, twin, bulletin(tmp_path, 2), as_sent(NASTY / "truncated.pdf"))
    read_all()

    page = text_of(client)

    assert "4 archivos: 1 por revisar, 1 con problema, 1 listo y 1 duplicado" in page
    places = [page.index(name) for name in ("0002.txt", "truncated.pdf", "0001.txt", "copia.txt")]
    assert places == sorted(places)
    assert "Revise 1 dato" in page
    assert "Código: pdf-danado" in page
    assert "Es idéntico, byte por byte, a" in page
    assert "hx-get" not in page
    assert "http-equiv" not in page


def test_a_batch_alone_is_a_page_and_a_part_for_the_script(enter: Any, tmp_path: Path) -> None:
    client = enter(WRITERS)
    send(client, bulletin(tmp_path, 1, "0101/2024"))
    address = reverse("desk-batch", args=[UploadBatch.objects.get().pk])

    part = client.get(address, headers={"HX-Request": "true"}).content.decode()

    assert "<html" in text_of(client, address)
    assert part.lstrip().startswith("<section")
    assert client.get(reverse("desk-batch", args=[0])).status_code == HTTPStatus.NOT_FOUND


def test_nothing_chosen_says_so_beside_the_field(enter: Any) -> None:
    client = enter(WRITERS)

    answer = client.post(SEND)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Elija al menos un archivo" in answer.content.decode()
    assert not UploadBatch.objects.exists()


def test_too_large_a_file_is_dropped_while_it_arrives_and_the_others_go_on(
    enter: Any, tmp_path: Path, settings: Any
) -> None:
    settings.MAX_DOCUMENT_BYTES = 1024 * 1024
    client = enter(WRITERS)
    large = SimpleUploadedFile("enorme.pdf", b"%PDF-" + b"0" * settings.MAX_DOCUMENT_BYTES)

    send(client, large, bulletin(tmp_path, 1, "0101/2024"))

    refused = UploadedFile.objects.get(name="enorme.pdf")
    assert (refused.state, refused.code) == (UploadState.UNREADABLE, "demasiado-grande")
    assert "rebasa 1 MB" in text_of(client)
    assert UploadedFile.objects.filter(state=UploadState.WAITING).count() == 1


def test_files_beyond_the_number_of_a_batch_are_named_and_left_out(
    enter: Any, tmp_path: Path, settings: Any
) -> None:
    settings.MAX_UPLOAD_FILES = 2
    client = enter(WRITERS)

    send(client, *(bulletin(tmp_path, seed, f"{seed:04d}/2024") for seed in range(1, 5)))

    assert UploadedFile.objects.count() == 2
    assert "2 archivos quedaron fuera, a partir de 0003.txt" in text_of(client)


def test_a_full_disk_is_said_and_nothing_is_half_taken_in(
    enter: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("releases.ingest.uploads.keep", refuse)

    answer = send(enter(WRITERS), bulletin(tmp_path, 1))

    assert answer.status_code == HTTPStatus.INSUFFICIENT_STORAGE
    assert "no guardó ningún archivo" in answer.content.decode()
    assert not UploadBatch.objects.exists()


def test_a_name_that_is_markup_or_a_path_is_shown_as_text(enter: Any, tmp_path: Path) -> None:
    client = enter(WRITERS)
    path = write_bulletin(tmp_path / "uno.txt", seed=1)

    send(client, as_sent(path, "<img src=x onerror=alert(1)>.txt"))

    assert "<img" not in text_of(client)
    assert "&lt;img" in text_of(client)


def test_an_empty_inbox_says_what_to_do(enter: Any) -> None:
    page = text_of(enter(WRITERS))

    assert "No hay nada por revisar" in page
    assert "Suba los PDF cuando los tenga." in page


def test_what_came_by_another_way_waits_in_the_same_list(enter: Any) -> None:
    make_release(published=False, number=7, headline="Llegó por la carpeta vigilada")
    make_release(published=True, number=8, headline="Ya es público")
    gone = make_release(published=False, number=9, headline="Se descartó")
    actions.discard(release=gone, by=None)

    page = text_of(enter(WRITERS))

    assert "Llegó por la carpeta vigilada" in page
    assert "Ya es público" not in page
    assert "Se descartó" not in page


def test_what_was_discarded_may_be_taken_back_from_its_row(enter: Any, tmp_path: Path) -> None:
    client = enter(WRITERS)
    send(client, bulletin(tmp_path, 1, "0103/2024"))
    read_all()
    release = Release.objects.get()
    actions.discard(release=release, by=None)
    assert "Descartado" in text_of(client)
    assert "Recuperar" in text_of(client)

    client.post(reverse("desk-recover", args=[release.pk]))

    assert "Descartado" not in text_of(client)
    assert "1 listo" in text_of(client)


def test_a_twin_without_folio_or_that_was_discarded_is_named_as_such(
    enter: Any, tmp_path: Path
) -> None:
    client = enter(WRITERS)
    for _ in range(2):
        send(client, bulletin(tmp_path, 1))
        read_all()
    assert ">otro sin folio<" in text_of(client)
    assert "sf-" not in text_of(client)

    actions.discard(release=Release.objects.get(), by=None)

    assert "Ese comunicado se descartó el" in text_of(client)
    assert "véalo o recupérelo" in text_of(client)
    assert "sf-" not in text_of(client)


def test_what_was_published_since_is_settled_and_its_batch_folds(
    enter: Any, tmp_path: Path
) -> None:
    client = enter(EDITORS)
    send(client, bulletin(tmp_path, 1, "0101/2024"))
    read_all()
    actions.publish(release=Release.objects.get(), by=None)
    assert "Otros lotes" not in text_of(client)
    UploadBatch.objects.update(created_at=timezone.now() - RECENT)

    page = text_of(client)

    assert "Otros lotes" in page
    assert "1 archivo: 1 atendido" in page
    batch = text_of(client, reverse("desk-batch", args=[UploadBatch.objects.get().pk]))
    assert "Publicado" in batch


def test_a_batch_of_nothing_but_duplicates_is_shown_to_who_just_sent_it(
    enter: Any, tmp_path: Path
) -> None:
    client = enter(WRITERS)
    send(client, bulletin(tmp_path, 1, "0101/2024"))
    read_all()
    send(client, bulletin(tmp_path, 1, "0101/2024"))
    read_all()

    page = text_of(client)

    assert "1 archivo: 1 duplicado" in page
    assert "Otros lotes" not in page


def test_an_unreadable_file_is_read_again_and_a_duplicate_taken_off_the_list(
    enter: Any, tmp_path: Path
) -> None:
    client = enter(WRITERS)
    send(client, as_sent(NASTY / "truncated.pdf"))
    read_all()
    file = UploadedFile.objects.get()

    answer = client.post(reverse("desk-upload-retry", args=[file.pk]))
    file.refresh_from_db()
    assert answer["Location"].endswith(f"#lote-{file.batch_id}")
    assert file.state == UploadState.WAITING

    read_all()
    client.post(reverse("desk-upload-close", args=[file.pk]))
    file.refresh_from_db()
    assert file.state == UploadState.CLOSED
    assert "truncated.pdf" not in text_of(client)


def test_what_cannot_be_done_with_a_file_is_said(enter: Any, tmp_path: Path) -> None:
    client = enter(WRITERS)
    send(client, bulletin(tmp_path, 1, "0101/2024"))
    file = UploadedFile.objects.get()

    page = client.post(reverse("desk-upload-close", args=[file.pk]), follow=True)

    assert "Solo se quitan de la lista" in page.content.decode()


def test_an_auditor_sees_and_changes_nothing(enter: Any, tmp_path: Path) -> None:
    send(enter(WRITERS), as_sent(NASTY / "truncated.pdf"))
    read_all()
    olga = enter(AUDITORS)
    file = UploadedFile.objects.get()

    page = text_of(olga)

    assert "truncated.pdf" in page
    assert "Subir y leer" not in page
    assert "Volver a leer" not in page
    assert send(olga, as_sent(NASTY / "truncated.pdf")).status_code == HTTPStatus.FORBIDDEN
    for name in ("desk-upload-retry", "desk-upload-close"):
        answer = olga.post(reverse(name, args=[file.pk]))
        assert answer.status_code == HTTPStatus.FORBIDDEN
    assert UploadBatch.objects.count() == 1


def test_a_stranger_is_sent_to_sign_in_and_no_file_of_theirs_is_kept(
    client: Client, tmp_path: Path
) -> None:
    for answer in (client.get(INBOX), send(client, bulletin(tmp_path, 1))):
        assert answer.status_code == HTTPStatus.FOUND
        assert answer["Location"].startswith("/cuenta/login/")
    assert not UploadBatch.objects.exists()


def test_a_forged_form_sends_nothing(enter: Any, tmp_path: Path) -> None:
    enter(WRITERS)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = enter(WRITERS).cookies

    answer = send(strict, bulletin(tmp_path, 1))

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert not UploadBatch.objects.exists()


def test_the_tab_counts_what_needs_a_person(enter: Any, tmp_path: Path) -> None:
    client = enter(WRITERS)
    make_release(published=False, number=7)
    send(client, as_sent(NASTY / "truncated.pdf"), bulletin(tmp_path, 1, "0101/2024"))
    read_all()

    assert 'Bandeja <span class="n">3<span' in text_of(client)


def test_the_way_in_is_the_desk(enter: Any) -> None:
    assert enter(ADMINISTRATORS).get("/redaccion/")["Location"] == INBOX


def test_queries_do_not_grow_with_the_files(
    enter: Any, tmp_path: Path, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = enter(EDITORS)
    for batch in range(3):
        send(
            client,
            *(
                bulletin(tmp_path, 10 * batch + seed, f"{10 * batch + seed:04d}/2024")
                for seed in range(1, 5)
            ),
        )
    read_all()
    for number in range(500, 506):
        make_release(published=False, number=number)
    client.get(INBOX)

    with django_assert_max_num_queries(22):
        client.get(INBOX)
