from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from releases.models import SourceDocument
from tests.corpus.files import DOCUMENTS, GOLD, NASTY

VOCABULARY = Path(settings.BASE_DIR) / "fixtures" / "vocabulary"


def extract(path: Path, folder: Path) -> dict[str, object]:
    call_command(
        "extract_bulletins",
        str(path),
        output=folder,
        catalogue=VOCABULARY,
        stdout=io.StringIO(),
        stderr=io.StringIO(),
    )
    written: dict[str, object] = json.loads((folder / f"{path.name}.json").read_text("utf-8"))
    return written


@pytest.mark.parametrize("name", ["dev-01.pdf", "dev-09.pdf"])
def test_a_document_is_written_as_json_a_scan_by_ocr(tmp_path: Path, name: str) -> None:
    path = DOCUMENTS / name
    gold = json.loads((GOLD / f"{path.stem}.json").read_text("utf-8"))

    assert extract(path, tmp_path)["date"] == gold["date"]


def test_a_file_that_cannot_be_read_is_written_as_its_error(tmp_path: Path) -> None:
    assert extract(NASTY / "truncated.pdf", tmp_path)["error"] == "pdf-danado"


@pytest.mark.django_db
def test_nothing_is_kept(tmp_path: Path) -> None:
    extract(DOCUMENTS / "dev-01.pdf", tmp_path)

    assert not SourceDocument.objects.exists()


def test_an_installation_that_was_not_prepared_uses_the_projects_vocabularies(
    tmp_path: Path,
) -> None:
    with tempfile.TemporaryDirectory(prefix="conste-") as name:
        # Open enough for the account that runs the database when the tests run as root.
        Path(name).chmod(0o755)
        bulletin = str(DOCUMENTS / "dev-14.txt")
        command = ("extract_bulletins", bulletin, "--output", str(tmp_path))
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=settings.BASE_DIR,
            env={**os.environ, "CONSTE_HOME": name},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    assert done.returncode == 0, done.stderr
    assert "se usan los del proyecto" in done.stderr
    assert json.loads((tmp_path / "dev-14.txt.json").read_text("utf-8"))["agencies"]
