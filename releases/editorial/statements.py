"""What the words right beside a name say of the person: held or accused, or harmed.

A name stands in few kinds of place: after a noun («la víctima, …»), a deed («la detención de …»), a
verb («detuvieron a …»), a formula that gives names («… es …») or before a verb of which it is the
subject. Each pattern below is one of these places, over the lists of `lexicon/parties.py`.
"""

from __future__ import annotations

import re
from enum import Enum

from releases.editorial.lexical import alternatives
from releases.editorial.lexicon.parties import (
    ACCUSED_OF,
    COMPLAINED,
    HARM_EVENTS,
    HARM_STEMS,
    HARMED_NOUNS,
    HELD_NOUNS,
    HOLD_EVENTS,
    HOLD_STEMS,
    RESCUE_STEMS,
    SEARCH_EVENTS,
    SUFFERED,
)
from releases.editorial.lexicon.people import KINSHIP


class Role(Enum):
    """What a named person is in the event."""

    HELD = "held"
    HARMED = "harmed"
    OFFICE = "office"
    CONVICTED = "convicted"
    UNKNOWN = "unknown"


def any_of(entries: frozenset[str]) -> str:
    """Entries of a list of patterns as one alternative, longer ones first."""
    return "(?:" + "|".join(sorted(entries, key=lambda e: (-len(e), e))) + ")"


_KIN = alternatives(KINSHIP)
_HARMED_NOUN, _HELD_NOUN = any_of(HARMED_NOUNS), any_of(HELD_NOUNS)
_HARM = rf"{any_of(HARM_STEMS)}\w*"
_RESCUE = rf"{any_of(RESCUE_STEMS)}\w*"
_HOLD = rf"{any_of(HOLD_STEMS)}\w*"
_HARM_EVENT, _HOLD_EVENT = any_of(HARM_EVENTS), any_of(HOLD_EVENTS)
# Between the words that tell and the name: «, de nombre», «, identificada como».
_NAMING = (
    r"(?:,?\s*(?:de nombre|llamad[oa]|identificad[oa]s? (?:\w+ )?como|que responde al nombre de"
    r"|quien respondia al nombre de|quien responde al nombre de|quien dijo llamarse|quien es"
    r"|quienes? dij\w+ (?:ser|llamarse)))?"
)
_COMPLEMENT = r"(?: (?:de|del|en|por|mortal(?:es)?|fatal(?:es)?|directa)\b[^,.:;]{0,40})?"
_HONORIFIC = r"(?:(?:el|la|los|las|señor|señora|joven|ciudadan[oa]|c\.?)\s)*"


def _noun(noun: str) -> str:
    """«la víctima Ana», «la víctima del robo, Ana», «el detenido, de nombre Raúl»."""
    return rf"\b{noun}(?:{_NAMING}\s*,?:?\s*|{_COMPLEMENT}{_NAMING}\s*[,:]\s*|{_NAMING}\s)"


