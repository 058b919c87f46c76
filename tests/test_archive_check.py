from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from releases.archive_check import GRACE_SECONDS, check_archive
from releases.letterhead import typesetting
from releases.models import Draft, Release, TextSketch
from releases.publishing import actions
from releases.search.index import remove_search_row
from releases.storage import document_path, documents_root, keep
from releases.vocabulary import AttachmentKind, SourceKind
from tests.factories import make_file, make_release
from tests.photos.pictures import draw

pytestmark = pytest.mark.django_db


def make_kept_release(tmp_path: Path, content: bytes = b"contenido ficticio") -> Release:
    """A public bulletin whose file really lies in the store."""
    path = tmp_path / "prueba.pdf"
    path.write_bytes(content)
    named = make_file()
    file = actions.ReceivedFile(
        sha256=keep(path),
        media_type=named.media_type,
        file_name=named.file_name,
        size=len(content),
        reading=named.reading,
    )
    return make_release(file=file)


def age(path: Path) -> None:
    long_ago = time.time() - GRACE_SECONDS - 60
    os.utime(path, (long_ago, long_ago))


def test_a_sound_archive_has_no_findings(tmp_path: Path) -> None:
    make_kept_release(tmp_path)

    report = check_archive()

    assert report.is_sound
    assert report.checked == 1


def test_a_missing_file_is_named_with_its_bulletin(tmp_path: Path) -> None:
    release = make_kept_release(tmp_path)
    document_path(release.sources.get().sha256).unlink()

    assert [source.release for source in check_archive().missing] == [release]
    with pytest.raises(CommandError, match="respaldo"):
        call_command("check_archive", "--mend")


def test_an_altered_file_is_found_by_its_hash(tmp_path: Path) -> None:
    release = make_kept_release(tmp_path)
    path = document_path(release.sources.get().sha256)
    path.chmod(0o640)
    path.write_bytes(b"otro contenido")

    assert [source.release for source in check_archive().altered] == [release]


def test_photos_are_checked_like_documents_and_are_no_orphans(tmp_path: Path) -> None:
    release = make_release(published=False, file=None)
    path = draw(tmp_path / "foto.png", (40, 30))
    attachment = actions.attach_file(
        release=release, path=path, file_name=path.name, kind=AttachmentKind.PHOTO, by=None
    )
    for kept in documents_root().rglob("*"):
        if kept.is_file():
            age(kept)
    assert check_archive().orphans == []

    shown = document_path(attachment.thumbnail_sha256)
    shown.chmod(0o640)
    shown.write_bytes(b"otra cosa")
    document_path(attachment.original_sha256).unlink()
    report = check_archive()

    assert [kept.sha256 for kept in report.altered] == [attachment.thumbnail_sha256]
    assert attachment.original_sha256 in [kept.sha256 for kept in report.missing]


def test_a_sheet_that_failed_is_made_when_mending(monkeypatch: pytest.MonkeyPatch) -> None:
    release = make_release(published=False)
    Draft.objects.filter(pk=release.pk).update(source=None, extraction=None)
    with monkeypatch.context() as patch:
        patch.setattr(typesetting, "MOST_CHARACTERS", 10)
        revision = actions.publish(release=release, by=None)

    assert check_archive(mend=True).unprinted == [revision]
    assert check_archive().unprinted == []
    assert release.sources.filter(kind=SourceKind.WRITTEN_HERE).count() == 1


def test_an_orphan_is_put_aside_and_not_deleted(tmp_path: Path) -> None:
    path = tmp_path / "suelto.pdf"
    path.write_bytes(b"sin comunicado")
    orphan = document_path(keep(path))
    age(orphan)

    assert check_archive(mend=True).orphans == [orphan]

    assert not orphan.exists()
    assert (documents_root().parent / "huerfanos" / orphan.name).read_bytes() == b"sin comunicado"
    assert check_archive().is_sound


def test_a_file_that_just_arrived_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "reciente.pdf"
    path.write_bytes(b"todavia sin renglon")
    kept = document_path(keep(path))

    assert check_archive(mend=True).is_sound
    assert kept.exists()


def test_a_public_bulletin_that_search_lost_is_found_again(tmp_path: Path) -> None:
    release = make_kept_release(tmp_path)
    remove_search_row(release_id=release.pk)

    assert check_archive(mend=True).unindexed == [release]
    assert check_archive().is_sound


def test_a_bulletin_without_a_sketch_gets_one(tmp_path: Path) -> None:
    release = make_kept_release(tmp_path)
    TextSketch.objects.filter(release=release).delete()

    assert check_archive(mend=True).unsketched == [release]
    assert check_archive().is_sound
    assert TextSketch.objects.get(release=release).hashes
