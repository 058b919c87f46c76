from __future__ import annotations

from dataclasses import replace

import pytest

from releases.models import Draft, Release, Revision
from releases.publishing import actions
from releases.publishing.content import BulletinContent, content_of_revision
from releases.publishing.errors import (
    NoteRequired,
    NothingChanged,
    StaleEdit,
    SubstantialEdit,
    WrongState,
)
from releases.vocabulary import EventKind, ReleaseState, RevisionKind
from tests.factories import make_agency, make_content, make_file, make_release

pytestmark = pytest.mark.django_db


def content_of(release: Release) -> BulletinContent:
    assert release.current_revision
    return content_of_revision(release.current_revision)


def correct(release: Release, **changes: object) -> Revision:
    return actions.correct(
        release=release,
        content=replace(content_of(release), **changes),  # type: ignore[arg-type]  # any field
        kind=RevisionKind.CORRECTION,
        note="El título decía otra cosa.",
        seen_version=1,
        by=None,
    )


def test_a_correction_is_a_new_version_with_its_note_and_the_old_one_stays() -> None:
    release = make_release(headline="COMPORTE EXPERIENCIAS")

    revision = correct(release, headline="COMPARTE EXPERIENCIAS")

    release.refresh_from_db()
    assert release.current_revision == revision
    assert (revision.number, revision.change_note) == (2, "El título decía otra cosa.")
    assert release.revisions.get(number=1).headline == "COMPORTE EXPERIENCIAS"
    assert release.changed_at == revision.created_at
    assert release.first_seen_at == release.revisions.get(number=1).created_at
    assert release.events.filter(kind=EventKind.CORRECTED, revision=revision).exists()


def test_a_correction_moves_the_readable_end_of_the_address_only() -> None:
    release = make_release(headline="Comporte experiencias")

    correct(release, headline="Comparte experiencias")

    key = release.key
    release.refresh_from_db()
    assert (release.key, release.slug) == (key, "comparte-experiencias")


@pytest.mark.parametrize("note", ["", "   ", "\u200b"])
def test_a_correction_without_a_public_note_is_refused(note: str) -> None:
    release = make_release()

    with pytest.raises(NoteRequired):
        actions.correct(
            release=release,
            content=replace(content_of(release), headline="Otro"),
            kind=RevisionKind.CORRECTION,
            note=note,
            seen_version=1,
            by=None,
        )

    assert release.revisions.count() == 1


def test_a_correction_made_from_an_older_version_is_refused_with_the_current_one() -> None:
    release = make_release()
    mine = replace(content_of(release), headline="Lo que yo escribí")
    theirs = correct(release, headline="Lo que otra persona guardó")

    with pytest.raises(StaleEdit) as refusal:
        actions.correct(
            release=release,
            content=mine,
            kind=RevisionKind.ERRATUM,
            note="Mi nota.",
            seen_version=1,
            by=None,
        )

    assert refusal.value.current == theirs
    assert release.revisions.count() == 2


def test_a_correction_that_changes_nothing_makes_no_version() -> None:
    release = make_release()

    with pytest.raises(NothingChanged):
        correct(release)


def test_an_erratum_that_changes_what_readers_learn_is_refused_with_its_reasons() -> None:
    release = make_release(body=("Se aseguraron 12 vehículos ficticios.",))

    with pytest.raises(SubstantialEdit) as refusal:
        actions.correct(
            release=release,
            content=replace(content_of(release), body=("Se aseguraron 21 vehículos ficticios.",)),
            kind=RevisionKind.ERRATUM,
            note="Se corrigió la ortografía.",
            seen_version=1,
            by=None,
        )

    assert refusal.value.reasons
    assert release.revisions.count() == 1


def test_a_spelling_mistake_is_an_erratum() -> None:
    release = make_release(headline="La policia ficticia informa")

    revision = actions.correct(
        release=release,
        content=replace(content_of(release), headline="La policía ficticia informa"),
        kind=RevisionKind.ERRATUM,
        note="Se corrigió la ortografía.",
        seen_version=1,
        by=None,
    )

    assert revision.kind == RevisionKind.ERRATUM


def test_another_agency_is_a_change() -> None:
    release = make_release()
    agency = make_agency()

    revision = correct(release, mentions=make_content(agencies=[agency]).mentions)

    assert revision.entities["agencies"][0]["name"] == agency.name


def test_a_bulletin_that_is_not_public_cannot_be_corrected() -> None:
    release = make_release(published=False)

    with pytest.raises(WrongState):
        actions.correct(
            release=release,
            content=make_content(headline="Otro"),
            kind=RevisionKind.ERRATUM,
            note="Nota.",
            seen_version=1,
            by=None,
        )


