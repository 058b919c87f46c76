"""The tile map of the state: every municipality once, none upon another."""

from __future__ import annotations

import pytest
from django.conf import settings

from releases.models import Place
from releases.pages.tile_map import municipal_map
from releases.statistics import Counted
from tests.factories import make_place

pytestmark = pytest.mark.django_db


def test_each_of_the_125_municipalities_has_a_tile_of_its_own() -> None:
    places = list(Place.objects.municipalities_of(settings.HOME_STATE))
    svg = municipal_map([Counted(place, 0) for place in places])

    assert len(places) == 125
    for place in places:
        assert svg.count(f'href="{place.get_absolute_url()}"') == 1
    drawn = [use.split("/>")[0] for use in svg.split('<use href="#losa" ')[1:]]
    assert len(set(drawn)) == 125


def test_places_without_a_tile_are_left_to_the_table() -> None:
    assert municipal_map([Counted(make_place(), 1)]) == ""
