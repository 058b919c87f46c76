"""Two editors on one bulletin at the same moment: nothing is lost, nothing comes twice."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from releases.models import Authorization, Draft, Release, Revision, SearchRow, User
from releases.publishing import actions
from releases.publishing.content import content_of_draft, content_of_revision
from releases.publishing.errors import AlreadyDecided, PublishingError, StaleEdit
from releases.vocabulary import PendingAct, RevisionKind
from tests.factories import make_release

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 6
# Printed when a test fails; the same seed runs the same rounds.
SEED = 20_240_408


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act returned or was refused with; all begin together, each on its connection."""
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            gate.wait()
            return act()
        except PublishingError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result() for future in [pool.submit(run, act) for act in acts]]


def correction(release: Release, headline: str, seen: int) -> Callable[[], object]:
    current = release.current_revision
    assert current
    content = replace(content_of_revision(current), headline=headline)

    def act() -> object:
        return actions.correct(
            release=release,
            content=content,
            kind=RevisionKind.CORRECTION,
            note=f"Dice ahora «{headline}».",
            seen_version=seen,
            by=None,
        )

    return act


def the_one_that_was_refused(results: list[object]) -> StaleEdit:
    refused = [result for result in results if isinstance(result, PublishingError)]
    assert [type(result) for result in refused] == [StaleEdit], results
    assert isinstance(refused[0], StaleEdit)
    return refused[0]


def test_of_two_corrections_of_one_version_one_is_public_and_the_other_is_told() -> None:
    print(f"seed {SEED}")
    words = random.Random(SEED)
    release = make_release()
    said = []
    for round_number in range(1, ROUNDS + 1):
        release.refresh_from_db()
        headlines = [f"Título ficticio {words.randrange(10**9)}" for _ in range(2)]
        results = at_once(*(correction(release, text, round_number) for text in headlines))
        refusal = the_one_that_was_refused(results)
        written = next(result for result in results if isinstance(result, Revision))
        # The slower one is shown the text that won.
        assert refusal.current == written
        said.append(written.headline)
    versions = release.revisions.order_by("number")
    assert [version.number for version in versions] == list(range(1, ROUNDS + 2))
    assert [version.headline for version in versions][1:] == said


def test_of_two_saves_of_one_draft_one_is_kept_and_the_other_is_told() -> None:
    print(f"seed {SEED}")
    words = random.Random(SEED)
    release = make_release(published=False)
    for _ in range(ROUNDS):
        draft = Draft.objects.get(pk=release.pk)
        headlines = [f"Título ficticio {words.randrange(10**9)}" for _ in range(2)]
        results = at_once(*(saving(draft, text) for text in headlines))
        the_one_that_was_refused(results)
        saved = next(result for result in results if isinstance(result, Draft))
        kept = Draft.objects.get(pk=release.pk)
        assert kept.headline == saved.headline
        assert kept.lock_version == draft.lock_version + 1


def saving(draft: Draft, headline: str) -> Callable[[], object]:
    content = replace(content_of_draft(draft), headline=headline)
    return lambda: actions.save_draft(
        draft=draft, content=content, lock_version=draft.lock_version, by=None
    )


def test_a_correction_and_a_withdrawal_at_once_never_leave_the_bulletin_between_states() -> None:
    print(f"seed {SEED}")
    for _ in range(ROUNDS):
        release = make_release()
        results = at_once(
            correction(release, "Título ficticio corregido", 1),
            withdrawing(release),
        )
        release.refresh_from_db()
        done = [result for result in results if isinstance(result, Revision)]
        assert not release.is_public
        assert release.revisions.count() == 1 + len(done)
        assert not SearchRow.objects.filter(release=release).exists()


def withdrawing(release: Release) -> Callable[[], object]:
    return lambda: actions.withdraw(release=release, note="Se retira.", by=None)


def test_of_two_who_authorise_one_does_and_the_act_is_done_once() -> None:
    people = [
        User.objects.create_superuser(name, f"{name}@ejemplo.invalid", "una clave ficticia")
        for name in ("ana", "berta", "carla")
    ]
    for _ in range(ROUNDS):
        release = make_release()
        request = actions.request_authorization(
            release=release, act=PendingAct.WITHDRAW, note="Se retira.", by=people[0]
        )
        results = at_once(*(authorising(request, person) for person in people[1:]))
        assert sorted(type(result) is AlreadyDecided for result in results) == [False, True]
        assert release.revisions.count() == 2


def authorising(request: Authorization, person: User) -> Callable[[], object]:
    return lambda: actions.authorise(authorization=request, by=person)
