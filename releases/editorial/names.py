"""Finds the names of persons in running text and in headlines in capitals.

A name begins with a given name of the list, or follows words that announce one («quien dijo
llamarse…»). Names of streets, schools, hospitals, operations and municipalities are told apart by
the noun before them, heroes by a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from releases.editorial.lexical import CAPITAL, SMALL, alternatives, fold_evenly
from releases.editorial.lexicon.given_names import GIVEN_NAMES, SURNAMES
from releases.editorial.lexicon.people import HEROES, INSTITUTION_WORDS, PLACE_HEADS, POSTS, TITLES
from releases.editorial.lists import Lists
from releases.editorial.passage import Part
from releases.language.folding import word_set
from releases.vocabulary import EditorialListKind


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
_PARTICLE = r"(?:de\s+la|de\s+los|de\s+las|del|de|la)"
_RUN = re.compile(rf"(?<![\w@./-]){_WORD}(?:[ \u00a0]+(?:{_PARTICLE}[ ]+)?{_WORD})*(?![\w@/])")
_SHOUTED_RUN = re.compile(rf"[{CAPITAL}]{{2,}}(?: [{CAPITAL}]{{2,}})*")
_TOKEN = re.compile(rf"[{CAPITAL}{SMALL}'’.-]+")
_QUOTE = "[\"“”«»'’‘„´`]"
_RESERVED = re.compile(rf"\s*{_QUOTE}{{0,2}}\s?N(?![\w]){_QUOTE}{{0,2}}")
_RESERVED_SHOUTED = re.compile(rf"\s*{_QUOTE}{{0,2}}\s?N(?![\w]){_QUOTE}{{0,2}}")
_INTRODUCED = re.compile(
    r"(?:llamarse|(?:al|el|por|de) nombre(?: completo)?(?: de| a)?|identificad[oa]s? como"
    r"|identifico como|identificaron como|nombrad[oa]|detencion de|captura de|aprehension de"
    r"|imputad[oa]s?|detenid[oa]s?|inculpad[oa]s?|acusad[oa]s?|procesad[oa]s?|victima|ofendid[oa]"
    r"|(?:homicidio|feminicidio|asesinato|muerte|secuestro|desaparicion|busqueda"
    r"|localizacion|rescate"
    r"|plagio|violacion|fallecimiento|deceso|cuerpo|restos|familiares|arresto"
    r"|aseguramiento|traslado"
    r"|liberacion|presentacion|imputacion|denuncia|paradero|defensa|viud[oa]|hij[oa]|padres?|madre"
    r"|hermanos?|esposa|esposo|domicilio|nombre) de|(?:detuv|captur|aprehend|arrest|asegur|despoj"
    r"|asalt|lesion|hiri|mat|asesin|secuestr|amenaz|golpe|agred|busc|localiz|rescat|vincul|imput"
    r"|remit|present|investig|acus)\w*(?: a proceso)? a|a nombre de|ofendid[oa]s?,|usuari[oa]"
    r"|bebe|niñ[oa]|menor|pequeñ[oa]|adolescente|joven|señora?|don|doña"
    r"|contra|proceso a|agravio de|apellidad[oa]|registrad[oa] como|conocid[oa] como)"
    r"\s*[:,]?\s*$"
)
# After the run, what is only said of persons: an age, an alias.
_OF_PERSON = re.compile(
    r"^\s*,\s*(?:de\s)?(?:\d{1,2}|[a-z]+(?: y [a-z]+)?) (?:años|meses)|^\s*,?\s*(?:alias"
    r"|\(a\)|apodad[oa])"
)
_CHILD_BEFORE = re.compile(
    r"\b(?:bebe|niñ[oa]|menor|pequeñ[oa]|adolescente|joven|señora?|don|doña|llamarse)\s*,?\s*$"
)
_ARTICLES_AND_FEW = word_set("el la los las santo casa base grupo ruta paradero")
_BRIDGE = (
    r"(?:\s+(?:primarias?|secundarias?|preparatorias?|general(?:es)?|regional|estatal|federal"
    r"|municipal|tecnica|cultural|deportiv[oa]|civic[oa]|social|penitenciari[oa]|public[oa]|numero"
    r"|num\.?|no\.?|\d+|materno|infantil|comunitari[oa]|de|del|la|los|las|el|sobre|norte|sur"
    r"|oriente|poniente|nuev[oa]|dr\.?|lic\.?|ing\.?|gral\.?|profr?\.?|mtr[oa]\.?|c\.?))*"
)


def _place_before(heads: frozenset[str]) -> re.Pattern[str]:
    """The noun of a place, a building or an operation right before its name."""
    return re.compile(
        rf"\b{alternatives(heads - _ARTICLES_AND_FEW)}{_BRIDGE}\s*{_QUOTE}?"
        r"\s*(?:(?:dr|dra|lic|ing|gral|profr?|profa|mtr[oa]|sor|fray|don)\.?\s)?\s*$"
    )


_PLACE_AFTER = re.compile(
    r"^\s*,\s*(?:comunidad|colonia|municipio|pueblo|localidad|poblado|delegacion|barrio|ejido"
    r"|estado de|edomex|rancheria|cabecera)\b"
)
_LIST_LINK = re.compile(
    r"^\s*(?:,|y|e|o|u|esquina con|esq\.?|,\s*entre|entre)\s*(?:las?\s|los\s|el\s)?$"
)
_COMMON_HEADLINE = word_set(
    """
    paz luz sol rosa blanca esperanza victoria merced santos reina pastora consuelo
    socorro america angel leon cruz maya general mayor alma azul cielo mar primo justo
    modesto pilar remedios flor estrella virgen refugio campo piedad nieves
    perla
    """
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
        self.lists = lists
        self.given = lists.extend(EditorialListKind.GIVEN_NAME, GIVEN_NAMES)
        self.posts = lists.extend(EditorialListKind.POST, POSTS)
        self.heads = lists.extend(EditorialListKind.PUBLIC_PLACE, PLACE_HEADS)
        self.place_before = _place_before(self.heads)

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
            if self._is_place(folded, run):
                head = self.place_before.search(folded[max(0, run.start() - 60) : run.start()])
                place = (
                    _PlaceRun(run.end(), many=_MANY_PLACES.match(head.group())) if head else None
                )
                continue
            person = self._person(text, folded, run)
            if person:
                yield person

    def _is_place(self, folded: str, run: re.Match[str]) -> bool:
        before = folded[max(0, run.start() - 60) : run.start()]
        name = folded[run.start() : run.end()]
        if _CHILD_BEFORE.search(before):
            return False
        if self.place_before.search(before) or _PLACE_AFTER.match(
            folded[run.end() : run.end() + 30]
        ):
            return True
        return name in self.lists.names or name in HEROES

    def _person(self, text: str, folded: str, run: re.Match[str]) -> Person | None:
        tokens = [m for m in _TOKEN.finditer(text, run.start(), run.end())]
        words = [folded[m.start() : m.end()].strip(".'’") for m in tokens]
        first = self._first_name(words, text, folded, run)
        if first is None:
            return self._inverted(text, folded, run, words)
        lead = " ".join(words[:first])
        start, end = tokens[first].start(), run.end()
        names = words[first:]
        if names[-1] == "n" and len(names) > 1:
            return self._reserved(tokens[first].start(), tokens[-2].end(), end, names[:-1], lead)
        if self._quoted(text, run, start, end):
            return None
        if " ".join(names) in HEROES | self.lists.names and not _CHILD_BEFORE.search(
            folded[max(0, start - 30) : start]
        ):
            return None
        reserve = _RESERVED.match(text, end)
        if reserve:
            return self._reserved(start, end, reserve.end(), names, lead)
        if text[end - 1] == "." and len(names[-1]) > 1:
            end -= 1
        return Person(start, end, end, self._has_surname(names), lead=lead)

    def _reserved(self, start: int, end: int, close: int, names: list[str], lead: str) -> Person:
        shown = any(name in SURNAMES and name not in self.given for name in names[1:])
        return Person(start, end, close, shown, reserved=True, lead=lead)

    def _first_name(
        self, words: list[str], text: str, folded: str, run: re.Match[str]
    ) -> int | None:
        """Where the name begins among the words of a run, or None where there is none."""
        given = next((i for i, word in enumerate(words) if self._is_given(word)), None)
        lead = words[: given if given is not None else 0]
        if given is not None:
            if not lead:
                return 0 if len(words) > 1 or _RESERVED.match(text, run.end()) or True else None
            if lead[0] in self.posts or lead[0] in TITLES:
                return given
            if any(word in self.heads or word in INSTITUTION_WORDS for word in lead):
                return None
            if self._is_plain_word(lead[0]):
                return given if all(map(self._is_plain_word, lead)) else 1 if given == 1 else None
            return 0
        if len(words) > 1 and words[0] in TITLES:
            return 1
        introduced = _INTRODUCED.search(folded[max(0, run.start() - 40) : run.start()])
        if introduced or _OF_PERSON.match(folded[run.end() : run.end() + 40]):
            bad = any(word in self.heads or word in INSTITUTION_WORDS for word in words)
            return 0 if len(words) > 1 and not bad else None
        return None

    def _is_given(self, word: str) -> bool:
        return word in self.given or word in {"ma", "fco", "gpe"}

    def _is_rare(self, word: str) -> bool:
        """Whether a word in capitals is none of the language, so that it may be a surname."""
        return len(word) > 3 and not self.lists.speller.knows(word)

    def _is_plain_word(self, word: str) -> bool:
        """Whether a capitalised word is one of the language that only opens the sentence."""
        return word not in SURNAMES and self.lists.speller.knows(word)

    def _has_surname(self, names: list[str]) -> bool:
        rest = [name for name in names[1:] if name not in {"de", "del", "la", "los", "las"}]
        return any(len(n) > 1 and (n in SURNAMES or not self._is_given(n)) for n in rest)

    def _inverted(
        self, text: str, folded: str, run: re.Match[str], words: list[str]
    ) -> Person | None:
        """«Hernández Lucio, Amado»: surnames before the given name."""
        rest = re.compile(rf",\s+({_WORD}(?:\s{_WORD})?)(?![\w])").match(text, run.end())
        if rest is None or not all(word in SURNAMES for word in words) or not words:
            return None
        given = folded[rest.start(1) : rest.end(1)].split()
        if not all(map(self._is_given, given)):
            return None
        return Person(run.start(), rest.end(), rest.end(), has_surname=True)

    @staticmethod
    def _quoted(text: str, run: re.Match[str], start: int, end: int) -> bool:
        """Whether the run is all that stands between two quotation marks: a title or an alias."""
        opened = re.search(r"[\"“«‘']\s*$", text[max(0, run.start() - 2) : run.start()])
        closed = re.match(r"\s*[\"”»’']", text[end : end + 2])
        return bool(opened and closed and not _RESERVED.match(text, end))

    def _shouted(self, text: str) -> Iterator[Person]:
        """Names in a line of capitals: a known given name and known surnames after it."""
        folded = fold_evenly(text)
        for run in _SHOUTED_RUN.finditer(text):
            tokens = list(re.finditer(r"\S+", text[run.start() : run.end()]))
            written = [m.group().lower() for m in tokens]
            words = [fold_evenly(word) for word in written]
            at = 0
            while at < len(words):
                length = self._shouted_length(words[at:], written[at:])
                start = run.start() + tokens[at].start()
                if not length or self.place_before.search(folded[max(0, start - 50) : start]):
                    at += max(1, length)
                    continue
                end = run.start() + tokens[at + length - 1].end()
                person = self._shouted_person(text, start, end, words[at : at + length])
                if person:
                    yield person
                at += length

    def _shouted_person(self, text: str, start: int, end: int, names: list[str]) -> Person | None:
        if " ".join(names) in HEROES | self.lists.names:
            return None
        if names[-1] == "n" and len(names) > 1:
            return self._reserved(start, end - 2, end, names[:-1], "")
        reserve = _RESERVED_SHOUTED.match(text, end)
        if reserve:
            return self._reserved(start, end, reserve.end(), names, "")
        return Person(start, end, end, self._has_surname(names)) if len(names) > 1 else None

    def _shouted_length(self, words: list[str], written: list[str]) -> int:
        """How many words from the first on make a name; 0 for none."""
        if words[0] not in self.given:
            return 0
        length = 1
        while length < len(words):
            word = words[length]
            if word in {"de", "del", "la"}:
                following = words[length + 1 : length + 3]
                if not any(w in SURNAMES for w in following):
                    break
            elif not (word in SURNAMES or self._is_given(word) or self._is_rare(written[length])):
                break
            length += 1
        if words[0] in _COMMON_HEADLINE and not any(w in SURNAMES for w in words[1:length]):
            return 0
        return length
