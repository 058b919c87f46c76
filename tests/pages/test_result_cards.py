"""Cards as strings: every text escaped, every part left out where there is nothing to say."""

from __future__ import annotations

import pytest

from releases.models import Release
from releases.pages.result_cards import Card, _path_of, draw_cards, mark
from releases.pages.twins import TwinLinks
from releases.search.highlights import Segment, Snippet

EVIL = "<b>'\"&"
ESCAPED = "&lt;b&gt;&#x27;&quot;&amp;"
BARE = Card(
    url="/c/",
    number="0275",
    year="",
    day="2024-04-08",
    date="8 abr 2024",
    place=(),
    headline=(Segment("Título", 0),),
    snippet=Snippet((Segment("Texto", 0),), 0, opens=False, closes=False),
)


def test_every_text_of_a_card_is_escaped() -> None:
    evil = Segment(EVIL, 0)
    twins = TwinLinks(EVIL, ((EVIL, f"/{EVIL}"),), f"/{EVIL}")
    card = BARE._replace(
        url=f"/{EVIL}",
        number=EVIL,
        year=EVIL,
        place=(evil,),
        headline=(evil, Segment(EVIL, 1)),
        snippet=Snippet((evil,), 0, opens=False, closes=False),
        hits=1,
        paragraph=1,
        topics=((EVIL, f"/{EVIL}"),),
        document=EVIL,
        twins=twins,
    )
    html = draw_cards([card])

    assert EVIL not in html
    assert html.count(ESCAPED) == 15
    assert f"<mark>{ESCAPED}</mark>" in html


def test_marks_stand_around_what_was_looked_for() -> None:
    assert mark((Segment("un ", 0), Segment("robo", 1), Segment(".", 0))) == "un <mark>robo</mark>."


def test_a_card_says_nothing_of_what_is_not_there() -> None:
    html = draw_cards([BARE])
    for absent in ("coincidencia", "Corregido", "folio__anio", "asiento__iguales", "<mark", "…"):
        assert absent not in html
    assert '<span class="folio">0275</span>' in html


@pytest.mark.parametrize(
    ("hits", "paragraph", "shown"),
    [
        (1, 2, '<a href="/c/#p2">1 coincidencia, párrafo 2</a>'),
        (3, 1, '<a href="/c/#p1">3 coincidencias, párrafo 1</a>'),
        (2, 0, '<a href="/c/#m1">2 coincidencias</a>'),
    ],
)
def test_hits_lead_to_the_first_place_that_is_marked(hits: int, paragraph: int, shown: str) -> None:
    assert shown in draw_cards([BARE._replace(hits=hits, paragraph=paragraph)])


def test_a_cut_piece_says_on_which_side_it_was_cut() -> None:
    piece = Snippet((Segment("en medio", 0),), 0, opens=True, closes=True)
    assert '<p class="asiento__extracto">… en medio …</p>' in draw_cards(
        [BARE._replace(snippet=piece)]
    )


def test_the_address_of_a_card_is_the_bulletin_s_own() -> None:
    for release in (
        Release(year=2024, key="0275", slug="detienen-a-uno"),
        Release(year=1999, key="fge-0231", slug="a"),
        Release(year=2026, key="sf-abc1234", slug="x-2024"),
    ):
        assert _path_of(release) == release.get_absolute_url()