# Between a verb and the person it is done to: «detuvieron ayer en Lerma a …».
_ADVERBS = (
    r"(?: (?:\w+mente|de manera \w+|en flagrancia|ayer|anoche|hoy|(?:en|junto) [^.;,]{1,40}))?"
)
_OBJECT = (
    r"(?: (?:dinero|un disparo|de la vida|\d+ mil pesos|\w+ mil pesos|con un arma|de muerte"
    r"|de la libertad|a balazos|sin vida|con vida|a salvo|muert[oa]|contra|en contra de|a proceso"
    r"|ante la justicia|a disposicion|el alto|la orden de aprehension|por telefono))?"
)
_OWN = (
    r"(?:casa|vivienda|domicilio|negocio|local|taller|vehiculo|camioneta|auto|automovil|motocicleta"
    r"|celular|telefono|rancho|oficina|puesto|familia|comercio|tienda|cuenta|tarjeta|hij[oa]|espos[oa]"
    r"|vida|integridad|pertenencias|ganado|unidad|camion)\w*"
)
_LEFT_HARMED = re.compile(
    rf"(?:{_noun(_HARMED_NOUN)}"
    rf"|\b{_HARM_EVENT}(?: (?!por\b)\w+){{0,3}}? (?:del?|al?|contra|en contra del?|por)\s+(?:su |el"
    r" ahora occiso |la ahora occisa |los hermanos |las hermanas |los esposos )?"
    rf"|\b{_HARM}{_ADVERBS}{_OBJECT} (?:al?|contra|en contra del?)\s+"
    rf"|\b{_HARM}[^.;,]{{0,40}} (?:al?|del?) (?:su|la|el)? ?(?:ahora )?(?:ex ?)?{_KIN},?\s+"
    rf"|\b{_HARM} [^.;,]{{0,40}}\b{_OWN} del?\s+"
    rf"|\b(?:a (?:la|el|los|las) que|al que|a quien(?:es)?) (?:les? )?{_HARM}[^.;,]{{0,40}},\s*"
    r"|\b(?:auxilio|peticion|llamada|reporte|llamado) del?\s+"
    r"|\b(?:justicia para|ultimo adios a|desp(?:id|ed)\w+ a|sepultura a|cobr\w+ la vida de"
    r"|dej\w+ sin vida a|afect\w+ a|arroj\w+ \w+ a)l?\s+"
    r"|\b(?:correspond\w+ al?|propiedad del?|pertenec\w+ al?|devuelt[oa]s? al?|denuncia del?"
    r"|querella del?|testimonio del?|dicho del?|puest[oa]s? a salvo|obtuv\w+ del?|viud[oa] del?"
    r"|medidas de proteccion (?:a|para|en favor de|a favor de)|alerta amber por)\s+"
    rf")\s*{_HONORIFIC}$"
)
_LEFT_HELD = re.compile(
    rf"(?:{_noun(_HELD_NOUN)}"
    rf"|\b{_HOLD_EVENT}(?: y \w+| definitiv[oa])? (?:del?|al?|contra|en contra del?)\s+"
    rf"|\b{_HOLD}{_ADVERBS}(?: a proceso| ante la justicia| a disposicion| por \w+)?{_ADVERBS}"
    r" al?\s+"
    r"|\b(?:marc\w+ el alto|ley\w+ (?:sus |los )?derechos|mostr\w+ la orden|ejecut\w+ la orden"
    r"|dej\w+ en libertad|pus\w+ en libertad|cumpliment\w+ la orden|reconoc\w+ plenamente"
    r"|impu(?:so|esta)[^.;]{0,60}|formul\w+ (?:la )?imputacion|formul\w+|decomis\w+ \w+"
    r"|dict\w+ (?:auto|prision|la)[^.;]{0,40}|otorg\w+ la libertad|sentenci\w+) al?\s+"
    r"|\b(?:dijo ser|llamarse|ostento como|hacia llamar|respond\w+ a(?:l|los) nombres? de"
    r"|identifico como|identificaron como)\s+"
    rf"|\b(?:acto|accion|orden|mandamiento|denuncia|querella|acusacion|proceso|ficha|imputacion"
    r"|cateo|carpeta|cargos|medida|juicio|demanda|pruebas?|datos|investigacion|recompensa"
    r"|alerta migratoria|causa|sentencia|resolucion|indagatoria)"
    r"[^.;]{0,70}(?:contra|en contra del?|a nombre del?|sobre)\s+"
    rf"|\b(?:{_HARM}|portad|ocultad|resguardad|vendid|distribuid|robad|liderad|sustraid)[oa]s?"
    r" por\s+|\ba manos del?\s+|\ben manos de la (?:policia|justicia|autoridad)\s+"
    rf")\s*{_HONORIFIC}(?:su (?:ex)?\w+,? )?$"
)
_BY_AUTHORITY = re.compile(
    r"\b(?:policias?|oficial(?:es)?|agentes?|elementos|uniformad[oa]s|efectivos|marina|marinos"
    r"|guardia nacional|ejercito|militares|fiscalia|ministerio publico|autoridad(?:es)?|juez|jueza"
    r"|juzgador|tribunal|patrulla|corporacion|secretaria|interpol|custodios|videovigilancia)\b"
    r"[^.;]{0,110}?\b(?:a|al|para|contra)\s+(?:el |la |los |las )?$"
)
_HELPED = re.compile(
    rf"\b(?:{_RESCUE}|ayud|apoy|brind|entreg|arrull|reanim|salv|orient|acompañ|resguard|notific"
    r"|recib|bus[cq]|reconoci|premi|felicit|ascend|condecor|inform|pid|design|nombr)"
)
_BY_STRANGERS = re.compile(
    r"\b(?:sujetos?|hombres?|mujer(?:es)?|delincuentes?|asaltantes?|agresor(?:es)?|desconocid[oa]s?"
    r"|comando|individuos|vehiculo|camioneta|secuestradores|plagiarios|captores|sicarios|ladrones"
    r"|rateros|grupo armado|ataque|balas?|disparos?|fraude|estafa|accidente|choque|explosion"
    r"|incendio|conductor|civiles armados|pistoleros|extorsionadores|expareja|tren|autobus)\b"
    r"[^.;]{0,110}?\b(?:a|al|de|del|contra)\s+(?:la |los |las )?$"
)
_CALLED = r"\b(?:el|la|los|las|calidad de|como|un|una|otr[oa]|hoy|ahora) "
_CALLED_HARMED = re.compile(rf"{_CALLED}{_HARMED_NOUN}{_NAMING}\s*,?\s*$")
_CALLED_HELD = re.compile(rf"{_CALLED}{_HELD_NOUN}{_NAMING}\s*,?\s*$")
# Told of the harmed and of the wanted: what follows the name may say otherwise.
_LEFT_SOUGHT = re.compile(
    rf"(?:\b{any_of(SEARCH_EVENTS)}(?: \w+){{0,2}}? del?\s+"
    rf"|\b{_RESCUE}{_ADVERBS}{_OBJECT}{_ADVERBS} (?:al?|contra)\s+)\s*{_HONORIFIC}$"
)
# The verb before the subject: «fue capturado en Lerma Raúl…», «murió en el lugar Ana…».
_CLAUSE = r"(?: [^,.;:]{0,60})?\s*(?:,[^,.;:]{0,60},)?\s+"
_VERB_FIRST_HARMED = re.compile(
    rf"\b(?:{any_of(SUFFERED)}|(?:fue|fueron|ha sido|habia sido|fuera|sido)(?: \w+mente)?"
    rf" (?:{_HARM}|rescatad|auxiliad|hallad|encontrad|puest[oa]s? a salvo)\w*){_CLAUSE}$"
)
_JUST_SUFFERED = re.compile(
    rf"\b{any_of(SUFFERED)}(?: (?:en|con|por|de|tras) [^,.;:]{{1,30}}?)?\s+$"
)
_VERB_FIRST_HELD = re.compile(
    r"\b(?:fue|fueron|quedo|quedaron|ha sido|habia sido|resulto|resultaron)(?: \w+mente)?"
    rf" (?:{_HOLD}|{_HELD_NOUN}|recluid[oa]s?|ingresad[oa]s?|internad[oa]s?|puest[oa]s? a"
    r" disposicion|bajo (?:custodia|resguardo|arresto|proceso)|a disposicion|pres[oa]s?"
    rf"|arraigad[oa]s?|llevad[oa]s? ante|presentad[oa]s? ante){_CLAUSE}$"
    rf"|\b(?:{any_of(ACCUSED_OF)})(?: [\w ]{{1,40}})? $"
)
# «el cuerpo hallado es el de…», «quien perdió la vida es…»: whom it names is said before.
_NAMING_FORMULA = re.compile(
    r"\b(?:es|era|son|eran|se trata de|se trataba de|resulto ser|responde al nombre de|seria"
    r"|respondia al nombre de|se llamaba|fue identificad[oa] (?:[^,.;:]{1,50} )?como|de nombre"
    r"|fue reconocid[oa] (?:[^,.;:]{1,50} )?como|identificad[oa]s? (?:[^,.;:]{1,50} )?como)"
    r"\s+(?:el de|la de|los de)?\s*(?:(?:el|la|don|doña)\s)?$"
)
# «fue certificado por la médica legista…»: who does it acts in office.
# «el exesposo de la víctima, …»: of the accused, where nothing else is said.
_PARTNER_OF_VICTIM = re.compile(
    rf"\b(?:ex ?)?(?:espos[oa]|pareja|novi[oa]|marido|concubin[oa]|padrastro|madrastra|conyuge)"
    r" de (?:la|el|su)s? (?:ahora |hoy )?(?:victimas?|ofendid|agraviad|denunciante|menor|niñ|mujer"
    rf"|afectad)\w*{_NAMING}\s*,?\s*$"
)
_BY_OFFICIAL = re.compile(
    r"\b\w+[aeiu]d[oa]s? (?:[\w ]{1,30} )?por (?:el|la|los|las|su)\b[^,.;]{0,50}$"
)
_ADDRESS = re.compile(
    r"\b(?:bebe|niñ[oa]|menor|pequeñ[oa]|adolescente|joven|señora?|don|doña|apellidad[oa]"
    r"|nombrad[oa]|registrad[oa] como|conocid[oa] como|a nombre de|nombre completo)[\s:,]*$"
)
# Right after the name, or after what stands between two commas.
_ASIDE = (
    r"^(?:\s*,[^.;]{0,70}?,|\s*\([^)]{0,30}\)|\s+y \w+ \w+(?: mas)?)?\s*,?\s*"
    r"(?:que |y |tambien |ya |ademas |quien(?:es)? |ambos )*"
)
_PASSIVE = r"(?:fue|fueron|ha sido|han sido|habia sido|habian sido|era|eran|fuera)(?: \w+mente)?"
# «fue interceptado por dos hombres»: no authority does it.
_BY_UNKNOWN = (
    rf"{_PASSIVE} \w+d[oa]s? (?:[\w ]{{1,30}} )?por (?:un |una |dos |tres |cuatro |varios |su )?"
    r"(?:sujetos?|hombres?|desconocid|individuos?|vehiculos?|camioneta|grupo|comando|civiles"
    rf"|motociclista|automovil|autobus|camion|tren|ex ?pareja|{_KIN})"
)
_RIGHT_HARMED = re.compile(
    rf"^\s*,\s*(?:{_HARMED_NOUN}|{_HARM}(?<=d[oa])|reportad[oa] como)\b|"
    + _ASIDE
    + rf"(?:{_PASSIVE}(?: la| las)? (?:victimas?\b|{_HARM}(?<!o a)"
    rf"|(?:hallad|encontrad)[oa]s? (?:\w+ )?(?:sin|muert|con (?:vida|heridas|lesiones))"
    r"|(?:rescatad|auxiliad|hospitalizad|atendid|sepultad|velad|puest[oa]s? a salvo|evacuad"
    r"|valorad|trasladad[oa]s? (?:\w+ ){0,3}?(?:hospital|nosocomio|clinica)"
    r"|llevad[oa]s? (?:\w+ ){0,3}?(?:hospital|nosocomio|clinica|ambulancia))\w*)"
    rf"|{any_of(SUFFERED)}"
    rf"|a quien(?:es)? (?!(?:la fiscalia|el ministerio|un juez|se le))(?:[^.;,]{{0,30}} )?"
    rf"(?:les? |lo |la )?{_HARM}"
    r"|a quien(?:es)? (?:mantenian|tenian|pretendian|intent\w+|dos|tres|un hombre|una mujer|sujeto)"
    rf"|(?:les?|lo|la|los|las) (?:{_HARM})|cuyo (?:cuerpo|vehiculo|celular|telefono|negocio)"
    r"|cuya (?:camioneta|casa|vivienda|ausencia|desaparicion|muerte))"
)
_RIGHT_COMPLAINED = re.compile(
    _ASIDE
    + rf"(?:{any_of(COMPLAINED)}|{_PASSIVE} (?:liberad|localizad|reconocid[oa]s? por (?:su|sus))"
    r"|caminaba|dormia|esperaba|a quien(?:es)? (?:su|sus) (?:agresor|ex|pareja|vecin|" + _KIN + "))"
)
_RIGHT_HELD = re.compile(
    _ASIDE
    + r"(?:(?:fue|fueron|quedo|quedaron|resulto|resultaron|ha sido|habia sido|seria|sera|seran"
    rf"|esta|estan)(?: \w+mente)? (?:{_HOLD}|{_HELD_NOUN}|puest[oa]s? a disposicion|recluid"
    r"|ingresad|internad[oa]s? (?:\w+ ){0,2}(?:penal|centro|reclusorio|cereso)|presentad[oa]s? ante"
    r"|trasladad[oa]s? (?:\w+ ){0,3}?(?:penal|reclusorio|fiscalia|ministerio|agencia|juez|prision"
    r"|cereso|juzgado)(?![^.;]{0,40}denunci)|llevad[oa]s? (?:ante|a la (?:agencia|fiscalia"
    r"|comandancia))|pres[oa]s?\b"
    r"|entregad[oa]s? a (?:los|las|la|el|un) (?:polic|autorid|oficial|elemento|agente|minist|unif)"
    r"|(?:reconocid|señalad|identificad|acusad)[oa]s? (?:\w+ ){0,2}?por (?:la|el|su|sus|una|un)"
    r" (?:parte|victima|afectad|ofendid|denunciante|agraviad))"
    r"|con (?:\w+ ){0,2}(?:ingresos?|antecedentes|orden|mandamiento|historial)\b"
    rf"|{any_of(ACCUSED_OF)}|como (?:el |la |su |uno de |una de |los |las )?(?:\w+ )?(?:agresor"
    r"|probable|presunt|responsable|autor|posible|quien(?:es)?\b|complice|lider))"
)


