"""Acronyms that no reader can resolve: neither explained in the bulletin nor known to everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from releases.editorial.findings import Mark
from releases.editorial.lexical import CAPITAL, SMALL, fold_evenly
from releases.editorial.lexicon.given_names import GIVEN_NAMES, SURNAMES
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialCode

_ACRONYM = re.compile(
    rf"(?<![\w@#/.·&-])(?:[{CAPITAL}]{{2,}}(?:[{SMALL}]{{1,4}}[{CAPITAL}]*)?\d?"
    rf"|[{CAPITAL}][{SMALL}]?[{CAPITAL}]{{2,}}[{SMALL}]{{0,4}}"
    rf"|[{CAPITAL}]\d{{1,2}})(?![\w@/&])(?!\.[{CAPITAL}])(?![-–]\w)(?!['’]\w{{2,}})"
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# After these a group of capitals is part of a model, an account, a file number or a serial.
_CODE_BEFORE = re.compile(
    r"\b(?:modelos?|marcas?|tipo|series?|clave|folio|oficio|carpeta|expediente|contrato"
    r"|placas?|matricula|lamina|vuelo|talla|grupo|bloque|edificio|zona|sector|torre"
    r"|seccion|categoria|nivel|inciso"
    r"|version|calibre|punto|letra|letras|frecuencia|vitamina|hepatitis|clase|anexo|toma"
    r"|canal|radio|iniciales|mercedes-benz|mercedes|bmw|audi|ford|mazda|nissan|toyota"
    r'|honda|kia|chevrolet|volkswagen|gmc|yamaha|suzuki|italika|km)\s*[“"]?(?:de\s)?$'
)
_PERHAPS_EXPLAINED = re.compile(r"siglas (?:de|en|que)|por sus siglas|significa")
_SMALL_WORDS = frozenset(
    [
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y",
        "e",
        "en",
        "para",
        "a",
        "al",
        "con",
        "por",
        "contra",
        "sobre",
    ]
)
_WORD = re.compile(rf"[{CAPITAL}{SMALL}]+")
_UNSPEAKABLE = re.compile(
    r"[^aeiouy]{4}|^[^aeiou]+$|^(?:[bcdfghjkmnpqrstvwxz])(?:[bcdfgjkmnpqstvwxz])"
    r"|[bcfghjkmpqtvwñ]$|[bcdfghjkmnpqrstvwxz](?:[bcdfghjkmnpqrtvwxz])$|q[^u]|^[aeiou]{3}"
)
# Brands are names, not acronyms that a bulletin should explain.
_BRANDS = frozenset(
    {
        "BMW",
        "GMC",
        "MG",
        "BYD",
        "KTM",
        "JAC",
        "HP",
        "LG",
        "DHL",
        "OXXO",
        "BBVA",
        "HSBC",
        "RAM",
        "KIA",
        "SEAT",
        "AT&T",
        "ETN",
        "ADO",
        "FIFA",
        "TCL",
    }
)
_ORDINARY = frozenset(
    [
        "OK",
        "NO",
        "SI",
        "SÍ",
        "TV",
        "PC",
        "DVD",
        "CD",
        "USB",
        "WIFI",
        "IVA",
        "RFC",
        "CP",
        "SMS",
        "AM",
        "PM",
    ]
)


def find_unexplained_acronyms(reading: Reading) -> Iterator[Mark]:
    """The first place of each acronym that stands without its long form in the whole text."""
    known = reading.lists.acronyms | {acronym.upper() for acronym in reading.lists.acronyms}
    seen: set[str] = set()
    for match in _ACRONYM.finditer(reading.text):
        acronym = re.sub(r"(?<=[A-ZÁÉÍÓÚÑ])s$", "", match.group())
        if acronym in seen or acronym in known or acronym.upper() in known:
            continue
        if not _is_acronym(reading, match, acronym) or _is_explained(reading, acronym):
            continue
        seen.add(acronym)
        yield Mark(
            code=EditorialCode.ACRONYM,
            start=match.start(),
            end=match.start() + len(acronym),
            why="La sigla no se explica en el comunicado. Escriba la primera vez el nombre "
            "completo "
            "y la sigla entre paréntesis.",
        )


def _is_acronym(reading: Reading, match: re.Match[str], acronym: str) -> bool:
    text, start = reading.text, match.start()
    if _ROMAN.fullmatch(acronym) or acronym in _ORDINARY | _BRANDS or len(acronym) < 2:
        return False
    if _CODE_BEFORE.search(reading.before(start, 40)) or re.match(
        r"[ .]?\d", text[match.end() : match.end() + 2]
    ):
        return False
    if re.search(r"\d[ .-]?$", text[max(0, start - 2) : start]):
        return False
    if reading.is_shouted(start):
        return _stands_out(reading, acronym)
    return not _is_shouted_word(reading, match, acronym)


def _is_shouted_word(reading: Reading, match: re.Match[str], acronym: str) -> bool:
    """A word or name written in capitals among others, for emphasis."""
    folded = fold_evenly(acronym)
    lower = acronym.lower()
    around = reading.text[max(0, match.start() - 25) : match.end() + 25]
    neighbours = [w for w in _WORD.findall(around) if w.isupper() and len(w) > 3 and w != acronym]
    if folded in GIVEN_NAMES | SURNAMES and len(acronym) > 3:
        return True
    word = reading.lists.speller.knows(lower) and len(acronym) > 3
    return word and (bool(neighbours) or len(acronym) > 5)


def _stands_out(reading: Reading, acronym: str) -> bool:
    """Whether a word of a headline in capitals can be nothing but an acronym."""
    lower, folded = acronym.lower(), fold_evenly(acronym)
    if re.search(r"\d", acronym):
        return True
    speller = reading.lists.speller
    if (
        folded in GIVEN_NAMES | SURNAMES
        or speller.knows(lower)
        or speller.knows(lower.capitalize())
    ):
        return False
    if any(folded in name.split() for name in reading.lists.names if " " in name):
        return False
    elsewhere = any(
        not part.is_shouted and re.search(rf"\b{re.escape(acronym)}\b", part.text)
        for part in reading.parts
    )
    return elsewhere or (len(acronym) <= 7 and bool(_UNSPEAKABLE.search(folded)))


def _is_explained(reading: Reading, acronym: str) -> bool:
    text = reading.text
    for match in re.finditer(rf"(?<!\w){re.escape(acronym)}(?!\w)", text):
        before, after = text[max(0, match.start() - 160) : match.start()], text[match.end() :]
        if re.search(r"\(\s*[“\"«]?$", before) and _fits(acronym, before):
            return True
        opened = re.match(
            r"[”\"»]?\s*[(,]\s*(?:o\s|es decir\s|siglas\s(?:de|en)\s)?([^()\n]{8,120})", after
        )
        if opened and "(" in opened.group()[:4] and len(opened[1].split()) > 1:
            return True
        window = fold_evenly(before[-60:] + after[:60])
        if _PERHAPS_EXPLAINED.search(window):
            return True
    return _has_long_form(text, acronym)


def _fits(acronym: str, before: str) -> bool:
    """Whether the words before a parenthesis can be what the acronym stands for."""
    words = [fold_evenly(w) for w in _WORD.findall(before)][-14:]
    content = [w for w in words if w not in _SMALL_WORDS]
    first = fold_evenly(acronym)[0]
    return len(content) >= 2 and any(word.startswith(first) for word in content)


def _has_long_form(text: str, acronym: str) -> bool:
    """Whether words with these initials stand in a row anywhere, small words left out."""
    letters = re.sub(r"[^a-zñ]", "", fold_evenly(acronym))
    if len(letters) < 3:
        return False
    for words, initials in _initials(text):
        at = initials.find(letters)
        while at >= 0:
            if acronym not in words[at : at + len(letters)]:
                return True
            at = initials.find(letters, at + 1)
    return False


@lru_cache(maxsize=4)
def _initials(text: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The words of weight of each line, as written, and their initials in one string."""
    folded = fold_evenly(text)
    rows = []
    for line in re.finditer(r"[^\n]+", text):
        places = [
            match.span()
            for match in _WORD.finditer(text, *line.span())
            if folded[match.start() : match.end()] not in _SMALL_WORDS
        ]
        words = tuple(text[start:end] for start, end in places)
        rows.append((words, "".join(folded[start] for start, _ in places)))
    return tuple(rows)
