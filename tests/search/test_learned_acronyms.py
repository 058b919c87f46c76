"""What bulletins explain about acronyms serves searches, as long as nothing speaks against it."""

from __future__ import annotations

import pytest

from releases.models import LearnedAcronym
from releases.publishing import actions
from releases.vocabulary import RevisionKind
from tests.factories import make_agency, make_content, make_release
from tests.search.asking import ask, found

pytestmark = pytest.mark.django_db

EXPLAINED = ("Acudió el Patronato Ficticio de Zoología (PFZ) con sus especialistas.",)


def test_an_explained_acronym_finds_its_words_and_the_words_find_it() -> None:
    explaining = make_release(body=EXPLAINED)
    short = make_release(headline="El PFZ rescata un ocelote")
    long = make_release(headline="El Patronato Ficticio de Zoología rescata un tlacuache")

    for query in ("pfz", "patronato ficticio zoologia"):
        assert set(found(query)) == {explaining, short, long}
    (expansion,) = ask("pfz ocelote").expansions
    assert (expansion.typed, expansion.names) == ("pfz", ("Patronato Ficticio de Zoología",))


def test_quotes_switch_it_off() -> None:
    make_release(body=EXPLAINED)
    short = make_release(headline="El PFZ rescata un ocelote")
    make_release(headline="El Patronato Ficticio de Zoología rescata un tlacuache")

    page = ask('"pfz" ocelote')
    assert ([hit.release for hit in page.hits], page.expansions) == ([short], ())
    assert ask('"pfz"').total == 2


def test_what_a_withdrawn_or_corrected_bulletin_explained_is_forgotten() -> None:
    first, second = make_release(body=EXPLAINED), make_release(body=EXPLAINED)
    assert LearnedAcronym.objects.get().releases == 2
    actions.withdraw(release=first, note="Por orden de autoridad.", by=None)
    assert LearnedAcronym.objects.get().releases == 1

    actions.correct(
        release=second,
        content=make_content(body=("Acudió el Patronato.",)),
        kind=RevisionKind.CORRECTION,
        note="Se precisa un dato.",
        seen_version=1,
        by=None,
    )
    assert not LearnedAcronym.objects.exists()
    assert ask("pfz").expansions == ()


def test_a_draft_teaches_nothing() -> None:
    make_release(body=EXPLAINED, published=False)
    assert not LearnedAcronym.objects.exists()


def test_an_acronym_of_two_meanings_is_left_alone_unless_nearly_all_agree() -> None:
    make_release(body=("Habló la Policía Forestal Zonal (PFZ) en rueda de prensa.",))
    make_release(body=EXPLAINED)
    assert ask("pfz").expansions == ()

    for _ in range(3):
        make_release(body=EXPLAINED)
    assert ask("pfz").expansions[0].names == ("Patronato Ficticio de Zoología",)


def test_the_catalogue_speaks_first() -> None:
    make_agency("Procuraduría Fingida Zonal", acronym="PFZ", state="15")
    make_agency("Consejo de Pruebas Fingidas", acronym="COPRUFI", state="15")
    make_release(body=(*EXPLAINED, "El Consejo de Pruebas Fingidas (CPF) y otros."))

    assert ask("pfz").expansions[0].names == ("Procuraduría Fingida Zonal",)
    assert ask("patronato ficticio de zoologia").expansions == ()
    assert ask("cpf").expansions == ()
    assert ask("consejo de pruebas fingidas").expansions[0].names == ("COPRUFI",)
