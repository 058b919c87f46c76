"""Hostile words of a bulletin, shown as words at every output."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from django.test import Client

from releases.models import Release
from releases.publishing import actions
from releases.publishing.content import content_of_revision
from releases.vocabulary import RevisionKind
from tests.factories import make_agency, make_place, make_release, make_topic

pytestmark = pytest.mark.django_db

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</mark><iframe src=javascript:alert(1)>",
    "]]><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "**[x](javascript:alert(1))**",
    "{{ 7*7 }}{% debug %}%s{0}",
    '\\u003cscript\\u003e"},"x":"',
    "=HYPERLINK(1)<blink>",
    "&lt;script&gt;&#60;b&#62;",
)
# What would run or open an element if a payload came out as it went in.
LIVE = ("<script>alert", "<img src=x", "<svg onload", "<iframe", "<blink>")


def hostile(payload: str) -> Release:
    """A corrected bulletin that says the payload wherever it can."""
    release = make_release(
        number=9275,
        folio=payload,
        headline=payload,
        summary_points=(payload,),
        body=(payload, f"Aviso {payload}"),
        boilerplate=payload,
        dateline=payload,
        agencies=[make_agency(payload, slug="agencia-hostil")],
        places=[make_place(payload, slug="lugar-hostil")],
        topics=[make_topic(payload, slug="tema-hostil")],
    )
    current = release.current_revision
    assert current is not None
    actions.correct(
        release=release,
        content=replace(content_of_revision(current), headline=f"{payload} corregido"),
        kind=RevisionKind.CORRECTION,
        note=payload,
        seen_version=1,
        by=None,
    )
    release.refresh_from_db()
    return release


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_output_lets_a_bulletin_s_words_act(client: Client, payload: str) -> None:
    address = hostile(payload).get_absolute_url()
    pages = (
        "/",
        "/buscar/?q=aviso",
        "/buscar/filtros/tema/",
        "/comunicados/2024/04/",
        "/correcciones/",
        "/dependencias/agencia-hostil/",
        f"{address}?q=aviso&resultado=1",
        f"{address}versiones/?vista=columnas&completo=1",
    )
    for path in pages:
        page = client.get(path).content.decode()
        assert not [live for live in LIVE if live in page], path

    for path in ("/buscar/atom.xml", "/correcciones/atom.xml", "/sitemap-noticias.xml"):
        ElementTree.fromstring(client.get(path).content)  # noqa: S314 - made by the code under test

    assert json.loads(client.get("/buscar/datos.json").content)["total"] == 1
    assert json.loads(client.get(f"{address}datos.json").content)["body"][0] == payload
    rows = csv.DictReader(io.StringIO(client.get("/buscar/datos.csv").getvalue().decode()))
    assert not [cell for row in rows for cell in row.values() if cell.startswith("=")]
