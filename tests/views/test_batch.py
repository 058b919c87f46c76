from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from releases.search.batch import MOST_LINES
from tests.factories import make_release

pytestmark = pytest.mark.django_db

PATH = "/buscar/lote/"


def table(client: Client, pasted: str) -> list[list[str]]:
    response = client.get(f"{PATH}datos.csv", {"lista": pasted})
    text = response.getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_each_line_says_how_many_bulletins_it_finds_and_the_newest(client: Client) -> None:
    make_release(headline="Taller de ciclismo", number=11, year=2024)
    make_release(headline="Otro taller de ciclismo", number=12, year=2024)
    make_release(headline="Rescate en la barranca", number=13, year=2024)

    page = client.get(PATH, {"lista": "ciclismo\nbarranca\nhelicóptero"}).content.decode()

    assert "2 de 3 con comunicados" in page
    assert "0012/2024" in page
    rows = table(client, "ciclismo\nbarranca\nhelicóptero")
    assert [row[:2] for row in rows[1:]] == [
        ["ciclismo", "2"],
        ["barranca", "1"],
        ["helicóptero", "0"],
    ]


def test_a_folio_in_the_list_finds_its_own_bulletin(client: Client) -> None:
    make_release(number=275, year=2024)
    make_release(headline="Habla del 275 y de 2024", number=300, year=2024)

    (_, row) = table(client, "comunicado 275 de 2024")

    assert row[1:3] == ["1", "0275/2024"]


def test_a_line_that_cannot_be_searched_says_why_and_the_others_go_on(client: Client) -> None:
    make_release(headline="Taller de ciclismo")

    rows = table(client, "de la los\nciclismo")

    assert "palabra con significado" in rows[1][4]
    assert rows[2][1] == "1"


def test_blank_and_repeated_lines_count_once(client: Client) -> None:
    assert len(table(client, "robo\n\n  robo \n\t\nauto")) == 3


@pytest.mark.parametrize(
    "pasted",
    ["\n".join(f"palabra{n}" for n in range(MOST_LINES + 1)), "x" * 5_000],
    ids=["lines", "characters"],
)
def test_a_list_that_is_too_long_is_refused_with_the_limit(client: Client, pasted: str) -> None:
    page = client.get(PATH, {"lista": pasted})
    data = client.get(f"{PATH}datos.csv", {"lista": pasted})

    assert page.status_code == data.status_code == 422
    assert f"{MOST_LINES} renglones" in page.content.decode()


def test_cells_that_a_spreadsheet_would_run_are_made_harmless(client: Client) -> None:
    rows = table(client, '=HYPERLINK("http://ejemplo.invalid")')

    assert rows[1][0].startswith("'=")


def test_hidden_bulletins_are_not_counted(client: Client) -> None:
    make_release(headline="Taller de ciclismo", published=False)

    assert table(client, "ciclismo")[1][1] == "0"


def test_an_empty_list_shows_the_form(client: Client) -> None:
    response = client.get(PATH)

    assert response.status_code == 200
    assert "<textarea" in response.content.decode()
