"""Dates, hours, sizes and counts as pages, feeds and citations write them, in Mexican Spanish.

Plain string building: these run several times per result, where template filters cost too much.
"""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

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
_DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_KILOBYTE = 1024


def long_date(day: dt.date) -> str:
    """«8 de abril de 2024»."""
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"


def short_date(day: dt.date) -> str:
    """«8 abr 2024», for lists."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def weekday_date(day: dt.date) -> str:
    """«lunes, 8 de abril de 2024»."""
    return f"{_DAYS[day.weekday()]}, {long_date(day)}"


def month_name(month: int, year: int) -> str:
    """«abril de 2024»; `month` counts from 1."""
    return f"{MONTHS[month - 1]} de {year}"


def long_moment(moment: dt.datetime) -> str:
    """«9 de abril de 2024, 10:42 h», in the archive's time zone."""
    local = timezone.localtime(moment)
    return f"{long_date(local)}, {local:%H:%M} h"


def short_moment(moment: dt.datetime) -> str:
    """«9 abr 2024, 10:42 h», in the archive's time zone."""
    local = timezone.localtime(moment)
    return f"{short_date(local)}, {local:%H:%M} h"


def exact_moment(moment: dt.datetime) -> str:
    """«lunes 8 de abril de 2024 a las 18:00 h», in the archive's time zone."""
    local = timezone.localtime(moment)
    article = "la" if local.hour == 1 else "las"
    return f"{weekday_date(local).replace(',', '')} a {article} {local:%H:%M} h"


def file_size(size: int) -> str:
    """Bytes as «184 KB» or «2.1 MB»."""
    kilobytes = size / _KILOBYTE
    if kilobytes < _KILOBYTE:
        return f"{max(1, round(kilobytes)):,} KB"
    return f"{kilobytes / _KILOBYTE:,.1f} MB"


def counted(number: int, one: str, many: str) -> str:
    """«1 comunicado», «2,947 comunicados»."""
    return f"{number:,} {one if number == 1 else many}"


def elapsed(start: dt.datetime, end: dt.datetime) -> str:
    """The two greatest units between two moments: «16 horas y 37 minutos», «2 días y 1 hora»."""
    minutes = max(0, int((end - start).total_seconds()) // 60)
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    parts = [
        counted(amount, one, many)
        for amount, one, many in (
            (days, "día", "días"),
            (hours, "hora", "horas"),
            (minutes, "minuto", "minutos"),
        )
        if amount
    ]
    return joined(parts[:2]) or "menos de un minuto"


def joined(words: list[str]) -> str:
    """A list in a sentence: «a, b y c», with «e» before the sound i."""
    if len(words) < 2:
        return "".join(words)
    last = words[-1]
    link = "e" if last.lower().startswith(("i", "í", "hi")) else "y"
    return f"{', '.join(words[:-1])} {link} {last}"
