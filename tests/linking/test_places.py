"""Places: the longest name, the nearest of several, and names that are no place at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from releases.linking.gazetteer import Gazetteer
from releases.linking.linker import link
from releases.parsing.bulletin import ParsedBulletin

Maker = Callable[..., ParsedBulletin]


def _inegi(links: tuple[str, ...], gazetteer: Gazetteer) -> list[str]:
    keys = {place.slug: place.inegi or place.slug for place in gazetteer.places}
    return [keys[slug] for slug in links]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("en el municipio de San Mateo Atenco", ["15076"]),
        ("en Valle de Chalco y en Chalco", ["15122", "15025"]),
        ("de Cuautitlán Izcalli a Cuautitlán", ["15121", "15024"]),
        ("la noche anterior en Tecámac.", ["15081"]),
        ("vecinos de Neza", ["15058"]),
        ("rumbo a Tula, Hidalgo", ["13076", "13"]),
        ("en los estados de Yucatán y Guanajuato", ["31", "11"]),
        ("en la alcaldía Iztapalapa", ["09007"]),
        ("la colonia Centro de Toluca", ["15106"]),
        ("en la Plaza de los Mártires de Toluca", ["15106"]),
        ("ROBO EN ECATEPEC Y TECÁMAC", ["15033", "15081"]),
    ],
)
def test_a_place_is_found_by_its_longest_name(
    bulletin: Maker, gazetteer: Gazetteer, text: str, keys: list[str]
) -> None:
    assert _inegi(link(bulletin(text), gazetteer).places, gazetteer) == keys


@pytest.mark.parametrize(
    "text",
    [
        "sobre la autopista México-Querétaro, a la altura del kilómetro 33",
        "en la avenida Toluca y la calle Ecatepec",
        "en la colonia Jardines de Morelos",
        "en la colonia Lomas de Tecámac",
        "frente al Plantel Nezahualcóyotl",
        "de la Policía Municipal de Lugarinexistente y la Fiscalía Regional de Toluca",
        "las Mesas para la Construcción de la Paz",
        "personas privadas de la libertad en el centro",
        "quien dijo llamarse Miguel Hidalgo",
        "en San Miguel Zinacantepec",
        "en el Estado de México",
        "en todo México",
    ],
)
def test_a_name_inside_another_is_no_place(
    bulletin: Maker, gazetteer: Gazetteer, text: str
) -> None:
    assert link(bulletin(text), gazetteer).places == ()


def test_the_datelines_state_decides_between_municipalities_of_one_name(
    bulletin: Maker, gazetteer: Gazetteer
) -> None:
    text = "Los hechos ocurrieron en Benito Juárez."
    links = link(bulletin(text, issuer=None, place="23005"), gazetteer)
    assert _inegi(links.places, gazetteer) == ["23005"]
    assert link(bulletin(text), gazetteer).places == ()


def test_a_place_in_an_agencys_name_is_no_mention(bulletin: Maker, gazetteer: Gazetteer) -> None:
    text = "Oficiales de la Guardia Municipal de Naucalpan y la SSC de la Ciudad de México."
    assert link(bulletin(text), gazetteer).places == ()