# «…, alias “El Topo”», «…, imputado en otra carpeta»: what the accused is called after the name.
_CALLED_AFTER = re.compile(
    r"\s*,?\s*(?:alias\b|\(a\)|apodad[oa]\b|a quien (?:apodan|conocen como))"
    rf"|\s*,\s*{_HELD_NOUN} (?:por|de|como|en|desde|tras|ante|el|la)\b"
)


def introduces_person(left: str) -> bool:
    """Whether the words right before a run of capitals announce a person's name."""
    tail = left[-60:]
    return any(
        pattern.search(tail)
        for pattern in (_LEFT_HARMED, _LEFT_HELD, _LEFT_SOUGHT, _NAMING_FORMULA, _ADDRESS)
    )


def done_to(left: str) -> Role | None:
    """What happens to a person as the object of a sentence: by whom it is done tells it.

    What an authority does to somebody, unless it helps, it does to a suspect; what strangers, a
    vehicle or a mishap do, they do to somebody harmed.
    """
    by_authority = _BY_AUTHORITY.search(left)
    if by_authority:
        return Role.HARMED if _HELPED.search(by_authority.group()) else Role.HELD
    return Role.HARMED if _BY_STRANGERS.search(left) else None


def named_as(left: str) -> Role | None:
    """What the noun right before a name calls the person: «en calidad de imputada, Norma…»."""
    if _CALLED_HARMED.search(left):
        return Role.HARMED
    return Role.HELD if _CALLED_HELD.search(left) else None


