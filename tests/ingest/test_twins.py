"""The same bulletin again in other clothes: never refused in silence, never taken in silence."""

from __future__ import annotations

import io
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command

from releases.ingest.intake import IngestOptions, IngestResult, Outcome, ingest_document
from releases.models import Release, TextSketch
from releases.publishing import actions
from releases.publishing.content import content_of_revision
from releases.vocabulary import ReleaseState, RevisionKind
from tests.ingest.bulletins import body_of, invented_sentence, write_bulletin

pytestmark = pytest.mark.django_db

PUBLISH = IngestOptions(publish=True)


def ingest(path: Path, options: IngestOptions = PUBLISH) -> IngestResult:
    return ingest_document(path, name=path.name, options=options)


@pytest.fixture
def first(tmp_path: Path) -> Release:
    """A public bulletin, 0101/2024."""
    result = ingest(write_bulletin(tmp_path / "primero.txt", seed=1, folio="0101/2024"))
    assert result.outcome is Outcome.CREATED, result.message
    assert result.release
    return result.release


def write_twin(folder: Path, *, folio: str = "", date: str = "4 de abril de 2024") -> Path:
    """The first bulletin with its last paragraph rewritten."""
    body = [*body_of(1)[:3], "Un párrafo ficticio que el otro comunicado no tiene."]
    headline = "INFORMA SECRETARÍA DE UN HECHO FICTICIO, SERIE 1"
    return write_bulletin(
        folder / "gemelo.txt", seed=1, folio=folio, date=date, headline=headline, body=body
    )


@pytest.mark.parametrize("folio", ["", "0102/2024"])
def test_a_near_duplicate_waits_with_its_twin_named(
    first: Release, tmp_path: Path, folio: str
) -> None:
    result = ingest(write_twin(tmp_path, folio=folio))

    assert (result.outcome, result.code, result.twin) == (Outcome.REVIEW, "parecido", first)
    assert "Se parece a 0101/2024" in result.message
    assert result.release
    assert result.release.state == ReleaseState.IN_REVIEW
    twin = result.release.draft.links["twin"]
    assert twin["release"] == first.pk
    assert 0.6 < twin["share"] < 1


def test_another_bulletin_of_the_day_is_no_twin(first: Release, tmp_path: Path) -> None:
    result = ingest(write_bulletin(tmp_path / "otro.txt", seed=2, folio="0102/2024"))

    assert result.outcome is Outcome.CREATED, result.message


def test_a_withdrawn_bulletin_has_twins_too(first: Release, tmp_path: Path) -> None:
    actions.withdraw(release=first, note="Nota ficticia.", by=None)

    assert ingest(write_twin(tmp_path)).twin == first


def test_a_bulletin_in_review_has_twins_too(tmp_path: Path) -> None:
    waiting = ingest(
        write_bulletin(tmp_path / "primero.txt", seed=1, folio="0101/2024"), IngestOptions()
    )

    assert ingest(write_twin(tmp_path)).twin == waiting.release


def test_a_discarded_draft_has_none(tmp_path: Path) -> None:
    waiting = ingest(
        write_bulletin(tmp_path / "primero.txt", seed=1, folio="0101/2024"), IngestOptions()
    )
    assert waiting.release
    actions.discard(release=waiting.release, by=None)

    assert ingest(write_twin(tmp_path, folio="0102/2024")).outcome is Outcome.CREATED


def test_a_long_common_end_makes_no_twins(first: Release, tmp_path: Path) -> None:
    lead = "Personal ficticio de otra oficina entregó reconocimientos por su trabajo en el año."
    other = write_bulletin(
        tmp_path / "otro.txt",
        seed=9,
        folio="0102/2024",
        headline="ENTREGA RECONOCIMIENTOS A PERSONAL FICTICIO",
        body=[lead, *body_of(1)],
    )

    assert ingest(other).code != "parecido"


def test_a_bulletin_of_a_series_days_later_is_no_twin(first: Release, tmp_path: Path) -> None:
    later = write_twin(tmp_path, folio="0150/2024", date="11 de abril de 2024")

    assert ingest(later).outcome is Outcome.CREATED


def test_an_operator_who_confirms_everything_is_told_all_the_same(
    first: Release, tmp_path: Path
) -> None:
    options = IngestOptions(publish=True, confirm_all=True, operator="prueba")

    result = ingest(write_twin(tmp_path, folio="0102/2024"), options)

    assert (result.outcome, result.twin) == (Outcome.CREATED, first)
    assert "Se parece a 0101/2024" in result.message


def test_the_folio_of_a_bulletin_in_review_is_kept_without_number(tmp_path: Path) -> None:
    waiting = ingest(
        write_bulletin(tmp_path / "primero.txt", seed=1, folio="0101/2024"), IngestOptions()
    )

    result = ingest(write_bulletin(tmp_path / "otro.txt", seed=2, folio="0101/2024"))

    assert (result.outcome, result.code) == (Outcome.REVIEW, "folio-en-conflicto")
    assert result.twin == waiting.release
    assert result.release
    assert result.release.number is None
    assert result.release.draft.folio == "0101/2024"


def test_the_report_says_which_bulletin_and_how_much(first: Release, tmp_path: Path) -> None:
    report = tmp_path / "reporte.json"
    out = io.StringIO()

    call_command(
        "ingest_releases",
        str(write_twin(tmp_path)),
        report=report,
        stdout=out,
        stderr=io.StringIO(),
    )

    row = json.loads(report.read_text("utf-8"))[0]
    assert (row["codigo"], row["gemelo"]) == ("parecido", "0101/2024")
    assert row["direccion_del_gemelo"] == "/c/2024/0101"
    assert 0.6 < row["parecido"] < 1
    assert "Se parece a 0101/2024" in out.getvalue()


def test_what_a_correction_changes_is_what_twins_are_measured_by(
    first: Release, tmp_path: Path
) -> None:
    before = TextSketch.objects.get(release=first).hashes
    source = random.Random(77)
    assert first.current_revision
    content = replace(
        content_of_revision(first.current_revision),
        body=tuple(invented_sentence(source) for _ in range(4)),
        mentions=(),
    )

    actions.correct(
        release=first,
        content=content,
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=1,
        by=None,
    )

    assert TextSketch.objects.get(release=first).hashes != before
