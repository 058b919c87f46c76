"""Places named in a text: states, municipalities, countries; which of several is meant, if any."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from releases.parsing.folding import fold

from .context import is_inner_name
from .gazetteer import Gazetteer, NameKind, PlaceEntry, PlaceLevel
from .text import Match, NameTree, split_tokens

_MUNICIPAL = re.compile(
    r"\b(?:municipios?|alcaldias?|demarcacion|ayuntamientos?|cabecera|ciudad|localidad|"
    r"presidencia municipal|delegacion)\s+(?:(?:de|del|como|son)\s+)?$"
)
_ENTITY = re.compile(r"\b(?:estados?|entidad(?:es)?)\s+(?:(?:de|del|como)\s+)?$")
_LOCATIVE = re.compile(r"(?:\b(?:en|a|hacia|desde|hasta|de|del|y|e|entre|con|por|para)|,)\s+$")
_STATE_NEXT = re.compile(r"^\s*(?:,|\(|en el estado de|del estado de|estado de|en|de)\s*")

# Names that are also surnames, given names or common nouns: proof is needed before they count.
_AMBIGUOUS_WORDS = """
abasolo acuña aguilar aldama allende altamira altar aquiles armeria arteaga atenas bacalar batalla
benito blanca bravo bustamante calvillo camargo cardenas carmen carranza castillo centro colima
colon comonfort constitucion corregidora cortazar cortes cosio cruillas cuauhtemoc delicias doctor
dolores escobedo escuinapa esperanza fortuna galeana general gonzalez guadalupe guerrero hidalgo
independencia iturbide ixmiquilpan jimenez juarez lagos leon lerdo libertad llera lopez loreto luz
madera maravatio matamoros melchor mexico mier miguel mina moctezuma morelos naranjos nava nopala
nuevo obregon ocampo ojinaga ortega pabellon padilla palmar paraiso paz peñon pinos playa progreso
quintana rayon reforma reyes rosales rosario sabinas salinas salvador salvatierra santiago santos
sierra solidaridad tierra tres trinidad tula union ursulo valle ventura victoria villa zapata
zaragoza
"""
AMBIGUOUS = frozenset(_AMBIGUOUS_WORDS.split())


class PlaceMatcher:
    """The places of a gazetteer, compiled."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._home = gazetteer.home_state
        self._states = {
            place.inegi: place
            for place in gazetteer.places
            if place.level is PlaceLevel.STATE and place.inegi
        }
        self._state_names: NameTree[str] = NameTree(
            (name, place.inegi or "")
            for place in self._states.values()
            for name in {place.name, *(other.text for other in place.names)}
        )

    def names(self, gazetteer: Gazetteer) -> Iterable[tuple[str, PlaceEntry]]:
        """Every name under which a place is looked for in running text."""
        for place in gazetteer.places:
            names = {place.name}
            for name in place.names:
                short = name.kind is NameKind.ACRONYM and len(name.text.strip(".")) < 4
                if not short or place.level is not PlaceLevel.STATE:
                    names.add(name.text)
            for text in names:
                yield text, place

    def choose(
        self,
        candidates: list[PlaceEntry],
        text: str,
        match: Match[Any],
        state: str | None,
        *,
        upper: bool,
    ) -> PlaceEntry | None:
        """The place meant by a name here, or None where it is no place or cannot be told."""
        shown = text[match.start : match.end]
        if not _is_capitalised(shown):
            alias = any(_is_written_low(place, shown) for place in candidates)
            if not alias:
                return None
        if is_inner_name(text, match.start, match.end, upper=upper):
            return None
        before = fold(text[max(0, match.start - 40) : match.start])
        municipal = [p for p in candidates if p.level is PlaceLevel.MUNICIPALITY]
        others = [p for p in candidates if p.level is not PlaceLevel.MUNICIPALITY]
        if _ENTITY.search(before) and others:
            return others[0]
        stated = self._state_after(text, match.end)
        if stated is not None:
            there = [p for p in municipal if p.parent == stated]
            if there:
                return there[0]
        if others and not _MUNICIPAL.search(before):
            return self._choose_wide(others, municipal, shown, before, state, upper=upper)
        return self._choose_municipality(municipal, shown, before, state, upper=upper)

    def _choose_wide(
        self,
        others: list[PlaceEntry],
        municipal: list[PlaceEntry],
        shown: str,
        before: str,
        state: str | None,
        *,
        upper: bool,
    ) -> PlaceEntry | None:
        """A state or country; one whose name is a surname needs a preposition before it."""
        if fold(shown) in AMBIGUOUS and not (_LOCATIVE.search(before) or upper):
            return None
        local = [p for p in municipal if p.parent == state]
        if local and fold(shown) in AMBIGUOUS and state == self._home:
            return None
        return others[0]

    def _choose_municipality(
        self,
        municipal: list[PlaceEntry],
        shown: str,
        before: str,
        state: str | None,
        *,
        upper: bool,
    ) -> PlaceEntry | None:
        if not municipal:
            return None
        announced = bool(_MUNICIPAL.search(before))
        ambiguous = fold(shown).split()[0] in AMBIGUOUS and len(shown.split()) == 1
        ambiguous = ambiguous or len(shown) < 4
        for near in dict.fromkeys((state, self._home)):
            local = [p for p in municipal if p.parent == near]
            if local and (announced or not ambiguous or _is_place_phrase(before)):
                return local[0]
        if len({p.slug for p in municipal}) != 1:
            return None
        placed = announced or (bool(_LOCATIVE.search(before)) and not upper)
        return municipal[0] if placed and (announced or not ambiguous) else None

    def _state_after(self, text: str, end: int) -> str | None:
        """«Tula, Hidalgo»: the key of the state that follows a name."""
        joint = _STATE_NEXT.match(fold(text[end : end + 40]))
        if joint is None:
            return None
        start = end + joint.end()
        tail = text[start : start + 40]
        for match in self._state_names.search(tail, split_tokens(tail)):
            return match.values[0] if match.start == 0 else None
        return None


def _is_place_phrase(before: str) -> bool:
    return bool(re.search(r"\b(?:en|a|hacia|desde|hasta|municipios?)\s+$|,\s+$|\by\s+$", before))


def _is_capitalised(shown: str) -> bool:
    """Whether a name is written as one: «La Paz», but neither «la Paz» nor «San pedro»."""
    words = re.findall(r"[^\W\d_]+", shown)
    small = {"de", "del", "la", "las", "los", "el", "y", "e"}
    return words[0][0].isupper() and all(w[0].isupper() or w in small for w in words)


def _is_written_low(place: PlaceEntry, shown: str) -> bool:
    """An alias that is written in lower case («capital mexiquense»)."""
    return any(name.text == shown for name in place.names)
