"""Spanish dates in the forms of datelines, and only those."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from .folding import fold

_MONTH_NAMES = """
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
"""
MONTHS = tuple(_MONTH_NAMES.split())
WEEKDAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
_MONTH_FORMS = {name: index for index, name in enumerate(MONTHS, start=1)} | {"setiembre": 9}
_MONTH_FORMS |= {name[:3]: index for index, name in enumerate(MONTHS, start=1)} | {"sept": 9}
_UNIT_NAMES = """
uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis
diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco
veintiseis veintisiete veintiocho veintinueve treinta
"""
_UNITS = tuple(_UNIT_NAMES.split())
_DAY_WORDS = {word: index for index, word in enumerate(_UNITS, start=1)}
_DAY_WORDS |= {"primero": 1, "treinta y uno": 31}
_YEAR_WORDS = {
    f"dos mil {word}": 2000 + index for index, word in enumerate(_UNITS, start=1) if index < 30
}

_DAY = (
    r"(?P<day>\d{1,2}|" + "|".join(sorted(_DAY_WORDS, key=len, reverse=True)) + r")"
    r"\s*(?:º|°|ª|\.º|er\.?|ro\.?|o\.)?"
)
_WEEKDAY = r"(?:(?P<weekday>" + "|".join(WEEKDAYS) + r")\s*,?\s+(?:a\s+)?)?"
_MONTH = r"(?P<month>[a-z]{3,10})\.?"
_YEAR = (
    r"(?P<year>(?:19|20)\d\d|" + "|".join(sorted(_YEAR_WORDS, key=len, reverse=True)) + r"|\d{4})"
)
_OPENING = r"(?:(?:a|al|el|del|hoy|fecha:?)\s+)?"
LONG_DATE = re.compile(
    rf"(?:\b{_OPENING}{_WEEKDAY}(?:a\s+)?(?:(?:los|el)\s+)?(?:dia\s+)?)"
    rf"(?<![\d/]){_DAY}\s*(?:dias?\s+)?(?:(?:del?\s+)?mes\s+)?(?:de\s+|del\s+|/|-|\s)\s*{_MONTH}\s*"
    rf"(?:,|del?\s+a[nñ]o|del?|/|-|\s)?\s*(?:de\s+)?{_YEAR}(?!\d)"
)
MONTH_FIRST_DATE = re.compile(
    rf"\b{_OPENING}{_WEEKDAY}(?P<month>" + "|".join(MONTHS) + r")\s+"
    r"(?P<day>\d{1,2})\s*(?:,|del?)\s*(?P<year>(?:19|20)\d\d)(?!\d)"
)
NUMERIC_DATE = re.compile(
    rf"\b{_OPENING}{_WEEKDAY}(?P<day>\d{{1,2}})(?P<sep>[/.\-])(?P<month>\d{{1,2}})(?P=sep)"
    r"(?P<year>(?:19|20)\d\d)(?![\d/])"
)


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date found in a text: `value` is None where the day does not exist; `doubt` says why.

    `start` and `end` are offsets of its words.
    """

    value: dt.date | None
    doubt: str
    start: int
    end: int


def find_date(text: str) -> DateReading | None:
    """The first date of a text, or None. Impossible days and unknown months give a doubt."""
    folded = fold(text)
    found = [
        match
        for pattern in (LONG_DATE, MONTH_FIRST_DATE, NUMERIC_DATE)
        if (match := pattern.search(folded)) is not None
    ]
    if not found:
        return None
    return _read(min(found, key=lambda match: match.start()), text)


def _read(match: re.Match[str], text: str) -> DateReading | None:
    start, end = match.span()
    quote = text[start:end].strip()
    numeric = match["month"].isdigit()
    month = int(match["month"]) if numeric else _MONTH_FORMS.get(match["month"])
    day = int(match["day"]) if match["day"].isdigit() else _DAY_WORDS[match["day"]]
    year = int(match["year"]) if match["year"].isdigit() else _YEAR_WORDS[match["year"]]
    if month is None:
        if not _resembles_month(match["month"]):
            return None
        return DateReading(None, f"Fecha no válida: «{quote}». Escriba la fecha.", start, end)
    try:
        value = dt.date(year, month, day)
    except ValueError:
        return DateReading(None, f"Fecha no válida: «{quote}». Escriba la fecha.", start, end)
    doubt = ""
    if numeric and day <= 12 and day != month:
        doubt = f"La fecha «{quote}» puede leerse de dos formas. Confirme día y mes."
    weekday = match["weekday"]
    if weekday and WEEKDAYS.index(weekday) != value.weekday():
        doubt = f"El día de la semana no corresponde a la fecha «{quote}». Confírmela."
    return DateReading(value, doubt, start, end)


def _resembles_month(word: str) -> bool:
    """A month with one letter wrong or missing («abri»), so that it is asked about, not ignored."""
    return any(_distance_at_most_two(word, month) for month in MONTHS)


def _distance_at_most_two(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 2 or left[:1] != right[:1]:
        return False
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1] <= 2
