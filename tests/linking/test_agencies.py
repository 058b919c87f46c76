"""Agencies: which of those with one name is meant, and what the text itself defines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from releases.linking.gazetteer import Gazetteer
from releases.linking.linker import link
from releases.parsing.bulletin import ParsedBulletin

Maker = Callable[..., ParsedBulletin]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("con la Fiscalía General de Justicia del Estado de México (FGJEM).", ["fgjem"]),
        ("CON LA GUARDIA NACIONAL Y LA SEDENA", ["guardia-nacional", "sedena"]),
        ("elementos de la Secretaría de Marina y del Ejército Mexicano", ["semar", "sedena"]),
        ("la Secretaría de Seguridad Ciudadana (SSC) de la Ciudad de México", ["ssc-cdmx"]),
        ("la policía de Neza localizó el vehículo", ["policia-nezahualcoyotl"]),
    ],
)
def test_an_agency_is_found_by_name_alias_and_acronym(
    bulletin: Maker, gazetteer: Gazetteer, text: str, slugs: list[str]
) -> None:
    assert list(link(bulletin(text), gazetteer).agencies) == slugs


@pytest.mark.parametrize(
    "text",
    [
        "la defensa de los derechos de la marina mercante",
        "en la calle Guardia Nacional, colonia Centro",
        "se reunieron los SSPX y el GNV",
    ],
)
def test_words_that_only_resemble_an_agency_are_none(
    bulletin: Maker, gazetteer: Gazetteer, text: str
) -> None:
    assert link(bulletin(text), gazetteer).agencies == ()


def test_a_bare_acronym_means_what_its_issuer_means_by_it(
    bulletin: Maker, gazetteer: Gazetteer
) -> None:
    text = "Agentes de la SS acudieron al lugar."
    assert list(link(bulletin(text), gazetteer).agencies) == ["ssem"]
    other = bulletin(text, issuer="Guardia Nacional", place="09")
    assert link(other, gazetteer).agencies == ()


def test_one_name_means_the_office_of_the_bulletins_state(
    bulletin: Maker, gazetteer: Gazetteer
) -> None:
    text = "Elementos de la Secretaría de Seguridad Pública detuvieron a una persona."
    hidalgo = bulletin(text, issuer=None, place="13048")
    assert list(link(hidalgo, gazetteer).agencies) == ["seguridad-hidalgo"]


def test_the_text_itself_says_what_an_acronym_means(bulletin: Maker, gazetteer: Gazetteer) -> None:
    text = "El Centro Nacional de Información (CNI) integró la base."
    links = link(bulletin(text, "El CNI la publicará."), gazetteer)
    assert list(links.agencies) == ["cni"] or len(links.agencies) == 1
    later = [m for m in links.mentions if m.paragraph == 1]
    assert [(m.text, m.method) for m in later] == [("CNI", "defined")]


def test_a_defined_name_that_the_catalogue_lacks_is_proposed(
    bulletin: Maker, gazetteer: Gazetteer
) -> None:
    text = "Firmó el Instituto Ficticio de Pruebas Periciales (IFPP) con sede en Toluca."
    links = link(bulletin(text, "El IFPP abrirá en mayo."), gazetteer)
    (proposal,) = links.proposals
    assert (proposal.name, proposal.acronym) == (
        "Instituto Ficticio de Pruebas Periciales",
        "IFPP",
    )
    assert links.agencies == ()


def test_an_acronym_defined_otherwise_does_not_mean_the_catalogues(
    bulletin: Maker, gazetteer: Gazetteer
) -> None:
    text = "La Comisión Ficticia de Ensayos Mecánicos (CFE) probó los equipos de la CFE."
    assert link(bulletin(text), gazetteer).agencies == ()


def test_a_person_is_never_an_entity(bulletin: Maker, gazetteer: Gazetteer) -> None:
    text = "Fueron asegurados Juan Hidalgo “N”, Benito Juárez “N” y María Guadalupe Victoria “N”."
    links = link(bulletin(text), gazetteer)
    assert links.mentions == ()
    assert links.proposals == ()


def test_a_mentions_offsets_are_those_of_its_text(bulletin: Maker, gazetteer: Gazetteer) -> None:
    text = "En Toluca, la Guardia Nacional y la FGJEM actuaron en Ecatepec."
    for mention in link(bulletin(text), gazetteer).mentions:
        assert text[mention.start : mention.end] == mention.text
