"""A pasted list looked up line by line, as a page and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse

from releases.exports import Echo, absolute, safe_cell
from releases.search.batch import (
    MOST_CHARACTERS,
    MOST_LINES,
    BatchRow,
    TooManyLines,
    look_up,
    read_lines,
)
from releases.views.public import public_page

CSV_HEADER = ("busqueda", "comunicados", "mas_recientes", "direcciones", "aviso")


@dataclass(frozen=True, slots=True)
class _ShownRow:
    row: BatchRow
    url: str


@public_page
def batch(request: HttpRequest) -> HttpResponse:
    """A table with a row per line of `lista`; too long a list answers 422 beside the field."""
    pasted = request.GET.get("lista", "")
    context = {
        "pasted": pasted,
        "most_lines": MOST_LINES,
        "most_characters": MOST_CHARACTERS,
        "csv_url": f"{reverse('batch-csv')}?{urlencode({'lista': pasted})}",
    }
    try:
        lines = read_lines(pasted)
    except TooManyLines as error:
        return render(
            request,
            "paginas/lote.html",
            {**context, "error": error.message},
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    rows = [_ShownRow(row, _search_url(row)) for row in look_up(lines)]
    found = sum(1 for shown in rows if shown.row.total)
    return render(request, "paginas/lote.html", {**context, "rows": rows, "found": found})


@public_page
def batch_csv(request: HttpRequest) -> HttpResponseBase:
    """The same table as CSV; a list that is too long answers 422."""
    rows = look_up(read_lines(request.GET.get("lista", "")))
    response = StreamingHttpResponse(_csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="busqueda-por-lista.csv"'
    return response


def _search_url(row: BatchRow) -> str:
    return f"{reverse('search')}?{urlencode({'q': row.line})}"


def _csv_lines(rows: Iterable[BatchRow]) -> Iterator[str]:
    writer = csv.writer(Echo())
    yield "\ufeff" + str(writer.writerow(CSV_HEADER))
    for row in rows:
        folios = ", ".join(str(release) for release in row.newest)
        addresses = " ".join(absolute(release.get_absolute_url()) for release in row.newest)
        cells = (row.line, str(row.total), folios, addresses, row.problem)
        yield str(writer.writerow([safe_cell(cell) for cell in cells]))
