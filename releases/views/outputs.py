"""The other forms of a search, with the same parameters and the same bulletins, and the feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from http import HTTPStatus
from itertools import chain, islice
from typing import Any

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.urls import reverse

from releases import exports, feeds
from releases.feeds import FeedPage
from releases.models import Release
from releases.models.release import ReleaseQuerySet
from releases.pages.paging import NoSuchPage, Pages, number_pages, page_number
from releases.pages.search_links import SearchLinks
from releases.presentation import counted
from releases.search.errors import SearchError
from releases.search.filters import ReleaseFilter
from releases.search.results import Hit, SearchPage, iterate, matching_ids, search
from releases.views.corrections import public_changes
from releases.views.errors import RETRY_AFTER_SECONDS
from releases.views.public import View, public_page

# The stable names of refusals, where the form has only Django's general ones.
_CODES = {"invalid": "fecha-no-valida", "invalid_choice": "orden-no-valido"}

OutputView = Callable[[HttpRequest, ReleaseFilter], HttpResponseBase]


def of_search(view: OutputView) -> View:
    """Give `view` the search that the address asks for; refusals are JSON: what, why and where."""

    @public_page
    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponseBase:
        try:
            chosen = ReleaseFilter(request.GET)
            if not chosen.is_valid():
                return _refuse(chosen)
            return view(request, chosen)
        except NoSuchPage:
            return _refusal(HTTPStatus.NOT_FOUND, "pagina-no-existe", NoSuchPage.message, "pagina")
        except SearchError as error:
            return _refusal(error.status, error.code, error.message, error.field)

    return answer


@of_search
def atom(request: HttpRequest, chosen: ReleaseFilter) -> HttpResponse:
    """The bulletins of a search, last changed first, 50 to a page."""
    links = SearchLinks.of(request.GET)
    releases = Release.objects.public().filter(pk__in=matching_ids(chosen.criteria))
    words = f"«{links.words}»" if links.words else "Comunicados"
    return _release_feed(
        request,
        releases,
        title=f"{words}: búsqueda en el archivo",
        page_path=links.path(),
        address=_numbering(links.path("search-atom")),
    )


@public_page
def archive_atom(request: HttpRequest) -> HttpResponse:
    """All public bulletins, last changed first: a correction brings its bulletin up again."""
    return _release_feed(
        request,
        Release.objects.public(),
        title="Comunicados",
        page_path=reverse("search"),
        address=_numbering(reverse("archive-atom")),
    )


@public_page
def corrections_atom(request: HttpRequest) -> HttpResponse:
    """Every public change with its note."""
    changes = public_changes()
    address = _numbering(reverse("corrections-atom"))
    pages = _feed_pages(request, changes.count(), address)
    page = FeedPage(
        title="Correcciones",
        subtitle="Cambios a comunicados ya publicados, con su nota.",
        page_path=reverse("corrections"),
        self_path=address(1),
        links=_feed_links(pages, address),
    )
    start = (pages.number - 1) * feeds.ENTRIES
    body = feeds.render_changes(page, changes[start : start + feeds.ENTRIES])
    return HttpResponse(body, content_type=feeds.CONTENT_TYPE)


@of_search
def csv(request: HttpRequest, chosen: ReleaseFilter) -> HttpResponseBase:
    """All bulletins of a search, sent as they are read."""
    lines = exports.csv_lines(_releases(chosen))
    return _stream(lines, "text/csv; charset=utf-8", "comunicados.csv")


@of_search
def jsonl(request: HttpRequest, chosen: ReleaseFilter) -> HttpResponseBase:
    """All bulletins of a search with their whole text, one JSON value a line."""
    lines = exports.json_lines(_releases(chosen))
    return _stream(lines, "application/jsonl; charset=utf-8", "comunicados.jsonl")


@of_search
def json(request: HttpRequest, chosen: ReleaseFilter) -> HttpResponseBase:
    """One page of results with totals and facets; `todo=1` sends every result instead."""
    page = search(chosen.criteria)
    everything = request.GET.get("todo") == "1"
    head = exports.to_json(_json_head(page, everything=everything))
    if not everything:
        results = [_result(hit) for hit in page.hits]
        body = f'{head[:-1]},"results":{exports.to_json(results)}}}'
        return HttpResponse(body, content_type="application/json")
    rows = (exports.to_json(_result(hit)) for hit in iterate(chosen.criteria))
    pieces = chain([f'{head[:-1]},"results":['], _separated(rows), ["]}"])
    return _stream(pieces, "application/json")


def _json_head(page: SearchPage, *, everything: bool) -> dict[str, Any]:
    return {
        "total": page.total,
        "page": 1 if everything else page.page,
        "pages": 1 if everything else page.pages,
        "suggestion": page.suggestion.query if page.suggestion else None,
        "facets": {
            facet.name.value: [
                {"slug": value.slug, "name": value.name, "count": value.count}
                for value in facet.values
            ]
            for facet in page.facets
        },
    }


def _result(hit: Hit) -> dict[str, Any]:
    return {**exports.summary_record(hit.release), "snippet": hit.snippet.text}


def _releases(chosen: ReleaseFilter) -> Iterator[Release]:
    return (hit.release for hit in iterate(chosen.criteria))


def _separated(rows: Iterator[str]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield f",{row}" if number else row


def _stream(pieces: Iterator[str], content_type: str, name: str = "") -> HttpResponseBase:
    """Sends the pieces as they are made, as a file where it has a name.

    Header and first row are made now: a search that can't be answered gets its own status.
    """
    first = list(islice(pieces, 2))
    response = StreamingHttpResponse(chain(first, pieces), content_type=content_type)
    if name:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _release_feed(
    request: HttpRequest,
    releases: ReleaseQuerySet,
    *,
    title: str,
    page_path: str,
    address: Callable[[int], str],
) -> HttpResponse:
    total = releases.count()
    pages = _feed_pages(request, total, address)
    page = FeedPage(
        title=title,
        subtitle=f"{counted(total, 'comunicado', 'comunicados')}, del último cambio al primero.",
        page_path=page_path,
        self_path=address(1),
        links=_feed_links(pages, address),
    )
    start = (pages.number - 1) * feeds.ENTRIES
    shown = releases.with_current().order_by("-changed_at", "-pk")
    body = feeds.render_releases(page, shown[start : start + feeds.ENTRIES])
    return HttpResponse(body, content_type=feeds.CONTENT_TYPE)


def _feed_pages(request: HttpRequest, total: int, address: Callable[[int], str]) -> Pages:
    number = page_number(request.GET.get("pagina"))
    return number_pages(number=number, items=total, size=feeds.ENTRIES, address=address)


def _feed_links(pages: Pages, address: Callable[[int], str]) -> dict[str, str]:
    """First, last and neighbouring pages, as RFC 5005 names them."""
    links = {
        "first": address(1),
        "previous": pages.previous,
        "next": pages.next,
        "last": address(pages.total),
    }
    return {relation: path for relation, path in links.items() if path}


def _numbering(path: str) -> Callable[[int], str]:
    """The address of each page of a list whose first page is `path`."""
    joint = "&" if "?" in path else "?"
    return lambda number: f"{path}{joint}pagina={number}" if number > 1 else path


def _refuse(chosen: ReleaseFilter) -> JsonResponse:
    """The first thing to correct, with the parameter at fault."""
    field, errors = next(iter(chosen.form.errors.as_data().items()))
    code = errors[0].code or ""
    message = chosen.form.errors[field][0]
    return _refusal(HTTPStatus.UNPROCESSABLE_ENTITY, _CODES.get(code, code), message, field)


def _refusal(status: int, code: str, message: str, field: str) -> JsonResponse:
    response = JsonResponse({"error": code, "message": message, "field": field}, status=status)
    response["Cache-Control"] = "no-store"
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response
