"""Where somebody lives, told by street and number, lot, flat or an exact reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.findings import Mark
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialCode, EditorialSeverity

_WHY = (
    "Se lee el domicilio de una persona. Quite calle, número y referencias; basta la colonia o el "
    "municipio."
)
_STREET = (
    r"(?:calles?|avenida|av\.?|avda\.?|bulevar|boulevard|blvd\.?|calzada|callejon|privada|priv\.?"
    r"|cerrada|cda\.?|andador|circuito|retorno|paseo|prolongacion|prol\.?|camino|carretera"
    r"|vereda|rinconada|corredor"
    r"|sendero|cerro|paraje|segunda cerrada|primera cerrada|ampliacion|eje|via|libramiento"
    r"|plazuela|glorieta|vialidad|barranca)"
)
_UNIT = (
    r"(?:manzana|mza?\.?|lote|lt\.?|edificio|edif\.?|departamento|depto\.?|dpto\.?|interior|int\.?"
    r"|casa|exterior|ext\.?|torre|entrada|cluster|vivienda|condominio|andador|nivel|piso)"
)
_NUMBER = (
    r"(?:(?:numero|num\.?|no\.?|n\.?°|#)\s*)?(?:\d{1,5}(?:\s?-?\s?[a-z]\b)?|s/n|sin numero"
    r"|[ivx]+\b)"
)
_WORDS = r"(?:[\w.“”\"'°º-]+\s+){0,6}?"
_ADDRESS = re.compile(
    rf"\b(?:(?:marcad[oa] con el )?(?:numero|num\.?"
    rf"|no\.?)\s*\d{{1,5}}(?:\s?-?[a-z]\b)?,?\s+(?:de|en|sobre)\s(?:la\s|el\s)?{_STREET}\s"
    rf"|{_UNIT}\s+(?:(?:numero|num\.?|no\.?)\s*)?(?:\d[\w-]{{0,4}}|[a-z](?:-?\d+)?|[ivx]+)\b,?\s(?:y\s"
    rf"|de\s(?:la\s)?)?(?:{_UNIT}\s+[\w-]{{1,5}})?"
    rf"|{_STREET}\s{_WORDS}[\w.“”\"'°º-]+,?\s+{_NUMBER}(?!\w)"
    r"|(?<=\ben )[a-zñ]+(?:\s[a-zñ]+){0,2}\s\d{1,4},\s(?:colonia|col\.|barrio"
    r"|fraccionamiento|pueblo)"
    rf"|{_STREET}\s\d{{1,3}}\s(?:de|norte|sur|poniente|oriente|,))"
)
# An exact reference in place of a number.
_REFERENCE = re.compile(
    r"\b(?:junto a(?:l)?|frente a(?:l)?|a (?:un costado|espaldas|un lado|dos casas"
    r"|una cuadra|media cuadra|\w+ metros|\w+ cuadras|\w+ casas) de(?:l)?"
    r"|al lado de(?:l)?|atras de(?:l)?|detras de(?:l)?|contigu[oa] a(?:l)?"
    r"|enfrente de(?:l)?|a lado de(?:l)?|arriba de(?:l)?|esquina con|al fondo de(?:l)?)\s"
    r"(?:la\s|el\s|los\s|las\s|una\s)?[\w.“”\"' ]{3,60}"
)
_LANDMARK = re.compile(
    r"\b(?:iglesia|capilla|templo|parroquia|escuela|primaria|secundaria|kinder|jardin"
    r"|tienda|tortilleria|molino|pozo|tanque|cancha|mercado|panteon|puente|deposito"
    r"|farmacia|carniceria|papeleria|miscelanea|abarrotes|delegacion|presidencia|clinica"
    r"|centro|parque|arroyo|barranca|ejido|taller|gasolinera|farmacia|paradero|base|antena"
    r"|gasera|panaderia|cerveceria|salon|auditorio|lavaderos|presa|rio|canal|establo"
    r"|granja|invernadero|ladrillera|estetica|ferreteria|cerrajeria|tlapaleria|rastro|mina"
    r"|kiosco|plaza|vias|casa)\b"
)
_LIVES = re.compile(
    r"\b(?:vive|viven|vivia|vivian|habita|habitan|habitaba|habitaban|reside|residen"
    r"|residia|residian|mora|pernocta|se domicilia"
    r"|vecin[oa]s? de|residentes? de|habitantes? de|avecindad[oa]|domiciliad[oa]s?"
    r"|renta(?:ba)?|arrenda\w+|se hospeda\w*|se aloja\w*|radica\w*)\b"
)
_HOME = re.compile(
    r"\b(?:(?:su|sus|del?|la|el|al|ese|aquel|mi|propi[oa]) (?:propi[oa] )?(?:hogar"
    r"|casa(?! (?:hogar|de|habitacion en venta))|vivienda|domicilio|residencia"
    r"|departamento|casa habitacion|morada)"
    r"|domicilio (?:particular|conyugal|familiar)|con domicilio en|casa (?:de|donde"
    r"|marcada|ubicada)|vivienda (?:de|donde|marcada|ubicada)|hogar (?:de|donde|ubicado)"
    r"|casa habitacion"
    r"|domicilio de(?:l)? (?:la |las |los )?(?:victima|familia|imputad|detenid|denunciante"
    r"|ofendid|quejos|testigo|menor|señalad|mujer|hombre|señor|president|afectad)"
    r"|(?:visit\w+|acudi\w+|notific\w+|entrevist\w+) (?:a |en (?:su"
    r"|la) )?(?:la )?(?:familia|madre|padre|viuda|casa|deudos|victima)"
    r"|familia d\w+ |lugar donde (?:vive|habita|reside)|donde (?:vive|habita|reside|vivia"
    r"|habitaba|residia)|direccion (?:de|particular)|credencial para votar"
    r"|credencial de elector"
    r"|se notifico|fue notificad|le notific|quedo notificad|emplaz)\b"
)
_PUBLIC = re.compile(
    r"\b(?:modulo|subestacion|oficinas?|sede|instalaciones|centro de|plantel|bodega"
    r"|negocio|tienda|local(?:es)?|establecimiento|restaurante|bar|hotel|motel|gasolinera"
    r"|taller|fabrica|empresa|sucursal|agencia|fiscalia|comandancia|academia|universidad"
    r"|escuela|primaria|hospital|clinica|mercado|plaza|parque|juzgado|delegacion"
    r"|atiende|atendera|horario|cierre vial|cateo|cateada|inmueble asegurado"
    r"|registro civil|auditorio|biblioteca|casa de cultura|casa de la cultura|casa hogar"
    r"|albergue|refugio|dif"
    r"|ventanilla|kiosco|gimnasio|deportivo|estacionamiento|corralon|deposito vehicular"
    r"|casa de empeño|casa de cambio|casa de materiales|casa de justicia|obra|predio"
    r"|lote baldio|edificio publico|palacio)\b"
)
_TAIL = re.compile(
    r"(?:\s*,?\s*(?:(?:de|en|del)\s(?:la\s|el\s)?)?(?:colonia|col\.|barrio|fraccionamiento"
    r"|fracc\.|unidad habitacional|pueblo|poblado|comunidad|ejido|rancheria"
    r"|conjunto urbano|"
    r"residencial|interior|int\.|lote|manzana|departamento|depto\.|casa|edificio|numero"
    r"|junto al?|frente al?)\s[\w.“”\"'-]+(?:\s(?:de\s|del\s|la\s|los\s"
    r"|el\s)*[\w.“”\"'-]+){0,3})"
)


def find_homes(reading: Reading) -> Iterator[Mark]:
    """Addresses in a sentence that says somebody lives there."""
    last = -1
    for match in _ADDRESS.finditer(reading.folded):
        if match.start() < last:
            continue
        if not _is_home(reading, match.start(), match.end()):
            continue
        end = _end(reading, match.end())
        last = end
        yield _mark(match.start(), end)
    for match in _REFERENCE.finditer(reading.folded):
        if match.start() >= last and _lives_by(reading, match.start()):
            last = match.end()
            yield _mark(match.start(), match.end())


def _mark(start: int, end: int) -> Mark:
    return Mark(
        code=EditorialCode.HOME,
        start=start,
        end=end,
        why=_WHY,
        severity=EditorialSeverity.GRAVE,
    )


def _end(reading: Reading, at: int) -> int:
    """Takes along colony, lot and flat, but no more than reads as one address."""
    limit = min(at + 45, reading.sentence_at(at - 1).end)
    tail = _TAIL.match(reading.folded, at, limit)
    end = tail.end() if tail else at
    while end > at and reading.text[end - 1] in " .,;\n":
        end -= 1
    return end


def _is_home(reading: Reading, start: int, end: int) -> bool:
    before, after = reading.before(start, 140), reading.after(end, 110)
    lives = [*_LIVES.finditer(before), *_HOME.finditer(before)]
    nearest = max((m.end() for m in lives), default=-1)
    public = max((m.end() for m in _PUBLIC.finditer(before)), default=-1)
    behind = _LIVES.search(after) or re.search(
        r"\b(?:su (?:casa|domicilio|hogar|vivienda|residencia)|domicilio (?:de|particular)"
        r"|donde (?:vive|habita|reside)|lugar donde|casa de la|hogar de)\b",
        after,
    )
    if nearest > public and not _is_event(before[nearest:]):
        return True
    return bool(behind and not _PUBLIC.search(after[: behind.start()]) and public < 0)


def _is_event(between: str) -> bool:
    return bool(
        re.search(
            r"\b(?:choc|volc|detuv|ocurri|asegur|encontr|localiz|registr|incend|agredi|asalt)\w*",
            between,
        )
    )


def _lives_by(reading: Reading, start: int) -> bool:
    """A reference counts only right after the words that say who lives there."""
    before = reading.before(start, 70)
    if not _LANDMARK.search(reading.after(start, 70)):
        return False
    found = [*_LIVES.finditer(before)]
    found += re.finditer(
        r"\b(?:su|la|el) (?:casa|domicilio|hogar|vivienda)(?: (?:de"
        r"|del) [\w ]{3,30})?,? (?:ubicad[oa]|que esta|situad[oa]|localizad[oa])",
        before,
    )
    return any(len(before) - m.end() < 45 for m in found)
