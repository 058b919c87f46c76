"""The dateline grammar: place, date, and the first words of the body where it runs into them.

Toluca, Estado de México, 4 de abril de 2024
León, Gto., a 19 de septiembre de 2025.- La policía…
03 de Agosto de 2021.
TULTEPEC, Edomex.- (no date)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .bulletin import NamedPlace
from .dates import DateReading, find_date
from .folding import fold
from .places import PlaceIndex, PlaceReading

LONGEST_PLACE = 90
_TERMINATOR = re.compile(r"^\s*(?:[.:;,]\s*)?[-–—]+\s*|^\s*[.:]\s+|^\s*[.:]?$|^\s*\|\s*")
_DASHED = re.compile(r"^\s*(?:[.:;,]\s*)?[-–—]+\s*")
_PLACE_ONLY = re.compile(
    r"^(?P<place>[^.:]{2,60}(?:\.[^.:]{0,25}){0,3}?)\s*[.,]?\s*[-–—]+\s*(?=\S)"
)
_LABEL = re.compile(r"^(?:lugar y fecha|fecha|lugar)\s*:?\s+|^(?:fecha|lugar)\s*:\s*")
_HOUR = re.compile(r"^[\s,;]*(?:a las )?\d{1,2}:\d{2}(?:\s*(?:horas|hrs|h)\.?)?")
_VERB_LIKE = re.compile(
    r"\b(?:el|la|los|las|un|una|que|se|fue|fueron|ocurri\w+|desde|durante|para|por|con|hasta|"
    r"pasado|proximo|este|dia)\b"
)


@dataclass(frozen=True, slots=True)
class DatelineReading:
    """A dateline: `date` or `place` may be missing; `rest` is the body's text in the same line."""

    place: PlaceReading | None
    date: DateReading | None
    printed: str
    rest: str
    rule: str

    @property
    def named_place(self) -> NamedPlace | None:
        return self.place.named if self.place is not None else None


def read_dateline(text: str, places: PlaceIndex) -> DatelineReading | None:
    """Read the dateline with which a text opens, or None: a sentence with a date in it is none."""
    label = _LABEL.match(fold(text))
    shift = label.end() if label else 0
    shown = text[shift:]
    date = find_date(shown[: LONGEST_PLACE + 70])
    if date is None or date.start > LONGEST_PLACE:
        return _read_place_only(text, places)
    before = shown[: date.start].strip(" ,;.-–—|")
    place = places.read(_strip_article(before)) if before else None
    after = shown[date.end :]
    if not before:
        trailing = _read_place_after(after, places)
        if trailing is not None:
            return DatelineReading(trailing, date, text.strip(), "", "fecha-y-lugar")
    hour = _HOUR.match(fold(after))
    after = after[hour.end() :] if hour else after
    end = _TERMINATOR.match(after)
    if before and (place is None or not _is_place_text(before, place)):
        return None
    if end is None and not _opens_sentence(after, place):
        return None
    rest = after[end.end() :] if end else after.strip(" ,;")
    if not before and rest and not _DASHED.match(after):
        return None
    if rest and end is not None and not _DASHED.match(after) and not _opens_sentence(rest, place):
        return None
    printed = text[: len(text) - len(rest)] if rest else text
    return DatelineReading(place, date, printed.strip(), rest.strip(), "lugar-y-fecha")


def _read_place_after(after: str, places: PlaceIndex) -> PlaceReading | None:
    """«4 de abril de 2024 | Toluca, Estado de México»: a known place and nothing else."""
    shown = after.strip(" ,;.|-–—")
    if not shown or len(shown.split()) > 8 or not shown[0].isupper():
        return None
    place = places.read(shown)
    return place if place is not None and place.known else None


def _read_place_only(text: str, places: PlaceIndex) -> DatelineReading | None:
    """«TOLUCA, Estado de México.- …»: only a known place, and only before a dash."""
    match = _PLACE_ONLY.match(text)
    if match is None:
        return None
    place = places.read(match["place"])
    if place is None or not place.known or not _is_place_text(match["place"], place):
        return None
    return DatelineReading(place, None, match[0].strip(), text[match.end() :], "lugar")


def _strip_article(text: str) -> str:
    return re.sub(r"(?i)[\s,;]+(?:a|al|el|en)$", "", text).strip(" ,;")


def _is_place_text(text: str, place: PlaceReading) -> bool:
    """A place is a short row of names; verbs and articles around it make a sentence of it."""
    if place.known and len(text.split()) <= 4:
        return True
    folded = fold(_strip_article(text))
    verbs = _VERB_LIKE.findall(folded)
    names = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in names)
    if not place.known:
        return not verbs and "," in text and capitals == len(names)
    return len(verbs) <= 2 and capitals >= 0.7 * len(names) and len(text.split()) <= 14


def _opens_sentence(text: str, place: PlaceReading | None) -> bool:
    bare = text.lstrip(' ,;.“"«¿¡')
    return place is not None and place.known and bare[:1].isupper()
