"""Typed names as entries of the catalogue. Names are fictional; nothing is read from the tables."""

from __future__ import annotations

import pytest

from releases.catalogue.lookup import CatalogueKind, Directory, directory_of
from releases.linking.gazetteer import (
    AgencyEntry,
    Gazetteer,
    Name,
    NameKind,
    PlaceEntry,
    PlaceLevel,
    TopicEntry,
)

AGENCY, PLACE, TOPIC = CatalogueKind.AGENCY, CatalogueKind.PLACE, CatalogueKind.TOPIC


def _agency(slug: str, name: str, acronym: str, *others: str) -> AgencyEntry:
    names = (Name(name), Name(acronym, NameKind.ACRONYM), *map(Name, others))
    return AgencyEntry(slug, name, acronym, names)


def _place(slug: str, name: str, parent: str) -> PlaceEntry:
    return PlaceEntry(slug, name, PlaceLevel.MUNICIPALITY, None, (Name(name),), parent)


GAZETTEER = Gazetteer(
    agencies=(
        _agency("faros", "Dirección Ficticia de Faros", "DFF", "Dirección de Faros"),
        _agency("ferias", "Dirección Ficticia de Ferias", "DFF"),
    ),
    places=(
        PlaceEntry("norte", "Norte", PlaceLevel.STATE, "98", (Name("Norte"),)),
        PlaceEntry("sur", "Sur", PlaceLevel.STATE, "99", (Name("Sur"),)),
        _place("san-ficticio-norte", "San Ficticio", "98"),
        _place("san-ficticio-sur", "San Ficticio", "99"),
        _place("villa-unica", "Villa Única", "99"),
    ),
    topics=(TopicEntry("faros", "Faros y luces", (), 1.0),),
    profiles=(),
    host="faros",
    home_state="98",
)


@pytest.fixture
def directory() -> Directory:
    return Directory(GAZETTEER)


@pytest.mark.parametrize("typed", ["Villa Única", "villa unica", "  VILLA   UNICA "])
def test_a_name_that_one_bears_is_clear(directory: Directory, typed: str) -> None:
    assert [entry.slug for entry in directory.resolve(PLACE, typed)] == ["villa-unica"]


def test_a_shared_name_gives_all_who_bear_it(directory: Directory) -> None:
    found = directory.resolve(PLACE, "san ficticio")

    assert {entry.slug for entry in found} == {"san-ficticio-norte", "san-ficticio-sur"}
    assert {entry.label for entry in found} == {
        "San Ficticio (Municipio, Norte)",
        "San Ficticio (Municipio, Sur)",
    }


def test_the_label_tells_those_who_share_a_name_apart(directory: Directory) -> None:
    (found,) = directory.resolve(PLACE, "San Ficticio (Municipio, Sur)")
    assert found.slug == "san-ficticio-sur"


def test_an_acronym_or_another_name_leads_to_its_agency(directory: Directory) -> None:
    (found,) = directory.resolve(AGENCY, "direccion de faros")
    assert (found.slug, found.label, found.short) == ("faros", "Dirección Ficticia de Faros", "DFF")
    assert len(directory.resolve(AGENCY, "dff")) == 2


def test_part_of_a_name_gives_candidates_and_nonsense_none(directory: Directory) -> None:
    assert [entry.slug for entry in directory.resolve(TOPIC, "luc")] == ["faros"]
    assert directory.resolve(TOPIC, "zzz") == directory.resolve(TOPIC, " ") == ()


def test_suggestions_put_beginnings_first(directory: Directory) -> None:
    found = directory.suggest(AGENCY, "fer")
    assert [entry.slug for entry in found] == ["ferias"]
    assert len(directory.suggest(AGENCY, "direccion", limit=1)) == 1


def test_one_kind_never_answers_for_another(directory: Directory) -> None:
    assert directory.resolve(PLACE, "Faros y luces") == ()
    assert directory.entry(PLACE, "faros") is None
    entry = directory.entry(TOPIC, "faros")
    assert entry is not None and entry.label == "Faros y luces"


def test_the_directory_of_an_unchanged_catalogue_is_kept() -> None:
    assert directory_of(GAZETTEER) is directory_of(GAZETTEER)
