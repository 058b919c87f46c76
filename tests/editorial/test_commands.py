"""The commands of the editorial checks: predictions for the scorer, and the archive looked over."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.factories import make_release

ITEM = {"id": "a", "kind": "pasaje", "text": "Síganos.\nUn Jetta con placas QXZ-11-22 huyó."}


def run(name: str, *options: str) -> str:
    out = StringIO()
    call_command(name, *options, stdout=out)
    return out.getvalue()


def test_passages_are_checked_into_a_file_with_places(tmp_path: Path) -> None:
    given, written = tmp_path / "given.json", tmp_path / "written.json"
    given.write_text(json.dumps({"siglas_conocidas": [], "items": [ITEM]}), "utf-8")

    run("check_passages", str(given), "--output", str(written))

    start = ITEM["text"].index("QXZ")
    assert json.loads(written.read_text("utf-8")) == [
        {"id": "a", "findings": [{"code": "placa", "span": "QXZ-11-22", "start": start}]}
    ]


def test_edits_are_rated_into_a_file(tmp_path: Path) -> None:
    given, written = tmp_path / "given.json", tmp_path / "written.json"
    edit = {"id": "a", "before": "Hay 12 detenidos.", "after": "Hay 21 detenidos."}
    given.write_text(json.dumps({"items": [edit]}), "utf-8")

    run("rate_edits", str(given), "--output", str(written))

    assert json.loads(written.read_text("utf-8")) == [
        {"id": "a", "rating": "sustancial", "reasons": ["cifra"]}
    ]


@pytest.mark.parametrize("name", ["check_passages", "rate_edits"])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    given = tmp_path / "given.json"
    given.write_text("esto no es JSON", "utf-8")
    with pytest.raises(CommandError, match="No se pudo leer"):
        run(name, str(given), "--output", str(tmp_path / "written.json"))


@pytest.mark.django_db
def test_the_archive_is_looked_over_and_listed(tmp_path: Path) -> None:
    make_release(body=("El Jetta con placas QXZ-11-22 huyó.",))
    table = tmp_path / "hallazgos.csv"

    said = run("check_editorial", "--csv", str(table))

    assert "«QXZ-11-22»" in said
    assert "Placa de un vehículo" in said
    rows = list(csv.DictReader(StringIO(table.read_text("utf-8-sig"))))
    assert [row["código"] for row in rows if row["texto"] == "QXZ-11-22"] == ["placa"]
