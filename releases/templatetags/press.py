"""The words of `presentation` as template filters, and icons and typefaces as tags."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils import timezone
from django.utils.html import format_html

from releases import fonts, presentation
from releases.pages.icons import draw_icon
from releases.pages.routes import address_of

register = template.Library()

register.filter("weekday_date", presentation.weekday_date)
register.filter("long_moment", presentation.long_moment)
register.filter("short_moment", presentation.short_moment)
register.filter("exact_moment", presentation.exact_moment)
register.filter("file_size", presentation.file_size)
register.simple_tag(draw_icon, name="icon")
# As `url` where a part of many pages asks for a route without arguments, at a tenth of its cost.
register.simple_tag(address_of, name="address")


@register.filter
def long_date(day: dt.date | None) -> str:
    """«8 de abril de 2024»; of a moment, its day in central Mexico."""
    return presentation.long_date(_local(day)) if day else ""


@register.filter
def weekday(day: dt.date) -> str:
    """«lunes»."""
    return presentation.weekday_date(day).partition(",")[0]


@register.filter
def short_date(day: dt.date | None) -> str:
    """«8 abr 2024», for lists."""
    return presentation.short_date(_local(day)) if day else ""


@register.filter
def day_month(day: dt.date) -> str:
    """«8 abr», where the year stands above."""
    return f"{day.day} {presentation.MONTHS[day.month - 1][:3]}"


@register.filter
def month_and_year(day: dt.date) -> str:
    """«abril de 2024»."""
    return presentation.month_name(day.month, day.year)


@register.filter
def thousands(number: int) -> str:
    """«2,947»."""
    return f"{number:,}"


@register.filter
def share_of(part: int, whole: int) -> str:
    """«4.2 %»: what share `part` is of `whole`, with a narrow space; «0 %» of nothing."""
    percent = 100 * part / whole if whole else 0
    written = f"{percent:.1f}".removesuffix(".0")
    return f"{written}\N{NARROW NO-BREAK SPACE}%"


@register.filter
def folio_number(folio: str) -> str:
    """A printed folio without its year: «0296» of «0296/2024»."""
    return folio.rpartition("/")[0] or folio


@register.filter
def folio_year(folio: str) -> str:
    """The year of a printed folio with its stroke, «/2024», or nothing."""
    number, stroke, year = folio.rpartition("/")
    return stroke + year if number else ""


class Phone(NamedTuple):
    """A telephone line for readers: the number as written, as dialled, and whose it is."""

    written: str
    digits: str
    label: str


@register.filter
def phone_of(line: str) -> Phone:
    """The parts of «9-1-1 Emergencias»."""
    written, _, label = line.partition(" ")
    return Phone(written, re.sub(r"\D", "", written), label)


@register.simple_tag
def font_links() -> str:
    """The stylesheet of the typefaces and the preload of the roman, where they have been cut."""
    if not (settings.FONTS_ROOT / fonts.STYLESHEET).exists():
        return ""
    try:
        roman, stylesheet = (
            staticfiles_storage.url(f"fonts/{name}") for name in (fonts.PRELOADED, fonts.STYLESHEET)
        )
    except ValueError:  # cut after the static files were collected: not in the manifest
        return ""
    return format_html(
        '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>\n'
        '  <link rel="stylesheet" href="{}">',
        roman,
        stylesheet,
    )


def _local(day: dt.date) -> dt.date:
    """The date to show: a moment's day in central Mexico, a date as it is."""
    return timezone.localdate(day) if isinstance(day, dt.datetime) else day
