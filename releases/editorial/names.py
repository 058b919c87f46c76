"""Finds the names of persons in running text and in headlines in capitals.

A name begins with a given name of the list, or follows words that announce one («quien dijo
llamarse…»). Names of streets, schools, hospitals, operations and municipalities are told apart by
the noun before them, heroes by a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from releases.editorial.lexical import CAPITAL, SMALL, fold_evenly
from releases.editorial.lexicon.given_names import SURNAMES
from releases.editorial.lexicon.people import TITLES
from releases.editorial.lists import Lists
from releases.editorial.name_words import QUOTE, NameWords
from releases.editorial.passage import Part
from releases.editorial.shouted_names import shouted_names
from releases.editorial.statements import introduces_person


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name at its place. `reserved`: written with «N» for the surname.

    `end` does not include the «N»; `close` does. `lead` is the folded post or title written
    before the name in the same run of capitals.
    """

    start: int
    end: int
    close: int
    has_surname: bool
    reserved: bool = False
    lead: str = ""

    @property
    def shows_surname(self) -> bool:
        return self.has_surname and not (self.reserved and self.end == self.close)


_WORD = (
    rf"(?:[{CAPITAL}][{SMALL}]+(?:['’-][{CAPITAL}]?[{SMALL}]+)*|[{CAPITAL}]{{3,}}|(?:Ma|Fco|Gpe"
    rf"|J|[{CAPITAL}])\.)"
)
_PARTICLE = r"(?:de\s+la\s+O|de\s+la|de\s+los|de\s+las|del|de|la)"
_RUN = re.compile(rf"(?<![\w@./-]){_WORD}(?:[ \u00a0]+(?:{_PARTICLE}[ ]+)?{_WORD})*(?![\w@/])")
_TOKEN = re.compile(rf"[{CAPITAL}{SMALL}'’.-]+")
_RESERVED = re.compile(rf"\s*{QUOTE}{{0,2}}\s?N(?![\w]){QUOTE}{{0,2}}")
# After the run, what is only said of persons: an age, an alias.
_OF_PERSON = re.compile(
    r"^\s*,\s*(?:de\s)?(?:\d{1,2}|[a-z]+(?: y [a-z]+)?) (?:años|meses)"
    r"|^\s*,\s*(?:victima|imputad[oa]|acusad[oa]|denunciante|detenid[oa])\b|^\s*,?\s*(?:alias"
    r"|\(a\)|apodad[oa])"
)
_CHILD_AFTER = re.compile(
    r"^\s*,\s*(?:un |una |el |la )?(?:bebe|niñ[oa]|menor|recien nacid[oa]|lactante|pequeñ[oa])\b"
)
_CHILD_BEFORE = re.compile(
    r"\b(?:bebe|niñ[oa]|menor|pequeñ[oa]|adolescente|joven|señora?|don|doña|llamarse"
    r"|hij[oa]|niet[oa]|herman[oa]|herman?it[oa]|sobrin[oa]|hijastr[oa]|ahijad[oa])\s*,?\s*$"
)
# «el rancho de Ariel Cantú»: somebody's, while «el rancho Los Arcos» bears a name.
_OWNED = re.compile(
    r"\b(?:alumn[oa]|estudiante) de (?:primaria|secundaria|telesecundaria|preparatoria|kinder)\s+$|"
    r"\b(?:rancho|casa|hacienda|predio|tienda|restaurante|farmacia|empresa|edificio|hotel|lote|caso)"
    r" de(?:l señor| la señora| don| doña)?\s+$"
)
_PLACE_AFTER = re.compile(
    r"^\s*,\s*(?:comunidad|colonia|municipio|pueblo|localidad|poblado|delegacion|barrio|ejido"
    r"|estado de|edomex|rancheria|cabecera)\b"
)
_LIST_LINK = re.compile(
    r"^\s*(?:,|y|e|o|u|esquina con|esq\.?|,\s*entre|entre)\s*(?:las?\s|los\s|el\s)?$"
)
# «las calles…», «las rutas…»: a list of places follows, parted by commas.
_MANY_PLACES = re.compile(
    r"(?:calles|avenidas|colonias|barrios|escuelas|rutas|municipios|mercados|plazas|"
    r"hospitales|comunidades|auditorios|operativos)\b"
)


