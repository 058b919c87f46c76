"""The folio grammar: a bulletin's number in the forms that offices print.

    0275/2024 · Boletín 45/2023 · SSEM/0123/2024 · COMUNICADO NÚM. 067 · B-031-2024 · DPE/2005/20

A bare number counts only after a word that announces it. Sources: the forms listed in
`docs/reading.md`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .bulletin import Folio
from .folding import fold

FIRST_YEAR, LAST_YEAR = 1990, 2079

_GENRE = (
    r"(?:comunicados?|boletin(?:es)?|tarjeta|ficha|nota|informe|informativo|circular|aviso|folio|"
    r"expediente|consecutivo|c\.?\s?s\.?|prensa|bol\.|com\.)"
)
_QUALIFIER = (
    r"(?:de|del|la|para|prensa|medios|informativ[oa]s?|oficial|conjunto|conjunta|semanal|social)"
)
_MARKER = r"(?:numero|num|nro|no|n|folio|#)"
_LEAD = rf"(?P<lead>{_GENRE}(?:\s+{_QUALIFIER})*)"
_SEPARATOR = r"\s*[/\-_]\s*"
_PREFIX = (
    r"(?P<prefix>(?:[a-zñ][a-zñ0-9]{0,11}(?:\s*[/\-_.:]\s*|\s+)){0,4}?"
    r"(?:[a-zñ]{1,6}(?=\d{1,5}\s*[/\-]\s*(?:19|20)\d\d))?)"
)
_NUMBER = (
    rf"(?:(?P<yearfirst>(?:19|20)\d\d){_SEPARATOR}(?:[a-zñ]{{2,10}}{_SEPARATOR})?(?P<after>0\d{{2,5}}|\d{{3,5}}(?!\d))"
    rf"|(?P<number>\d{{1,5}})(?:(?:-?[a-z])?(?:{_SEPARATOR}(?:[a-zñ]{{2,10}}{_SEPARATOR})?|"
    r"\s+del?\s+)(?P<year>(?:19|20)\d\d|\d\d))?)"
)
_SUFFIX = r"(?P<suffix>(?:[\s/\-]*(?:bis|ter)|/[a-zñ]{2,10}){0,2})"
_FOLIO = re.compile(
    rf"^(?:(?:{_MARKER}\.?\s+de\s+)?{_LEAD}[\s:,.\-–|]*)?(?P<marker>(?:{_MARKER}[\s.:º°o]*)*)[\s:\-]*"
    rf"(?P<folio>{_PREFIX}{_NUMBER}{_SUFFIX})(?P<end>$|[\s.;,|]*$|\s*[.;|]\s*[-–—]?\s+|\s+[-–—|]\s+|\s+)"
)
_FULL_WIDTH = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {0xFF0F: ord("/")}
_LEAD_ANYWHERE = re.compile(r"\b(?:comunicado|boletin|tarjeta|ficha|folio)\b")
_BETWEEN = ("·", "•", "|", "–", "—")
_NO_OFFICE = ("cp", "tel", "ext")
_LEAD_ONLY = re.compile(rf"^{_LEAD}[\s:.]*(?:{_MARKER}[\s.:º°]*)*$")


@dataclass(frozen=True, slots=True)
class FolioReading:
    """A folio found in a line, what follows it there, and whether its form alone proves it.

    `announced` is true after a word such as «Boletín» or «No.».
    """

    folio: Folio
    rest: str
    announced: bool
    start: int
    end: int


def read_folio(line: str, *, announced: bool = False) -> FolioReading | None:
    """Read the folio with which a line opens, or None.

    `announced` says that the line before it was «BOLETÍN» or the like, so that a bare number is
    one. A date, a telephone or a quantity is never a folio.
    """
    text = line.translate(_FULL_WIDTH)
    match = _FOLIO.match(fold(text))
    if match is None:
        return None
    announced = announced or bool(match["lead"]) or bool(match["marker"].strip())
    year_text = match["yearfirst"] or match["year"]
    prefix = match["prefix"].strip()
    if prefix and not _is_prefix(
        text[match.start("prefix") : match.end("prefix")], announced=announced
    ):
        return None
    if not announced and not _is_proof(match, year_text):
        return None
    number = int(match["number"] or match["after"])
    year = _full_year(year_text)
    if (year_text and year is None) or not number:
        return None
    start, end = match.span("folio")
    printed = re.sub(r"\s*([/\-_])\s*", r"\1", text[start:end]).strip(" .,;")
    return FolioReading(
        folio=Folio(printed=printed, number=number, year=year),
        rest=text[match.end() :].strip(),
        announced=announced,
        start=start,
        end=end,
    )


def find_folio(line: str) -> FolioReading | None:
    """A folio with year among other words of a line («SSP | Boletín 0214/2025»), or None.

    What follows it stands apart by a sign.
    """
    for match in _LEAD_ANYWHERE.finditer(fold(line)):
        reading = read_folio(line[match.start() :])
        if reading is None or reading.folio.year is None:
            continue
        if not reading.rest or reading.rest.startswith(_BETWEEN):
            return reading
    return None


def read_profile_folio(line: str, pattern: str) -> FolioReading | None:
    """Read a folio by an office's own pattern (groups `number` and, where printed, `year`)."""
    text = line.translate(_FULL_WIDTH)
    match = re.search(pattern, fold(text), re.IGNORECASE)
    if match is None:
        return None
    groups = match.groupdict()
    if not (groups.get("number") or "").isdigit():
        return None
    start, end = match.span()
    return FolioReading(
        folio=Folio(text[start:end].strip(), int(groups["number"]), _full_year(groups.get("year"))),
        rest=text[end:].strip(),
        announced=True,
        start=start,
        end=end,
    )


def announces_folio(line: str) -> bool:
    """Whether a line is only the words that come before a number («BOLETÍN», «Comunicado No.»)."""
    return bool(_LEAD_ONLY.match(fold(line)))


def _is_prefix(text: str, *, announced: bool) -> bool:
    """Letters before the number are an office's mark: capitals, or parted by a slash or hyphen."""
    stripped = text.strip()
    letters = [character for character in stripped if character.isalpha()]
    if not letters:
        return False
    glued = text.rstrip()[-1] in "/-_."
    upper = all(character.isupper() for character in letters)
    return upper and (glued or announced or len(letters) <= 8)


def _is_proof(match: re.Match[str], year: str | None) -> bool:
    """Without an announcing word only number and full year, or a prefixed number, will do.

    Without a year too, where the line holds no more than letters, a sign and a number with its
    zeros: SSP-0019.
    """
    if year is None:
        prefix, number = match["prefix"], match["number"] or ""
        is_glued = prefix[-1:] in ("-", "/") and prefix[:-1] not in _NO_OFFICE
        is_whole = match.end() == len(match.string)
        return is_glued and is_whole and len(number) >= 3 and number.startswith("0")
    if len(year) == 4:
        return True
    return bool(match["prefix"].strip()) or len(match["number"] or "") >= 3


def _full_year(text: str | None) -> int | None:
    if not text:
        return None
    year = int(text)
    if len(text) == 2:
        year += 2000
    return year if FIRST_YEAR <= year <= LAST_YEAR else None
