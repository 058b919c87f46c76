from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from releases.vocabulary import AgencyScope, NameKind
from tests.vocabulary.records import fold, read, read_archive, spoken_names

AGENCIES = read("agencies")
SLUGS = {agency["slug"] for agency in AGENCIES}
STATES = {state["inegi"] for state in read("states")}


def test_each_agency_has_its_own_slug_and_name() -> None:
    slugs = Counter(agency["slug"] for agency in AGENCIES)
    names = Counter(fold(agency["name"]) for agency in AGENCIES)

    assert [slug for slug, times in slugs.items() if times > 1] == []
    assert [name for name, times in names.items() if times > 1] == []


def test_an_agency_says_its_scope_and_its_state() -> None:
    scopes = {scope.value for scope in AgencyScope}
    without_state = {AgencyScope.FEDERAL, AgencyScope.FOREIGN, AgencyScope.CIVIL}

    for agency in AGENCIES:
        assert agency["scope"] in scopes, agency["slug"]
        if agency["scope"] in without_state:
            assert "state" not in agency, agency["slug"]
        else:
            assert agency["state"] in STATES, agency["slug"]


def test_a_state_agency_belongs_to_the_home_state_and_another_states_to_another() -> None:
    home = read_archive()["home_state"]

    for agency in AGENCIES:
        if agency["scope"] == AgencyScope.STATE:
            assert agency["state"] == home, agency["slug"]
        if agency["scope"] == AgencyScope.OTHER_STATE:
            assert agency["state"] != home, agency["slug"]


def test_a_name_has_a_known_kind_and_dates_in_order() -> None:
    kinds = {kind.value for kind in NameKind}

    for agency in AGENCIES:
        for name in agency.get("names", []):
            assert name["kind"] in kinds, name
            begins = dt.date.fromisoformat(name.get("valid_from", "0001-01-01"))
            ends = dt.date.fromisoformat(name.get("valid_until", "9999-12-31"))
            assert begins <= ends, name


def test_a_name_bound_to_an_issuer_names_a_known_agency() -> None:
    issuers = {
        name["issuer"]
        for agency in AGENCIES
        for name in agency.get("names", [])
        if "issuer" in name
    }

    assert issuers <= SLUGS


def test_no_name_means_two_agencies_in_the_same_bulletin() -> None:
    owners: dict[tuple[str, str | None], set[str]] = {}
    for agency in AGENCIES:
        for text, issuer in spoken_names(agency):
            owners.setdefault((fold(text), issuer), set()).add(agency["slug"])

    assert {name: slugs for name, slugs in owners.items() if len(slugs) > 1} == {}


@pytest.mark.parametrize("acronym", ["SS", "SSP", "SSC", "FGE", "FGJ", "FE"])
def test_a_bare_acronym_of_many_meanings_counts_only_with_its_issuer(acronym: str) -> None:
    unbound = [
        agency["slug"]
        for agency in AGENCIES
        for text, issuer in spoken_names(agency)
        if text == acronym and issuer is None
    ]

    assert unbound == []


def test_names_fit_the_columns_that_keep_them() -> None:
    for agency in AGENCIES:
        assert len(agency["slug"]) <= 120
        assert len(agency.get("acronym", "")) <= 30, agency["slug"]
        assert all(len(text) <= 250 for text, _ in spoken_names(agency)), agency["slug"]


def test_every_state_has_its_security_body_and_its_prosecutor() -> None:
    for state in STATES:
        names = [
            fold(agency["name"])
            for agency in AGENCIES
            if agency.get("state") == state and agency["scope"] in {"estatal", "otro-estado"}
        ]
        assert any("seguridad" in name for name in names), state
        assert any(name.startswith(("fiscalia", "procuraduria")) for name in names), state


def test_the_host_office_is_an_agency_of_the_home_state() -> None:
    archive = read_archive()
    host = next(agency for agency in AGENCIES if agency["slug"] == archive["host"])

    assert host["state"] == archive["home_state"]
