"""The archive as a reader meets it: the request through every middleware, the page drawn."""

from __future__ import annotations

import re
from http import HTTPStatus

from django.core.management import call_command
from django.test import Client

from benchmarks.engines import PageAnswer
from benchmarks.queries import BenchQuery

_TOTAL = re.compile(r'id="total"[^>]*>\s*([\d,]+)')


class DrawnPage:
    """`/buscar/` from the request to the last byte of HTML, without a network or a cache.

    Only the total is read back from the page.
    """

    name = "Conste, drawn"

    def __init__(self) -> None:
        call_command("collectstatic", verbosity=0, interactive=False)
        self._client = Client(headers={"host": "127.0.0.1"})

    def page(self, query: BenchQuery) -> PageAnswer:
        parameters = {"q": query.text}
        if query.municipality:
            parameters["municipio"] = f"banco-{query.municipality}"
        if query.order:
            parameters["orden"] = query.order
        response = self._client.get("/buscar/", parameters)
        if response.status_code != HTTPStatus.OK:
            raise ValueError(f"{query}: {response.status_code}")
        found = _TOTAL.search(response.content.decode())
        return PageAnswer(int(found[1].replace(",", "")) if found else 0, None)
