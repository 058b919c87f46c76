"""What a bulletin's check gives to the pages: the place of each finding, its reason, its key."""

from __future__ import annotations

import pytest

from releases.publishing.content import BulletinContent
from releases.publishing.editorial_lists import check_content, rate_contents
from releases.vocabulary import EditorialCode, EditRating

pytestmark = pytest.mark.django_db

# Fictional: no such vehicle or account exists.
CONTENT = BulletinContent(
    headline="RECUPERAN UNA CAMIONETA EN LERMA",
    body=(
        "Los policías acudieron al llamado.",
        "La camioneta, con placas QXZ-11-22, fue asegurada.",
    ),
    boilerplate="Síganos en X @SS Edomex.",
)


def test_a_finding_names_its_field_and_its_place_in_the_paragraph() -> None:
    plate = next(f for f in check_content(CONTENT) if f.code is EditorialCode.PLATE)
    assert (plate.field, plate.paragraph) == ("body", 1)
    assert CONTENT.body[1][plate.start : plate.end] == plate.span == "QXZ-11-22"


def test_a_finding_in_a_single_field_has_no_paragraph_and_offers_its_fix() -> None:
    account = next(f for f in check_content(CONTENT) if f.code is EditorialCode.BROKEN_ACCOUNT)
    assert (account.field, account.paragraph, account.fix) == ("boilerplate", None, "@SS_Edomex")


def test_the_key_is_stable_and_does_not_repeat_the_words() -> None:
    first, again = check_content(CONTENT)[0], check_content(CONTENT)[0]
    assert first.key == again.key
    assert "QXZ" not in first.key


def test_the_same_content_is_rated_small() -> None:
    assert rate_contents(CONTENT, CONTENT).rating is EditRating.MINOR


def test_another_folio_is_substantial() -> None:
    other = BulletinContent(folio="0001/2024", headline=CONTENT.headline, body=CONTENT.body)
    assert rate_contents(CONTENT, other).rating is EditRating.SUBSTANTIAL
