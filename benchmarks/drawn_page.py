"""The archive as a reader meets it: the request through every middleware, the page drawn."""

from __future__ import annotations

import re
import time
from http import HTTPStatus
from unittest import mock

from django.core.management import call_command
from django.test import Client

from benchmarks.engines import PageAnswer
from benchmarks.queries import BenchQuery
from releases.search.criteria import Criteria
from releases.search.results import SearchPage, search
from releases.views import search as search_view

_TOTAL = re.compile(r'id="total"[^>]*>\s*([\d,]+)')


class DrawnPage:
    """`/buscar/` from the request to the last byte of HTML, without a network or a cache.

    Only the total is read back from the page. `drawing` has, for each page, the milliseconds of
    the request without those of the search in it.
    """

    name = "Conste, drawn"

    def __init__(self) -> None:
        call_command("collectstatic", verbosity=0, interactive=False)
        self._client = Client(headers={"host": "127.0.0.1"})
        self._searching = 0.0
        self.drawing: list[float] = []

    def page(self, query: BenchQuery) -> PageAnswer:
        parameters = {"q": query.text}
        if query.municipality:
            parameters["municipio"] = f"banco-{query.municipality}"
        if query.order:
            parameters["orden"] = query.order
        since = time.perf_counter()
        with mock.patch.object(search_view, "find", self._search):
            response = self._client.get("/buscar/", parameters)
        self.drawing.append((time.perf_counter() - since - self._searching) * 1e3)
        if response.status_code != HTTPStatus.OK:
            raise ValueError(f"{query}: {response.status_code}")
        found = _TOTAL.search(response.content.decode())
        return PageAnswer(int(found[1].replace(",", "")) if found else 0, None)

    def _search(self, criteria: Criteria) -> SearchPage:
        since = time.perf_counter()
        try:
            return search(criteria)
        finally:
            self._searching = time.perf_counter() - since
