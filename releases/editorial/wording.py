"""What the patterns around a name are made of: nouns, deeds and verbs of the lists."""

from __future__ import annotations

from releases.editorial.lexical import alternatives
from releases.editorial.lexicon.parties import (
    HARM_EVENTS,
    HARM_STEMS,
    HARMED_NOUNS,
    HELD_NOUNS,
    HOLD_EVENTS,
    HOLD_STEMS,
    RESCUE_STEMS,
)
from releases.editorial.lexicon.people import KINSHIP


def any_of(entries: frozenset[str]) -> str:
    """Entries of a list of patterns as one alternative, longer ones first."""
    return "(?:" + "|".join(sorted(entries, key=lambda e: (-len(e), e))) + ")"


KIN = alternatives(KINSHIP)
HARMED_NOUN, HELD_NOUN = any_of(HARMED_NOUNS), any_of(HELD_NOUNS)
HARM = rf"{any_of(HARM_STEMS)}\w*"
RESCUE = rf"{any_of(RESCUE_STEMS)}\w*"
HOLD = rf"{any_of(HOLD_STEMS)}\w*"
OFFENDER = (
    r"(?:agresor|homicida|feminicida|asesin|secuestrador|violador|victimari|extorsionador|captor"
    r"|plagiari|atacante|parricida|asaltante|acosador)(?:es|as|os|s|a|o)?"
)
HARM_EVENT, HOLD_EVENT = any_of(HARM_EVENTS), any_of(HOLD_EVENTS)
# Between the words that tell and the name: «, de nombre», «, identificada como».
NAMING = (
    r"(?:,?\s*(?:de nombre|llamad[oa]|identificad[oa]s? (?:\w+ )?como|que responde al nombre de"
    r"|quien respondia al nombre de|quien responde al nombre de|quien dijo llamarse|quien es"
    r"|quienes? dij\w+ (?:ser|llamarse)))?"
)
_COMPLEMENT = r"(?: (?:de|del|en|por|mortal(?:es)?|fatal(?:es)?|directa)\b[^,.:;]{0,40})?"
HONORIFIC = r"(?:(?:el|la|los|las|señor|señora|joven|ciudadan[oa]|c\.?)\s)*"


def noun(nouns: str) -> str:
    """«la víctima Ana», «la víctima del robo, Ana», «el detenido, de nombre Raúl»."""
    return rf"\b{nouns}(?:{NAMING}\s*,?:?\s*|{_COMPLEMENT}{NAMING}\s*[,:]\s*|{NAMING}\s)"


# Between a verb and the person it is done to: «detuvieron ayer en Lerma a …».
ADVERBS = (
    r"(?: (?:\w+mente|de manera \w+|en flagrancia|ayer|anoche|hoy|(?:en|junto) [^.;,]{1,40}))?"
)
OBJECT = (
    r"(?: (?:dinero|un disparo|de la vida|\d+ mil pesos|\w+ mil pesos|con un arma|de muerte"
    r"|de la libertad|a balazos|sin vida|con vida|a salvo|muert[oa]|contra|en contra de|a proceso"
    r"|ante la justicia|a disposicion|el alto|la orden de aprehension|por telefono))?"
)
OWN = (
    r"(?:casa|vivienda|domicilio|negocio|local|taller|vehiculo|camioneta|auto|automovil|motocicleta"
    r"|celular|telefono|rancho|oficina|puesto|familia|comercio|tienda|cuenta|tarjeta|hij[oa]|espos[oa]"
    r"|vida|integridad|pertenencias|ganado|unidad|camion)\w*"
)
