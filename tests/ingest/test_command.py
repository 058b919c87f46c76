from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from releases.models import Release, SourceDocument
from releases.vocabulary import SourceKind
from tests.corpus.files import NASTY

BULLETINS = Path(settings.BASE_DIR) / "fixtures" / "bulletins"


def run(*arguments: object) -> str:
    out = io.StringIO()
    call_command("ingest_releases", *map(str, arguments), stdout=out, stderr=io.StringIO())
    return out.getvalue()


@pytest.mark.django_db
def test_the_sample_folder_becomes_five_public_bulletins_with_their_texts_beside() -> None:
    table = run(BULLETINS, "--publish")

    assert Release.objects.public().count() == 5
    assert SourceDocument.objects.filter(kind=SourceKind.RECONSTRUCTED).count() == 5
    texts = SourceDocument.objects.filter(kind=SourceKind.PUBLISHED_TEXT)
    assert {text.companion_of.file_name for text in texts if text.companion_of} == {
        path.name for path in BULLETINS.glob("*.pdf")
    }
    assert "Creado" in table


@pytest.mark.django_db
def test_running_again_adds_nothing() -> None:
    run(BULLETINS, "--publish")

    run(BULLETINS, "--publish")

    assert Release.objects.count() == 5
    assert SourceDocument.objects.count() == 10


@pytest.mark.django_db
def test_a_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    shutil.copy(NASTY / "truncated.pdf", tmp_path / "a-danado.pdf")
    shutil.copy(BULLETINS / "0275-2024.pdf", tmp_path / "b-bueno.pdf")
    report = tmp_path / "reporte.json"

    run(tmp_path, "--publish", "--report", report)

    rows = {row["archivo"]: row for row in json.loads(report.read_text("utf-8"))}
    assert rows["a-danado.pdf"]["resultado"] == "rechazado"
    assert rows["a-danado.pdf"]["codigo"] == "pdf-danado"
    assert rows["b-bueno.pdf"]["resultado"] == "creado"


@pytest.mark.django_db
def test_a_zip_is_taken_in_member_by_member(tmp_path: Path) -> None:
    archive = tmp_path / "lote.zip"
    with zipfile.ZipFile(archive, "w") as container:
        container.write(BULLETINS / "0275-2024.pdf", "enero/0275.pdf")
        container.writestr("../../fuera.txt", "nada")

    table = run(archive, "--publish")

    assert Release.objects.public().count() == 1
    assert "fuera.txt" in table
    assert not (tmp_path.parent.parent / "fuera.txt").exists()


@pytest.mark.django_db
def test_a_path_that_does_not_exist_is_said_with_exit_code_two() -> None:
    with pytest.raises(CommandError, match="No existe la ruta") as refusal:
        run("/no/existe")

    assert refusal.value.returncode == 2
