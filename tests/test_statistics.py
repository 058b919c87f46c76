"""Counts of public bulletins: what is hidden never counts, what is withdrawn stops counting."""

from __future__ import annotations

import datetime as dt

import pytest

from releases import statistics
from releases.publishing import actions
from releases.publishing.content import MentionContent
from tests.factories import make_agency, make_place, make_release, make_topic

pytestmark = pytest.mark.django_db


def test_an_empty_archive_counts_nothing() -> None:
    assert statistics.span_of() == statistics.Span(0, None, None)
    assert statistics.months() == []
    assert statistics.latest_months(12) == []
    assert statistics.counted_topics() == []


def test_the_span_holds_the_first_and_the_last_day() -> None:
    make_release(issued_on=dt.date(2022, 3, 1))
    make_release(issued_on=dt.date(2024, 4, 15))

    assert statistics.span_of() == statistics.Span(2, dt.date(2022, 3, 1), dt.date(2024, 4, 15))


def test_drafts_do_not_count_and_withdrawn_bulletins_stop_counting() -> None:
    agency = make_agency()
    make_release(published=False, agencies=[agency])
    release = make_release(agencies=[agency])
    assert [row.count for row in statistics.counted_agencies()] == [1]

    actions.withdraw(release=release, note="Retirado en la prueba.", by=None)

    assert statistics.counted_agencies() == []
    assert statistics.releases_of(statistics.rows_naming(agency)) == []
    assert statistics.span_of(agency).total == 0


def test_months_without_bulletins_lie_between_those_with() -> None:
    topic = make_topic()
    make_release(issued_on=dt.date(2023, 11, 30), topics=[topic])
    make_release(issued_on=dt.date(2024, 1, 1), topics=[topic])
    make_release(issued_on=dt.date(2024, 1, 31))

    assert statistics.months(of=topic) == [
        statistics.Month(2023, 11, 1),
        statistics.Month(2023, 12, 0),
        statistics.Month(2024, 1, 1),
    ]
    assert statistics.latest_months(2)[-1] == statistics.Month(2024, 1, 2)


@pytest.mark.parametrize(
    ("year", "month", "last"),
    [(2024, 2, dt.date(2024, 2, 29)), (2023, 12, dt.date(2023, 12, 31))],
)
def test_a_month_knows_its_last_day(year: int, month: int, last: dt.date) -> None:
    assert statistics.Month(year, month, 0).last_day == last


def test_names_that_appear_together_are_counted_without_the_one_asked_for() -> None:
    one, other, third = make_agency("A"), make_agency("B"), make_agency("C")
    make_release(agencies=[one, other])
    make_release(agencies=[one, other, third])
    make_release(agencies=[third])

    rows = statistics.counted_agencies(together_with=one)

    assert [(row.entity, row.count) for row in rows] == [(other, 2), (third, 1)]


def test_a_place_counts_by_dateline_and_by_mention_apart() -> None:
    place = make_place()
    spoken = MentionContent(
        kind="place", slug=place.slug, field="body", paragraph=0, start=0, end=6, method="prueba"
    )
    make_release(issued_in=place)
    make_release(mentions=(spoken,))

    assert statistics.dated_in(place) == 1
    assert statistics.speaking_of(place) == 1
    assert statistics.counts_by_place()[place.pk] == 2
