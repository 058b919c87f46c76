"""Many at once: shown first, published without doubts, taken back in the open."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from releases.models import Release
from releases.publishing import actions
from releases.publishing.errors import NoteRequired
from releases.vocabulary import EventKind, ReleaseState, RevisionKind
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def in_review(**fields: Any) -> Release:
    return make_release(published=False, **fields)


def doubtful(**fields: Any) -> Release:
    evidence = {"issued_on": {"certainty": "revise", "reason": "Prueba.", "evidence": []}}
    return in_review(evidence=evidence, **fields)


def twin_of(name: str) -> Release:
    release = in_review()
    release.draft.links = {**release.draft.links, "twin": {"name": name, "release": 1}}
    release.draft.save()
    return release


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("publish_reviewed", *arguments, stdout=out)
    return out.getvalue()


def states() -> list[str]:
    return sorted(Release.objects.values_list("state", flat=True))


def test_the_preview_says_what_stays_and_why_and_changes_nothing() -> None:
    in_review(headline="Sin dudas")
    doubtful(headline="Con una duda")
    in_review(headline="Sin fecha", issued_on=None)
    twin_of("0001/2020")

    shown = run("--preview")

    assert "se publicaría" in shown
    assert "en duda: fecha" in shown
    assert "falta la fecha" in shown
    assert "se parece a 0001/2020" in shown
    assert "Se publicarían 1 de 4" in shown
    assert set(states()) == {ReleaseState.IN_REVIEW}


def test_what_has_no_doubt_is_published_and_the_rest_stays() -> None:
    clear, doubt = in_review(), doubtful()

    shown = run("--apply")

    clear.refresh_from_db()
    doubt.refresh_from_db()
    assert (clear.state, doubt.state) == (ReleaseState.PUBLISHED, ReleaseState.IN_REVIEW)
    assert "Se publicaron 1; 1 siguen en revisión." in shown


def test_doubts_go_out_only_with_a_person_who_answers_for_them() -> None:
    release, twin = doubtful(), twin_of("0001/2020")

    run("--apply", "--confirm")

    release.refresh_from_db()
    twin.refresh_from_db()
    assert (release.state, twin.state) == (ReleaseState.PUBLISHED, ReleaseState.IN_REVIEW)
    event = release.events.get(kind=EventKind.PUBLISHED)
    assert event.note.startswith("Confirmado en bloque por")
    assert event.data["confirmed"] == ["issued_on"]


def test_a_bulletin_that_changed_since_the_preview_is_refused() -> None:
    release = in_review()
    candidates = actions.list_candidates([Release.objects.get(pk=release.pk)])
    Release.objects.filter(pk=release.pk).update(lock_version=9)

    report = actions.publish_many(candidates=candidates, by=None)

    assert not report.done
    assert report.refused[0][0] == release
    release.refresh_from_db()
    assert release.state == ReleaseState.IN_REVIEW


def test_only_what_waits_in_review_is_a_candidate() -> None:
    discarded = in_review()
    actions.discard(release=discarded, by=None)
    make_release()

    assert actions.list_candidates(Release.objects.all()) == []


def test_a_batch_is_undone_as_one_withdrawal_in_the_open() -> None:
    releases = [in_review(), in_review()]
    report = actions.publish_many(candidates=actions.list_candidates(releases), by=None)

    shown = run("--undo", report.batch, "--note", "Nota ficticia de retiro.")

    assert "Se retiraron 2" in shown
    assert states() == [ReleaseState.WITHDRAWN, ReleaseState.WITHDRAWN]
    revision = Release.objects.with_current()[0].current_revision
    assert revision
    assert (revision.kind, revision.change_note) == (
        RevisionKind.WITHDRAWAL,
        "Nota ficticia de retiro.",
    )


def test_undoing_leaves_bulletins_of_other_batches_and_corrected_ones() -> None:
    first, second, other = in_review(), in_review(), in_review()
    report = actions.publish_many(candidates=actions.list_candidates([first, second]), by=None)
    actions.publish_many(candidates=actions.list_candidates([other]), by=None)
    actions.withdraw(release=second, note="Nota ficticia.", by=None)

    undone = actions.undo_batch(batch=report.batch, note="Nota ficticia.", by=None)

    assert undone.done == [first]
    assert [release for release, _ in undone.refused] == [second]
    other.refresh_from_db()
    assert other.state == ReleaseState.PUBLISHED


def test_a_batch_is_not_undone_without_a_public_note() -> None:
    report = actions.publish_many(candidates=actions.list_candidates([in_review()]), by=None)

    with pytest.raises(NoteRequired):
        actions.undo_batch(batch=report.batch, note=" ", by=None)
    with pytest.raises(CommandError, match="nota pública"):
        run("--undo", report.batch)

    assert states() == [ReleaseState.PUBLISHED]


def test_a_batch_that_does_not_exist_is_refused() -> None:
    with pytest.raises(CommandError, match="No hay un lote"):
        run("--undo", "nada", "--note", "Nota.")