@dataclass(frozen=True, slots=True)
class _PlaceRun:
    """The name of a place just read, which a list of such names may go on from."""

    end: int
    many: re.Match[str] | None

    def goes_on(self, between: str) -> bool:
        """Whether what stands before the next name makes it one of the same list."""
        link = _LIST_LINK.match(between)
        return bool(link) and (self.many is not None or "," not in between)


class NameFinder:
    """Finds persons with one set of lists; makes its patterns once."""

    def __init__(self, lists: Lists) -> None:
        self.words = NameWords(lists)

    def find(self, part: Part) -> tuple[Person, ...]:
        """The persons of one part, places counted in the passage."""
        finder = self._shouted if part.is_shouted else self._written
        persons = list(finder(part.text))
        return tuple(
            replace(
                p, start=p.start + part.start, end=p.end + part.start, close=p.close + part.start
            )
            for p in persons
        )

    def _written(self, text: str) -> Iterator[Person]:
        folded = fold_evenly(text)
        place: _PlaceRun | None = None
        for run in _RUN.finditer(text):
            if place and place.goes_on(folded[place.end : run.start()]):
                place = _PlaceRun(run.end(), place.many)
                continue
            named = self._after_place(text, folded, run)
            if named is None and self._opens_with_head(folded, run):
                place = _PlaceRun(run.end(), many=None)
                continue
            if named is None and self._is_place(folded, run):
                before = folded[max(0, run.start() - 60) : run.start()]
                head = self.words.place_before.search(before)
                many = _MANY_PLACES.match(head.group()) if head else None
                place = _PlaceRun(run.end(), many) if head else None
                continue
            person = self._person(text, folded, named or run)
            if person:
                yield person

    def _is_place(self, folded: str, run: re.Match[str]) -> bool:
        before = folded[max(0, run.start() - 60) : run.start()]
        name = folded[run.start() : run.end()]
        if _CHILD_BEFORE.search(before) or self._has_age(folded, run):
            return False
        if _OWNED.search(before) and self._is_full(name):
            return False
        if self.words.place_before.search(before) or _PLACE_AFTER.match(
            folded[run.end() : run.end() + 30]
        ):
            return True
        return name in self.words.known

    def _is_full(self, name: str) -> bool:
        """Whether a run is a given name with a surname, and no hero's."""
        words = name.split()
        return (
            self.words.is_given(words[0])
            and self.words.has_surname(words)
            and name not in self.words.known
        )

    def _opens_with_head(self, folded: str, run: re.Match[str]) -> bool:
        """«Circuito Interior», «San Juan de las Huertas»: the noun of a place in the name."""
        words = folded[run.start() : run.end()].split()
        head = words[0] in self.words.heads and words[0] not in self.words.posts
        return len(words) > 1 and head and not self.words.is_given(words[0])

    def _after_place(self, text: str, folded: str, run: re.Match[str]) -> re.Match[str] | None:
        """«penal de Barrientos Catarino Lomelí»: a name right after that of a locality."""
        if not re.search(r"\b(?:de|del|en)\s*$", folded[max(0, run.start() - 6) : run.start()]):
            return None
        tokens = list(_TOKEN.finditer(text, run.start(), run.end()))
        words = [folded[token.start() : token.end()] for token in tokens]
        place = self.words.is_rare(tokens[0].group().lower()) or words[0] in self.words.known
        if not place or self.words.is_given(words[0]):
            return None
        for at in range(1, len(words) - 1):
            rest = words[at + 1 :]
            if self.words.is_given(words[at]) and all(map(self.words.is_part, rest)):
                return _RUN.match(text, tokens[at].start())
        return None

    def _has_age(self, folded: str, run: re.Match[str]) -> bool:
        """«Santiago, de dos años»: a given name that a place bears too."""
        name = folded[run.start() : run.end()]
        return self.words.is_given(name) and bool(
            _OF_PERSON.match(folded[run.end() : run.end() + 40])
        )

    def _person(self, text: str, folded: str, run: re.Match[str]) -> Person | None:
        tokens = [m for m in _TOKEN.finditer(text, run.start(), run.end())]
        words = [folded[m.start() : m.end()].strip(".'’") for m in tokens]
        first = self._first_name(words, text, folded, run)
        if first is None:
            return self._inverted(text, folded, run, words)
        lead = " ".join(words[:first]) if self.words.is_title(words[0]) else ""
        start, end = tokens[first].start(), run.end()
        names = words[first:]
        if names[-1] == "n" and len(names) > 1:
            return self._reserved(tokens[first].start(), tokens[-2].end(), end, names[:-1], lead)
        if self._quoted(text, run, start, end):
            return None
        alone = " ".join(names) in self.words.known and not self._has_age(folded, run)
        if alone and not _CHILD_BEFORE.search(folded[max(0, start - 30) : start]):
            return None
        reserve = _RESERVED.match(text, end)
        if reserve:
            return self._reserved(start, end, reserve.end(), names, lead)
        if text[end - 1] == "." and len(names[-1]) > 1:
            end -= 1
        return Person(start, end, end, self.words.has_surname(names), lead=lead)

    def _reserved(self, start: int, end: int, close: int, names: list[str], lead: str) -> Person:
        shown = any(name in SURNAMES and not self.words.is_given(name) for name in names[1:])
        return Person(start, end, close, shown, reserved=True, lead=lead)

    def _first_name(
        self, words: list[str], text: str, folded: str, run: re.Match[str]
    ) -> int | None:
        """Where the name begins among the words of a run, or None where there is none."""
        given = next((i for i, word in enumerate(words) if self.words.is_given(word)), None)
        if given is not None:
            public = any(map(self.words.is_institution, words[given + 1 :]))
            written = text[run.start() : run.end()].lower().split()
            return None if public else self._after_lead(words[:given], written)
        if len(words) > 1 and words[0] in TITLES:
            return 1
        before = folded[max(0, run.start() - 60) : run.start()]
        first_word = text[run.start() : run.end()].split()[0].lower()
        if any(map(self.words.is_public, words)):
            return None
        if len(words) < 2:
            aged = _OF_PERSON.match(folded[run.end() : run.end() + 40])
            child = _CHILD_BEFORE.search(before) and (aged or self.words.is_rare(first_word))
            return 0 if child or _CHILD_AFTER.match(folded[run.end() : run.end() + 40]) else None
        if introduces_person(before) or _OF_PERSON.match(folded[run.end() : run.end() + 40]):
            return 0
        return 0 if self.words.reads_as_name(words, first_word, before) else None

    def _after_lead(self, lead: list[str], written: list[str]) -> int | None:
        """Where a name begins that has these words before its given name.

        `written` has them with their accents: the dictionary knows «murió», not «murio».
        """
        given = len(lead)
        if not lead or self.words.is_title(lead[0]):
            return given
        if any(map(self.words.is_public, lead)):
            return None
        plain = [self.words.is_plain(*pair) for pair in zip(lead, written, strict=False)]
        if plain[0]:
            return given if all(plain) else 1 if given == 1 else None
        return 0

    def _inverted(
        self, text: str, folded: str, run: re.Match[str], words: list[str]
    ) -> Person | None:
        """«Hernández Lucio, Amado»: surnames before the given name."""
        rest = re.compile(rf",\s+({_WORD}(?:\s{_WORD})?)(?![\w])").match(text, run.end())
        if rest is None or not all(word in SURNAMES for word in words) or not words:
            return None
        given = folded[rest.start(1) : rest.end(1)].split()
        if not all(map(self.words.is_given, given)):
            return None
        return Person(run.start(), rest.end(), rest.end(), has_surname=True)

    @staticmethod
    def _quoted(text: str, run: re.Match[str], start: int, end: int) -> bool:
        """Whether the run is all that stands between two quotation marks: a title or an alias."""
        opened = re.search(r"[\"“«‘']\s*$", text[max(0, run.start() - 2) : run.start()])
        closed = re.match(r"\s*[\"”»’']", text[end : end + 2])
        return bool(opened and closed and not _RESERVED.match(text, end))

    def _shouted(self, text: str) -> Iterator[Person]:
        """The persons of a line in capitals."""
        for start, end, names in shouted_names(text, self.words):
            reserve = _RESERVED.match(text, end)
            if names[-1] == "n" and len(names) > 1:
                yield self._reserved(start, end - 2, end, names[:-1], "")
            elif reserve:
                yield self._reserved(start, end, reserve.end(), names, "")
            elif len(names) > 1:
                yield Person(start, end, end, self.words.has_surname(names))
