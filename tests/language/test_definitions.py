"""Acronyms that a text explains are learned, other things in brackets are not."""

from __future__ import annotations

import pytest

from releases.language.definitions import find_definitions
from releases.language.words import tokenize


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("El Instituto Nacional Electoral (INE) informa.", "INE", "Instituto Nacional Electoral"),
        (
            "agentes de la Universidad Mexiquense de Seguridad (UMS)",
            "UMS",
            "Universidad Mexiquense de Seguridad",
        ),
        ("la Comisión Nacional del Agua (CONAGUA)", "CONAGUA", "Comisión Nacional del Agua"),
        (
            "la Secretaría de la Defensa Nacional (SEDENA)",
            "SEDENA",
            "Secretaría de la Defensa Nacional",
        ),
        (
            "la Coordinación Nacional Antisecuestro (CONASE)",
            "CONASE",
            "Coordinación Nacional Antisecuestro",
        ),
        (
            "Instituto Nacional de Estadística y Geografía (INEGI)",
            "INEGI",
            "Instituto Nacional de Estadística y Geografía",
        ),
        (
            "del Centro de Control, Comando, Comunicación, Cómputo y Calidad (C5)",
            "C5",
            "Control, Comando, Comunicación, Cómputo y Calidad",
        ),
        (
            "la Red Integrada Nacional de Radiocomunicación (RNR)",
            "RNR",
            "Red Integrada Nacional de Radiocomunicación",
        ),
        (
            "el Observatorio Nacional Ciudadano de Seguridad, Justicia y Legalidad A.C., (ONC)",
            "ONC",
            "Observatorio Nacional Ciudadano",
        ),
        (
            "la Federal Bureau of Investigation (FBI, por sus siglas en inglés)",
            "FBI",
            "Federal Bureau of Investigation",
        ),
        (
            "Internacionales de Narcóticos y Aplicación de la Ley (INL por sus siglas en inglés)",
            "INL",
            "Internacionales de Narcóticos y Aplicación de la Ley",
        ),
        ("la Comisión Nacional del Agua (en adelante «CONAGUA»)", "CONAGUA", None),
        ("la Comisión Nacional del Agua (por sus siglas CNA)", "CNA", "Comisión Nacional del Agua"),
        ("el Instituto Nacional de Migración (I.N.M.)", "I.N.M", "Instituto Nacional de Migración"),
        (
            "presentar la CURP (Clave Única de Registro de Población) vigente",
            "CURP",
            "Clave Única de Registro de Población",
        ),
        ("lectura automática de placas (LAP)", "LAP", "lectura automática de placas"),
    ],
)
def test_an_explained_acronym_is_learned_with_its_words(
    text: str, acronym: str, name: str | None
) -> None:
    (definition,) = find_definitions(text)
    assert definition.acronym == acronym
    assert name is None or definition.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Juan Pérez (PRI) acudió.",
        "en Toluca (EDOMEX) hoy",
        "un hombre (N) detenido",
        "una pistola (AK-47) y otra",
        "el programa (PEP) de policía en proximidad",
        "LA SECRETARÍA DE LA DEFENSA NACIONAL (SEDENA)",
        "la Oficina de las Naciones Unidas (XYZ)",
        "la SEDENA (Secretaría de Marina)",
        "la policía (ver anexo)",
        "seguridad social (ss)",
        "(((((INE",
    ],
)
def test_what_the_letters_do_not_fit_is_not_learned(text: str) -> None:
    assert find_definitions(text) == []


def test_an_acronym_keeps_its_first_explanation_and_comes_as_words_of_the_archive() -> None:
    text = "Instituto Nacional Electoral (INE). El Instituto Noble de Estudios (INE)."
    (definition,) = find_definitions(text)
    assert definition.name == "Instituto Nacional Electoral"
    assert definition.form == tokenize("ine")[0].asked[0]
    assert definition.name_form == "instituto nacional electoral"
