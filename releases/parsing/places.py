"""The dateline's place: «Toluca, Estado de México» looked up in the catalogue."""

from __future__ import annotations

import re
from dataclasses import dataclass

from releases.linking.gazetteer import Gazetteer, PlaceEntry, PlaceLevel

from .bulletin import NamedPlace
from .folding import fold_name

# Abbreviations of states as offices print them, by INEGI key; the catalogue adds its own names.
STATE_ABBREVIATIONS = {
    "01": "ags", "02": "bc", "03": "bcs", "04": "camp", "05": "coah", "06": "col",
    "07": "chis", "08": "chih", "09": "cdmx df", "10": "dgo", "11": "gto", "12": "gro",
    "13": "hgo", "14": "jal", "15": "mex edomex edomex edo mex", "16": "mich", "17": "mor",
    "18": "nay", "19": "nl", "20": "oax", "21": "pue", "22": "qro", "23": "qroo", "24": "slp",
    "25": "sin", "26": "son", "27": "tab", "28": "tamps tam", "29": "tlax", "30": "ver",
    "31": "yuc", "32": "zac",
}  # fmt: skip
_HONOURS = re.compile(
    r"^(?:h|heroica|heroico|san|municipio de|ciudad de|ciudad|cd|puerto de|villa de|"
    r"alcaldia|la ciudad de|el municipio de)\s+"
)


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """A place read from a dateline: `named` has an INEGI key only where the catalogue knows it."""

    named: NamedPlace
    known: bool
    doubt: str = ""


class PlaceIndex:
    """The places of a gazetteer by folded name, for datelines."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._home = gazetteer.home_state
        self._by_name: dict[str, list[PlaceEntry]] = {}
        self._states: dict[str, PlaceEntry] = {}
        self._by_first_word: dict[str, list[tuple[str, PlaceEntry]]] = {}
        for place in gazetteer.places:
            for text in {place.name, *(name.text for name in place.names)}:
                self._add(fold_name(text), place)
        by_key = {place.inegi: place for place in gazetteer.places if place.inegi}
        for key, forms in STATE_ABBREVIATIONS.items():
            if key in by_key:
                for form in forms.split():
                    self._states.setdefault(form, by_key[key])
        home = by_key.get(gazetteer.home_state)
        if home is not None:
            self._states.setdefault("edo mex", home)

    def _add(self, key: str, place: PlaceEntry) -> None:
        found = self._by_name.setdefault(key, [])
        if place not in found:
            found.append(place)
        if place.level is PlaceLevel.STATE:
            self._states.setdefault(key, place)
            self._states.setdefault(key.replace(" ", ""), place)
        elif place.level is PlaceLevel.MUNICIPALITY and key:
            self._by_first_word.setdefault(key.split()[0], []).append((key, place))

    def read(self, text: str) -> PlaceReading | None:
        """Read «Toluca, Estado de México», «León, Gto.», «CDMX»; None where no name can be."""
        parts = [part.strip(" .:()") for part in re.split(r"[,;()]|\s[-–|]\s", text)]
        parts = [part for part in parts if fold_name(part)]
        if not parts or len(parts) > 4 or any(character.isdigit() for character in text):
            return None
        state, names = self._split_state(parts)
        if not names:
            return self._as_state(state) if state is not None else None
        return self._read_municipality(names, state)

    def _split_state(self, parts: list[str]) -> tuple[PlaceEntry | None, list[str]]:
        names = list(parts)
        while names and fold_name(names[-1]) in {"mexico"} and len(names) > 2:
            names.pop()
        for index in range(len(names) - 1, -1, -1):
            found = self._state(names[index])
            if found is not None and (index > 0 or len(names) == 1):
                alone = len(names) == 1
                if alone and self._is_rather_municipality(names[0]):
                    return None, names
                return found, names[:index]
        return None, names

    def _is_rather_municipality(self, name: str) -> bool:
        """«Guanajuato» or «Puebla» alone is the city where a dateline names one place only."""
        folded = fold_name(name)
        levels = {place.level for place in self._by_name.get(folded, [])}
        return PlaceLevel.MUNICIPALITY in levels and folded != "mexico"

    def _state(self, name: str) -> PlaceEntry | None:
        folded = fold_name(name)
        return self._states.get(folded) or self._states.get(folded.replace(" ", ""))

    def _as_state(self, state: PlaceEntry) -> PlaceReading:
        return PlaceReading(NamedPlace(state.name, state.inegi), known=True)

    def _read_municipality(self, names: list[str], state: PlaceEntry | None) -> PlaceReading | None:
        key = state.inegi if state is not None else None
        for name in names:
            found = self._candidates(fold_name(name), key)
            if len(found) == 1:
                return self._known(found[0])
            if len(found) > 1:
                return self._choose(found, name)
        first = names[0]
        if not first[:1].isupper() or len(first) > 60:
            return None
        named = NamedPlace(first if not first.isupper() else first.title(), None)
        return PlaceReading(
            named, known=False, doubt=f"«{first}» no está en el catálogo de lugares. Elíjalo."
        )

    def _known(self, place: PlaceEntry) -> PlaceReading:
        return PlaceReading(NamedPlace(place.name, place.inegi), known=True)

    def _choose(self, found: list[PlaceEntry], name: str) -> PlaceReading:
        """Several municipalities of one name: that of the home state, else a person decides."""
        home = [place for place in found if place.parent == self._home]
        chosen = home[0] if len(home) == 1 else found[0]
        if len(home) == 1:
            return self._known(chosen)
        return PlaceReading(
            NamedPlace(chosen.name, None),
            known=True,
            doubt=f"Hay varios municipios llamados «{name}». Elija el correcto.",
        )

    def _candidates(self, folded: str, state: str | None) -> list[PlaceEntry]:
        for form in (folded, _HONOURS.sub("", folded)):
            exact = [
                place
                for place in self._by_name.get(form, [])
                if place.level is not PlaceLevel.COUNTRY and _lies_in(place, state)
            ]
            municipal = [place for place in exact if place.level is PlaceLevel.MUNICIPALITY]
            if municipal or exact:
                return municipal or exact
            longer = self._near(form, state)
            if longer:
                return longer
        return []

    def _near(self, folded: str, state: str | None) -> list[PlaceEntry]:
        """«Ecatepec» for Ecatepec de Morelos, «León de los Aldama» for León."""
        if not folded or len(folded) < 4:
            return []
        found: dict[str, PlaceEntry] = {}
        shorter: list[tuple[int, PlaceEntry]] = []
        for key, place in self._by_first_word.get(folded.split()[0], []):
            if not _lies_in(place, state):
                continue
            if key.startswith(folded + " "):
                found[place.slug] = place
            elif folded.startswith((key + " de ", key + " del ")):
                shorter.append((len(key), place))
        if found:
            return list(found.values())
        if shorter:
            longest = max(length for length, _ in shorter)
            return list({p.slug: p for length, p in shorter if length == longest}.values())
        return []


def _lies_in(place: PlaceEntry, state: str | None) -> bool:
    return state is None or place.parent == state or place.inegi == state
