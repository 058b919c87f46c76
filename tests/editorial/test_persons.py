"""Whose name is found, and whose is not. Everybody here is fictional."""

from __future__ import annotations

import pytest

from releases.editorial.checking import check
from releases.editorial.lists import Lists
from releases.editorial.passage import Passage, PassageKind
from tests.editorial.conftest import Found

DETAINED, VICTIM, MINOR = "nombre-detenido", "victima", "menor"


@pytest.mark.parametrize(
    "text",
    [
        "Fue detenido Ramiro Quintana Sáenz por probable robo.",
        "Vinculan a proceso a Ma. Elena Tirado por posible fraude.",
        "El detenido, identificado como Joel Cárdenas, alias “El Topo”, viajaba en un taxi.",
        "La orden fue girada contra Odilón Bravo Peña.",
        "La persona remitida es Cuevas Lara, Ignacio, conductor de la unidad.",
    ],
)
def test_a_detained_persons_surname_is_found(found: Found, text: str) -> None:
    assert DETAINED in dict(found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Fue detenido Ramiro “N” por probable robo.",
        "Fueron detenidos Ramiro N, Elsa ’N’ y Raúl «N», de 30 años.",
        "El comandante Ramiro Quintana informó que hay dos personas detenidas.",
        "La detención ocurrió en la calle Benito Juárez, frente a la escuela Emiliano Zapata.",
        "Con sentencia firme, Ramiro Quintana Sáenz purga 20 años de prisión por secuestro.",
        "Dos hombres fueron detenidos en Nicolás Romero y en Isidro Fabela.",
    ],
)
def test_reserved_names_officials_places_and_convicts_are_not(found: Found, text: str) -> None:
    assert DETAINED not in dict(found(text))


def test_a_first_sentence_that_can_be_appealed_does_not_free_the_name(found: Found) -> None:
    text = "Sentenciada en primera instancia, Elsa Quintana Sáenz apeló; fue procesada por fraude."
    assert DETAINED in dict(found(text))


def test_each_full_name_of_a_list_is_found(found: Found) -> None:
    text = "Los imputados Ana “N”, Raúl Cerda Ortiz y Luis Mota Gil siguen en prisión preventiva."
    assert [span for code, span in found(text) if code == DETAINED] == [
        "Raúl Cerda Ortiz",
        "Luis Mota Gil",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "La víctima, Elsa Quintana, narró lo ocurrido.",
        "Investigan el homicidio de Ramiro Quintana Sáenz.",
        "Hirieron a la regidora quinta de Joquicingo.",
        "La denunciante, única partera de San Juan Tlacotompa, pidió protección.",
        "FAMILIA QUINTANA SÁENZ RECUPERA SU CASA TRAS DESPOJO",
    ],
)
def test_a_victim_who_can_be_told_is_found(found: Found, text: str) -> None:
    assert VICTIM in dict(found(text))


@pytest.mark.parametrize(
    "text",
    [
        "La víctima, una mujer de 43 años, permanece estable.",
        "La presidenta municipal de Joquicingo lamentó el fallecimiento de dos personas.",
        "El rescatista Ramiro Quintana sacó del agua a los lesionados.",
        "Una maestra y un ganadero figuran entre los denunciantes.",
    ],
)
def test_victims_without_telling_data_and_helpers_are_not(found: Found, text: str) -> None:
    assert VICTIM not in dict(found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Renata, de cinco años, fue rescatada del canal.",
        "El adolescente Kevin “N” fue presentado.",
        "Un niño de 9 años, alumno de la primaria Benito Juárez de Temoaya, resultó lesionado.",
        "Ángel “N”, quien cumplirá 18 años en mayo, fue presentado.",
        "Resultó herida la reina infantil de la feria de Temascaltepec.",
    ],
)
def test_a_minor_who_can_be_told_is_found(found: Found, text: str) -> None:
    assert MINOR in dict(found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Más de 300 niñas y niños de 6 a 12 años participaron en el curso.",
        "El juez impuso 16 años de prisión.",
        "Frida, una perrita de tres años, encontró el paquete.",
        "Una persona menor de edad fue entregada a su familia.",
        "Los detenidos, de 18 y 22 años, fueron remitidos.",
    ],
)
def test_groups_terms_animals_and_adults_are_not(found: Found, text: str) -> None:
    assert MINOR not in dict(found(text))


def test_the_fix_of_a_detained_name_keeps_the_given_name_alone() -> None:
    text = "Fue detenido Ramiro Quintana Sáenz por probable robo."
    finding = check(Passage.of_text(PassageKind.EXCERPT, text), Lists())[0]
    assert finding.fix == "Ramiro “N”"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Los oficiales observaron a Ramiro Quintana Sáenz en el callejón.", DETAINED),
        ("Los oficiales ayudaron a Ramiro Quintana Sáenz en el callejón.", VICTIM),
        ("Dos sujetos interceptaron a Ramiro Quintana Sáenz en el callejón.", VICTIM),
        ("Ramiro Quintana Sáenz fue interceptado por dos hombres.", VICTIM),
        ("Ramiro Quintana Sáenz fue interceptado por robo.", DETAINED),
    ],
)
def test_who_acts_on_a_person_tells_a_suspect_from_somebody_harmed(
    found: Found, text: str, code: str
) -> None:
    assert [c for c, _ in found(text)] == [code]


def test_a_list_shares_what_is_said_of_one_of_its_names(found: Found) -> None:
    text = "Ramiro Quintana y Elsa Cerda Ortiz fueron vinculados a proceso."
    assert [code for code, _ in found(text)] == [DETAINED, DETAINED]


def test_a_private_person_named_without_a_reason_counts_as_harmed(found: Found) -> None:
    assert found("Ramiro Quintana Sáenz cruzaba el puente.") == [(VICTIM, "Ramiro Quintana Sáenz")]


@pytest.mark.parametrize(
    "text",
    [
        "Ramiro Quintana Sáenz ganó el torneo de ajedrez.",
        "El detenido fue certificado por la médica legista Elsa Quintana.",
        "La conferencia estará a cargo de Ramiro Quintana Sáenz.",
    ],
)
def test_honours_and_acts_of_office_harm_nobody(found: Found, text: str) -> None:
    assert found(text) == []


def test_a_name_right_after_that_of_a_place_is_told_from_it(found: Found) -> None:
    text = "Ingresó al penal de Chiconautla Ramiro Quintana, imputado por probable robo."
    assert found(text) == [(DETAINED, "Ramiro Quintana")]
