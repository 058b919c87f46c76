"""Agencies named in a text: which of those with the same name is meant, and acronyms it defines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from releases.parsing.folding import fold

from .gazetteer import AgencyEntry, Gazetteer, Name, NameKind
from .text import Match, NameTree, split_tokens

_DEFINED = re.compile(
    r"^[\s,]*\(\s*(?:en adelante\s+|por sus siglas[^)]*?\s)?"
    r"([A-ZÁÉÍÓÚÑ][\w.\-’']{1,14})\b[^)]{0,60}\)"
)
_PLACE_AFTER = re.compile(r"(?i)^\s*(?:\([^)]{1,40}\)\s*)?(?:de la|del|de|en|,)?\s+")
_NAME_BEFORE = re.compile(
    r"((?:[A-ZÁÉÍÓÚÑ][\wÁÉÍÓÚÑáéíóúñ]*)(?:\s+(?:de|del|la|las|los|el|y|e|en|para|a|al|contra|por|"
    r"sobre|con)|,?\s+[A-ZÁÉÍÓÚÑ][\wÁÉÍÓÚÑáéíóúñ]*)*)\s*,?\s*$"
)
_ACRONYM = re.compile(
    r"\(\s*(?:[^()]{0,30}\s)?([A-ZÁÉÍÓÚÑ]{2,}[A-Za-z0-9ÁÉÍÓÚÑ]{0,8})\b[^()]{0,40}\)"
)
_INSTITUTION = re.compile(
    r"^(?:secretaria|subsecretaria|fiscalia|direccion|coordinacion|comision|instituto|poder|centro|"
    r"sistema|unidad|consejo|procuraduria|universidad|organismo|agencia|servicio|guardia|policia|"
    r"observatorio|oficina|embajada|comite|asociacion|camara|fundacion|protectora|registro|junta|"
    r"colegio|academia|tribunal|conferencia|programa|red|federacion|confederacion|banco|cuerpo|"
    r"secretariado|departamento|delegacion|administracion|comisaria|heroico|bomberos|patronato|"
    r"fideicomiso|corporativo|union|corporacion|organizacion|grupo|mesa)"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Who speaks and where: it decides between agencies of one name.

    `issuer` is the slug of the issuing agency, `state` the INEGI key of its state, `date` the
    bulletin's.
    """

    issuer: str | None
    state: str | None
    home_state: str
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class NamedAgency:
    """One name of one agency, as the tree of names holds it."""

    agency: AgencyEntry
    name: Name


@dataclass(frozen=True, slots=True)
class Definition:
    """«Long Name (ACR)»: the words of the name, the acronym and where it stands."""

    acronym: str
    name: str
    start: int
    end: int


class AgencyMatcher:
    """The agencies of a gazetteer, compiled; names with their state's name decide among twins."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._state_of = {agency.slug: agency.state for agency in gazetteer.agencies}
        self._states: NameTree[str] = NameTree(
            (name, place.inegi)
            for place in gazetteer.places
            if place.level.value == "entidad" and place.inegi
            for name in {
                place.name,
                *(other.text for other in place.names),
                f"Estado de {place.name}",
            }
            if len(name) > 3
        )

    def names(self, gazetteer: Gazetteer) -> Iterable[tuple[str, NamedAgency]]:
        """Every name of every agency, its main name and acronym among them."""
        for agency in gazetteer.agencies:
            names = list(agency.names)
            known = {name.text for name in names}
            if agency.name not in known:
                names.append(Name(agency.name))
            if agency.acronym and agency.acronym not in known:
                names.append(Name(agency.acronym, NameKind.ACRONYM))
            for name in names:
                yield name.text, NamedAgency(agency, name)

    def choose(
        self,
        candidates: list[NamedAgency],
        text: str,
        match: Match[Any],
        setting: Setting,
        defined: dict[str, str],
        *,
        upper: bool,
    ) -> tuple[NamedAgency, int] | None:
        """The agency meant by a name at this place, or None where it cannot be told.

        With it the offset up to which the text belongs to the name: a state said right after it
        («… (SSC) de la Ciudad de México») is part of it.
        """
        shown = text[match.start : match.end]
        own = defined.get(shown)
        written = [c for c in candidates if _is_written(c, shown, upper=upper)]
        if own is not None:
            meant = next((c for c in written if c.agency.slug == own), None)
            return (meant, self._state_after(text, match.end)[1]) if meant else None
        written = [c for c in written if _is_in_force(c, setting)]
        stated, end = self._state_after(text, match.end)
        there = [c for c in written if stated and c.agency.state == stated]
        if there:
            return there[0], end
        fitting = [c for c in written if self._is_for(c, setting)]
        meant = _nearest(fitting, setting, shown) if fitting else None
        return (meant, match.end) if meant else None

    def _is_for(self, candidate: NamedAgency, setting: Setting) -> bool:
        """A name kept for one issuer counts in its texts, and in those of its state's others."""
        only = candidate.name.issuer
        if only is None or only == setting.issuer:
            return True
        return setting.issuer is None and self._state_of.get(only) == setting.state

    def _state_after(self, text: str, end: int) -> tuple[str | None, int]:
        """The key of the state named right after a name, and where its name ends."""
        joint = _PLACE_AFTER.match(text[end:])
        if joint is None:
            return None, end
        start = end + joint.end()
        tail = text[start : start + 60]
        for match in self._states.search(tail, split_tokens(tail)):
            if match.start == 0:
                return match.values[0], start + match.end
            break
        return None, end


