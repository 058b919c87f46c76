"""When the official sheet of a bulletin is made, for which version, and where it is found."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from releases.letterhead import typesetting
from releases.models import Draft, Release, Revision, SourceDocument
from releases.publishing import actions, letterheads
from releases.publishing.content import content_of_draft, content_of_revision
from releases.storage import document_path
from releases.vocabulary import ReleaseState, RevisionKind, SourceKind
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def make_written(**fields: Any) -> Release:
    """A bulletin in review that comes from no file."""
    release = make_release(published=False, **fields)
    Draft.objects.filter(pk=release.pk).update(source=None, extraction=None)
    return release


def correct(release: Release) -> Revision:
    current = release.current_revision
    assert current
    return actions.correct(
        release=release,
        content=replace(content_of_revision(current), headline="Título corregido"),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=current.number,
        by=None,
    )


def prepared() -> list[Path]:
    return sorted((Path(settings.MEDIA_ROOT) / "membretes").glob("*.pdf"))


def test_a_bulletin_written_here_gets_its_sheet_when_it_is_published() -> None:
    revision = actions.publish(release=make_written(), by=None)

    source = revision.source
    assert source
    assert source.kind == SourceKind.WRITTEN_HERE
    assert source.text_sha256 == revision.text_sha256
    assert source.page_count == 1
    assert source.size == document_path(source.sha256).stat().st_size
    text = document_path(source.sha256).read_bytes()
    assert text.startswith(b"%PDF")


def test_a_bulletin_from_a_file_keeps_that_file() -> None:
    release = make_release()
    revision = release.current_revision

    assert revision
    assert revision.source
    assert revision.source.kind == SourceKind.ORIGINAL


def test_a_correction_gets_a_sheet_of_its_own_and_the_original_stays() -> None:
    release = make_release()
    first = release.revisions.get()
    second = correct(release)

    assert second.source
    assert second.source.kind == SourceKind.WRITTEN_HERE
    assert Revision.objects.get(pk=first.pk).source == first.source
    assert second.extraction == first.extraction


def test_each_version_has_another_sheet() -> None:
    release = make_written()
    first = actions.publish(release=release, by=None)
    release.refresh_from_db()
    second = correct(release)

    assert first.source
    assert second.source
    assert first.source != second.source


def test_a_proposed_correction_shows_the_file_that_it_came_with() -> None:
    release = make_release()
    file = replace_file("corregido.pdf")
    content = replace(
        content_of_revision(release.revisions.get()), headline="Título del otro archivo"
    )
    draft = actions.propose_correction(release=release, file=file, content=content, by=None)
    revision = actions.correct(
        release=release,
        content=content,
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=1,
        by=None,
        draft=draft,
    )

    assert revision.source
    assert revision.source.sha256 == file.sha256


def replace_file(name: str) -> actions.ReceivedFile:
    return actions.ReceivedFile(
        sha256="ab" * 32,
        media_type="application/pdf",
        file_name=name,
        size=1,
        reading=actions.Reading(extractor="prueba/1"),
    )


def test_a_withdrawal_keeps_the_document_and_a_restitution_prints_its_note() -> None:
    release = make_release()
    withdrawn = actions.withdraw(release=release, note="Nota ficticia.", by=None)
    assert withdrawn.source == release.revisions.get(number=1).source

    restored = actions.restore(release=release, note="Vuelve, nota ficticia.", by=None)
    assert restored.source
    assert restored.source.kind == SourceKind.WRITTEN_HERE


def test_scheduling_makes_the_sheet_privately_and_publication_uses_it() -> None:
    release = make_written()
    at = timezone.now() + dt.timedelta(minutes=3)
    actions.schedule(release=release, at=at, by=None)

    assert len(prepared()) == 1
    assert not SourceDocument.objects.filter(kind=SourceKind.WRITTEN_HERE).exists()

    made = prepared()[0].read_bytes()
    first = Revision(release=release, number=1, kind=RevisionKind.ORIGINAL, created_at=at)
    draft = Draft.objects.select_related("issued_in").get(pk=release.pk)
    source = letterheads.print_version(first, content_of_draft(draft))

    assert source
    assert document_path(source.sha256).read_bytes() == made
    assert prepared() == []


def test_a_due_bulletin_goes_out_with_its_sheet() -> None:
    release = make_written()
    actions.schedule(release=release, at=timezone.now() - dt.timedelta(seconds=1), by=None)

    actions.publish_due()

    release.refresh_from_db()
    assert release.state == ReleaseState.PUBLISHED
    assert release.revisions.get().source


def test_a_sheet_that_fails_holds_up_no_publication_and_is_made_later(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(typesetting, "MOST_CHARACTERS", 10)
    with caplog.at_level(logging.ERROR):
        revision = actions.publish(release=make_written(), by=None)

    assert revision.source is None
    assert "letterhead failed" in caplog.text
    assert list(letterheads.find_unprinted()) == [revision]
    assert ProcrastinateJob.objects.filter(task_name="releases.make_letterhead").exists()

    monkeypatch.undo()
    late = letterheads.print_late(revision)

    assert late
    assert letterheads.document_of(revision) == late
    assert not letterheads.find_unprinted()
    assert letterheads.print_late(revision) is None


def test_the_pages_of_a_sheet_are_drawn_by_the_worker() -> None:
    revision = actions.publish(release=make_written(), by=None)

    assert revision.source
    jobs = ProcrastinateJob.objects.filter(task_name="releases.make_page_images")
    assert jobs.filter(args__source_id=revision.source.pk).exists()