def test_a_prepared_correction_is_used_up_when_it_is_published() -> None:
    release = make_release()
    draft = actions.propose_correction(
        release=release, file=make_file(), content=make_content(headline="Otro"), by=None
    )

    revision = actions.correct(
        release=release,
        content=replace(content_of(release), headline="Otro"),
        kind=RevisionKind.CORRECTION,
        note="Nota.",
        seen_version=1,
        by=None,
        draft=draft,
    )

    assert revision.source_id == draft.source_id
    release.refresh_from_db()
    assert not hasattr(release, "draft")


def test_somebody_elses_pending_draft_survives_a_correction() -> None:
    release = make_release()
    actions.propose_correction(
        release=release, file=make_file(), content=make_content(headline="Otro"), by=None
    )

    correct(release, headline="Una errata distinta")

    release.refresh_from_db()
    assert release.draft.headline == "Otro"


def test_a_withdrawal_hides_the_bulletin_and_keeps_its_versions() -> None:
    release = make_release()

    revision = actions.withdraw(
        release=release, note="Retirado por orden judicial.", reason="Exp. 1/2024", by=None
    )

    release.refresh_from_db()
    assert release.state == ReleaseState.WITHDRAWN
    assert release.current_revision == revision
    assert not Release.objects.public().exists()
    assert release.revisions.count() == 2
    event = release.events.get(kind=EventKind.WITHDRAWN)
    assert event.note == "Exp. 1/2024"
    assert "Exp." not in revision.change_note


def test_a_withdrawal_needs_a_public_note() -> None:
    release = make_release()

    with pytest.raises(NoteRequired):
        actions.withdraw(release=release, note=" ", by=None)


def test_a_withdrawn_number_is_never_used_again() -> None:
    release = make_release(number=12, year=2024)
    actions.withdraw(release=release, note="Retirado.", by=None)

    assert Release.objects.filter(number=12, year=2024).count() == 1


def test_a_restored_bulletin_is_public_again_as_a_new_version() -> None:
    release = make_release()
    actions.withdraw(release=release, note="Retirado.", by=None)

    revision = actions.restore(release=release, note="Se restituye.", by=None)

    release.refresh_from_db()
    assert release.is_public
    assert revision.number == 3


def prepare(release: Release, *, seen_draft: int | None = None, **changes: object) -> Draft:
    return actions.prepare_correction(
        release=release,
        content=replace(content_of(release), **changes),  # type: ignore[arg-type]  # any field
        kind=RevisionKind.CORRECTION,
        note="",
        seen_version=1,
        seen_draft=seen_draft,
        by=None,
    )


def test_a_correction_in_work_leaves_what_is_public_untouched() -> None:
    release = make_release(headline="Lo público")

    draft = prepare(release, headline="En preparación")

    release.refresh_from_db()
    assert (draft.based_on, draft.source) == (
        release.current_revision,
        release.current_revision and release.current_revision.source,
    )
    assert content_of(release).headline == "Lo público"


def test_a_correction_in_work_is_not_overwritten_by_who_did_not_see_it() -> None:
    release = make_release()
    first = prepare(release, headline="De la primera persona")

    with pytest.raises(StaleEdit):
        prepare(release, headline="De la segunda persona")
    saved = prepare(release, seen_draft=first.lock_version, headline="La misma, otra vez")

    assert saved.lock_version == first.lock_version + 1


def test_a_correction_saved_since_is_not_published_by_an_older_form() -> None:
    release = make_release()
    draft = prepare(release, headline="Lo que vio")
    prepare(release, seen_draft=draft.lock_version, headline="Lo que se guardó después")

    with pytest.raises(StaleEdit):
        actions.correct(
            release=release,
            content=replace(content_of(release), headline="Lo que vio"),
            kind=RevisionKind.CORRECTION,
            note="Nota.",
            seen_version=1,
            draft=draft,
            by=None,
        )

    assert Draft.objects.get(pk=release.pk).headline == "Lo que se guardó después"


def test_a_dropped_correction_is_gone_and_its_bulletin_is_not() -> None:
    release = make_release()
    draft = prepare(release, headline="Nunca más")

    with pytest.raises(StaleEdit):
        actions.drop_correction(release=release, seen_draft=draft.lock_version + 1, by=None)
    actions.drop_correction(release=release, seen_draft=draft.lock_version, by=None)

    assert not Draft.objects.filter(pk=release.pk).exists()
    assert Release.objects.public().get() == release
