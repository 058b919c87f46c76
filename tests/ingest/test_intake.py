"""From real files to bulletins: the whole pipeline, nothing replaced."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from releases.ingest.intake import IngestOptions, IngestResult, Outcome, ingest_document
from releases.models import Release, SourceDocument
from releases.publishing.content import content_of_revision, plain_lines
from releases.storage import open_document
from releases.vocabulary import EventKind, ReleaseState, RevisionKind, SourceKind
from tests.corpus.files import NASTY

pytestmark = pytest.mark.django_db

BULLETINS = Path(settings.BASE_DIR) / "fixtures" / "bulletins"
PUBLISH = IngestOptions(publish=True)


def ingest(
    path: Path, options: IngestOptions = PUBLISH, *, name: str = "", kind: SourceKind | None = None
) -> IngestResult:
    return ingest_document(
        path, name=name or path.name, options=options, kind=kind or SourceKind.RECONSTRUCTED
    )


def test_a_sample_bulletin_is_published_with_its_fields_and_names() -> None:
    result = ingest(BULLETINS / "0275-2024.pdf")

    assert (result.outcome, result.doubts) == (Outcome.CREATED, ())
    release = Release.objects.public().with_current().get()
    revision = release.current_revision
    assert revision
    assert (release.issuer.slug, release.number, release.year) == ("ssem", 275, 2024)
    assert release.key == "0275"
    assert revision.issued_on.isoformat() == "2024-04-04"
    assert revision.issued_in
    assert revision.issued_in.inegi == "15106"
    assert "INL" in {agency["acronym"] for agency in revision.entities["agencies"]}
    assert revision.source
    assert revision.source.kind == SourceKind.RECONSTRUCTED


def test_the_file_is_kept_byte_for_byte() -> None:
    path = BULLETINS / "0275-2024.pdf"
    ingest(path)

    with open_document(SourceDocument.objects.get().sha256) as kept:
        assert kept.read() == path.read_bytes()


def test_each_field_keeps_where_it_was_read() -> None:
    ingest(BULLETINS / "0275-2024.pdf")

    revision = Release.objects.get().current_revision
    assert revision
    dateline = revision.evidence["issued_on"]
    assert dateline["certainty"] == "seguro"
    assert "4 de abril de 2024" in dateline["evidence"][0]["quote"]
    assert len(dateline["evidence"][0]["box"]) == 4


def test_mentions_stand_at_the_words_that_they_name() -> None:
    ingest(BULLETINS / "0275-2024.pdf")

    revision = Release.objects.get().current_revision
    assert revision
    content = content_of_revision(revision)
    spans = [m for m in content.mentions if m.field == "body" and m.slug == "inl"]
    assert spans
    for mention in spans:
        assert mention.paragraph is not None
        words = content.body[mention.paragraph][mention.start : mention.end]
        assert words.startswith(("Oficina", "INL"))


def test_without_publish_a_bulletin_waits_for_a_person() -> None:
    result = ingest(BULLETINS / "0275-2024.pdf", IngestOptions())

    assert result.outcome is Outcome.REVIEW
    assert Release.objects.get().state == ReleaseState.IN_REVIEW


def test_the_same_bytes_again_add_nothing() -> None:
    ingest(BULLETINS / "0275-2024.pdf")

    again = ingest(BULLETINS / "0275-2024.pdf")

    assert again.outcome is Outcome.DUPLICATE
    assert "byte por byte" in again.message
    assert SourceDocument.objects.count() == 1


def test_the_same_words_from_another_producer_add_nothing() -> None:
    ingest(NASTY / "name-emoji.pdf", name="boletín 🚓 ñandú.pdf")

    again = ingest(NASTY / "same-text-linearized.pdf")

    assert again.outcome is Outcome.DUPLICATE
    assert "mismo texto" in again.message
    assert Release.objects.count() == 1


def test_the_same_folio_with_other_words_is_a_proposed_correction() -> None:
    ingest(NASTY / "name-emoji.pdf", IngestOptions(publish=True, confirm_all=True))

    result = ingest(NASTY / "same-folio-corrected.pdf")

    release = Release.objects.get()
    assert result.outcome is Outcome.NEW_VERSION
    assert result.release == release
    assert release.revisions.count() == 1
    assert release.draft.kind == RevisionKind.CORRECTION
    assert release.draft.based_on == release.current_revision


@pytest.mark.parametrize("name", ["invalid-date.pdf", "no-folio.pdf"])
def test_a_bulletin_with_a_doubt_is_never_published_by_itself(name: str) -> None:
    result = ingest(NASTY / name)

    assert result.outcome is Outcome.REVIEW
    assert result.doubts
    assert not Release.objects.public().exists()


def test_the_operator_who_confirms_everything_is_recorded() -> None:
    options = IngestOptions(publish=True, confirm_all=True, operator="prueba")

    result = ingest(NASTY / "no-folio.pdf", options)

    assert result.outcome is Outcome.CREATED
    event = Release.objects.get().events.get(kind=EventKind.RECEIVED)
    assert "prueba" in event.note


def test_confirming_everything_does_not_invent_a_missing_date() -> None:
    result = ingest(NASTY / "invalid-date.pdf", IngestOptions(publish=True, confirm_all=True))

    assert result.outcome is Outcome.REVIEW
    assert "fecha" in result.message


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("zero.pdf", "archivo-vacio"),
        ("html-as.pdf", "no-es-pdf"),
        ("truncated.pdf", "pdf-danado"),
        ("user-password.pdf", "pdf-cifrado"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name_and_leaves_nothing(
    name: str, code: str
) -> None:
    result = ingest(NASTY / name)

    assert (result.outcome, result.code) == (Outcome.REFUSED, code)
    assert result.message
    assert not Release.objects.exists()


def test_markup_in_a_headline_is_text() -> None:
    ingest(NASTY / "markup-in-headline.pdf", IngestOptions(publish=True, confirm_all=True))

    revision = Release.objects.get().current_revision
    assert revision
    assert "<" in revision.headline


def test_the_text_and_the_pdf_of_a_sample_say_the_same() -> None:
    ingest(BULLETINS / "0179-2024.pdf")
    from_pdf = Release.objects.get().current_revision
    assert from_pdf

    result = ingest(BULLETINS / "0179-2024.txt")

    assert result.outcome is Outcome.DUPLICATE, plain_lines(content_of_revision(from_pdf))
