from __future__ import annotations

import pytest

from releases.models import Agency, Place
from releases.publishing import actions
from releases.search.completion import Completion, CompletionKind, complete
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def texts(beginning: str, kind: CompletionKind) -> list[str]:
    return [c.text for c in complete(beginning) if c.kind is kind]


@pytest.mark.parametrize("typed", ["nezahu", "NEZAHU", "Nezahualcó", "neza"])
def test_a_place_is_offered_however_it_is_typed_and_by_its_everyday_name(typed: str) -> None:
    make_release(places=[Place.objects.get(slug="nezahualcoyotl")])

    assert texts(typed, CompletionKind.PLACE)[0] == "Nezahualcóyotl"


def test_an_agency_is_offered_by_its_acronym_with_its_bulletins() -> None:
    agency = Agency.objects.get(slug="conase")
    make_release(agencies=[agency])
    make_release(agencies=[agency])

    (found,) = [c for c in complete("CONAS") if c.kind is CompletionKind.AGENCY]

    assert (found.text, found.count, found.path) == (agency.name, 2, agency.get_absolute_url())


def test_a_word_inside_a_name_is_offered_after_names_that_begin_so() -> None:
    make_release(
        places=[Place.objects.get(slug="toluca"), Place.objects.get(slug="valle-de-bravo")]
    )

    assert "Valle de Bravo" in texts("bravo", CompletionKind.PLACE)


def test_what_no_public_bulletin_names_is_not_offered() -> None:
    place = Place.objects.get(slug="zumpango")
    make_release(places=[place], published=False)
    withdrawn = make_release(places=[place], headline="Palabrarara ficticia")
    actions.withdraw(release=withdrawn, note="Retirado.", by=None)

    assert complete("zumpan") == ()
    assert complete("palabrara") == ()


@pytest.mark.parametrize("typed", ["275", "0275", "0275/2024", "275/20", "0275-24"])
def test_a_folio_is_offered_while_it_is_typed(typed: str) -> None:
    release = make_release(number=275, year=2024)
    make_release(number=276, year=2024)

    found = complete(typed)

    if typed == "0275-24":
        assert found == ()
    else:
        assert found[0] == Completion(
            CompletionKind.FOLIO, "0275/2024", 1, release.get_absolute_url()
        )


def test_frequent_words_complete_the_last_word_and_keep_the_others() -> None:
    make_release(headline="Taller de ciclismo urbano")

    assert "taller ciclismo" in texts("taller ciclis", CompletionKind.WORD)


@pytest.mark.parametrize("typed", ["", " ", "a", "\0\0\0", "%%%", "x" * 10_000, "🚓🚓", "'--"])
def test_odd_beginnings_answer_with_nothing(typed: str) -> None:
    assert complete(typed) == ()
