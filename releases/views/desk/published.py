"""The list from which a public bulletin is corrected or withdrawn."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from releases.pages.desk.published import LABELS, Shown, find_published, rows_of
from releases.pages.paging import number_pages, page_number
from releases.publishing.permissions import may
from releases.views.desk.access import desk_page, staff

PAGE_SIZE = 20
_LONGEST = 200


@desk_page()
@require_safe
def published(request: HttpRequest) -> HttpResponse:
    """What is or was public: `q` is a folio or words, `estado` one of `Shown`."""
    typed = request.GET.get("q", "").replace("\0", "")[:_LONGEST]
    state = request.GET.get("estado", "")
    shown = Shown(state) if state in set(Shown) else Shown.ALL
    found = find_published(typed, shown)
    number = page_number(request.GET.get("pagina"))
    count = found.count()
    kept = {"q": typed, "estado": shown.value}
    pages = number_pages(
        number=number,
        items=count,
        size=PAGE_SIZE,
        address=lambda page: f"?{urlencode({**kept, 'pagina': page})}",
    )
    start = (number - 1) * PAGE_SIZE
    person = staff(request)
    context = {
        "pestana": "published",
        "typed": typed,
        "shown": shown,
        "states": [(option.value, label) for option, label in LABELS.items()],
        "rows": rows_of(found[start : start + PAGE_SIZE]),
        "count": count,
        "pages": pages,
        "may_edit": may(person, "edit"),
    }
    return render(request, "redaccion/publicados.html", context)
