"""What of a bulletin is searched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from releases.models import Release, SearchRow
from releases.publishing import actions
from releases.publishing.content import content_of_revision
from releases.search import codes
from releases.search.entries import dated_place
from releases.vocabulary import RevisionKind, SourceKind
from tests.factories import host_agency, make_content, make_file, make_release


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("Toluca, Estado de México, 4 de abril de 2024", "Toluca"),
        ("Toluca, Méx., a 5 de marzo de 2023.-", "Toluca"),
        ("Ciudad de México, 15 de abril de 2024", "Ciudad de México"),
        ("Ecatepec de Morelos a 9 de febrero de 2023", "Ecatepec de Morelos"),
        ("Toluca; lunes 19 de febrero", "Toluca"),
        ("Toluca (Estado de México)", "Toluca"),
        ("4 de abril de 2024", ""),
        ("a 4 de abril de 2024", ""),
        ("", ""),
    ],
)
def test_of_a_dateline_only_the_place_is_searched(dateline: str, place: str) -> None:
    assert dated_place(dateline) == place


def source_kinds(release: Release) -> set[SourceKind]:
    facets = SearchRow.objects.get(release=release).facets
    return {kind for kind in SourceKind if codes.source_code(kind) in facets}


def correct(release: Release, headline: str) -> None:
    release.refresh_from_db()
    assert release.current_revision
    actions.correct(
        release=release,
        content=replace(content_of_revision(release.current_revision), headline=headline),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=release.current_revision.number,
        by=None,
    )


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [SourceKind.ORIGINAL, SourceKind.RECONSTRUCTED])
def test_a_correction_keeps_the_kind_of_the_file_that_came_in(kind: SourceKind) -> None:
    release = make_release(file=make_file(kind=kind))
    for headline in ("Segundo título ficticio", "Tercer título ficticio"):
        correct(release, headline)
        assert source_kinds(release) == {kind}


@pytest.mark.django_db
def test_what_was_written_here_is_found_as_such_whatever_is_corrected() -> None:
    writing = actions.Writing(content=make_content(folio=""))
    release = actions.start_bulletin(writing=writing, by=None, issuer=host_agency()).release
    actions.publish(release=release, by=None)
    assert source_kinds(release) == {SourceKind.WRITTEN_HERE}

    correct(release, "Otro título ficticio")

    assert source_kinds(release) == {SourceKind.WRITTEN_HERE}
