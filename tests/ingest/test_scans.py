"""Scans: kept at once, read by OCR in the worker, never published without a person."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from procrastinate.contrib.django.models import ProcrastinateJob

from releases.extraction.sandbox import close_readers
from releases.ingest.intake import IngestOptions, Outcome, ingest_document
from releases.ingest.waiting import read_scan, waiting_releases
from releases.jobs import READ_SCAN
from releases.models import Release
from releases.publishing import actions
from releases.publishing.content import content_of_draft
from releases.vocabulary import ReleaseState
from tests.corpus.files import DOCUMENTS, GOLD, NASTY
from tests.factories import make_release

pytestmark = pytest.mark.django_db

SCAN = DOCUMENTS / "dev-09.pdf"


def take_in(path: Path = SCAN) -> Release:
    result = ingest_document(path, name=path.name, options=IngestOptions(publish=True))
    assert result.outcome is Outcome.REVIEW
    assert result.release
    return result.release


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A machine on which Tesseract is not installed."""
    # The warm parent of the readers keeps the PATH that it was started with.
    close_readers()
    monkeypatch.setenv("PATH", str(tmp_path))
    yield
    close_readers()


def test_a_scan_waits_in_review_with_a_job_to_read_it() -> None:
    release = take_in()

    assert release.state == ReleaseState.IN_REVIEW
    source = release.sources.get()
    job = ProcrastinateJob.objects.get(task_name=READ_SCAN)
    assert job.args == {"source_id": source.pk}
    assert list(waiting_releases()) == [release]


def test_a_scan_that_was_read_has_fields_a_place_in_the_series_and_is_not_public() -> None:
    release = take_in()

    assert read_scan(release.sources.get())

    release.refresh_from_db()
    draft = release.draft
    assert draft.headline
    assert draft.body
    assert draft.issued_on
    assert draft.extraction
    assert draft.extraction.from_image
    assert release.number is not None
    assert release.state == ReleaseState.IN_REVIEW
    assert not waiting_releases().exists()
    candidate = actions.list_candidates([release])[0]
    assert "from_image" in candidate.doubts


def test_what_a_person_wrote_meanwhile_stays() -> None:
    release = take_in()
    draft = release.draft
    draft.headline = "Título que escribió una persona"
    actions.save_draft(
        draft=draft,
        content=content_of_draft(draft),
        lock_version=draft.lock_version,
        confirmed=frozenset({"headline"}),
        by=None,
    )

    assert read_scan(release.sources.get())

    release.draft.refresh_from_db()
    assert release.draft.headline == "Título que escribió una persona"
    assert release.draft.body


def test_reading_a_scan_again_changes_nothing() -> None:
    release = take_in()
    source = release.sources.get()
    read_scan(source)

    assert not read_scan(source)

    assert source.extractions.count() == 2


def test_a_page_without_anything_on_it_keeps_the_reason() -> None:
    release = take_in(NASTY / "empty-pages.pdf")

    assert not read_scan(release.sources.get())

    extraction = release.sources.get().extractions.get(from_image=True)
    assert extraction.notices[0]["code"] == "sin-texto"
    assert not waiting_releases().exists()


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_a_scan_waits_and_says_what_to_install() -> None:
    result = ingest_document(SCAN, name=SCAN.name, options=IngestOptions(publish=True))

    assert result.outcome is Outcome.REVIEW
    assert "tesseract-ocr-spa" in result.message
    with pytest.raises(CommandError, match="tesseract-ocr-spa"):
        call_command("reread_releases", "--waiting", stdout=io.StringIO())
    assert waiting_releases().count() == 1


def test_when_tesseract_is_there_what_waited_is_read() -> None:
    take_in()
    out = io.StringIO()

    call_command("reread_releases", "--waiting", stdout=out)

    assert "1 documentos leídos" in out.getvalue()
    assert not waiting_releases().exists()


def test_a_scan_of_a_known_folio_takes_no_number_and_names_its_twin() -> None:
    scan = take_in()
    folio = read_gold(SCAN)
    twin = make_release(number=folio[0], year=folio[1])

    assert read_scan(scan.sources.get())

    scan.refresh_from_db()
    assert scan.number is None
    assert scan.draft.folio
    assert scan.draft.links["twin"]["release"] == twin.pk


def read_gold(path: Path) -> tuple[int, int]:
    """Number and year that the corpus gives for a document."""
    gold = json.loads((GOLD / f"{path.stem}.json").read_text("utf-8"))
    number, year = re.findall(r"\d+", gold["folio"])
    return int(number), int(year)
