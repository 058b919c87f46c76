"""What is written in several ways is found in each, and nothing else is."""

from __future__ import annotations

from itertools import permutations

import pytest

from releases.language.words import tokenize


def finds(query: str, text: str) -> bool:
    """Whether each word of the query is answered by a word of the text."""
    held = [set(token.lexemes) for token in tokenize(text)]
    asked = [set(token.asked) for token in tokenize(query)]
    return bool(asked) and all(any(forms & lexemes for lexemes in held) for forms in asked)


def _pairs(listed: str) -> list[list[str]]:
    return [pair.split("/") for pair in listed.split()]


@pytest.mark.parametrize(
    "spellings",
    [
        ("9-1-1", "911", "9 1 1", "9.1.1"),
        ("0-8-9", "089", "0 8 9"),
        ("C-5", "C5", "C 5", "c5"),
        ("20 mil", "20,000", "20000", "20 000", "veinte mil"),
        ("$1,500.00", "1500", "1,500", "mil quinientos"),
        ("3 millones", "3,000,000", "tres millones"),
        ("ABC-12-34", "ABC1234", "ABC-1234", "abc1234"),
        ("AK-47", "AK47", "AK 47"),
        ("9 mm", "9mm", "9 milímetros"),
        ("45 km", "45km", "45 kilómetros"),
        ("18:30 h", "18:30 horas", "18:30 hrs."),
        ("722 275 83 00", "7222758300", "722-275-8300", "(722) 275 8300"),
        ("1º de mayo", "1o de mayo", "1ro de mayo", "1 de mayo", "1° de mayo"),
        ("EE. UU.", "EEUU", "EE.UU."),
        ("S.S.E.M.", "SSEM", "ssem"),
        ("Edo. Méx.", "edo mex", "Estado de México"),
        ("Cd. Neza", "Ciudad Neza"),
        ("Av. Tollocan", "Avenida Tollocan", "Avda. Tollocan"),
        ("anti-secuestro", "antisecuestro"),
        ("ex-militar", "exmilitar"),
        ("T-MEC", "TMEC"),
        ("O'Farrill", "OFarrill", "O’Farrill"),
        ("0275/2024", "275/2024", "0275-2024"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_each_spelling_finds_the_others(spellings: tuple[str, ...]) -> None:
    faults = [
        f"{query} does not find {text}"
        for query, text in permutations(spellings, 2)
        if not finds(query, text)
    ]
    assert faults == []


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("edomex seguro", "#EdomexSeguro"),
        ("edomexseguro", "#EdomexSeguro"),
        ("@ss_edomex", "@SS_Edomex"),
        ("ss edomex", "@SS_Edomex"),
        ("covid 19", "COVID-19"),
        ("ak 47", "AK-47"),
        ("ak 47", "un AK47"),
        ("np300", "Nissan NP 300"),
        ("farrill", "O'Farrill"),
        ("quince", "quince mil"),
        ("45 200", "km 45+200"),
        ("dn iii", "Plan DN-III-E"),
        ("felipe ii", "Felipe II"),
        ("toluca", "Toluca-Naucalpan"),
    ],
)
def test_the_looser_spelling_finds_the_closer_one(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("antisecuestro", "secuestro"),
        ("1014", "10-14"),
        ("20000", "20 personas y 000"),
        ("5", "el C5"),
        ("c", "el C5"),
        ("toluca naucalpan", "tolucanaucalpan"),
        ("segundo", "2º"),
        ("7222758300", "722 275 83"),
        ("avenida", "una ave"),
        ("mercado", "McAllen"),
    ],
)
def test_likeness_alone_finds_nothing(query: str, text: str) -> None:
    assert not finds(query, text)


@pytest.mark.parametrize(
    ("one", "other"),
    _pairs(
        "capaz/capaces raíz/raíces lápiz/lápices acción/acciones reunión/reuniones "
        "ladrón/ladrones alemán/alemanes interés/intereses autobús/autobuses mes/meses "
        "país/países ley/leyes café/cafés sofá/sofás tabú/tabúes iraní/iraníes "
        "examen/exámenes imagen/imágenes carácter/caracteres régimen/regímenes club/clubes "
        "dron/drones líder/líderes agresor/agresora conductor/conductoras menor/menores "
        "móvil/móviles cárcel/cárceles túnel/túneles presidente/presidenta lesión/lesiones "
        "homicidio/homicidios cártel/cárteles tráiler/tráileres militar/militares "
        "bilingüe/bilingues pingüino/pinguinos línea/líneas alcaldía/alcaldías río/ríos "
        "crisis/crisis virus/virus análisis/análisis álbum/álbumes índice/índices "
        "ataque/ataques bloqueo/bloqueos europeo/europea mexiquense/mexiquenses"
    ),
)
def test_number_gender_and_dieresis_never_separate(one: str, other: str) -> None:
    assert finds(one, other)
    assert finds(other, one)
