"""A list beside the files guides intake: its facts win over doubt, and doubt wins over both."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from releases.ingest.batch import found_files, ingest_files
from releases.ingest.intake import IngestOptions
from releases.ingest.manifest import ManifestError, read_manifest
from releases.ingest.outcomes import IngestResult, Outcome
from releases.models import OldAddress, Release
from releases.vocabulary import ReleaseState
from tests.ingest.bulletins import write_bulletin

HEADER = "archivo,folio,fecha,oficina,direccion_anterior"


def write_manifest(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "manifiesto.csv"
    path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return path


def ingest(folder: Path, **options: Any) -> dict[str, IngestResult]:
    with found_files([folder]) as files:
        ingest_options = IngestOptions(**{"publish": True, **options})
        return {result.name: result for result in ingest_files(files, options=ingest_options)}


@pytest.mark.django_db
def test_given_facts_fill_what_the_document_does_not_say(tmp_path: Path) -> None:
    write_bulletin(tmp_path / "uno.txt", seed=1, folio="", date="sin fecha")
    write_manifest(tmp_path, "uno.txt,0101/2024,2024-04-04,SSEM,")

    ingest(tmp_path)

    release = Release.objects.get()
    assert (release.number, release.year) == (101, 2024)
    assert release.draft.issued_on == dt.date(2024, 4, 4)
    assert release.draft.folio == "0101/2024"
    found = release.draft.evidence["issued_on"]
    assert (found["certainty"], found["evidence"][-1]["rule"]) == ("seguro", "manifiesto")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("uno.txt,0102/2024,,,", "folio"),
        ("uno.txt,,2024-04-05,,", "issued_on"),
        ("uno.txt,,,Fiscalía General de Justicia del Estado de México,", "issuer"),
        ("uno.txt,,,Oficina Que No Existe,", "issuer"),
    ],
)
def test_what_the_reader_was_sure_of_is_put_in_doubt_not_replaced(
    tmp_path: Path, row: str, field: str
) -> None:
    write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024")
    write_manifest(tmp_path, row)

    result = ingest(tmp_path)["uno.txt"]

    assert (result.outcome, result.doubts) == (Outcome.REVIEW, (field,))
    release = Release.objects.get()
    assert (release.number, release.draft.issued_on) == (101, dt.date(2024, 4, 4))
    assert "manifiesto" in release.draft.evidence[field]["reason"].lower()


@pytest.mark.django_db
def test_facts_that_agree_leave_no_doubt(tmp_path: Path) -> None:
    write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024")
    write_manifest(tmp_path, "uno.txt,101/2024,04/04/2024,SSEM,")

    assert ingest(tmp_path)["uno.txt"].outcome is Outcome.CREATED


@pytest.mark.django_db
def test_an_old_address_is_kept_once_and_leads_to_one_bulletin(tmp_path: Path) -> None:
    write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024")
    write_bulletin(tmp_path / "dos.txt", seed=2, folio="0102/2024")
    address = "https://antes.example/prensa/nota.php?id=7"
    write_manifest(tmp_path, f"uno.txt,,,,{address}", f"dos.txt,,,,{address}")

    results = ingest(tmp_path)
    ingest(tmp_path)

    kept = OldAddress.objects.get()
    assert kept.path == "/prensa/nota.php?id=7"
    told = [result for result in results.values() if result.release != kept.release]
    assert "ya lleva a" in told[0].message


@pytest.mark.django_db
def test_a_bulletin_that_was_there_gets_its_old_address(tmp_path: Path) -> None:
    write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024")
    ingest(tmp_path)
    write_manifest(tmp_path, "uno.txt,,,,/nota/7")

    result = ingest(tmp_path)["uno.txt"]

    assert result.outcome is Outcome.DUPLICATE
    assert OldAddress.objects.get().release == result.release


@pytest.mark.django_db
def test_files_in_subfolders_are_named_by_their_path(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    write_bulletin(tmp_path / "2024" / "uno.txt", seed=1)
    write_manifest(tmp_path, "2024/uno.txt,0101/2024,,,")

    ingest(tmp_path)

    assert Release.objects.get().number == 101


@pytest.mark.django_db
def test_a_row_without_its_file_is_said(tmp_path: Path) -> None:
    write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024")
    write_manifest(tmp_path, "uno.txt,,,,", "falta.txt,,,,")

    results = ingest(tmp_path)

    assert (results["falta.txt"].outcome, results["falta.txt"].code) == (
        Outcome.REFUSED,
        "sin-archivo",
    )
    assert Release.objects.get().state == ReleaseState.PUBLISHED


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (["uno.txt,,31/02/2024,,"], "no es una fecha"),
        (["uno.txt,cien,,,"], "no es un folio"),
        (["../uno.txt,,,,"], "no es un archivo de esta carpeta"),
        (["uno.txt,,,,", "uno.txt,,,,"], "dos veces"),
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused_by_line(
    tmp_path: Path, rows: list[str], words: str
) -> None:
    with pytest.raises(ManifestError, match=words):
        read_manifest(write_manifest(tmp_path, *rows))


@pytest.mark.parametrize("header", ["nombre,folio", "archivo,folios"])
def test_a_manifest_with_other_columns_is_refused(tmp_path: Path, header: str) -> None:
    with pytest.raises(ManifestError, match="columna"):
        read_manifest(write_manifest(tmp_path, "a,b", header=header))


@pytest.mark.django_db
def test_nothing_is_taken_in_by_a_manifest_that_cannot_be_followed(tmp_path: Path) -> None:
    write_bulletin(tmp_path / "uno.txt", seed=1, folio="0101/2024")
    write_manifest(tmp_path, "uno.txt,,ayer,,")

    with pytest.raises(CommandError) as refusal:
        call_command("ingest_releases", str(tmp_path), stdout=io.StringIO(), stderr=io.StringIO())

    assert refusal.value.returncode == 2
    assert not Release.objects.exists()