def stated(left: str, right: str) -> Role | None:
    """What the words right beside a name say of the person, or None."""
    tail = left[-130:]
    if _PARTNER_OF_VICTIM.search(tail):
        return Role.HELD
    if _CALLED_AFTER.match(right):
        return Role.HELD
    formula = _NAMING_FORMULA.search(tail)
    if formula:
        named = _said_before(left[: len(left) - len(tail) + formula.start()])
        if named or not _LEFT_HELD.search(tail):
            return named or _stated_after(right)
    if _LEFT_HARMED.search(tail):
        return Role.HARMED
    if _LEFT_HELD.search(tail):
        return Role.HELD
    after = _stated_after(right)
    if after:
        return after
    if _BY_OFFICIAL.search(tail):
        return None
    if _VERB_FIRST_HARMED.search(tail):
        return Role.HARMED
    return Role.HELD if _VERB_FIRST_HELD.search(tail) else None


def suffers(left: str, right: str) -> bool:
    """Whether the words right beside a description say that its person was harmed."""
    formula = _NAMING_FORMULA.search(left)
    if formula and _said_before(left[: formula.start()]) is Role.HARMED:
        return True
    before = _LEFT_HARMED.search(left[-130:]) or _JUST_SUFFERED.search(left[-90:])
    return bool(before or _RIGHT_HARMED.match(right))


def hinted(left: str, right: str) -> Role | None:
    """What words beside a name hint at that may be said of somebody in office too."""
    if _LEFT_SOUGHT.search(left[-130:]) or _RIGHT_COMPLAINED.match(right):
        return Role.HARMED
    return None


def _stated_after(right: str) -> Role | None:
    if re.match(_ASIDE + _BY_UNKNOWN, right):
        return Role.HARMED
    if _RIGHT_HELD.match(right):
        return Role.HELD
    return Role.HARMED if _RIGHT_HARMED.match(right) else None


_SAID_HARMED = re.compile(rf"\b(?:{_HARMED_NOUN}|{any_of(SUFFERED)}|sin vida|murio)\b")
_SAID_HELD = re.compile(rf"\b(?:{_HELD_NOUN}|{_HOLD_EVENT}|llamarse|{_HOLD}|dijo ser)\b")


def _said_before(clause: str) -> Role | None:
    """Whom a formula names: the last noun or verb before it that tells."""
    harmed = max((m.end() for m in _SAID_HARMED.finditer(clause)), default=-1)
    held = max((m.end() for m in _SAID_HELD.finditer(clause)), default=-1)
    if harmed == held:
        return None
    return Role.HARMED if harmed > held else Role.HELD
