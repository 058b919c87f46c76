"""Addresses of a former site lead to bulletins, and hide what is hidden."""

from __future__ import annotations

import pytest
from django.test import Client

from releases.models import Release
from releases.publishing import actions
from releases.publishing.errors import AddressTaken
from releases.publishing.old_addresses import normalized_address
from tests.factories import make_release

OLD = "/prensa/2019/nota ñandú.html"


@pytest.fixture
def release(db: None) -> Release:
    release = make_release()
    actions.keep_old_address(release=release, address=OLD, by=None)
    return release


@pytest.mark.parametrize(
    "asked",
    ["/prensa/2019/nota%20%C3%B1and%C3%BA.html", "/prensa/2019/nota%20n%CC%83and%C3%BA.html?x=1"],
)
def test_an_old_address_moves_to_the_bulletin(client: Client, release: Release, asked: str) -> None:
    answer = client.get(asked)

    assert answer.status_code == 301
    assert answer.headers["Location"] == release.get_absolute_url()


def test_an_address_with_a_query_tells_bulletins_apart(client: Client, db: None) -> None:
    first, second = make_release(), make_release()
    actions.keep_old_address(release=first, address="/nota.php?id=1", by=None)
    actions.keep_old_address(release=second, address="/nota.php?id=2", by=None)

    assert client.get("/nota.php?id=2").headers["Location"] == second.get_absolute_url()
    assert client.get("/nota.php?id=3").status_code == 404


def test_a_hidden_bulletin_answers_as_if_there_were_none(client: Client, db: None) -> None:
    hidden = make_release(published=False)
    actions.keep_old_address(release=hidden, address="/nota/1", by=None)

    answer, nothing = client.get("/nota/1"), client.get("/nota/2")

    assert (answer.status_code, nothing.status_code) == (404, 404)
    marks = [
        page.content.replace(path, b"")
        for page, path in ((answer, b"/nota/1"), (nothing, b"/nota/2"))
    ]
    assert len(marks[0]) == len(marks[1])


def test_a_withdrawn_bulletin_says_so(client: Client, release: Release) -> None:
    actions.withdraw(release=release, note="Nota ficticia.", by=None)

    assert client.get("/prensa/2019/nota%20%C3%B1and%C3%BA.html").status_code == 410


def test_an_address_that_the_site_serves_is_never_taken_over(client: Client, db: None) -> None:
    release = make_release()
    actions.keep_old_address(release=release, address="/temas/", by=None)

    assert client.get("/temas/").status_code == 200


def test_an_address_leads_to_one_bulletin_only(release: Release) -> None:
    actions.keep_old_address(release=release, address=OLD, by=None)

    with pytest.raises(AddressTaken, match="ya lleva a"):
        actions.keep_old_address(release=make_release(), address=OLD, by=None)


@pytest.mark.parametrize(
    "address", ["", "/", "https://antes.example", "http://[roto", "/" + "a" * 600]
)
def test_what_cannot_lead_to_one_bulletin_is_not_kept(address: str) -> None:
    assert normalized_address(address) == ""
