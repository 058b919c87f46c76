"""What a beginning may become, as a page to click and as data for the search box."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from releases.search.completion import complete
from releases.views.public import public_page


@public_page
def completion(request: HttpRequest) -> HttpResponse:
    """A plain list of links, for readers without script."""
    beginning = request.GET.get("q", "")
    return render(
        request,
        "paginas/completar.html",
        {"beginning": beginning, "completions": complete(beginning)},
    )


@public_page
def completion_data(request: HttpRequest) -> HttpResponse:
    """The same list: `[{"text", "kind", "count", "url"}]`; `url` is empty for a word."""
    found = complete(request.GET.get("q", ""))
    rows = [{"text": c.text, "kind": c.kind, "count": c.count, "url": c.path} for c in found]
    return JsonResponse(rows, safe=False, json_dumps_params={"ensure_ascii": False})
