"""The other forms of a search: Atom, CSV, JSON and JSON Lines, with the same parameters."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from releases.models import Release
from releases.publishing import actions
from releases.publishing.content import content_of_revision
from releases.vocabulary import RevisionKind
from tests.factories import make_agency, make_place, make_release, make_topic

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
OURS = "{urn:conste:comunicado:1}"


def feed(client: Client, path: str) -> ElementTree.Element:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 - made by the code under test


def titles(root: ElementTree.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title") or "" for entry in root.iter(f"{ATOM}entry")]


def links(root: ElementTree.Element) -> dict[str, str]:
    return {link.attrib["rel"]: link.attrib["href"] for link in root.findall(f"{ATOM}link")}


def rows_of(client: Client, query: str = "") -> list[dict[str, str]]:
    response = client.get(f"/buscar/datos.csv?{query}")
    assert response.status_code == 200
    text = response.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def data(client: Client, query: str = "", status: int = 200) -> Any:
    response = client.get(f"/buscar/datos.json?{query}")
    assert response.status_code == status
    assert response["Content-Type"] == "application/json"
    return json.loads(response.getvalue())


def correct(release: Release, **changes: Any) -> None:
    release.refresh_from_db()
    current = release.current_revision
    assert current is not None
    actions.correct(
        release=release,
        content=replace(content_of_revision(current), **changes),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=current.number,
        by=None,
    )


def test_a_search_has_its_feed(client: Client) -> None:
    make_release(headline="Convenio ficticio", number=9275)
    make_release(headline="Otro asunto")

    root = feed(client, "/buscar/atom.xml?q=convenio")

    assert titles(root) == ["9275/2024 · Convenio ficticio"]
    assert links(root)["alternate"].endswith("/buscar/?q=convenio")


def test_an_entry_carries_folio_version_and_hash(client: Client) -> None:
    release = make_release(number=9275)
    revision = release.current_revision
    assert revision is not None

    entry = next(feed(client, "/comunicados/atom.xml").iter(f"{ATOM}entry"))

    assert entry.findtext(f"{OURS}folio") == "9275/2024"
    assert entry.findtext(f"{OURS}version") == "1"
    assert entry.findtext(f"{OURS}sha256") == revision.text_sha256
    assert entry.find(f"{OURS}correccion") is None


def test_a_correction_brings_its_bulletin_up_again_under_the_same_id(client: Client) -> None:
    old = make_release(headline="Primero")
    make_release(headline="Segundo")
    before = {e.findtext(f"{ATOM}title"): e for e in feed(client, "/comunicados/atom.xml")}
    correct(old, headline="Primero corregido")

    root = feed(client, "/comunicados/atom.xml")

    assert [title.partition(" · ")[2] for title in titles(root)] == ["Primero corregido", "Segundo"]
    entry = next(root.iter(f"{ATOM}entry"))
    assert entry.findtext(f"{OURS}correccion") == "Nota ficticia."
    assert entry.findtext(f"{OURS}version") == "2"
    earlier = next(e for title, e in before.items() if title and title.endswith("Primero"))
    assert entry.findtext(f"{ATOM}id") == earlier.findtext(f"{ATOM}id")
    assert (entry.findtext(f"{ATOM}updated") or "") >= (earlier.findtext(f"{ATOM}updated") or "")


def test_a_feed_says_which_page_it_is(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("releases.feeds.ENTRIES", 1)
    for n in range(3):
        make_release(headline=f"Aviso {n}")

    second = links(feed(client, "/comunicados/atom.xml?pagina=2"))

    assert second["first"].endswith("/comunicados/atom.xml")
    assert second["previous"].endswith("/comunicados/atom.xml")
    assert second["next"].endswith("/comunicados/atom.xml?pagina=3")
    assert second["last"].endswith("/comunicados/atom.xml?pagina=3")
    assert client.get("/comunicados/atom.xml?pagina=4").status_code == 404


def test_control_characters_of_a_query_do_not_break_the_feed(client: Client) -> None:
    feed(client, "/buscar/atom.xml?q=convenio%01%0b")


def test_the_csv_has_a_row_for_every_result(client: Client) -> None:
    place = make_place("Villa Ficticia")
    agency = make_agency("Agencia Ficticia")
    make_release(
        headline="Convenio ficticio",
        number=9275,
        issued_in=place,
        agencies=[agency, make_agency("Otra Agencia")],
    )
    make_release(headline="Otro asunto")

    (row,) = rows_of(client, "q=convenio")

    assert row["folio"] == "9275/2024"
    assert row["fecha"] == "2024-04-04"
    assert row["lugar"] == "Villa Ficticia"
    assert row["titulo"] == "Convenio ficticio"
    assert row["version"] == "1"
    assert row["dependencias"] == "Agencia Ficticia; Otra Agencia"
    assert row["direccion"].startswith("http")
    assert len(row["huella_del_texto"]) == 64


def test_the_csv_is_complete_beyond_a_page(client: Client) -> None:
    for n in range(22):
        make_release(headline=f"Aviso ficticio {n}")

    assert len(rows_of(client, "q=aviso&pagina=1")) == 22


@pytest.mark.parametrize(
    "title",
    [
        '=HYPERLINK("http://x","y")',
        "+1+1",
        "-2+3",
        "@SUM(A1:A9)",
        "=cmd|' /C calc'!A0",
        '=IMPORTXML(CONCAT("http://x"),"//a")',
    ],
)
def test_no_cell_begins_a_formula(client: Client, title: str) -> None:
    make_release(headline=title)

    (row,) = rows_of(client)

    assert row["titulo"] == f"'{title}"
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_the_json_has_the_totals_the_facets_and_a_page(client: Client) -> None:
    topic = make_topic("Asunto ficticio", slug="asunto")
    release = make_release(headline="Convenio ficticio", number=9275, topics=[topic])

    answer = data(client, "q=convenio")

    assert list(answer) == ["total", "page", "pages", "suggestion", "facets", "results"]
    assert (answer["total"], answer["page"], answer["pages"]) == (1, 1, 1)
    assert answer["suggestion"] is None
    assert answer["facets"]["tema"] == [{"slug": "asunto", "name": "Asunto ficticio", "count": 1}]
    (result,) = answer["results"]
    assert list(result) == [
        "folio",
        "date",
        "place",
        "headline",
        "url",
        "version",
        "agencies",
        "topics",
        "snippet",
    ]
    assert result["url"].endswith(release.get_absolute_url())
    assert result["topics"] == [{"slug": "asunto", "name": "Asunto ficticio"}]


def test_json_never_redirects_on_a_folio(client: Client) -> None:
    make_release(number=9275)

    assert data(client, "q=9275/2024")["total"] == 1


def test_json_suggests_for_a_misspelling(client: Client) -> None:
    make_release(headline="Convenio ficticio")

    assert data(client, "q=comvenio")["suggestion"] == "convenio"


def test_todo_sends_every_result(client: Client) -> None:
    for n in range(22):
        make_release(headline=f"Aviso ficticio {n}")

    assert len(data(client, "q=aviso")["results"]) == 20
    everything = data(client, "q=aviso&todo=1")
    assert (everything["total"], everything["pages"]) == (22, 1)
    assert len(everything["results"]) == 22


def test_todo_of_nothing_is_still_json(client: Client) -> None:
    assert data(client, "q=nada&todo=1")["results"] == []


def test_json_lines_hold_the_whole_text(client: Client) -> None:
    make_release(headline="Uno", issued_on=dt.date(2024, 4, 1))
    make_release(headline="Dos", issued_on=dt.date(2024, 4, 2))

    response = client.get("/buscar/datos.jsonl")
    values = [json.loads(line) for line in response.getvalue().decode().splitlines()]

    assert [value["headline"] for value in values] == ["Dos", "Uno"]
    assert values[0]["body"] == ["Primer párrafo ficticio.", "Segundo párrafo ficticio."]
    assert values[0]["document"]["kind"] == "original"


@pytest.mark.parametrize("output", ["atom.xml", "datos.csv", "datos.json", "datos.jsonl"])
@pytest.mark.parametrize(
    ("query", "status", "code", "field"),
    [
        ("desde=2024-13-45", 422, "fecha-no-valida", "desde"),
        ("orden=body;drop", 422, "orden-no-valido", "orden"),
        ("q=de+la", 422, "sin-palabras", "q"),
        ("q=%00", 400, "caracter-nulo", "q"),
        ("pagina=99999999999999999999", 404, "pagina-no-existe", "pagina"),
    ],
)
def test_refusals_say_what_why_and_where(
    client: Client, output: str, query: str, status: int, code: str, field: str
) -> None:
    response = client.get(f"/buscar/{output}?{query}")

    assert response.status_code == status
    answer = json.loads(response.getvalue())
    assert answer["error"] == code
    assert answer["field"] == field
    assert answer["message"]


def test_the_outputs_of_an_entity_are_those_of_its_search(client: Client) -> None:
    agency = make_agency("Agencia Ficticia", slug="agencia-ficticia")
    make_release(headline="Con agencia", agencies=[agency])
    make_release(headline="Sin agencia")

    response = client.get("/dependencias/agencia-ficticia/atom.xml", follow=True)

    root = ElementTree.fromstring(response.content)  # noqa: S314 - made by the code under test
    assert len(titles(root)) == 1
