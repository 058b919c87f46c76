"""Files sent from the desk, read by the worker: what becomes of each, and never twice."""

from __future__ import annotations

import io
import os
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from releases.archive_check import GRACE_SECONDS, check_archive
from releases.ingest import uploads
from releases.ingest.uploads import accept_file, read_next_upload, settle_next_scan
from releases.ingest.waiting import read_scan
from releases.models import Release, UploadBatch, UploadedFile, User
from releases.publishing import actions
from releases.publishing.errors import NotAllowed, WrongState
from releases.roles import AUDITORS, WRITERS
from releases.storage import document_path
from releases.tasks import send_upload_mail
from releases.vocabulary import ReleaseState, UploadState
from tests.admin.conftest import make_member
from tests.corpus.files import DOCUMENTS, NASTY
from tests.ingest.bulletins import write_bulletin
from tests.requirements import require

pytestmark = pytest.mark.django_db

SCAN = DOCUMENTS / "dev-09.pdf"


@pytest.fixture
def bruno() -> User:
    return make_member(WRITERS)


def send(by: User, *paths: Path) -> UploadBatch:
    return actions.open_upload(files=[accept_file(path, name=path.name) for path in paths], by=by)


def read_all() -> int:
    count = 0
    while read_next_upload():
        count += 1
    return count


def states(batch: UploadBatch) -> list[str]:
    return [file.state for file in batch.files.order_by("pk")]


def test_what_is_sent_waits_and_is_kept_before_anything_is_read(
    bruno: User, tmp_path: Path
) -> None:
    batch = send(bruno, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))

    (file,) = batch.files.all()
    assert file.state == UploadState.WAITING
    assert document_path(file.sha256).exists()
    assert Release.objects.count() == 0


def test_a_file_without_doubt_is_ready_with_its_bulletin(bruno: User, tmp_path: Path) -> None:
    batch = send(bruno, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))

    assert read_all() == 1

    file = batch.files.get()
    assert (file.state, file.doubts) == (UploadState.READY, 0)
    assert file.release is not None
    assert str(file.release) == "0101/2024"
    assert file.release.state == ReleaseState.IN_REVIEW
    assert file.release.events.get().by == bruno


def test_a_file_in_doubt_counts_its_doubts(bruno: User, tmp_path: Path) -> None:
    batch = send(bruno, write_bulletin(tmp_path / "sin-folio.txt", seed=1))

    read_all()

    file = batch.files.get()
    assert (file.state, file.doubts) == (UploadState.REVIEW, 1)
    assert "folio" in file.message


def test_the_same_bytes_are_a_duplicate_that_names_its_twin(bruno: User, tmp_path: Path) -> None:
    path = write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024")
    send(bruno, path)
    read_all()

    batch = send(bruno, path)
    read_all()

    file = batch.files.get()
    assert file.state == UploadState.DUPLICATE
    assert file.message == "Es idéntico, byte por byte, a 0101/2024. No se agregó."
    assert file.twin == Release.objects.get()
    assert file.release is None


def test_the_same_folio_with_other_words_is_a_proposed_correction(
    bruno: User, tmp_path: Path
) -> None:
    send(bruno, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))
    read_all()
    release = Release.objects.get()
    actions.publish(release=release, by=None)

    batch = send(bruno, write_bulletin(tmp_path / "dos.txt", seed=2, folio="0101/2024"))
    read_all()

    file = batch.files.get()
    assert file.state == UploadState.SAME_FOLIO
    assert file.release == file.twin == release


def test_a_file_that_nobody_can_read_says_what_to_do_with_its_code(bruno: User) -> None:
    batch = send(bruno, NASTY / "truncated.pdf")

    read_all()

    file = batch.files.get()
    assert (file.state, file.code) == (UploadState.UNREADABLE, "pdf-danado")
    assert "Suba una copia completa" in file.message


def test_another_kind_of_file_is_refused_at_the_door_and_not_kept(
    bruno: User, tmp_path: Path
) -> None:
    path = tmp_path / "hoja.xlsx"
    path.write_bytes(b"PK\x03\x04 otra cosa")

    batch = send(bruno, path)

    file = batch.files.get()
    assert (file.state, file.code, file.sha256) == (
        UploadState.UNREADABLE,
        "tipo-no-admitido",
        "",
    )
    assert not read_next_upload()


def test_a_file_beyond_the_limit_is_refused_and_the_others_go_on(
    bruno: User, tmp_path: Path, settings: Any
) -> None:
    settings.MAX_DOCUMENT_BYTES = 2 * 1024 * 1024
    large = tmp_path / "grande.txt"
    large.write_bytes(b"a" * (settings.MAX_DOCUMENT_BYTES + 1))

    batch = send(bruno, large, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))
    read_all()

    refused, read = batch.files.order_by("pk")
    assert refused.message == "El archivo rebasa 2 MB. Suba una versión más ligera."
    assert read.state == UploadState.READY


def zip_of(path: Path, members: dict[str, bytes]) -> Path:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    path.write_bytes(buffer.getvalue())
    return path


