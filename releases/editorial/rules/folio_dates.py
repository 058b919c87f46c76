"""Folio, dateline and date of the text that disagree, and dates that do not exist."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from releases.editorial.findings import Mark
from releases.editorial.lexical import small_number
from releases.editorial.passage import FOLIO
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialCode, TextField

_MONTH_NAMES = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
)
_MONTHS = {name: n for n, name in enumerate(_MONTH_NAMES.split(" "), start=1)} | {"setiembre": 9}
_WEEKDAYS = ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"]
_DATE = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+)?(?:(?:el\s|al\s)?dia\s)?"
    r"(?P<day>\d{1,2}|[a-z]+(?: y [a-z]+)?)[°º]?\s+(?:dias\s)?de[l]?\s+(?:mes de\s)?"
    rf"(?P<month>{'|'.join(_MONTHS)})"
    r"(?:,?\s+(?:de(?:l)?(?: año)?\s)?(?P<year>(?:19|20)\d\d))?\b"
)
_NUMERIC = re.compile(
    r"\b(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>(?:19|20)\d\d)\b"
)
_FOLIO_YEAR = re.compile(
    r"\d{1,5}\s*(?:[a-z]{1,2}\s*)?[/-]\s*(?P<year>(?:19|20)\d\d|\d\d)\b(?![/-]\d)"
)
_FOLIO_OF = re.compile(r"\d{1,5}\s+del?\s+(?P<year>(?:19|20)\d\d)\b")
_ISSUED = re.compile(
    r"^\s*(?:[^\n.]{3,70}?,\s+)?(?:a\s)?(?:\w+\s)?\d{1,2}[°º]? de \w+ de[l]? \d{4}\s*[.:;]?\s*[-–—]"
)
_TODAY = re.compile(
    r"\b(?:este|esta|hoy|el dia de hoy|la mañana de hoy|la fecha de hoy|fechad[oa] (?:el"
    r"|hoy)|emitid[oa] (?:el|hoy)|se (?:emite|expide|publica|difunde) (?:el|hoy"
    r"|este))(?:\s(?:mismo\s)?(?:dia\s)?(?:lunes|martes|miercoles|jueves|viernes|sabado"
    r"|domingo)?)?,?\s*$"
)
_FUTURE = re.compile(r"\b\w+(?:ara|era|ira|aran|eran|iran)\b|\bva a\b|\bvan a\b|\bproxim[oa]")


@dataclass(frozen=True, slots=True)
class _Read:
    """A date as written: `day` is None where it does not exist."""

    start: int
    end: int
    day: dt.date | None
    weekday: str | None
    has_year: bool


def find_disagreeing_dates(reading: Reading) -> Iterator[Mark]:
    """Dates that do not exist, wrong weekdays, a folio of another year, another day of issue."""
    dates = list(_dates(reading))
    for date in dates:
        if date.day is None:
            yield _mark(date.start, date.end, "La fecha no existe en el calendario. Corríjala.")
        elif date.weekday and date.has_year and _WEEKDAYS[date.day.weekday()] != date.weekday:
            real = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
            yield _mark(
                date.start,
                date.end,
                f"Ese día fue {real[date.day.weekday()]}. Corrija el día de la semana o la fecha.",
            )
    issue = _issue_date(reading, dates)
    if issue is None or issue.day is None:
        return
    yield from _folio_year(reading, issue)
    yield from _other_issue(reading, dates, issue)


def _mark(start: int, end: int, why: str) -> Mark:
    return Mark(code=EditorialCode.FOLIO_DATE, start=start, end=end, why=why)


def _dates(reading: Reading) -> Iterator[_Read]:
    for match in _DATE.finditer(reading.folded):
        day = _day_number(match["day"])
        if day is None:
            continue
        month = _MONTHS[match["month"]]
        year = int(match["year"]) if match["year"] else 2024  # a leap year allows every day
        start = match.start("weekday") if match["weekday"] else match.start("day")
        yield _Read(
            start,
            match.end(),
            _real(year, month, day),
            match["weekday"],
            has_year=match["year"] is not None,
        )
    for match in _NUMERIC.finditer(reading.folded):
        if reading.passage.part_at(match.start()).field in {TextField.DATELINE, TextField.BODY}:
            day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
            if month <= 12 and day > 0:
                yield _Read(
                    match.start(), match.end(), _real(year, month, day), None, has_year=True
                )


def _day_number(words: str) -> int | None:
    words = "uno" if words in {"primero", "1ro", "1o"} else words
    return small_number(words.split(" y ")[-1] if not small_number(words) else words)


def _real(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _issue_date(reading: Reading, dates: list[_Read]) -> _Read | None:
    """The date of the dateline: its own field, or the form «Toluca, …, 3 de mayo de 2024.-»."""
    fields = {part.field: part for part in reversed(reading.parts)}
    dateline = fields.get(TextField.DATELINE)
    for date in dates:
        part = reading.passage.part_at(date.start)
        if date.has_year and (part is dateline or (dateline is None and _opens(reading, date))):
            return date
    return None


def _opens(reading: Reading, date: _Read) -> bool:
    """Whether a date stands in a dateline that opens a line of the text."""
    part = reading.passage.part_at(date.start)
    return (
        bool(_ISSUED.match(reading.folded[part.start : part.end])) and date.start - part.start < 80
    )


def _folio_year(reading: Reading, issue: _Read) -> Iterator[Mark]:
    part = next((part for part in reading.parts if part.field == FOLIO), None)
    if part is None or issue.day is None:
        return
    folded = reading.folded[part.start : part.end]
    match = _FOLIO_YEAR.search(folded) or _FOLIO_OF.search(folded)
    if match and int(match["year"]) % 100 != issue.day.year % 100:
        yield _mark(
            part.start,
            part.end,
            f"El folio es de otro año que la fecha ({issue.day.year}). Corrija el que esté mal.",
        )


def _other_issue(reading: Reading, dates: list[_Read], issue: _Read) -> Iterator[Mark]:
    """A date that the text gives as the day of issue, or as past, and the dateline contradicts."""
    for date in dates:
        if date is issue or date.day is None or issue.day is None:
            continue
        day = date.day if date.has_year else date.day.replace(year=issue.day.year)
        before = reading.before(date.start, 50)
        sentence = reading.sentence_at(date.start)
        text = reading.folded[sentence.start : sentence.end]
        dated_again = (
            _opens(reading, date)
            and reading.passage.part_at(date.start).field != TextField.DATELINE
        )
        told_as_today = _TODAY.search(before) and not _FUTURE.search(text)
        if day != issue.day and dated_again:
            yield _mark(
                date.start,
                date.end,
                "El texto lleva otra fecha de emisión que el encabezado. Deje una sola.",
            )
        elif (
            day > issue.day
            and date.has_year
            and _is_told_as_past(text)
            and not _is_plan(reading, date)
        ):
            yield _mark(
                date.start,
                date.end,
                "Se narra como pasado un día posterior a la fecha del comunicado. Revise ambas.",
            )
        elif (
            day != issue.day
            and told_as_today
            and re.search(r"hoy|emit|expid|public|difund|fechad", before)
        ):
            yield _mark(
                date.start,
                date.end,
                "El texto da como día de hoy otra fecha que el encabezado. Revise ambas.",
            )
        elif day > issue.day and told_as_today and _is_told_as_past(text):
            yield _mark(
                date.start,
                date.end,
                "El día que da el texto es posterior a la fecha del comunicado. Revise ambas.",
            )


def _is_told_as_past(text: str) -> bool:
    return bool(
        re.search(r"\b\w{3,}(?:aron|ieron|eron)\b", text)
        or re.search(
            r"\b(?:concluyo|inicio|arranco|termino|inauguro|presento|informo|entrego"
            r"|realizo|detuvo|celebro|participo|rindio|recibio|asistio|encabezo|firmo|tomo"
            r"|fue|se llevo|tuvo|dio|puso|abrio|sostuvo|reunio|egreso|clausuro|conmemoro"
            r"|acudio|visito|recupero|aseguro|localizo)\b",
            text,
        )
    ) and not _FUTURE.search(text)


def _is_plan(reading: Reading, date: _Read) -> bool:
    """Deadlines and validity: «vigente hasta el…», «programado para el…»."""
    return bool(
        re.search(
            r"\b(?:hasta|para|al|vence\w*|vigen\w+|plazo|antes del|a partir del|limite"
            r"|programad\w+|previst\w+|desde|anunci\w+|convoc\w+|invit\w+)\b[^.;]{0,25}$",
            reading.before(date.start, 50),
        )
    )
