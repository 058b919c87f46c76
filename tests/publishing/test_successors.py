"""Which bulletin takes the place of a withdrawn one."""

from __future__ import annotations

import pytest

from releases.models import Release
from releases.publishing import actions
from releases.publishing.actions import Grounds
from releases.publishing.errors import WrongSuccessor
from releases.publishing.successors import find_successor
from releases.vocabulary import WithdrawalKind
from tests.factories import make_agency, make_release

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["0276/2024", "276/2024", "comunicado 276 de 2024", " 0276/24 "])
def test_a_successor_is_found_by_its_folio(typed: str) -> None:
    release, successor = make_release(number=275), make_release(number=276)

    assert find_successor(typed, of=release) == successor


def test_without_a_year_it_is_that_of_the_withdrawn_one() -> None:
    release, successor = make_release(number=275), make_release(number=276)

    assert find_successor("folio 276", of=release) == successor


def test_the_same_number_of_the_same_office_goes_before_that_of_another() -> None:
    other = make_agency("Fiscalía Ficticia", acronym="FIF")
    release, successor = (make_release(number=number, issuer=other) for number in (275, 276))
    make_release(number=276)

    assert find_successor("276/2024", of=release) == successor


def test_of_several_of_other_offices_the_address_tells() -> None:
    release = make_release(number=275)
    first, second = (
        make_release(number=276, issuer=make_agency(f"Oficina Ficticia {name}", acronym=name))
        for name in ("AAF", "BBF")
    )

    with pytest.raises(WrongSuccessor, match="aaf-0276/2024 o bbf-0276/2024"):
        find_successor("276/2024", of=release)
    assert find_successor("bbf-0276/2024", of=release) == second
    assert find_successor(str(first), of=release) == first


@pytest.mark.parametrize("typed", ["", "275/2024", "999/2024", "lo que sea", "sf-nada/2024", "a/b"])
def test_neither_itself_nor_what_is_not_public_takes_its_place(typed: str) -> None:
    release = make_release(number=275)
    make_release(number=999, published=False)

    with pytest.raises(WrongSuccessor):
        find_successor(typed, of=release)


def test_a_withdrawal_is_refused_for_a_successor_that_left_meanwhile() -> None:
    release, successor = make_release(number=275), make_release(number=276)
    actions.withdraw(release=successor, note="Nota ficticia.", by=None)
    grounds = Grounds(kind=WithdrawalKind.SUPERSEDED, successor=str(successor))

    with pytest.raises(WrongSuccessor):
        actions.withdraw(release=release, note="Nota ficticia.", grounds=grounds, by=None)
    assert Release.objects.public().filter(pk=release.pk).exists()