def test_the_members_of_a_zip_become_rows_of_their_own(bruno: User, tmp_path: Path) -> None:
    good = write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024").read_bytes()
    members = {
        "abril/uno.txt": good,
        "abril/otro.exe": b"MZ\x90",
        "__MACOSX/abril/._uno.txt": b"x",
        ".DS_Store": b"x",
    }
    batch = send(bruno, zip_of(tmp_path / "abril.zip", members))

    read_all()

    archive, read, refused = batch.files.order_by("pk")
    assert (archive.state, archive.message) == (UploadState.CLOSED, "Contiene 2 archivos.")
    assert (read.name, read.state, read.archive) == ("abril/uno.txt", UploadState.READY, archive)
    assert (refused.name, refused.code) == ("abril/otro.exe", "tipo-no-admitido")
    assert read.release is not None
    assert read.release.sources.get().file_name == "uno.txt"


def test_of_an_opened_zip_the_members_are_kept_and_its_hash(bruno: User, tmp_path: Path) -> None:
    good = write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024").read_bytes()
    path = zip_of(tmp_path / "abril.zip", {"uno.txt": good})
    twice = [send(bruno, path), send(bruno, path)]

    assert read_next_upload()
    archive = twice[0].files.get(archive=None)
    assert document_path(archive.sha256).exists()  # the other one is still to be opened
    read_all()

    assert not document_path(archive.sha256).exists()
    (member,) = twice[0].files.exclude(archive=None)
    assert document_path(member.sha256).read_bytes() == good
    assert {file.state for file in twice[1].files.exclude(archive=None)} == {UploadState.DUPLICATE}
    assert check_archive().is_sound


def test_bytes_that_are_a_bulletin_too_stay(bruno: User, tmp_path: Path) -> None:
    letter = (DOCUMENTS / "dev-08.docx").read_bytes()  # a DOCX is a ZIP
    as_letter, as_zip = tmp_path / "dev-08.docx", tmp_path / "dev-08.zip"
    for path in (as_letter, as_zip):
        path.write_bytes(letter)

    send(bruno, as_letter, as_zip)
    read_all()

    source = Release.objects.get().sources.get()
    assert document_path(source.sha256).exists()


def test_a_zip_that_was_opened_meanwhile_says_so(bruno: User, tmp_path: Path) -> None:
    batch = send(bruno, zip_of(tmp_path / "abril.zip", {"uno.txt": b"x"}))
    document_path(batch.files.get().sha256).unlink()

    read_all()

    assert batch.files.get().code == "archivo-abierto"


@pytest.mark.parametrize("name", ["roto.zip", "vacio.zip"])
def test_a_zip_without_anything_to_read_says_so(bruno: User, tmp_path: Path, name: str) -> None:
    path = zip_of(tmp_path / "vacio.zip", {})
    broken = tmp_path / "roto.zip"
    broken.write_bytes(b"PK\x03\x04" + b"\0" * 40)

    batch = send(bruno, path if name == "vacio.zip" else broken)
    read_all()

    assert states(batch) == [UploadState.UNREADABLE]


def test_a_zip_of_more_files_than_may_be_sent_at_once_is_refused(
    bruno: User, tmp_path: Path, settings: Any
) -> None:
    settings.MAX_UPLOAD_FILES = 2
    batch = send(bruno, zip_of(tmp_path / "tres.zip", {f"{n}.txt": b"x" for n in range(3)}))

    read_all()

    assert "más de 2" in batch.files.get().message


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_dies_leaves_no_half_bulletin_and_the_file_is_read_again(
    bruno: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = send(bruno, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))

    def die(**arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(actions, "settle_upload", die)
        with pytest.raises(KeyboardInterrupt):
            read_next_upload()
    assert states(batch) == [UploadState.READING]
    assert Release.objects.count() == 0

    assert read_all() == 1

    assert states(batch) == [UploadState.READY]
    assert Release.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_file_that_a_living_worker_reads_is_left_to_it(bruno: User, tmp_path: Path) -> None:
    send(bruno, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))
    taken = actions.take_upload()
    assert taken is not None
    other = connection.copy()
    try:
        with transaction.atomic():
            assert actions.hold_upload(file=taken) is not None
            with other.cursor() as cursor:
                cursor.execute(
                    "SELECT id FROM releases_uploadedfile WHERE state = 'leyendo' "
                    "FOR UPDATE SKIP LOCKED"
                )
                assert cursor.fetchall() == []
    finally:
        other.close()


def test_a_file_that_was_settled_meanwhile_is_not_read_again(bruno: User, tmp_path: Path) -> None:
    send(bruno, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))
    taken = actions.take_upload()
    assert taken is not None
    read_all()

    assert actions.hold_upload(file=taken) is None


def test_a_file_that_ends_its_worker_again_and_again_is_given_up(
    bruno: User, tmp_path: Path
) -> None:
    batch = send(bruno, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))
    for _ in range(uploads.MOST_ATTEMPTS):
        actions.take_upload()

    read_all()

    file = batch.files.get()
    assert (file.state, file.code) == (UploadState.UNREADABLE, "lector-interrumpido")
    assert Release.objects.count() == 0


