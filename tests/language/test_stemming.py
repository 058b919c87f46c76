"""Number and gender unite words; nothing else does."""

from __future__ import annotations

import pytest

from releases.language.folding import fold
from releases.language.stemming import stem

UNITED = [
    "policía policias",
    "operación operaciones",
    "camión camiones",
    "joven jóvenes",
    "crimen crímenes",
    "régimen regímenes",
    "luz luces",
    "juez jueza jueces juezas",
    "avance avances",
    "sede sedes",
    "base bases",
    "red redes",
    "ley leyes",
    "país países",
    "autobús autobuses",
    "interés intereses",
    "francés francesa franceses francesas",
    "inglés inglesa ingleses",
    "director directora directores directoras",
    "señor señora señores",
    "agresor agresora agresores",
    "agente agentes",
    "presidente presidenta presidentas",
    "jefe jefa jefes jefas",
    "detenido detenida detenidos detenidas",
    "público pública públicos públicas",
    "niño niña niños niñas",
    "hijo hija hijas",
    "alemán alemana alemanes",
    "ladrón ladrona ladrones",
    "matón matona",
    "león leona leones leonas",
    "español española españoles españolas",
    "periodista periodistas",
    "ilegal ilegales",
    "dron drones",
    "chofer choferes",
    "israelí israelíes",
    "municipio municipios",
    "mexiquense mexiquenses",
    "muerto muerta muertos muertas",
    "ileso ilesa ilesos",
    "vicefiscal vicefiscala vicefiscales",
    "alcalde alcaldesa alcaldes alcaldesas",
    "líder lideresa líderes",
    "primer primero primeras",
    "microbús microbuses",
    "gris grises",
    "frío fría",
]
APART = [
    ("casa", "caso"),
    ("banco", "banca"),
    ("puerto", "puerta"),
    ("trata", "trato"),
    ("corte", "corto"),
    ("muerte", "muerto"),
    ("monte", "monto"),
    ("policía", "policial"),
    ("fiscalía", "fiscal"),
    ("operación", "operador"),
    ("operación", "operativo"),
    ("plaza", "placa"),
    ("robo", "robar"),
    ("robo", "robot"),
    ("valle", "valla"),
    ("plan", "plano"),
    ("orden", "ordenanza"),
    ("seguro", "seguridad"),
    ("arma", "armada"),
    ("hombre", "hombro"),
    ("mesa", "mes"),
    ("cámara", "camarón"),
    ("perra", "perrito"),
    ("rápido", "rápidamente"),
    ("pueblo", "Puebla"),
    ("zapato", "Zapata"),
    ("llanto", "llanta"),
    ("persona", "personal"),
    ("sanción", "sanciona"),
    ("tribus", "tribunal"),
]


@pytest.mark.parametrize("words", UNITED)
def test_plural_and_gender_share_a_stem(words: str) -> None:
    assert len({stem(fold(word)) for word in words.split()}) == 1


@pytest.mark.parametrize(("first", "second"), APART)
def test_different_words_keep_different_stems(first: str, second: str) -> None:
    assert stem(fold(first)) != stem(fold(second))


@pytest.mark.parametrize("word", ["ss", "c5", "gas", "089", "x"])
def test_short_words_and_codes_are_left_as_they_are(word: str) -> None:
    assert stem(word) == word
