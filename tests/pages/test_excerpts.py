"""Where a bulletin names something: the words with what stands around them."""

from __future__ import annotations

import pytest

from releases.models import Release, Revision
from releases.pages.excerpts import first_mentions
from releases.publishing.content import MentionContent
from tests.factories import make_agency, make_release

pytestmark = pytest.mark.django_db


def current(release: Release) -> Revision:
    assert release.current_revision is not None
    return release.current_revision


def mention(slug: str, field: str, paragraph: int, start: int, end: int) -> MentionContent:
    return MentionContent(
        kind="agency",
        slug=slug,
        field=field,
        paragraph=paragraph,
        start=start,
        end=end,
        method="prueba",
    )


def test_the_text_comes_before_the_headline() -> None:
    agency = make_agency()
    release = make_release(
        headline="UFP en el título",
        body=("Uno.", "La UFP acudió."),
        mentions=(
            mention(agency.slug, "headline", 0, 0, 3),
            mention(agency.slug, "body", 1, 3, 6),
        ),
    )
    version = current(release)

    excerpt = first_mentions(agency, [version])[version.pk]

    assert (excerpt.before, excerpt.words, excerpt.after) == ("La ", "UFP", " acudió.")


def test_long_text_is_cut_at_whole_words() -> None:
    agency = make_agency()
    text = f"{'palabra ' * 30}UFP {'palabra ' * 30}fin."
    start = text.index("UFP")
    release = make_release(
        body=(text,), mentions=(mention(agency.slug, "body", 0, start, start + 3),)
    )
    version = current(release)

    excerpt = first_mentions(agency, [version])[version.pk]

    assert excerpt.before.startswith("… palabra ")
    assert excerpt.after.endswith(" palabra …")
    assert len(excerpt.before) + len(excerpt.after) < 200


def test_a_bulletin_that_names_it_as_a_whole_has_no_excerpt() -> None:
    agency = make_agency()
    version = current(make_release(agencies=[agency]))

    assert first_mentions(agency, [version]) == {}
