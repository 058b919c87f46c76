"""What a round over a watched folder takes, and what it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from releases.ingest.intake import IngestOptions
from releases.ingest.outcomes import Outcome
from releases.ingest.watching import PutAway, WatchedFolder
from releases.models import Release
from releases.operations.watching import FolderWatcher
from tests.ingest.bulletins import write_bulletin

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "entrada"
    folder.mkdir()
    return folder


def two_rounds(folder: Path, *, publish: bool = True) -> list[PutAway]:
    """The first sees the files, the second takes those that look the same."""
    watched = WatchedFolder(folder, IngestOptions(publish=publish))
    assert list(watched.take_stable()) == []
    return list(watched.take_stable())


def test_a_file_that_still_grows_is_left_for_the_next_round(folder: Path) -> None:
    path = write_bulletin(folder / "uno.txt", seed=1, folio="0101/2024")
    whole = path.read_bytes()
    path.write_bytes(whole[:300])
    watched = WatchedFolder(folder, IngestOptions(publish=True))
    list(watched.take_stable())
    path.write_bytes(whole)

    assert list(watched.take_stable()) == []
    put = list(watched.take_stable())

    assert put[0].results[0].outcome is Outcome.CREATED


def test_what_waits_for_a_person_is_put_apart_with_the_reason(folder: Path) -> None:
    write_bulletin(folder / "uno.txt", seed=1)

    put = two_rounds(folder)

    assert put[0].path == folder / "por-revisar" / "uno.txt"
    note = (folder / "por-revisar" / "uno.txt.nota.txt").read_text("utf-8")
    assert "por revisar" in note
    assert "folio" in note


def test_a_name_that_is_taken_is_not_overwritten(folder: Path) -> None:
    (folder / "listos").mkdir()
    (folder / "listos" / "uno.txt").write_text("de ayer", "utf-8")
    write_bulletin(folder / "uno.txt", seed=1, folio="0101/2024")

    put = two_rounds(folder)

    assert put[0].path == folder / "listos" / "uno (2).txt"
    assert (folder / "listos" / "uno.txt").read_text("utf-8") == "de ayer"


def test_a_copy_of_what_is_public_needs_nobody(folder: Path) -> None:
    write_bulletin(folder / "uno.txt", seed=1, folio="0101/2024")
    two_rounds(folder)
    write_bulletin(folder / "copia.txt", seed=1, folio="0101/2024")

    assert two_rounds(folder)[0].path == folder / "listos" / "copia.txt"


def test_a_copy_of_what_waits_in_review_waits_beside_it(folder: Path) -> None:
    write_bulletin(folder / "uno.txt", seed=1, folio="0101/2024")
    two_rounds(folder, publish=False)
    write_bulletin(folder / "copia.txt", seed=1, folio="0101/2024")

    assert two_rounds(folder)[0].path == folder / "por-revisar" / "copia.txt"


def test_the_manifest_beside_the_files_counts_and_stays(folder: Path) -> None:
    write_bulletin(folder / "uno.txt", seed=1)
    manifest = folder / "manifiesto.csv"
    manifest.write_text("archivo,folio\nuno.txt,0101/2024\n", "utf-8")

    put = two_rounds(folder)

    assert put[0].results[0].release
    assert put[0].results[0].release.number == 101
    assert manifest.exists()


@pytest.mark.parametrize("name", [".oculto.txt", "hoja.xlsx", "listos.bak"])
def test_other_files_are_left_where_they_are(folder: Path, name: str) -> None:
    (folder / name).write_text("otra cosa", "utf-8")

    assert two_rounds(folder) == []
    assert (folder / name).exists()


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = write_bulletin(tmp_path / "fuera.txt", seed=1, folio="0101/2024")
    (folder / "enlace.txt").symlink_to(outside)

    assert two_rounds(folder) == []


def test_it_stops_before_the_next_file_when_asked(folder: Path) -> None:
    write_bulletin(folder / "uno.txt", seed=1, folio="0101/2024")
    watched = WatchedFolder(folder, IngestOptions())
    list(watched.take_stable())

    assert list(watched.take_stable(going_on=lambda: False)) == []
    assert (folder / "uno.txt").exists()


def test_the_worker_takes_in_and_publishes_nothing(folder: Path) -> None:
    write_bulletin(folder / "uno.txt", seed=1, folio="0101/2024")
    watcher = FolderWatcher(folder)

    watcher.look()
    watcher.look()

    assert (folder / "por-revisar" / "uno.txt").exists()
    assert not Release.objects.public().exists()


def test_a_manifest_that_cannot_be_followed_leaves_the_worker_at_work(folder: Path) -> None:
    write_bulletin(folder / "uno.txt", seed=1, folio="0101/2024")
    (folder / "manifiesto.csv").write_text("otra\nuno.txt\n", "utf-8")
    watcher = FolderWatcher(folder)

    watcher.look()
    watcher.look()

    assert (folder / "uno.txt").exists()