def test_files_that_were_begun_before_come_after_those_that_were_not(
    bruno: User, tmp_path: Path
) -> None:
    first = write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024")
    second = write_bulletin(tmp_path / "dos.txt", seed=2, folio="0102/2024")
    send(bruno, first, second)
    actions.take_upload()

    taken = actions.take_upload()

    assert taken is not None
    assert taken.name == "dos.txt"


def test_a_retry_reads_the_kept_bytes_again(bruno: User, tmp_path: Path) -> None:
    batch = send(bruno, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))
    for _ in range(uploads.MOST_ATTEMPTS):
        actions.take_upload()
    read_all()

    actions.retry_upload(file=batch.files.get(), by=bruno)
    assert states(batch) == [UploadState.WAITING]
    read_all()

    file = batch.files.get()
    assert (file.state, file.code, file.message) == (
        UploadState.READY,
        "",
        "Listo para revisar y publicar.",
    )


def test_only_unreadable_files_are_retried_and_only_by_who_may_send(
    bruno: User, tmp_path: Path
) -> None:
    batch = send(bruno, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))
    read_all()
    file = batch.files.get()

    with pytest.raises(WrongState):
        actions.retry_upload(file=file, by=bruno)
    with pytest.raises(WrongState):
        actions.close_upload(file=file, by=bruno)
    olga = make_member(AUDITORS)
    for refuse in (actions.retry_upload, actions.close_upload):
        with pytest.raises(NotAllowed):
            refuse(file=file, by=olga)
    with pytest.raises(NotAllowed):
        actions.open_upload(files=[], by=olga)


def test_a_person_who_may_no_longer_send_gets_nothing_into_the_archive(
    bruno: User, tmp_path: Path
) -> None:
    batch = send(bruno, write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"))
    User.objects.filter(pk=bruno.pk).update(is_active=False)

    read_all()

    assert batch.files.get().code == "sin-permiso"
    assert Release.objects.count() == 0


def test_a_scan_is_told_of_only_when_its_image_was_read(bruno: User) -> None:
    require("tesseract")
    batch = send(bruno, SCAN)
    read_all()
    file = batch.files.get()
    assert file.state == UploadState.READING
    assert file.release is not None
    assert "escaneado" in file.message
    assert not settle_next_scan()
    assert not read_next_upload()
    assert jobs_to_mail() == 0

    read_scan(file.release.sources.get())
    assert settle_next_scan()

    file.refresh_from_db()
    assert file.state == UploadState.REVIEW
    assert file.doubts
    assert jobs_to_mail() == 1


def test_a_scan_that_nobody_reads_for_an_hour_is_left_to_a_person(bruno: User) -> None:
    require("tesseract")
    batch = send(bruno, SCAN)
    read_all()
    UploadedFile.objects.update(started_at=timezone.now() - uploads.LONGEST_SCAN)

    assert settle_next_scan()

    assert states(batch) == [UploadState.REVIEW]


def jobs_to_mail() -> int:
    return ProcrastinateJob.objects.filter(task_name="releases.send_upload_mail").count()


def test_one_mail_closes_a_batch_when_its_last_file_is_settled(bruno: User, tmp_path: Path) -> None:
    batch = send(
        bruno,
        write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024"),
        write_bulletin(tmp_path / "sin-folio.txt", seed=2),
        NASTY / "truncated.pdf",
    )
    read_next_upload()
    read_next_upload()
    assert jobs_to_mail() == 0
    read_next_upload()
    assert jobs_to_mail() == 1

    send_upload_mail(batch.pk)

    (message,) = mail.outbox
    assert message.to == ["bruno@ejemplo.invalid"]
    assert "3 archivos leídos" in message.subject
    assert "1 por revisar, 1 con problema y 1 listo" in message.body
    assert "sin-folio.txt" in message.body
    assert "Código: pdf-danado" in message.body
    assert f"/redaccion/bandeja/lote/{batch.pk}/" in message.body
    assert "ficticio" not in message.body

    actions.retry_upload(file=batch.files.get(name="truncated.pdf"), by=bruno)
    read_all()
    assert jobs_to_mail() == 1


def test_a_batch_that_is_refused_as_a_whole_is_told_of_too(bruno: User, tmp_path: Path) -> None:
    path = tmp_path / "hoja.xlsx"
    path.write_bytes(b"otra cosa")

    send(bruno, path)

    assert jobs_to_mail() == 1


def test_what_was_sent_and_became_no_bulletin_is_no_orphan(bruno: User, tmp_path: Path) -> None:
    batch = send(bruno, NASTY / "truncated.pdf")
    kept = document_path(batch.files.get().sha256)
    long_ago = time.time() - GRACE_SECONDS - 60
    os.utime(kept, (long_ago, long_ago))

    assert check_archive(mend=True).orphans == []
    assert kept.exists()
