"""Ages as bulletins write them, and whether they are below 18. All folded."""

from __future__ import annotations

import re

from releases.editorial.lexical import small_number

CHILD = (
    r"(?:niñ[oa]|menor(?: de edad)?|adolescente|bebe|pequeñ[oa]|infante|infanta|lactante|criatura"
    r"|recien nacid[oa]|pequeñit[oa]|menorcit[oa]|quinceañer[oa]|neonat[oa]|escolapi[oa])"
)
YOUNG = (
    rf"(?:{CHILD}|joven(?:cit[oa])?|chic[oa]|muchach[oa]|estudiante|alumn[oa]|hij[oa]|niet[oa]"
    r"|bisniet[oa]|herman[oa]|sobrin[oa]|prim[oa]|hijastr[oa]|hermanastr[oa]|ahijad[oa]"
    r"|jovencit[oa]"
    r"|varon|mujer|hombre|persona|femenina?|masculino|cadete|futbolista|gimnasta|monaguillo|acolito"
    r"|porrista|boxeador[a]?|victima|lesionad[oa]|detenid[oa]|conductor|motociclista"
    r"|ciclista|imputado"
    r"|trabajador[a]?|jornaler[oa]|aprendiz|cerill[oa]|empacador[a]?|huerfan[oa]|gemel[oa])"
)
AGE = re.compile(
    r"(?P<lead>\b(?:de(?: apenas| solo| tan solo| escasos| unos| aproximadamente"
    r"| alrededor de)?|con"
    r"|tiene|tenia|cuenta con|contaba con|cumplio|a sus|cumplidos)\s+|[,(]\s*)"
    r"(?P<number>\d{1,2}|[a-zñ]+)"
    r"(?:\s+(?P<unit>años?|mes(?:es)?|semanas?|dias?|añitos)(?: y medio)?|(?=\s*,))"
    r"(?:,? (?:y |con )?\w{1,6} (?:mes(?:es)?|semanas?|dias?))?"
    r"(?!\s*(?:de (?:prision|carcel|servicio|experiencia|antiguedad|existencia|historia"
    r"|condena|pena"
    r"|reclusion|sentencia|vigencia|garantia|trayectoria|labor|vida institucional|uso|evolucion"
    r"|trabajo|gestion|casad|investigacion|operacion|fundad|creacion|matrimonio|relacion|noviazgo"
    r"|haber|impunidad|busqueda|ausencia|internamiento|estudios?|duracion)"
    r"|despues|antes|atras|consecutiv|en adelante|mas tarde))"
    r"(?: de edad)?(?: cumplidos)?"
)
BELOW_18 = re.compile(
    r"\b(?:(?:quien\s)?(?:cumplira|esta por cumplir|a punto de cumplir|aun no cumple"
    r"|todavia no cumple"
    r"|no cumple aun|por cumplir|a (?:\w+ )?(?:dias|semanas|meses|un mes) de cumplir"
    r"|le falta\w* [\w ]{2,20} para cumplir"
    r"|proxim[oa] a cumplir|alcanzara|sin haber cumplido|sin cumplir)\s(?:los\s|sus\s)?"
    r"(?:(?P<years>\d{1,2}|[a-zñ]+) años|(?P<adult>la mayoria de edad)))"
)
# «Kevin “N”, de 15, y…»: after a name a small number is an age.
BARE_AGE = re.compile(r"^\s*,\s*de (?P<years>\d{1,2})(?=\s*[,.;)]|\s+y\b)")


def years_of(words: str | None) -> int:
    number = small_number(words or "")
    return 99 if number is None else number


def is_minor(age: re.Match[str]) -> bool:
    years = years_of(age["number"])
    if age["unit"] is None:  # «un muchacho de 16, …»
        before = age.string[max(0, age.start() - 30) : age.start()]
        return years < 18 and bool(re.search(rf"\b{YOUNG}\s*$", before))
    return years < 18 if age["unit"].startswith("añ") else years < 99
