"""A bulletin that tells of a detention without saying that the person is presumed innocent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.findings import Mark
from releases.editorial.lexicon.cues import FINAL_SENTENCE
from releases.editorial.passage import PassageKind
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialCode, EditorialSeverity

CLAUSE = (
    "La persona detenida se presume inocente y será tratada como tal mientras no se declare su "
    "responsabilidad mediante sentencia."
)
_PRESUMED = re.compile(
    r"\binocen(?:te|tes|cia)\b|\bno (?:es|son|se considera\w*|podra\w* ser considerad\w+"
    r"|debe\w* ser tratad\w+ como) culpables?\b"
    r"|(?:culpab|responsab)ilidad[^.]{0,60}(?:sentencia|juez|tribunal|autoridad judicial)"
    r"|culpable hasta|articulo 20[^.]{0,40}constitucion|articulo 13 del codigo nacional"
    r"|mientras no (?:se|exista|haya|un juez)[^.]{0,60}(?:culpab|responsab|sentencia"
    r"|contrario)|hasta (?:que )?(?:no )?(?:se|exista|haya|un juez"
    r"|una sentencia)[^.]{0,60}(?:culpab|responsab|sentencia)"
)
_ADJ = r"(?:\w+mente\s)?"
_HELD = re.compile(
    r"\b(?:deten(?:cion|ciones) (?:de|del|en flagrancia)|la detencion\b|las detenciones\b"
    r"|detenid[oa]s?\b|detuv(?:o|ieron)\b|detien(?:e|en)\b|se detuvo a|logr\w+ detener"
    r"|aprehend\w+|aprehension(?:es)? de"
    r"|orden(?:es)? de aprehension|captur(?:a|an|o|aron|ad[oa]s?)\b|la captura de"
    r"|personas? (?:asegurad|remitid|capturad|aprehendid)[oa]s?"
    r"|arrest(?:o|aron|an|ad[oa]s?|a)\b|(?:fue|fueron|quedo|quedaron|resulto"
    rf"|resultaron) {_ADJ}(?:asegurad[oa]s?|intervenid[oa]s?|sometid[oa]s?|remitid[oa]s?"
    r"|internad[oa]s?|recluid[oa]s?|presentad[oa]s? ante)"
    r"|asegur(?:o|aron|an|a) a\b|aseguramiento de (?:su |un |una |dos |tres |cuatro |el "
    r"|la |los |las |\d+ )?(?:\w+ )?(?:persona|hombre|mujer|sujeto|pareja|joven|individu"
    r"|masculin|conductor|probable|presunt|integrante|implicad)\w*"
    r"|trasladad[oa]s? ante (?:el|la|un)\b|quedo recluid[oa]|puest[oa]s? a disposicion"
    r"|puso a disposicion|pusieron a disposicion"
    r"|quedo a disposicion|quedaron a disposicion|vincul(?:o|aron|an|ad[oa]s?) a proceso"
    r"|vinculacion a proceso|prision preventiva"
    r"|(?:ingres|intern|reclu|trasladad)\w+ (?:\w+ ){0,6}?(?:al"
    r"|en el) (?:centro penitenciario|penal|reclusorio|centro preventivo)|imputad[oa]s?\b"
    r"|quedo internad[oa]|formul\w+ imputacion|remitid[oa]s? a(?:l)? (?:la autoridad"
    r"|ministerio|juzgado|juez|la agencia|la fiscalia|oficial)"
    r"|cumpliment(?:o|aron|an|ad[oa]s?) (?:\w+ )?orden(?:es)? de aprehension"
    r"|tras las rejas|caen?\b (?:presunt|probable|dos|tres|\d)|remit(?:en|e|io|ieron) a\b"
    r"|consign(?:an|o|aron|ad[oa]s?)\b|llevad[oa]s? ante (?:el|la|un))"
)
_NOT_PERSON = re.compile(
    r"^[^.;]{0,30}?\b(?:marcha|transito|trafico|servicio|vehiculo|motor|obra|fuga|incendio"
    r"|paso|tren|autobus|unidad(?:es)? de transporte|circulacion|labores|avance|daño|datos"
    r"|imagen|imagenes|video|pantalla|atencion|capturas? de pantalla|peces|alta velocidad"
    r"|caida|ejercicio|especie|ejemplar|animal|fauna|perr|reptil|cocodrilo|jaguar|puma"
    r"|venado|coyote|aguila|felino|serpiente|mono|ave\b|pez|toro|vaca|senal|mercancia"
    r"|droga|armas?)"
)
_DENIED = re.compile(
    r"\b(?:no (?:se |hubo |hay |fue necesari\w |se registraron |se reportaron |existieron "
    r"|se efectu\w+ |se realiz\w+ |se llev\w+ a cabo )?(?:ninguna? |personas? )?"
    r"|sin (?:que hubiera |que se registraran |registrar |haber |personas? )?|evitar "
    r"|prevenir |ningun[oa]? |nadie (?:fue |ha sido |resulto )?|desmint\w+ (?:la "
    r"|que )?)(?:\w+ )?$"
)
# «puso a disposición de la dependencia el Centro»: offered, not handed over.
_OFFERED = re.compile(
    r"^\s*(?:,\s*)?(?:de |del |de la |de las |de los |a la |al |el |la |los |las |un |una "
    r"|su |sus )"
    r"(?:\w+ )?(?:ciudadan|poblacion|publico|usuari|famili|dependencia|comunidad|instituc"
    r"|vecin|estudiant"
    r"|corporacion|secretaria|centro|linea|numero|telefono|correo|equipo|experiencia"
    r"|servicio|aplicacion"
    r"|victima|habitante|turista|transportista|empresari|municipi|visitante|mexiquense)"
)
_GENERAL = re.compile(
    r"\b(?:protocolo|curso|taller|capacit\w+|manual|registro nacional de|en caso de"
    r"|tecnicas? de|como actuar|derechos de las personas|uso de la fuerza|platica"
    r"|simulacro|diplomado|lugar de|separos|evitar|objetivo de)\b[^.;]{0,60}$"
)
_OLD = re.compile(FINAL_SENTENCE)


def find_missing_presumption(reading: Reading) -> Iterator[Mark]:
    """At most one finding, at the first detention of a whole bulletin without the clause."""
    if reading.kind is not PassageKind.BULLETIN or _PRESUMED.search(reading.folded):
        return
    for match in _HELD.finditer(reading.folded):
        if _is_detention(reading, match):
            yield Mark(
                code=EditorialCode.NO_PRESUMPTION,
                start=match.start(),
                end=match.end(),
                why="El comunicado informa de una persona detenida o imputada y no dice que se "
                f"presume inocente. Añada la leyenda, por ejemplo: «{CLAUSE}»",
                severity=EditorialSeverity.GRAVE,
            )
            return


def _is_detention(reading: Reading, match: re.Match[str]) -> bool:
    sentence = reading.sentence_at(match.start())
    if _OLD.search(reading.folded, sentence.start, sentence.end):
        return False
    before = reading.before(match.start(), 60)
    if _DENIED.search(before) or _GENERAL.search(before):
        return False
    after = reading.after(match.end(), 50)
    if re.search(r"deten|detien|detuv|captur", match.group()) and _NOT_PERSON.match(after):
        return False
    if "disposicion" in match.group() and _OFFERED.search(reading.after(match.end(), 45)):
        return False
    vehicle = re.search(
        r"\b(?:vehiculos?|armas?|droga|sustancia|mercancia|inmueble|unidades?"
        r"|motocicletas?|camionetas?|dosis|cartuchos|ejemplar|predio|cargamento"
        r"|tomas?)\b[^.;]{0,40}$",
        before,
    )
    return not (
        vehicle
        and re.match(
            r"(?:fue|fueron|quedo|quedaron) (?:\w+mente )?asegurad|asegur|consign"
            r"|puest[oa]s? a disp|qued[oa]\w* a disp",
            match.group(),
        )
    )
