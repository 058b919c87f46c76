"""Fictional results of a search for the gallery: nothing here was ever issued or saved."""

from __future__ import annotations

from django.utils.safestring import SafeString

from releases.pages.facet_rows import FacetView, Option, draw_facets
from releases.pages.result_cards import Card, draw_cards
from releases.pages.twins import TwinLinks
from releases.search.highlights import Segment, Snippet


def result_samples() -> dict[str, SafeString]:
    """`cards` and `facets`, each in its states."""
    return {"cards": draw_cards(_cards()), "facets": draw_facets(_facets())}


def _cards() -> list[Card]:
    snippet = (
        Segment("un texto de muestra con la ", 0),
        Segment("palabra", 1),
        Segment(" dicha", 0),
    )
    full = Card(
        url="#m-resultados",
        number="0001",
        year="/1999",
        day="1999-12-01",
        date="1 dic 1999",
        place=(Segment("Lugar ficticio", 0),),
        headline=(Segment("Título ficticio con la ", 0), Segment("palabra", 1)),
        snippet=Snippet(snippet, 1, opens=True, closes=True),
        is_corrected=True,
        hits=3,
        paragraph=2,
        topics=(("Tema ficticio", "#m-resultados"), ("Otro tema ficticio", "#m-resultados")),
        document="PDF, 2 páginas",
        twins=TwinLinks("Y 1 más con el mismo texto", (("0002/1999", "#m-resultados"),), ""),
    )
    bare = Card(
        url="#m-resultados",
        number="Sin folio",
        year="",
        day="1999-12-02",
        date="2 dic 1999",
        place=(),
        headline=(Segment("Título ficticio sin nada más", 0),),
        snippet=Snippet((), None, opens=False, closes=False),
    )
    return [full, bare]


def _facets() -> list[FacetView]:
    rows = (
        Option("m-tema", "uno", "Tema ficticio", "1,184", checked=True, exclude_url=""),
        Option("m-tema", "-dos", "Sin otro tema ficticio", "", checked=True, exclude_url=""),
        Option(
            "m-tema", "tres", "Tema ficticio de nombre largo", "1", checked=False, exclude_url=""
        ),
    )
    return [
        FacetView("Tema", rows, "#m-resultados", "Ver los 9 temas", is_open=True),
        FacetView("Tipo", rows[:0], "", "", is_open=False),
    ]
