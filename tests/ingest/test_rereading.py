"""A better reader later costs nobody's work: what people decided stays, the rest is shown."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from releases.ingest.intake import IngestOptions, ingest_document
from releases.ingest.rereading import apply_rereading, reread
from releases.models import Agency, AgencyName, Extraction, Release, Revision
from releases.publishing import actions
from releases.publishing.content import content_of_draft, content_of_revision
from releases.publishing.errors import PublishingError
from releases.vocabulary import NameKind, ReleaseState, RevisionKind
from tests.ingest.bulletins import write_bulletin

pytestmark = pytest.mark.django_db

Take = Callable[..., Release]


@pytest.fixture
def take(tmp_path: Path) -> Take:
    """Takes in a bulletin that yesterday's reader misread: its headline lost the last word."""

    def take_in(*, publish: bool = True, **options: Any) -> Release:
        path = write_bulletin(tmp_path / "boletin.txt", seed=1, folio="0101/2024")
        result = ingest_document(
            path, name=path.name, options=IngestOptions(publish=False, **options)
        )
        assert result.release
        _misread(result.release)
        if publish:
            actions.publish(release=result.release, by=None)
        return Release.objects.with_current().get(pk=result.release.pk)

    return take_in


def _misread(release: Release) -> None:
    """As if the reader of yesterday had read «… SERIE» without the number."""
    draft = release.draft
    assert draft.extraction
    former = draft.extraction
    fields = {**former.fields}
    fields["headline"] = {**fields["headline"], "value": SHORT}
    draft.extraction = Extraction.objects.create(
        source=former.source, extractor="text/0", lines=former.lines, fields=fields
    )
    draft.headline = SHORT
    draft.save()


SHORT = "INFORMA SECRETARÍA DE UN HECHO FICTICIO"
WHOLE = "INFORMA SECRETARÍA DE UN HECHO FICTICIO, SERIE 1"


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("reread_releases", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def current(release: Release) -> Revision:
    release.refresh_from_db()
    assert release.current_revision
    return release.current_revision


def test_without_apply_it_is_shown_and_nothing_changes(take: Take) -> None:
    release = take()

    shown = run("0101/2024")

    assert f"Título: «{SHORT}» → «{WHOLE}»" in shown
    assert "--apply" in shown
    assert current(release).headline == SHORT
    assert current(release).number == 1


def test_applied_to_a_public_bulletin_it_is_a_version_with_a_public_note(take: Take) -> None:
    release = take()

    run("--all", "--apply")

    revision = current(release)
    assert (revision.headline, revision.number, revision.kind) == (
        WHOLE,
        2,
        RevisionKind.CORRECTION,
    )
    assert revision.change_note == (
        "Se releyó el documento con una versión nueva del lector: cambia título."
    )
    assert revision.extraction
    assert revision.extraction.extractor != "text/0"


def test_applied_to_a_bulletin_in_review_it_stays_in_review(take: Take) -> None:
    release = take(publish=False)

    run("--all", "--apply")

    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW
    assert release.draft.headline == WHOLE


def test_applied_again_it_finds_nothing(take: Take) -> None:
    release = take()
    run("--all", "--apply")

    shown = run("--all", "--apply")

    assert "Sin cambios" in shown
    assert current(release).number == 2
    assert Extraction.objects.filter(source__release=release).count() == 2


def test_a_field_that_a_person_confirmed_is_kept(take: Take) -> None:
    release = take(publish=False)
    draft = release.draft
    actions.save_draft(
        draft=draft,
        content=content_of_draft(draft),
        lock_version=draft.lock_version,
        confirmed=frozenset({"headline"}),
        by=None,
    )

    shown = run("--all", "--apply")

    assert "se conserva" in shown
    release.draft.refresh_from_db()
    assert release.draft.headline == SHORT


def test_a_confirmation_outlives_publication(take: Take) -> None:
    release = take(publish=False)
    draft = release.draft
    actions.save_draft(
        draft=draft,
        content=content_of_draft(draft),
        lock_version=draft.lock_version,
        confirmed=frozenset({"headline"}),
        by=None,
    )
    actions.publish(release=release, by=None)

    run("--all", "--apply")

    assert current(release).headline == SHORT


def test_a_field_that_a_correction_changed_is_kept(take: Take) -> None:
    release = take()
    corrected = replace(content_of_revision(current(release)), headline="TÍTULO CORREGIDO")
    actions.correct(
        release=release,
        content=corrected,
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=1,
        by=None,
    )

    run("--all", "--apply")

    assert (current(release).headline, current(release).number) == ("TÍTULO CORREGIDO", 2)


def test_what_the_operator_confirmed_in_bulk_is_kept(take: Take) -> None:
    release = take(confirm_all=True, operator="prueba")

    run("--all", "--apply")

    assert current(release).headline == SHORT


def test_a_name_that_the_catalogue_learned_is_linked(take: Take) -> None:
    release = take()
    agency = Agency.objects.get(slug="fgjem")
    AgencyName.objects.create(agency=agency, text="hecho ficticio", kind=NameKind.ALIAS)

    shown = run("--all", "--apply")

    assert "Dependencias" in shown
    assert "fgjem" in content_of_revision(current(release)).agencies


def test_names_that_a_person_chose_are_kept(take: Take) -> None:
    release = take(publish=False)
    draft = release.draft
    content = content_of_draft(draft)
    chosen = tuple(replace(mention, confirmed=True) for mention in content.mentions)
    assert chosen
    actions.save_draft(
        draft=draft,
        content=replace(content, mentions=chosen),
        lock_version=draft.lock_version,
        by=None,
    )
    agency = Agency.objects.get(slug="fgjem")
    AgencyName.objects.create(agency=agency, text="hecho ficticio", kind=NameKind.ALIAS)

    run("--all", "--apply")

    release.draft.refresh_from_db()
    assert content_of_draft(release.draft).agencies == content.agencies


def test_a_public_bulletin_with_a_correction_pending_is_left_to_the_person(
    take: Take, tmp_path: Path
) -> None:
    release = take()
    path = write_bulletin(tmp_path / "otro.txt", seed=5, folio="0101/2024")
    ingest_document(path, name=path.name, options=IngestOptions())

    shown = run("--all", "--apply")

    assert "corrección pendiente" in shown
    assert current(release).number == 1


def test_somebody_who_saved_in_between_is_not_overwritten(take: Take) -> None:
    release = take()
    rereading = reread(release)
    actions.withdraw(release=release, note="Nota ficticia.", by=None)

    with pytest.raises(PublishingError):
        apply_rereading(rereading)

    assert current(release).headline == SHORT


def test_a_folio_that_nobody_has_is_refused_before_anything_is_read() -> None:
    with pytest.raises(CommandError, match="0999/2024"):
        run("0999/2024")


@pytest.mark.parametrize("arguments", [(), ("--all", "--waiting"), ("0101/2024", "--all")])
def test_what_to_read_is_said_in_one_way(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError, match="Indique"):
        run(*arguments)
