from __future__ import annotations

import json
from collections import Counter

import pytest

from tests.vocabulary.records import FIXTURES, Record, fold, read, read_archive, spoken_names

STATES = read("states")
MUNICIPALITIES = read("municipalities")
COUNTRIES = read("countries")
HOME = read_archive()["home_state"]
HOME_MUNICIPALITIES = [place for place in MUNICIPALITIES if place["parent"] == HOME]


def test_the_catalogue_holds_the_whole_country() -> None:
    assert len(STATES) == 32
    assert len(MUNICIPALITIES) == 2478
    assert len(HOME_MUNICIPALITIES) == 125
    assert len(COUNTRIES) > 190


def test_each_place_has_its_own_slug() -> None:
    slugs = Counter(place["slug"] for place in [*STATES, *MUNICIPALITIES, *COUNTRIES])

    assert [slug for slug, times in slugs.items() if times > 1] == []


@pytest.mark.parametrize(
    ("places", "level", "key"),
    [
        (STATES, "entidad", "inegi"),
        (MUNICIPALITIES, "municipio", "inegi"),
        (COUNTRIES, "pais", "iso"),
    ],
)
def test_places_of_one_level_have_keys_of_their_own(
    places: list[Record], level: str, key: str
) -> None:
    assert {place["level"] for place in places} == {level}
    assert len({place[key] for place in places}) == len(places)


def test_a_municipality_lies_in_the_state_its_key_begins_with() -> None:
    states = {state["inegi"] for state in STATES}

    for place in MUNICIPALITIES:
        assert place["parent"] in states
        assert place["inegi"].startswith(place["parent"])


def test_every_state_lies_in_mexico() -> None:
    assert {state["parent"] for state in STATES} == {"mexico"}
    assert "mexico" in {country["slug"] for country in COUNTRIES}


def test_municipalities_of_the_home_state_have_plain_slugs() -> None:
    with_state = [place["slug"] for place in HOME_MUNICIPALITIES if "estado-de" in place["slug"]]

    assert with_state == ["morelos-estado-de-mexico"]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Neza", "15058"),
        ("Izcalli", "15121"),
        ("Ecatepec", "15033"),
        ("Naucalpan", "15057"),
        ("Tlalnepantla", "15104"),
        ("Coacalco", "15020"),
        ("Valle de Chalco", "15122"),
        ("Chalco", "15025"),
        ("San Salvador Atenco", "15011"),
        ("San Mateo Atenco", "15076"),
        ("Acambay", "15001"),
        ("Los Reyes La Paz", "15070"),
        ("capital mexiquense", "15106"),
    ],
)
def test_an_everyday_name_means_one_municipality_of_the_home_state(said: str, key: str) -> None:
    meant = [
        place["inegi"]
        for place in HOME_MUNICIPALITIES
        if fold(said) in {fold(text) for text, _ in spoken_names(place)}
    ]

    assert meant == [key]


def test_only_atizapan_means_two_municipalities_of_the_home_state() -> None:
    owners: dict[str, set[str]] = {}
    for place in HOME_MUNICIPALITIES:
        for text, _ in spoken_names(place):
            owners.setdefault(fold(text), set()).add(place["inegi"])

    shared = {name: keys for name, keys in owners.items() if len(keys) > 1}
    assert shared == {"atizapan": {"15012", "15013"}}


def test_of_two_places_with_one_name_the_one_more_often_meant_stands_first() -> None:
    keys = [
        place["inegi"]
        for place in HOME_MUNICIPALITIES
        if "Atizapán" in {text for text, _ in spoken_names(place)}
    ]

    assert keys == ["15013", "15012"]


def test_mexico_alone_never_names_the_state() -> None:
    state = next(place for place in STATES if place["inegi"] == HOME)

    assert "mexico" not in {fold(text) for text, _ in spoken_names(state)}


def test_each_municipality_of_the_home_state_has_one_tile_of_the_map() -> None:
    tile_map = json.loads((FIXTURES / "edomex_hex.json").read_text(encoding="utf-8"))
    names = {place["inegi"]: place["name"] for place in HOME_MUNICIPALITIES}
    tiles = tile_map["tiles"]

    assert {tile["inegi"]: tile["name"] for tile in tiles} == names
    assert len({(tile["row"], tile["col"]) for tile in tiles}) == len(tiles) == 125
    assert max(tile["row"] for tile in tiles) < len(tile_map["shifted_rows"])
