"""Which bulletin follows in the review, and that nobody is led in circles. Texts are fictional."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from releases.models import Release
from releases.pages.desk.review_queue import next_after, place_of, waiting_reviews
from releases.publishing import actions
from releases.roles import EDITORS
from tests.admin.conftest import make_member
from tests.desk.reviewing import address, press, reading, waiting
from tests.factories import make_content, make_file, make_release

pytestmark = pytest.mark.django_db

ONE = {"headline": "Confírmelo."}
TWO = {"headline": "Confírmelo.", "body": "Compare el orden del texto."}


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_member(EDITORS))
    return client


def following(client: Client, release: Release) -> str:
    return str(client.get(reverse("desk-next"), {"tras": release.pk})["Location"])


def test_the_most_doubtful_comes_first_and_among_equals_the_oldest() -> None:
    sure, one, two = waiting(), waiting(doubts=ONE), waiting(doubts=TWO)
    later = waiting(doubts=ONE)

    assert list(waiting_reviews()) == [two, one, later, sure]
    assert [place_of(release).number for release in (two, one, later, sure)] == [1, 2, 3, 4]
    assert place_of(sure).total == 4


def test_a_missing_field_is_a_doubt_but_not_a_closing_that_is_not_there() -> None:
    evidence = reading()
    evidence["boilerplate"]["certainty"] = "falta"
    without_closing = waiting(evidence=evidence)
    missing = reading()
    missing["folio"]["certainty"] = "falta"
    without_folio = waiting(evidence=missing)

    assert list(waiting_reviews()) == [without_folio, without_closing]


def test_a_file_that_nobody_could_read_comes_before_all_others() -> None:
    waiting(doubts=TWO)
    unread = waiting(evidence={}, headline="", body=())

    assert waiting_reviews().first() == unread
    assert place_of(unread).number == 1


def test_only_what_waits_for_review_is_in_the_queue() -> None:
    waits = waiting()
    public, discarded = make_release(), waiting()
    actions.discard(release=discarded, by=None)
    actions.propose_correction(
        release=public, file=make_file("otra.pdf"), content=make_content(), by=None
    )

    assert list(waiting_reviews()) == [waits]
    assert place_of(public).number == 0


def test_answering_doubts_does_not_change_the_order(editor: Client) -> None:
    first, second = waiting(doubts=TWO), waiting(doubts=ONE)

    press(editor, first, "bien:titulo")
    press(editor, first, "bien:texto")

    assert list(waiting_reviews()) == [first, second]
    assert following(editor, first) == address(second)


def test_after_the_last_the_first_that_still_waits_follows(editor: Client) -> None:
    first, second = waiting(doubts=ONE), waiting()

    assert following(editor, second) == address(first)
    answer = press(editor, first, "despues", headline="Título guardado para después")
    assert answer["Location"].endswith(f"?tras={first.pk}")
    assert editor.get(answer["Location"])["Location"] == address(second)


def test_what_was_published_in_the_meantime_keeps_its_place_for_the_next(editor: Client) -> None:
    first, second, third = waiting(doubts=TWO), waiting(doubts=ONE), waiting()
    actions.publish(release=second, by=None)

    assert following(editor, second) == address(third)
    assert next_after(Release.objects.with_current().get(pk=third.pk)) == first


def test_when_nothing_waits_the_inbox_says_so(editor: Client) -> None:
    only = waiting()

    answer = editor.get(reverse("desk-next"), {"tras": only.pk}, follow=True)

    assert answer.redirect_chain[-1][0] == reverse("desk-inbox")
    assert "No queda otro comunicado por revisar." in answer.content.decode()


@pytest.mark.parametrize("odd", ["", "x", "-1", "99999999999999999999", "²"])
def test_an_odd_place_starts_at_the_beginning(editor: Client, odd: str) -> None:
    first = waiting()
    assert editor.get(reverse("desk-next"), {"tras": odd})["Location"] == address(first)
