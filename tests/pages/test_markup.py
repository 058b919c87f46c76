"""How a paragraph becomes HTML."""

from __future__ import annotations

import pytest

from releases.pages.markup import Hit, Link, first_links, render_paragraph

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</mark><svg onload=alert(1)>",
    "&lt;b&gt; & <b>",
    "[x](javascript:alert(1))",
    "{0} {} %s {{ x }}",
    "'--><!--",
]


def test_plain_text_is_only_escaped() -> None:
    assert render_paragraph("Seguridad & justicia") == "Seguridad &amp; justicia"


def test_an_empty_paragraph_gives_nothing() -> None:
    assert render_paragraph("") == ""


def test_a_name_becomes_a_link() -> None:
    html = render_paragraph("La SSEM informó", links=[Link(3, 7, "/dependencias/ssem/")])
    assert html == 'La <a href="/dependencias/ssem/">SSEM</a> informó'


def test_a_hit_is_marked_and_its_number_leads_to_the_next() -> None:
    html = render_paragraph("el C5 y el C5", hits=[Hit(3, 5, 1), Hit(11, 13, 2)], total_hits=2)
    assert '<mark id="m1">C5</mark><a class="coincidencia" href="#m2"' in html
    assert '<mark id="m2">C5</mark><a class="coincidencia" href="#m1"' in html
    assert 'aria-label="Coincidencia 1 de 2. Ir a la 2">1</a>' in html


def test_a_number_never_lies_inside_a_link() -> None:
    html = render_paragraph(
        "Centro de Mando (C5)", links=[Link(0, 20, "/c5/")], hits=[Hit(0, 15, 1)], total_hits=1
    )
    assert html.startswith('<a href="/c5/"><mark id="m1">Centro de Mando</mark> (C5)</a><a class=')


def test_a_hit_across_the_edge_of_a_link_is_marked_on_both_sides() -> None:
    html = render_paragraph(
        "la Guardia Nacional de hoy",
        links=[Link(3, 19, "/gn/")],
        hits=[Hit(11, 22, 1)],
        total_hits=1,
    )
    assert html.startswith(
        'la <a href="/gn/">Guardia <mark id="m1">Nacional</mark></a><mark> de</mark><a class='
    )
    assert html.count('id="m1"') == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text: str) -> None:
    html = render_paragraph(
        text, links=[Link(0, 2, "/a/")], hits=[Hit(2, len(text), 1)], total_hits=1
    )
    bare: str = html
    for known in ('<a href="/a/">', '<mark id="m1">', "</mark>", "</a>", '<a class="coincidencia"'):
        bare = bare.replace(known, "")
    assert "<" not in bare


def test_a_span_that_the_text_no_longer_has_is_left_out() -> None:
    assert render_paragraph("corto", links=[Link(40, 50, "/a/")]) == "corto"


def test_only_the_first_mention_of_an_entity_is_linked() -> None:
    links = first_links(
        [(0, Link(0, 4, "/a/")), (0, Link(6, 9, "/b/")), (1, Link(0, 4, "/a/"))], paragraphs=2
    )
    assert [[link.url for link in row] for row in links] == [["/a/", "/b/"], []]


def test_of_overlapping_names_the_earlier_is_linked() -> None:
    links = first_links([(0, Link(0, 10, "/a/")), (0, Link(5, 12, "/b/"))], paragraphs=1)
    assert [link.url for link in links[0]] == ["/a/"]


def test_a_mention_beyond_the_last_paragraph_is_ignored() -> None:
    assert first_links([(7, Link(0, 1, "/a/"))], paragraphs=1) == [[]]
