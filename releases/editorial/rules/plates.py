"""Plates of vehicles: a code after «placas», or one of a plate's shape beside a vehicle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.findings import Mark
from releases.editorial.lexical import alternatives
from releases.editorial.lexicon.things import AIRCRAFT, VEHICLES
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialCode, EditorialSeverity

_CODE = r"[a-zñ0-9]{1,7}(?:[ .·–—-]{1,3}[a-zñ0-9]{1,6}){0,3}"
_CUE = re.compile(
    r"\b(?:placas?|matriculas?|laminas?|permiso (?:provisional )?(?:para|de) circular|engomado)\b"
)
# Between the word and the code: «de circulación», «del Estado de México número», «terminación».
_BRIDGE = re.compile(
    r"[\s:,;(\"“”«»'’]*(?:(?:de|del|el|la|los|las|con|numeros?|num\.?|no\.?|n\.?°|nro\.?|que|es"
    r"|era|son|eran|circulacion|identificacion|federal(?:es)?|mexiquenses?|capitalinas?|delanteras?"
    r"|traseras?|estado|mexico|ciudad|cdmx|edomex|puebla|hidalgo|morelos|guerrero|michoacan"
    r"|queretaro|tlaxcala|jalisco|veracruz|guanajuato|oaxaca|servicio|publico|particular(?:es)?"
    r"|extranjeras?|texas|california|nacional(?:es)?|vehiculares|terminacion|siguientes?|al|parecer"
    r"|serie|registrad[ao]s?|bajo|corresponden?|a(?![-·.\d])|motocicleta|automovil|vehiculo|unidad|taxi"
    r"|camioneta|auto|tractocamion|remolque|leyenda|ostentaba|y"
    r"|marcadas?)\b[\s.:,;(\"“”«»'’]*){0,9}"
)
_TOKEN = re.compile(_CODE)
_SHAPES = re.compile(
    r"(?<![\w/-])(?:[a-z]{3}[ -]?\d{2,3}[ -]?\d{2}|[a-z]{3}[ -]\d{3}(?:[ -][a-z])?"
    r"|[a-z]{3}\d{3}[a-z]"
    r"|[a-z]{3}-?\d{4}|[a-z]{2}[ -]?\d{4,5}[ -]?[a-z]\d?|\d{2,3}[ -][a-z]{2,3}[ -]?\d[a-z]?"
    r"|[a-z][ -]\d{2,3}[ -][a-z]{3}|\d{3}[ -]?[a-z]{3}|\d[a-z]{3}\d{1,2}|[a-z]\d{2}[ -]?[a-z]{3}"
    r"|\d{2}[ -]?[a-z]{2}[ -]?\d[a-z])(?![\w/-])"
)
_VEHICLE = re.compile(rf"\b{alternatives(VEHICLES)}s?\b")
_AIRCRAFT = re.compile(rf"\b{alternatives(AIRCRAFT)}\b")
_OTHER_NUMBER = re.compile(
    r"\b(?:modelos?|folios?|oficios?|carpetas?|expedientes?|contratos?|series?|calibres?|motor"
    r"|clave|claves|lote|numero economico|economico|eco|patrulla|autopatrulla|moto ?patrulla"
    r"|ambulancia|carretera|autopista|ruta|fusil|rifle|arma|armas|pistola|version|camara|aula"
    r"|grupo|placa conmemorativa|vuelo|inventario|factura|nip|chaleco|radio|tramo|km|calle|avenida"
    r"|salon|zona|sector|modulo|celda|manzana)\s*(?:de\s|del\s|la\s|el\s|num\.?\s|numero\s|no\.\s)*"
    r"[\"“«]?$"
)
_POLICE_UNIT = re.compile(
    r"^[\"”»]?\s*,?\s*(?:de|del|perteneciente)\b[^.;]{0,20}"
    r"\b(?:policia|secretaria|guardia|corporacion|ssem|bomberos|proteccion)"
)
_SCHOOL = re.compile(r"\b(?:alumn|estudiant|escolar|inscri|cadete|aspirante|matricula de \d)")


def find_plates(reading: Reading) -> Iterator[Mark]:
    """Each plate once, whatever its punctuation."""
    found: list[tuple[int, int]] = [*_named(reading)]
    found += [
        place
        for place in _shaped(reading)
        if not any(place[0] < end and start < place[1] for start, end in found)
    ]
    for start, end in found:
        yield Mark(
            code=EditorialCode.PLATE,
            start=start,
            end=end,
            why="La placa permite identificar a quien posee el vehículo. Quítela y describa la "
            "unidad por tipo, marca y color.",
            severity=EditorialSeverity.GRAVE,
        )


def _named(reading: Reading) -> Iterator[tuple[int, int]]:
    """Codes that a word for plate introduces."""
    for cue in _CUE.finditer(reading.folded):
        sentence = reading.sentence_at(cue.start())
        if _AIRCRAFT.search(reading.folded, sentence.start, cue.start()):
            continue
        at = cue.end()
        while place := _code_after(reading, at, sentence.end):
            yield place
            at = place[1]
            if not re.match(r"\s*(?:,|y|e|o)\s", reading.folded[at : at + 4]):
                break


def _code_after(reading: Reading, at: int, end: int) -> tuple[int, int] | None:
    bridge = _BRIDGE.match(reading.folded, at, end)
    start = bridge.end() if bridge else at
    token = _TOKEN.match(reading.folded, start, end)
    if token is None:
        return None
    code, last = _trimmed(reading.text[token.start() : token.end()])
    digits = sum(map(str.isdigit, code))
    letters = sum(map(str.isalpha, code))
    if not digits or (len(code) < 4 and not letters):
        return None
    if not letters and (digits < 5 or _SCHOOL.search(reading.before(start, 120))):
        return None
    if re.fullmatch(r"(?:19|20)\d\d", code) or _SCHOOL.search(reading.after(token.end(), 60)):
        return None
    return start, start + last


def _trimmed(written: str) -> tuple[str, int]:
    """The code without the small words that the pattern took along at its end, and its length."""
    groups = list(re.finditer(r"\w+", written))
    while len(groups) > 1 and not (
        groups[-1].group().isupper()
        or groups[-1].group().isdigit()
        or re.search(r"\d", groups[-1].group())
    ):
        groups.pop()
    last = groups[-1].end()
    return re.sub(r"\W", "", written[:last]), last


def _shaped(reading: Reading) -> Iterator[tuple[int, int]]:
    """Codes of a plate's shape, in capitals, soon after a vehicle."""
    for match in _SHAPES.finditer(reading.folded):
        written = reading.text[match.start() : match.end()]
        before = reading.before(match.start(), 70)
        if written != written.upper() or not _VEHICLE.search(before):
            continue
        near = before.rstrip()
        unit = re.search(r"\bunidad(?:es)?(?: numero)?$", near)
        if _OTHER_NUMBER.search(near) or _AIRCRAFT.search(before):
            continue
        if unit and _POLICE_UNIT.search(reading.after(match.end(), 60)):
            continue
        yield match.start(), match.end()