def _is_written(candidate: NamedAgency, shown: str, *, upper: bool) -> bool:
    """An acronym stands as printed; a name of one word needs its capital."""
    name = candidate.name
    if name.kind is NameKind.ACRONYM or (name.text.isupper() and " " not in name.text):
        bare = name.text.replace(".", "")
        return shown.replace(".", "") == bare or (upper and shown == name.text.upper())
    if " " not in name.text:
        return shown[:1].isupper()
    return True


def _is_in_force(candidate: NamedAgency, setting: Setting) -> bool:
    name = candidate.name
    if setting.date is None:
        return True
    after = name.valid_from is None or name.valid_from <= setting.date
    return after and (name.valid_until is None or setting.date <= name.valid_until)


def _nearest(fitting: list[NamedAgency], setting: Setting, shown: str) -> NamedAgency | None:
    """Among agencies of one name: the issuer, then its state's, then a federal one."""
    for candidate in fitting:
        if candidate.agency.slug == setting.issuer:
            return candidate
    scoped = [c for c in fitting if c.name.issuer is not None]
    if scoped:
        return scoped[0]
    state = setting.state or setting.home_state
    local = [c for c in fitting if c.agency.state == state]
    if local:
        return local[0]
    federal = [c for c in fitting if c.agency.state is None]
    if federal:
        return federal[0] if len({c.agency.slug for c in federal}) == 1 else None
    distinct = {c.agency.slug for c in fitting}
    if len(distinct) != 1:
        return None
    return fitting[0] if _is_specific(fitting[0], shown) else None


def _is_specific(candidate: NamedAgency, shown: str) -> bool:
    """A name that holds its place or is an acronym of its own may come from any state."""
    if candidate.name.kind is NameKind.ACRONYM:
        return len(shown) >= 4
    return candidate.name.kind is NameKind.OFFICIAL or len(shown.split()) >= 5


def find_definitions(text: str) -> list[Definition]:
    """All «Name of an Institution (ACRONYM)» of a text, also of names nobody knows."""
    found: list[Definition] = []
    for match in _ACRONYM.finditer(text):
        before = _NAME_BEFORE.search(text[: match.start()])
        if before is None:
            continue
        name = before[1]
        start = _institution_start(name)
        if start is None:
            continue
        name = name[start:]
        if len(name.split()) >= 2 and _initials_fit(name, match[1]):
            found.append(Definition(match[1], name, before.start(1) + start, match.end()))
    return found


def _institution_start(name: str) -> int | None:
    """Where the institution's own name begins in a row of capitalised words."""
    places = [
        match.start()
        for match in re.finditer(r"[^\W\d_]+", name)
        if _INSTITUTION.match(fold(match[0])) and match[0][0].isupper()
    ]
    return places[0] if places else None


def _initials_fit(name: str, acronym: str) -> bool:
    """At least half of the acronym's letters are initials of the name, in order."""
    initials = [word[0] for word in re.findall(r"[^\W\d_]+", fold(name))]
    letters = [letter for letter in fold(acronym) if letter.isalpha()]
    place = hits = 0
    for letter in letters:
        if letter in initials[place:]:
            place = initials.index(letter, place) + 1
            hits += 1
    return 2 * hits >= len(letters)


def defined_acronym(text: str, end: int) -> str | None:
    """The acronym in parentheses right after a name that ends at `end`."""
    match = _DEFINED.match(text[end:])
    if match is None:
        return None
    acronym = match[1].strip(".’'")
    letters = [character for character in acronym if character.isalpha()]
    upper = sum(character.isupper() for character in letters)
    return acronym if letters and 2 * upper >= len(letters) and upper >= 2 else None
