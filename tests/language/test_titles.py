from __future__ import annotations

import json

import pytest

from releases.language.titles import sentence_case
from tests.corpus.files import GOLD

EXPECTED = {
    "seed-000": (
        "Sostiene Secretaría de Seguridad del Edomex y la Oficina de Asuntos Internacionales de "
        "Narcóticos y Aplicación de la Ley, mesa de trabajo para generar sinergia en beneficio "
        "de la ciudadanía"
    ),
    "seed-001": (
        "Se reúne Secretario de Seguridad con empresarios franceses para intercambiar "
        "experiencias y sumar en materia de seguridad pública"
    ),
    "seed-002": (
        "Secretaría de Seguridad signa convenio de colaboración con el Observatorio Nacional "
        "Ciudadano de Seguridad, Justicia y Legalidad A.C. en beneficio de las y los policías"
    ),
    "seed-003": (
        "Comporte Secretaría de Seguridad del Edomex experiencias de éxito sobre el C5 y áreas "
        "de oportunidad con visitantes de la INL y de la Embajada de El Salvador"
    ),
    "seed-004": (
        "Concluye Primer Encuentro Nacional de Centros de Control y Comando 2024 con sede en el "
        "Estado de México"
    ),
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_samples_headlines_read_as_sentences(name: str) -> None:
    gold = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    named = [
        text
        for entity in (*gold["agencies"], *gold["places"])
        for text in (entity["name"], entity.get("acronym"), *entity["aliases"])
        if text
    ]

    shown = sentence_case(gold["headline"], texts=[*gold["subheads"], *gold["body"]], names=named)

    assert shown == EXPECTED[name]


def test_nothing_but_case_is_changed() -> None:
    for path in GOLD.glob("*.json"):
        gold = json.loads(path.read_text("utf-8"))
        shown = sentence_case(gold["headline"], texts=gold["body"])
        assert shown.upper() == gold["headline"].upper()


def test_a_missing_accent_stays_missing() -> None:
    shown = sentence_case("LLUEVE EN ECATEPEC, MEXICO", texts=[], names=["México", "Ecatepec"])

    assert shown == "Llueve en Ecatepec, Mexico"


def test_a_headline_that_is_no_capitals_stays_as_it_is() -> None:
    headline = "La UMS gradúa a cadetes en Toluca"

    assert sentence_case(headline, texts=["otra cosa"]) == headline


def test_names_of_the_catalogue_win_over_the_texts_use() -> None:
    shown = sentence_case(
        "RESCATAN A PERRO EN VALLE DE BRAVO", texts=["Fue en el valle."], names=["Valle de Bravo"]
    )

    assert shown == "Rescatan a perro en Valle de Bravo"


def test_a_word_that_the_text_writes_both_ways_loses_its_capital() -> None:
    shown = sentence_case(
        "REFUERZAN SEGURIDAD", texts=["la Secretaría de Seguridad refuerza la seguridad de todos"]
    )

    assert shown == "Refuerzan seguridad"


def test_acronyms_and_words_with_digits_keep_their_capitals() -> None:
    shown = sentence_case(
        "LLAMA AL 9-1-1 Y AL C5 LA SSEM", texts=["El titular de la SSEM lo dijo."]
    )

    assert shown == "Llama al 9-1-1 y al C5 la SSEM"


def test_each_sentence_of_a_headline_opens_with_a_capital() -> None:
    assert sentence_case("HUBO UN SISMO. NO HAY DAÑOS", texts=[]) == "Hubo un sismo. No hay daños"


@pytest.mark.parametrize("headline", ["", "   ", "275", "¿?"])
def test_a_headline_without_letters_is_left_alone(headline: str) -> None:
    assert sentence_case(headline, texts=[]) == headline
