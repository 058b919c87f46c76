"""Facets as strings: what is shown first, what is chosen, and that every text is escaped."""

from __future__ import annotations

from releases.pages.facet_rows import SHORT_FACET, FacetView, Option, draw_facets, facets_of
from releases.pages.search_links import SearchLinks
from releases.search.criteria import Criteria, FacetName
from releases.search.facets import Facet, FacetValue
from releases.search.results import SearchPage

LINKS = SearchLinks((("q", "robo"),))


def value(
    slug: str, count: int = 3, *, selected: bool = False, excluded: bool = False
) -> FacetValue:
    return FacetValue(slug, f"Tema {slug}", count, selected, excluded)


def views(*values: FacetValue, total: int = 10) -> list[FacetView]:
    page = SearchPage(
        criteria=Criteria(),
        text=None,
        total=total,
        shown=total,
        hits=(),
        facets=(Facet(FacetName.TOPIC, "Tema", values),),
        months=(),
    )
    return facets_of(page, LINKS)


def test_chosen_values_come_first_and_the_rest_is_a_link_away() -> None:
    values = [value(f"v{n}") for n in range(9)]
    values[7] = value("v7", selected=True)
    values[8] = value("v8", excluded=True)
    (facet,) = views(*values)

    assert [option.value for option in facet.options] == ["v7", "-v8", "v0", "v1", "v2", "v3"]
    assert len(facet.options) == SHORT_FACET
    assert facet.more_url == "/buscar/filtros/tema/?q=robo"
    assert facet.more_label == "Ver los 9 temas"


def test_a_facet_that_narrows_nothing_is_left_out() -> None:
    assert views(value("todos", 10)) == []
    assert len(views(value("algunos", 9))) == 1
    assert len(views(value("todos", 10, selected=True))) == 1


def test_a_value_that_is_left_out_says_so_and_has_no_count() -> None:
    html = draw_facets(views(value("uno"), value("dos", excluded=True)))
    assert 'id="tema-dos" name="tema" value="-dos" checked' in html
    assert '<span>Sin Tema dos</span><span class="n"></span>' in html
    assert 'id="tema-uno" name="tema" value="uno"><span>Tema uno</span>' in html


def test_every_text_of_a_facet_is_escaped() -> None:
    evil = "<b>'\"&"
    rows = (Option(evil, evil, evil, "1", checked=False, exclude_url=""),)
    html = draw_facets([FacetView(evil, rows, f"/{evil}", "Ver los 9 temas", is_open=False)])
    assert evil not in html
    assert html.count("&lt;b&gt;&#x27;&quot;&amp;") == 7
