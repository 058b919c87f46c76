"""Charts: the drawing says the same as its table, and carries no style."""

from __future__ import annotations

import datetime as dt

import pytest

from releases.pages.charts import TINTS, MonthCount, Tile, hexagon_map, monthly_chart, tint_of

MONTHS = [
    MonthCount(2023, 11, 4),
    MonthCount(2023, 12, 0),
    MonthCount(2024, 1, 8, "/comunicados/2024/01/"),
]


def test_the_highest_month_fills_the_height_and_an_empty_one_none_of_it() -> None:
    svg = monthly_chart(MONTHS, label="Prueba", height=96).svg

    assert 'y="48" width="20" height="48"' in svg
    assert 'y="96" width="20" height="0"' in svg
    assert 'y="0" width="20" height="96"' in svg


def test_each_bar_names_its_month_and_count() -> None:
    svg = monthly_chart(MONTHS, label="Prueba").svg

    assert "<title>noviembre de 2023: 4</title>" in svg
    assert 'href="/comunicados/2024/01/"' in svg


def test_the_month_that_is_not_over_is_dashed() -> None:
    svg = monthly_chart(MONTHS, label="Prueba", today=dt.date(2024, 1, 10)).svg

    assert svg.count("barra--parcial") == 1


def test_months_without_bulletins_draw_empty_bars() -> None:
    svg = monthly_chart([MonthCount(2024, 1, 0)], label="Prueba").svg

    assert 'height="0"' in svg


def test_a_chart_without_months_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one month"):
        monthly_chart([], label="Prueba")


def test_the_axis_and_the_table_follow_the_years() -> None:
    chart = monthly_chart(MONTHS, label="Prueba")

    assert chart.axis == ((2023, 2), (2024, 1))
    assert [row.year for row in chart.table] == [2023, 2024]
    assert chart.table[0].counts[9:] == (None, 4, 0)
    assert chart.table[1].counts[:2] == (8, None)


def test_words_in_a_chart_are_escaped() -> None:
    svg = monthly_chart(MONTHS, label='<script>"alerta"</script>').svg

    assert "<script>" not in svg


def test_a_chart_holds_no_inline_style() -> None:
    tiles = [Tile("San Ficticio", "/municipios/san-ficticio/", 0.5, 0, 3)]

    for svg in (monthly_chart(MONTHS, label="Prueba").svg, hexagon_map(tiles, label="Mapa")):
        assert "style" not in svg


@pytest.mark.parametrize(
    ("count", "tint"),
    [(0, 0), (1, 1), (50, 4), (99, TINTS), (100, TINTS)],
)
def test_tints_grow_with_the_root_of_the_share(count: int, tint: int) -> None:
    assert tint_of(count, 100) == tint


def test_a_tile_is_a_link_that_says_its_count_in_words() -> None:
    tiles = [
        Tile("San Ficticio", "/municipios/san-ficticio/", 0.5, 0, 1),
        Tile("Otro", "/o/", 1, 1, 0),
    ]

    svg = hexagon_map(tiles, label="Mapa", current="Otro")

    assert 'href="/municipios/san-ficticio/"><title>San Ficticio: 1 comunicado</title>' in svg
    assert 'href="/o/" aria-current="true"><title>Otro: 0 comunicados</title>' in svg
    assert svg.count("losa-contorno") == 1
