"""Charts as SVG: plain numbers in, markup out. No database, no request.

Widths and heights are attributes, never styles: the content policy allows nothing inline.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from releases.presentation import MONTHS, counted, month_name

_STEP = 26  # width of a month, bar and gap, in units of the drawing
_BAR = 20
_HEX_RADIUS = 1 / math.sqrt(3)  # of a hexagon one unit wide
_SCALE = 40  # units of the drawing per hexagon
TINTS = 5


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many bulletins were issued in a month; `address` leads to them, if it is given."""

    year: int
    month: int
    count: int
    address: str = ""

    @property
    def name(self) -> str:
        return month_name(self.month, self.year)


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of the table beside a chart: twelve counts, None for months outside the chart."""

    year: int
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class MonthlyChart:
    """Bars by month, the axis below them as (year, months shown), and the same as a table."""

    svg: SafeString
    axis: tuple[tuple[int, int], ...]
    table: tuple[YearRow, ...]
    month_names: ClassVar = tuple(name[:3] for name in MONTHS)


@dataclass(frozen=True, slots=True)
class Tile:
    """A municipality of the tile map: its column (half steps count) and row, from the north."""

    name: str
    address: str
    column: float
    row: int
    count: int


def monthly_chart(
    months: Sequence[MonthCount], *, label: str, height: int = 96, today: dt.date | None = None
) -> MonthlyChart:
    """Draw consecutive months. The month of `today` is dashed: it is not over.

    Raises ValueError without months.
    """
    if not months:
        raise ValueError("a chart needs at least one month")
    highest = max(month.count for month in months)
    current = (today.year, today.month) if today else None
    bars = format_html_join(
        "",
        "{}",
        (
            (_bar(n, month, highest, height, is_partial=(month.year, month.month) == current),)
            for n, month in enumerate(months)
        ),
    )
    width = len(months) * _STEP - (_STEP - _BAR)
    role = "group" if any(month.address for month in months) else "img"
    svg = format_html(
        '<svg viewBox="0 0 {w} {h}" preserveAspectRatio="none" height="{h}" role="{role}" '
        'aria-label="{label}">{bars}<line class="eje" x1="0" x2="{w}" y1="{h}" y2="{h}"/></svg>',
        w=width,
        h=height,
        role=role,
        label=label,
        bars=bars,
    )
    return MonthlyChart(svg=svg, axis=_axis(months), table=_table(months))


def tint_of(count: int, highest: int) -> int:
    """The step of colour, 0 for none to TINTS for the most, by the square root of the share.

    A few large municipalities would leave all others in one tint on a linear scale.
    """
    if not count:
        return 0
    return max(1, math.ceil(TINTS * math.sqrt(count / highest)))


def hexagon_map(tiles: Sequence[Tile], *, label: str, current: str = "") -> SafeString:
    """Draw one hexagon per municipality, each a link named in words. `current` is the name of one
    to outline."""
    highest = max((tile.count for tile in tiles), default=0)
    columns = max(tile.column for tile in tiles) + 1
    rows = max(tile.row for tile in tiles)
    height = rows * math.sqrt(3) / 2 + 2 * _HEX_RADIUS
    drawn = format_html_join(
        "",
        '<a class="losa losa--{}" href="{}"{}><title>{}: {}</title>'
        '<use href="#losa" x="{}" y="{}"/></a>',
        (
            (
                tint_of(tile.count, highest),
                tile.address,
                SafeString(' aria-current="true"') if tile.name == current else "",
                tile.name,
                counted(tile.count, "comunicado", "comunicados"),
                *_middle(tile),
            )
            for tile in tiles
        ),
    )
    # Drawn after the others, or its neighbours would cover half of the line.
    outline = format_html_join(
        "",
        '<use class="losa-contorno" href="#losa" x="{}" y="{}"/>',
        (_middle(tile) for tile in tiles if tile.name == current),
    )
    return format_html(
        '<svg viewBox="0 0 {} {}" role="group" aria-label="{}">'
        '<defs><path id="losa" d="{}"/></defs>{}{}</svg>',
        round(columns * _SCALE),
        round(height * _SCALE),
        label,
        _hexagon(),
        drawn,
        outline,
    )


def _bar(n: int, month: MonthCount, highest: int, height: int, *, is_partial: bool) -> SafeString:
    size = height * month.count / highest if highest else 0
    bar = format_html(
        '<rect class="barra barra--{}" x="{}" y="{}" width="{}" height="{}">'
        "<title>{}: {}</title></rect>",
        "parcial" if is_partial else "dentro",
        n * _STEP,
        _number(height - size),
        _BAR,
        _number(size),
        month.name,
        f"{month.count:,}",
    )
    if not month.address:
        return bar
    # Out of the tab order: the years below lead to the same lists.
    return format_html('<a href="{}" tabindex="-1">{}</a>', month.address, bar)


def _axis(months: Sequence[MonthCount]) -> tuple[tuple[int, int], ...]:
    by_year = groupby(months, key=lambda month: month.year)
    return tuple((year, len(list(group))) for year, group in by_year)


def _table(months: Sequence[MonthCount]) -> tuple[YearRow, ...]:
    rows = []
    for year, group in groupby(months, key=lambda month: month.year):
        counts = {month.month: month.count for month in group}
        rows.append(YearRow(year, tuple(counts.get(month) for month in range(1, 13))))
    return tuple(rows)


def _middle(tile: Tile) -> tuple[str, str]:
    """Where a tile's middle lies in the drawing."""
    x = (tile.column + 0.5) * _SCALE
    y = (tile.row * math.sqrt(3) / 2 + _HEX_RADIUS) * _SCALE
    return _number(x), _number(y)


@functools.cache
def _hexagon() -> str:
    """The path of a pointy-top hexagon around the origin, a little smaller than its place."""
    radius = _HEX_RADIUS * _SCALE * 0.95
    corners = [
        f"{_number(radius * math.sin(angle))} {_number(-radius * math.cos(angle))}"
        for angle in (n * math.pi / 3 for n in range(6))
    ]
    return f"M{'L'.join(corners)}z"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
