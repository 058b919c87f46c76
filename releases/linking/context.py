"""Where a place's name is no place: in a street, a neighbourhood, a building, a person's name."""

from __future__ import annotations

import re

from releases.parsing.folding import fold

_STREETS = (
    r"autopistas?|carreteras?|avenidas?|av|calles?|calzadas?|boulevard|bulevar|blvd|colonias?|col|"
    r"fraccionamientos?|fracc|unidad habitacional|barrios?|paseo|prolongacion|circuito|"
    r"libramiento|puente|glorieta|ejido|rancho|estacion|paradero|linea|ruta|via|vialidad|"
    r"distribuidor|camino|cerrada|privada|andador|residencial|conjunto urbano|conjunto|cerro|rio|"
    r"presa|volcan|laguna|eje vial|eje|tramo|corredor|seccion|manzana|arco norte|periferico|"
    r"viaducto|callejon|retorno|entronque|metro|mexibus|mexicable|comunidad|localidad|pueblo|"
    r"poblado|delegacion|rancheria|paraje"
)
_BUILDINGS = (
    r"plaza|parque|plantel|hospital|escuela|primaria|secundaria|preparatoria|mercado|estadio|"
    r"deportivo|jardin|teatro|auditorio|campus|tianguis|hotel|centro comercial|torre|"
    r"club|equipo|diario|edificio|monumento|heroe|general|gral|presidente|"
    r"licenciado|lic|doctor|dr|don|doña|profesor|ingeniero|capitan|coronel|teniente|diputado"
)
_NEIGHBOURHOODS = (
    r"jardines|lomas|heroes|bosques?|valle|villas?|real|ciudad|culturas|granjas|rinconada|"
    r"hacienda|paseos|misiones|colinas|prados|rincon|fuentes|vergel|portal|arcos|ampliacion|"
    r"altos|cumbres|campo|llano|laderas|mirador|nueva?|san|santa|santo|hidalgo y"
)
_CHAIN = r"(?:[^\W\d_]+\s+|\d+\s+)?"
_IN_STREET = re.compile(
    rf"\b(?:{_STREETS})\.?\s+(?:(?:de|del|de la|de los|la|las|los|el)\s+)?{_CHAIN}$"
)
_STREET_JUST_BEFORE = re.compile(rf"\b(?:{_STREETS})\.?\s+(?:(?:de|del|de la|de los)\s+)?$")
_ROAD_PAIR = re.compile(rf"\b(?:{_STREETS})\.?\s+[^,.;]{{0,40}}[-–]\s?$")
_IN_BUILDING = re.compile(rf"\b(?:{_BUILDINGS})\.?\s+$")
_IN_NEIGHBOURHOOD = re.compile(rf"\b(?:{_NEIGHBOURHOODS})\s+(?:(?:de|del|de la|de los)\s+)?$")
_IN_INSTITUTION = re.compile(
    r"\b(?:Secretar[íi]a|Subsecretar[íi]a|Fiscal[íi]a|Comisi[óo]n|Polic[íi]a|Guardia|Direcci[óo]n|"
    r"Coordinaci[óo]n|Instituto|Procuradur[íi]a|H?\.? ?Ayuntamiento|Gobierno|Comisar[íi]a|"
    r"Universidad|Tribunal|Poder|Sistema|Servicio|Agencia|Consejo|Protecci[óo]n|Bomberos|Congreso|"
    r"Embajada|Consulado|Academia|DIF|Cruz|C[2345]i?|SECRETAR[IÍ]A|FISCAL[IÍ]A|POLIC[IÍ]A|GUARDIA|"
    r"COMISI[OÓ]N|DIRECCI[OÓ]N|COMISAR[IÍ]A|GOBIERNO|AYUNTAMIENTO)"
    r"(?:,?\s+(?:(?:de|del|la|las|los|y|e|DE|DEL|LA|LAS|LOS|Y|E)\b|[A-ZÁÉÍÓÚÑ]{2,}|[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+))*"
    r"\s+(?:de|del|DE|DEL)\s+(?:Estado de\s+|la\s+|La\s+|ESTADO DE\s+|LA\s+)?$"
)
_BATTLE = re.compile(r"\b(?:batalla|plan|bandera|pacto|tratado|himno|declaracion) de\s+$")
_CONNECTED = re.compile(r"^\s?[-–]\s?[^\W\d_]")
_BEFORE_PLACE = {
    "en", "de", "del", "a", "al", "hacia", "desde", "hasta", "y", "e", "entre", "municipio",
    "alcaldia", "ayuntamiento", "gobierno", "con", "por", "para", "municipios", "alcaldias", "o",
    "estado", "entidad", "sede", "ciudad", "municipal", "policia", "capital", "zona", "valle",
    "region", "mexico", "centro", "norte", "sur", "oriente", "poniente", "ante", "sobre", "como",
}  # fmt: skip
WINDOW = 70


def is_inner_name(text: str, start: int, end: int, *, upper: bool) -> bool:
    """Whether the name at `start:end` is only a part of another: a street's, a person's.

    `upper` says that the text is set in capitals, where a capital proves nothing.
    """
    before = fold(text[max(0, start - WINDOW) : start])
    if _IN_STREET.search(before) and not _leaves_street(before):
        return True
    if _ROAD_PAIR.search(before) or _IN_BUILDING.search(before) or _BATTLE.search(before):
        return True
    if _CONNECTED.match(text[end : end + 4]) and re.search(rf"\b(?:{_STREETS})\b", before[-40:]):
        return True
    if _IN_NEIGHBOURHOOD.search(before):
        return True
    if _IN_INSTITUTION.search(text[max(0, start - 2 * WINDOW) : start]):
        return True
    return not upper and _follows_capital(text[:start])


def is_street_name(text: str, start: int) -> bool:
    """Whether the name at `start` is a street's or neighbourhood's («calle Naciones Unidas»)."""
    before = fold(text[max(0, start - WINDOW) : start])
    return bool(_STREET_JUST_BEFORE.search(before))


def _leaves_street(before: str) -> bool:
    """«de la colonia Centro de Toluca» and «avenida Central, Tecámac» name the place after all."""
    return bool(re.search(r"(?:,|\ben|\bde)\s+$", before)) and not re.search(
        rf"\b(?:{_STREETS})\.?\s+(?:de|del|de la|de los)\s+$", before
    )


def _follows_capital(before: str) -> bool:
    """Right after a capitalised word (a given name, «San Miguel …») a name is a part of it."""
    match = re.search(r"([^\W\d_]+)\s$", before)
    if match is None:
        return False
    word = match[1]
    if not word[0].isupper() or fold(word) in _BEFORE_PLACE:
        return False
    opening = before[: match.start()].rstrip()
    starts_sentence = not opening or opening[-1] in '.:;!?"”»('
    return not starts_sentence
