"""Stretches of time as people write them: «marzo 2024», «2023», «última semana»."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from releases.language.folding import clean_typed, fold

MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_NUMBER_OF = {name: n for n, name in enumerate(MONTHS, 1)} | {
    name[:3]: n for n, name in enumerate(MONTHS, 1)
}
_NUMBER_OF |= {"sept": 9, "setiembre": 9}
_MONTH = r"(?:" + "|".join(sorted(_NUMBER_OF, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?:19|20)\d\d"
_OF = r"\s*(?:\bdel?\b)?\s*"
_UNITS = {"dia": 1, "dias": 1, "semana": 7, "semanas": 7}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both inclusive."""

    first: dt.date
    last: dt.date


def read_period(typed: str, *, today: dt.date) -> Period | None:
    """The stretch of time that a text names, or None where it names none.

    >>> read_period("marzo de 2024", today=dt.date(2024, 4, 4))
    Period(first=datetime.date(2024, 3, 1), last=datetime.date(2024, 3, 31))
    """
    text = " ".join(fold(clean_typed(typed)).replace(",", " ").split())
    for pattern, read in _FORMS:
        match = pattern.fullmatch(text)
        if match:
            try:
                period = read(match, today)
            except (ValueError, OverflowError):
                return None
            return period if period.first <= period.last else None
    return None


def _year(match: re.Match[str], _today: dt.date) -> Period:
    return Period(dt.date(int(match[1]), 1, 1), dt.date(int(match[2] or match[1]), 12, 31))


def _month(match: re.Match[str], _today: dt.date) -> Period:
    year = int(match["year"])
    first = _month_number(match["first"])
    last = _month_number(match["last"]) if match["last"] else first
    start = dt.date(int(match["first_year"] or year), first, 1)
    return Period(start, _month_end(year, last))


def _iso_month(match: re.Match[str], _today: dt.date) -> Period:
    year, month = int(match[1]), int(match[2])
    return Period(dt.date(year, month, 1), _month_end(year, month))


def _numeric_month(match: re.Match[str], _today: dt.date) -> Period:
    year, month = int(match["year"]), int(match["month"])
    return Period(dt.date(year, month, 1), _month_end(year, month))


def _day(match: re.Match[str], _today: dt.date) -> Period:
    year, month = int(match["year"]), _month_number(match["month"])
    last = dt.date(year, month, int(match["last"] or match["first"]))
    return Period(dt.date(year, month, int(match["first"])), last)


def _written_day(match: re.Match[str], _today: dt.date) -> Period:
    day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    return Period(day, day)


def _iso_day(match: re.Match[str], _today: dt.date) -> Period:
    day = dt.date.fromisoformat(match[0])
    return Period(day, day)


def _named(match: re.Match[str], today: dt.date) -> Period:
    month_start = today.replace(day=1)
    before = month_start - dt.timedelta(days=1)
    monday = today - dt.timedelta(days=today.weekday())
    named = {
        "hoy": Period(today, today),
        "ayer": Period(today - dt.timedelta(days=1), today - dt.timedelta(days=1)),
        "esta semana": Period(monday, today),
        "semana pasada": Period(monday - dt.timedelta(days=7), monday - dt.timedelta(days=1)),
        "este mes": Period(month_start, today),
        "mes pasado": Period(before.replace(day=1), before),
        "este ano": Period(dt.date(today.year, 1, 1), today),
        "ano pasado": Period(dt.date(today.year - 1, 1, 1), dt.date(today.year - 1, 12, 31)),
    }
    return named[match[1].replace("ñ", "n")]


def _recent(match: re.Match[str], today: dt.date) -> Period:
    count, unit = int(match["count"] or 1), match["unit"].replace("ñ", "n")
    if unit in _UNITS:
        return Period(today - dt.timedelta(days=count * _UNITS[unit] - 1), today)
    months = count * (12 if unit.startswith("ano") else 1)
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    day = min(today.day, calendar.monthrange(year, month + 1)[1])
    return Period(dt.date(year, month + 1, day) + dt.timedelta(days=1), today)


def _month_number(name: str) -> int:
    return _NUMBER_OF[name.rstrip(".")]


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], Period]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?:a[nñ]o )?({_YEAR})(?:\s*(?:-|–|a|al|y)\s*({_YEAR}))?", _year),
        (
            rf"(?:de )?(?P<first>{_MONTH})(?:{_OF}(?P<first_year>{_YEAR}))?"
            rf"(?:\s*(?:-|–|a|y|al)\s*(?P<last>{_MONTH}))?{_OF}(?P<year>{_YEAR})",
            _month,
        ),
        (rf"({_YEAR})-(\d\d?)", _iso_month),
        (rf"(?P<month>\d\d?)/(?P<year>{_YEAR})", _numeric_month),
        (
            rf"(?:del? )?(?P<first>\d\d?)(?:\s*(?:-|–|a|al|y)\s*(?P<last>\d\d?))?"
            rf"{_OF}(?P<month>{_MONTH}){_OF}(?P<year>{_YEAR})",
            _day,
        ),
        (rf"(?P<day>\d\d?)[/.-](?P<month>\d\d?)[/.-](?P<year>{_YEAR})", _written_day),
        (rf"{_YEAR}-\d\d-\d\d", _iso_day),
        (
            r"(?:el |la )?(hoy|ayer|esta semana|semana pasada|este mes|mes pasado|"
            r"este a[nñ]o|a[nñ]o pasado)",
            _named,
        ),
        (
            r"(?:en )?(?:el |la |los |las )?ultim[oa]s? (?:(?P<count>\d{1,4}) )?"
            r"(?P<unit>dias?|semanas?|mes(?:es)?|a[nñ]os?)",
            _recent,
        ),
    )
)
