"""Results over time as bars that are links: months, or years once months would be hair-thin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

from releases.pages.search_links import SearchLinks
from releases.presentation import month_name
from releases.search.facets import MonthCount

_HEIGHT = 64
_STEP, _BAR = 20, 16
_MOST_MONTHS = 72
_MOST_LABELS = 6

Address = Callable[[dt.date, dt.date], str]


@dataclass(frozen=True, slots=True)
class Histogram:
    """The drawing, and the years below it as pairs of year and address."""

    svg: SafeString
    years: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    first: dt.date
    last: dt.date
    count: int


def draw_histogram(
    months: Sequence[MonthCount],
    links: SearchLinks,
    *,
    first_day: dt.date | None,
    last_day: dt.date | None,
) -> Histogram | None:
    """Bars from the first year with results to the last; those outside the chosen days are pale.

    None without results: an empty chart tells nothing.
    """
    if not months:
        return None
    first, last = months[0].year, months[-1].year
    bars = _month_bars(months) if (last - first + 1) * 12 <= _MOST_MONTHS else _year_bars(months)
    highest = max(bar.count for bar in bars)
    width = len(bars) * _STEP - (_STEP - _BAR)
    address = links.dates()
    drawn = "".join(
        _draw_bar(
            bar,
            left=number * _STEP,
            share=bar.count / highest,
            url=address(bar.first, bar.last),
            is_inside=_is_inside(bar, first_day, last_day),
        )
        for number, bar in enumerate(bars)
    )
    svg = (
        f'<svg viewBox="0 0 {width} {_HEIGHT}" preserveAspectRatio="none" height="{_HEIGHT}" '
        f'role="group" aria-label="Comunicados encontrados, de {first} a {last}">{drawn}'
        f'<line class="eje" x1="0" x2="{width}" y1="{_HEIGHT}" y2="{_HEIGHT}"/></svg>'
    )
    return Histogram(SafeString(svg), _year_links(first, last, address))


def _draw_bar(bar: _Bar, *, left: int, share: float, url: str, is_inside: bool) -> str:
    """Drawn as a string: there are up to seventy-two. Nothing but the address needs escaping."""
    inside = " barra--dentro" if is_inside else ""
    return (
        f'<a href="{escape(url)}" tabindex="-1"><rect class="barra{inside}" x="{left}" '
        f'y="{round(_HEIGHT * (1 - share), 1)}" width="{_BAR}" '
        f'height="{round(_HEIGHT * share, 1)}"><title>{bar.name}: {bar.count:,}</title></rect></a>'
    )


def _month_bars(months: Sequence[MonthCount]) -> list[_Bar]:
    counts = {(month.year, month.month): month.count for month in months}
    return [
        _Bar(
            month_name(month, year),
            dt.date(year, month, 1),
            _last_day(year, month),
            counts.get((year, month), 0),
        )
        for year in range(months[0].year, months[-1].year + 1)
        for month in range(1, 13)
    ]


def _year_bars(months: Sequence[MonthCount]) -> list[_Bar]:
    return [
        _Bar(
            str(year),
            dt.date(year, 1, 1),
            dt.date(year, 12, 31),
            sum(month.count for month in months if month.year == year),
        )
        for year in range(months[0].year, months[-1].year + 1)
    ]


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def _is_inside(bar: _Bar, first_day: dt.date | None, last_day: dt.date | None) -> bool:
    return (first_day is None or bar.last >= first_day) and (
        last_day is None or bar.first <= last_day
    )


def _year_links(first: int, last: int, address: Address) -> tuple[tuple[int, str], ...]:
    """Every year, or every few years where all would not fit."""
    step = -(-(last - first + 1) // _MOST_LABELS)
    return tuple(
        (year, address(dt.date(year, 1, 1), dt.date(min(year + step - 1, last), 12, 31)))
        for year in range(first, last + 1, step)
    )
