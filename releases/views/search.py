"""The results page: one view, one template, one address, with or without script."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from releases.language.folding import fold_all
from releases.pages import results as shown_results
from releases.pages.empty_results import suggest_ways_out
from releases.pages.facet_rows import draw_facets, facets_of, options_of
from releases.pages.histogram import draw_histogram
from releases.pages.paging import number_pages
from releases.pages.result_cards import cards_of, draw_cards
from releases.pages.search_links import SINGLE, SearchLinks
from releases.presentation import counted, joined
from releases.search.criteria import LAST_PAGE, PAGE_SIZE
from releases.search.filters import ReleaseFilter
from releases.search.results import SearchPage
from releases.search.results import search as find
from releases.views.public import public_page


@public_page
def search(request: HttpRequest) -> HttpResponseBase:
    """Search by words, folio and filters. A folio alone leads to its bulletin.

    Invalid parameters answer 422 with the message beside the field, and no results.
    """
    links = SearchLinks.of(request.GET)
    chosen = ReleaseFilter(request.GET)
    if not chosen.is_valid():
        return _refuse(request, chosen, links)
    page = find(chosen.page_criteria)
    if page.jump and not links.filters and not request.headers.get("HX-Request"):
        return redirect(page.jump)
    context = {**_frame(chosen, links), **_outcome(page, links)}
    if not page.total:
        context["ways_out"] = suggest_ways_out(page, links)
    return _answer(request, context, address=links.page(page.page))


@public_page
def facet(request: HttpRequest, faceta: str) -> HttpResponse:
    """All values of a facet under the same search, with a box to look among them (`entre`)."""
    links = SearchLinks.of(request.GET)
    chosen = ReleaseFilter(request.GET)
    if not chosen.is_valid():
        return _refuse(request, chosen, links)
    page = find(chosen.criteria)
    found = next((facet for facet in page.facets if facet.name == faceta), None)
    if found is None:
        raise Http404("No existe ese filtro. Vuelva a la búsqueda y elija uno de la lista.")
    among = request.GET.get("entre", "").strip()
    values = [value for value in found.values if fold_all(among) in fold_all(value.name)]
    return render(
        request,
        "paginas/filtro.html",
        {
            "seccion": "search",
            "facet": found,
            "facet_name": found.name.value,
            "options": options_of(found, values, links, excluding=True),
            "hidden_chosen": [value for value in found.chosen if value not in values],
            "among": among,
            "other_pairs": links.minus(found.name.value).pairs,
            "all_pairs": links.pairs,
            "back_url": links.path(),
            "total": counted(page.total, "comunicado", "comunicados"),
        },
    )


def _refuse(request: HttpRequest, chosen: ReleaseFilter, links: SearchLinks) -> HttpResponse:
    context = _frame(chosen, links)
    return _answer(request, context, address=links.path(), status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _answer(
    request: HttpRequest,
    context: dict[str, Any],
    *,
    address: str,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """The page; a script that asked for it learns the address without empty parameters.

    What is typed replaces the entry in the browser's history, a deliberate choice adds one.
    """
    response = render(request, "paginas/buscar.html", context, status=status)
    if request.headers.get("HX-Request"):
        is_typing = request.headers.get("HX-Trigger") == "q"
        response.headers["HX-Replace-Url" if is_typing else "HX-Push-Url"] = address
    return response


def _frame(chosen: ReleaseFilter, links: SearchLinks) -> dict[str, Any]:
    """What the page shows whether or not the search could be made."""
    refusals = {name: messages[0] for name, messages in chosen.form.errors.items()}
    return {
        "seccion": "search",
        "links": links,
        "words": links.words,
        "refusals": refusals,
        # Every name is there: what a template does not find costs more than what it does.
        "errors": {name: refusals.get(name, "") for name in SINGLE},
        "given": dict.fromkeys(SINGLE, "") | dict(links.pairs),
        "filters_set": len(links.filters),
        "clear_url": SearchLinks((("q", links.words),) if links.words else ()).path(),
        "sort_pairs": links.minus("orden").pairs,
        "chips": shown_results.chips_of(links, ()),
    }


def _outcome(page: SearchPage, links: SearchLinks) -> dict[str, Any]:
    criteria = page.criteria
    return {
        "page": page,
        "total": counted(page.total, "comunicado", "comunicados"),
        "announcement": shown_results.announce(page, links),
        "cards": draw_cards(cards_of(page, links)),
        "facets": draw_facets(facets_of(page, links)),
        "chips": shown_results.chips_of(links, page.facets),
        "histogram": draw_histogram(
            page.months, links, first_day=criteria.first_day, last_day=criteria.last_day
        ),
        "sort_options": shown_results.sort_options(criteria.order, has_words=bool(criteria.text)),
        "pages": number_pages(
            number=page.page,
            items=min(page.shown, LAST_PAGE * PAGE_SIZE),
            size=PAGE_SIZE,
            address=links.page,
        ),
        "canonical": links.page(page.page),
        "outputs": {
            "atom": links.path("search-atom"),
            "csv": links.path("search-csv"),
            "json": links.path("search-json"),
        },
        "range": shown_results.describe_range(page),
        "folded": counted(page.total - page.shown, "repetido", "repetidos")
        if page.shown < page.total
        else "",
        "unfolded_url": links.replacing(duplicados="todos").path(),
        "folded_url": links.minus("duplicados").path() if links.values("duplicados") else "",
        "also": [
            (row.typed, joined(list(row.names)), "n" if len(row.names) > 1 else "")
            for row in page.expansions
        ],
        "exact_url": _exact_url(page, links),
        "suggestion_url": links.replacing(q=page.suggestion.query).path()
        if page.suggestion
        else "",
    }


def _exact_url(page: SearchPage, links: SearchLinks) -> str:
    """The search for the words as one phrase, offered where more was looked for than typed."""
    if not page.expansions or '"' in links.words:
        return ""
    return links.replacing(q=f'"{links.words}"').path()
