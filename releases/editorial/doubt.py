"""What takes a word of guilt back or makes it general: doubt, a quotation, talk of offenders."""

from __future__ import annotations

import re

from releases.editorial.lexicon.verdicts import HEDGES
from releases.editorial.reading import Reading

_HEDGE = re.compile(rf"\b(?:{'|'.join(sorted(HEDGES, key=len, reverse=True))})")
DOUBT_AFTER = re.compile(
    r"\s*,?\s*(?:presunta|supuesta|probable|posible)mente|\s*,? al parecer|[^.;]{0,25}, segun "
)
_QUOTED = re.compile(r"[“«\"][^”»\"\n]*[”»\"]")
_TITLED = re.compile(
    r"\b(?:obra|pelicula|libro|novela|cancion|serie|documental|cortometraje|taller"
    r"|conferencia|platica|puesta en escena|cuento|exposicion|mural|programa|campaña"
    r"|monologo|ponencia|cinta|titulad[oa]|videojuego|juego)\b[^.;]{0,40}$"
)
# Talk of offenders in general: duties, advice, programmes, statistics.
GENERAL = re.compile(
    r"\b(?:denunciar|denuncie|denuncien|evit(?:e|ar|en)|preveni[rd]|prevencion|combat\w+"
    r"|combate|contra (?:los|las)|frente a (?:los|las)|cuando|si (?:un|una|el)|recomend\w+"
    r"|recomienda\w*|llam(?:o|a|ar) a|exhort\w+|"
    r"no (?:pagar|caer|permitir|confi)\w*|identificar a|modus operandi|modo de operar"
    r"|protocolo|ley|codigo penal|articulo|quien(?:es)? (?:rob|comet|extorsion)\w*|suelen?"
    r"|pueden?|podrian?|cualquier|todo|toda|ningun[oa]?|alerta\w*|engañ\w+ comunes"
    r"|reincorpor\w+|reinsercion|reinser\w+|perfil de|tipos de|atrapar a|perseguir a"
    r"|cerco a|cerrar el paso a|mano dura|cero tolerancia|que (?:un|una|los|las)|para que"
    r"|estrategia|se hacen pasar|se hacen pasar por|recordo que|explico que)\b"
)
PERSON = (
    r"(?:[“\"«'’‘]n[”\"»'’.]{0,2}|\bn\b|\b(?:el|la|los|las|este|esta|estos|dicho|dicha|un"
    r"|una|dos|tres|cuatro|cinco|ambos|ambas|otro|otra)\s(?:\w+\s)?(?:hombres?"
    r"|mujer(?:es)?|sujetos?|detenid[oa]s?"
    r"|imputad[oa]s?|jovenes?|joven|señalad[oa]s?|individuos?|personas?|conductor(?:es)?"
    r"|chofer|acusad[oa]s?|aprehendid[oa]s?|arrestad[oa]s?|asegurad[oa]s?|pareja"
    r"|masculinos?|femenina"
    r"|procesad[oa]s?|inculpad[oa]s?|motociclistas?|copiloto|taxista|emplead[oa]"
    r"|exemplead[oa]|sospechos[oa]s?|capturad[oa]s?|investigad[oa]s?|adolescentes?"
    r"|padrastro|vecin[oa]|expolicia|tripulantes|ocupantes|integrantes|cajer[oa]"
    r"|trabajador[a]?)"
    r"|\b(?:quien|quienes|ambos|ambas|el mismo|la misma|mismos|mismas)\b|\bbanda\b"
    r"|\bcelula\b|\bgrupo (?:criminal|delictivo)\b)"
)


def is_hedged(reading: Reading, start: int, reach: int) -> bool:
    """Whether a word of doubt stands before, in the same clause."""
    before = reading.before(start, reach)
    clause = before[before.rfind(";") + 1 :]
    return bool(_HEDGE.search(clause))


def is_quoted(reading: Reading, start: int, end: int) -> bool:
    """Whether the word stands inside the quoted title of a work, or in any short quotation."""
    sentence = reading.sentence_at(start)
    for quoted in _QUOTED.finditer(reading.text, sentence.start, sentence.end):
        if quoted.start() < start and end < quoted.end():
            title = _TITLED.search(reading.before(quoted.start(), 70))
            return bool(title) or len(quoted.group()) < 60
    return False
