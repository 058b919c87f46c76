"""Bad parameters are answered beside their field; what is unknown is ignored."""

from __future__ import annotations

import datetime as dt

import pytest

from releases.search.criteria import Order
from releases.search.errors import NulCharacter
from releases.search.filters import ReleaseFilter
from tests.search.asking import parameters


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("desde", "2024-13-45", "invalid"),
        ("hasta", "ayer", "invalid"),
        ("periodo", "el otro día", "periodo-no-valido"),
        ("orden", "body;drop", "invalid_choice"),
        ("q", "de la los", "sin-palabras"),
        ("q", "-convenio", "solo-exclusiones"),
        ("q", "x" * 201, "busqueda-demasiado-larga"),
        ("q", "palabra " * 10_000, "busqueda-demasiado-larga"),
    ],
)
def test_a_bad_value_is_refused_beside_its_field_in_spanish(
    name: str, value: str, code: str
) -> None:
    filters = ReleaseFilter(parameters(**{name: value}))
    assert not filters.is_valid()
    (error,) = filters.errors.as_data()[name]
    assert error.code == code
    assert set(filters.errors) == {name}


def test_days_in_the_wrong_order_are_refused() -> None:
    filters = ReleaseFilter(parameters(desde="2024-05-01", hasta="2024-04-01"))
    assert not filters.is_valid()
    assert "La fecha inicial es posterior a la final" in str(filters.errors["desde"])


@pytest.mark.parametrize("name", ["q", "tema", "desconocido"])
def test_a_nul_is_refused_wherever_it_stands(name: str) -> None:
    with pytest.raises(NulCharacter) as raised:
        ReleaseFilter(parameters(**{name: "a\0b"}))
    assert (raised.value.status, raised.value.code) == (400, "caracter-nulo")


def test_unknown_parameters_are_ignored() -> None:
    filters = ReleaseFilter(parameters(pagia="7", utm_source="x"))
    assert filters.is_valid()
    assert filters.criteria.page == 1


def test_of_a_repeated_scalar_the_last_counts() -> None:
    filters = ReleaseFilter(
        parameters(orden=["folio", "fecha"], desde=["2024-01-01", "2024-02-02"])
    )
    assert filters.is_valid()
    assert filters.criteria.order is Order.OLDEST
    assert filters.criteria.first_day == dt.date(2024, 2, 2)


def test_words_are_ordered_by_relevance_and_everything_by_date_unless_told() -> None:
    for data, order in (
        (parameters(), Order.NEWEST),
        (parameters(q="robo"), Order.RELEVANCE),
        (parameters(orden="relevancia"), Order.NEWEST),
        (parameters(q="robo", orden="-fecha"), Order.NEWEST),
    ):
        filters = ReleaseFilter(data)
        assert filters.is_valid()
        assert filters.criteria.order is order


def test_a_period_and_days_narrow_each_other() -> None:
    filters = ReleaseFilter(parameters(periodo="2024", desde="2024-06-01"))
    assert filters.is_valid()
    assert filters.criteria.first_day == dt.date(2024, 6, 1)
    assert filters.criteria.last_day == dt.date(2024, 12, 31)
