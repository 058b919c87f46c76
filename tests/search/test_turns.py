"""Dear searches wait for each other, and nobody waits for them."""

from __future__ import annotations

import threading

import pytest
from django.test import Client

from releases.search import turns
from releases.search.query import read_query
from releases.search.turns import HEAVY, weigh
from tests.factories import make_release
from tests.search.line import held_line

DEAR = "uno o dos* o tres* o cuatro"


def weight_of(typed: str) -> int:
    text = read_query(typed)
    assert text is not None
    return weigh(text)


@pytest.mark.parametrize(
    "typed",
    [
        "robo de vehículo en toluca -moto",
        '"secretaría de seguridad del estado de méxico"',
        "extor*",
        "comunicado 275 de 2024",
        "policía estatal detiene a tres personas con armas de fuego",
    ],
)
def test_what_people_type_is_not_dear(typed: str) -> None:
    assert weight_of(typed) <= HEAVY


@pytest.mark.parametrize(
    "typed",
    [
        DEAR,
        " ".join(f"palabra{n}" for n in range(12)),
        '"una frase de muchas palabras seguidas que nadie escribe así nunca jamás tampoco"',
        " ".join(f'-"guardia nacional {n}"' for n in range(4)) + " robo",
    ],
)
def test_many_words_beginnings_and_long_phrases_are_dear(typed: str) -> None:
    assert weight_of(typed) > HEAVY


@pytest.mark.django_db
def test_where_many_wait_already_one_more_is_refused_at_once_and_ordinary_ones_are_not(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_release(headline="Robo en la ficción, uno")
    monkeypatch.setattr(turns, "_places", threading.BoundedSemaphore(1))
    with turns._places:
        assert client.get("/buscar/", {"q": DEAR}).status_code == 503
        assert client.get("/buscar/", {"q": "robo"}).status_code == 200
    assert client.get("/buscar/", {"q": DEAR}).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_dear_search_that_waits_too_long_is_refused_in_words_and_others_are_answered(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_release(headline="Robo en la ficción, uno")
    with held_line(monkeypatch):
        refused = client.get("/buscar/", {"q": DEAR})
        assert refused.status_code == 503
        assert "La búsqueda tardó demasiado" in refused.content.decode()
        assert refused.headers["Retry-After"]
        assert client.get("/buscar/", {"q": "robo"}).status_code == 200

    assert client.get("/buscar/", {"q": DEAR}).status_code == 200
