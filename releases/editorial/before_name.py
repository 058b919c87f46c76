"""The places right before a name that say what its person is in the event. All folded."""

from __future__ import annotations

import re

from releases.editorial.lexicon.parties import ACCUSED_OF, SEARCH_EVENTS, SUFFERED
from releases.editorial.lexicon.verdicts import CRIME_VERBS
from releases.editorial.wording import (
    ADVERBS,
    HARM,
    HARM_EVENT,
    HARMED_NOUN,
    HELD_NOUN,
    HOLD,
    HOLD_EVENT,
    HONORIFIC,
    KIN,
    NAMING,
    OBJECT,
    OFFENDER,
    OWN,
    RESCUE,
    any_of,
    noun,
)

LEFT_HARMED = re.compile(
    rf"(?:{noun(HARMED_NOUN)}"
    rf"|\bentre l[oa]s {HARMED_NOUN} (?:esta|se encuentra|figura|se cuenta)n?(?: tambien)? (?:a )?"
    r"|\babus\w+ (?:sexualmente )?del?\s+"
    rf"|\b{OFFENDER} (?:confes[oa] )?del? (?:su )?"
    rf"|\b{HARM_EVENT}(?: (?!por\b)\w+){{0,3}}? (?:del?|al?|contra|en contra del?|por)\s+(?:su |el"
    r" ahora occiso |la ahora occisa |los hermanos |las hermanas |los esposos )?"
    rf"|\b{HARM}{ADVERBS}{OBJECT} (?:al?|contra|en contra del?)\s+"
    rf"|\b{HARM}[^.;,]{{0,40}} (?:al?|del?) (?:su|la|el)? ?(?:ahora )?(?:ex ?)?{KIN},?\s+"
    rf"|\b{HARM} [^.;,]{{0,40}}\b{OWN} del?\s+"
    rf"|\b(?:a (?:la|el|los|las) que|al que|a quien(?:es)?) (?:les? )?{HARM}[^.;,]{{0,40}},\s*"
    rf"|\b(?:familiares|deudos|parientes|padres|{KIN})\b[^.;,]{{0,30}} (?:identific|reconoci)\w+"
    r" (?:el cuerpo )?como\s+"
    r"|\b(?:cay|derrumb|desplom|vino|vinieron)\w* (?:encima )?(?:sobre|encima de)\s+"
    r"|\b(?:auxilio|peticion|llamada|reporte|llamado) del?\s+"
    r"|\b(?:justicia para|ultimo adios a|desp(?:id|ed)\w+ a|sepultura a|cobr\w+ la vida de"
    r"|dej\w+ sin vida a|afect\w+ a|arroj\w+ \w+ a)l?\s+"
    r"|\b(?:correspond\w+ al?|propiedad del?|pertenec\w+ al?|devuelt[oa]s? al?|denuncia del?"
    r"|querella del?|testimonio del?|dicho del?|puest[oa]s? a salvo|obtuv\w+ del?|viud[oa] del?"
    r"|medidas de proteccion (?:a|para|en favor de|a favor de)|alerta amber por)\s+"
    rf")\s*{HONORIFIC}$"
)
LEFT_HELD = re.compile(
    rf"(?:{noun(HELD_NOUN)}"
    rf"|\bentre l[oa]s {HELD_NOUN} (?:esta|se encuentra|figura|se cuenta)n?(?: tambien)? (?:a )?"
    rf"|\b{HOLD_EVENT}(?: y \w+| definitiv[oa]| penal| legal)?"
    r" (?:del?|al?|contra|en contra del?)\s+"
    rf"|\b{HOLD}{ADVERBS}(?: a proceso| ante la justicia| a disposicion| por \w+)?{ADVERBS}"
    r" al?\s+"
    r"|\b(?:marc\w+ el alto|ley\w+ (?:sus |los )?derechos|mostr\w+ la orden|ejecut\w+ la orden"
    r"|dej\w+ en libertad|pus\w+ en libertad|cumpliment\w+ la orden|reconoc\w+ plenamente"
    r"|impu(?:so|esta)[^.;]{0,60}|formul\w+ (?:la )?imputacion|formul\w+|decomis\w+ \w+"
    r"|dict\w+ (?:auto|prision|la)[^.;]{0,40}|otorg\w+ la libertad|sentenci\w+) al?\s+"
    r"|\b(?:dijo ser|llamarse|ostento como|hacia llamar|respond\w+ a(?:l|los) nombres? de"
    r"|identifico como|identificaron como)\s+"
    r"|(?:^|[.;:,] )(?:en )?contra(?: del?)?\s+"
    rf"|\b\w+[ai]d[oa]s? en (?:poder|posesion|manos) del?\s+"
    r"|\b(?:entreg|consign|present|remit|pus)\w* (?:a|ante) (?:la|el|las|los) (?:fgr|fiscalia"
    r"|ministerio|autoridad\w*|juez|jueza|agente|policia|guardia|representacion)[^.;,]{0,30} al?\s+"
    r"|\b(?:arma|armas|droga|pistola|mochila|bodega|maleta)"
    r" (?:es|era|eran|seria) (?:propiedad )?del?\s+"
    r"|\bdict\w+ sentencia[^.;]{0,40} al?\s+|\bnotific\w+ al?\s+"
    r"|\baños de (?:carcel|prision|reclusion)(?: \w+)? (?:para|contra|al?)\s+"
    rf"|\bquien(?:es)? (?:l[aeo]s? )?{HARM}[^.;,]{{0,40}} (?:fue|es|era|seria)\s+"
    rf"|\b(?:revis|inspeccion|registr)\w+ [^.;,]{{0,30}}\b{OWN} del?\s+"
    r"|\b(?:manifest|refiri|señal|afirm|declar)\w+ (?:ser|llamarse)\s+"
    r"|\binterpol\b[^.;]{0,60} (?:dar con|localizar al?|ubicar al?)\s+"
    r"|\bcuenta[^.;,]{0,60} a nombre del?\s+"
    r"|\b(?:grupo|banda|celula|organizacion|red|cartel|gavilla|agrupacion)\b[^.;,]{0,40}"
    r" (?:que|a la que|al que) (?:encabez|lider|dirig|comand|pertenec|perteneci|coordin)\w+\s+"
    r"|\b(?:queda|quedan|sale|salen|salio|puest[oa]|dejad[oa]) (?:en libertad|libre)\s+"
    rf"|\b(?:acto|accion|orden|mandamiento|denuncia|querella|acusacion|proceso|ficha|imputacion"
    r"|cateo|carpeta|cargos|medida|juicio|demanda|pruebas?|datos|investigacion|recompensa"
    r"|alerta migratoria|causa|sentencia|resolucion|indagatoria)"
    r"[^.;]{0,70}(?:contra|en contra del?|a nombre del?|sobre)\s+"
    r"|\b(?:cate\w+|allan\w+|inspeccion\w*|registro)\b[^.;,]{0,60} (?:vivienda|casa|domicilio"
    r"|inmueble|predio|rancho|bodega|local|taller|departamento) del?\s+"
    rf"|\b(?:{HARM}|portad|ocultad|resguardad|vendid|distribuid|robad|liderad|sustraid)[oa]s?"
    r" por\s+|\ba manos del?\s+|\ben manos de la (?:policia|justicia|autoridad)\s+"
    rf")\s*{HONORIFIC}(?:su (?:ex)?\w+,? )?$"
)
BY_AUTHORITY = re.compile(
    r"\b(?:policias?|oficial(?:es)?|agentes?|ministeriales|gendarmes|elementos|uniformad[oa]s|efectivos|marina|marinos"
    r"|guardia nacional|ejercito|militares|fiscalia|ministerio publico|autoridad(?:es)?|juez|jueza"
    r"|juzgador|tribunal|patrulla|corporacion|secretaria|interpol|custodios|videovigilancia|camaras)\b"
    r"[^.;]{0,110}?\b(?:a|al|para|contra)\s+(?:el |la |los |las )?$"
)
# «… y los paramédicos, a…»: whom these take along is hurt.
BY_HELPERS = re.compile(
    r"\b(?:paramedic[oa]s?|ambulancias?|rescatistas|socorristas|bomberos|cruz roja|medic[oa]s)\b"
    r"[^.;]{0,60}?\b(?:al?)\s+$"
)
HELPED = re.compile(
    rf"\b(?:{RESCUE}|ayud|apoy|brind|entreg|arrull|reanim|salv|orient|acompañ|resguard|notific"
    r"|recib|bus[cq]|sac(?:o|aron)\b|canaliz|reconoci|premi|felicit|ascend|condecor|inform|pid|design|nombr)"
)
BY_STRANGERS = re.compile(
    r"\b(?:sujetos?|hombres?|mujer(?:es)?|delincuentes?|asaltantes?|agresor(?:es)?|desconocid[oa]s?"
    r"|comando|individuos|vehiculo|camioneta|secuestradores|plagiarios|captores|sicarios|ladrones"
    r"|rateros|grupo armado|ataque|balas?|disparos?|fraude|estafa|accidente|choque|explosion"
    r"|incendio|conductor|civiles armados|pistoleros|extorsionadores|expareja|tren|autobus)\b"
    r"[^.;]{0,110}?\b(?:a|al|de|del|contra)\s+(?:la |los |las )?$"
    # «le cortaron el paso a…»
    r"|(?<!se )\bles? \w{3,}(?:aron|ieron|io|o) [^.;]{1,50} al?\s+$"
)
_CALLED = r"\b(?:el|la|los|las|calidad de|como|un|una|otr[oa]|hoy|ahora) "
CALLED_HARMED = re.compile(rf"{_CALLED}{HARMED_NOUN}{NAMING}\s*,?\s*$")
CALLED_HELD = re.compile(rf"{_CALLED}{HELD_NOUN}{NAMING}\s*,?\s*$")
# «dos sujetos interceptaron a…»: no authority does it.
CAUGHT_BY_STRANGERS = re.compile(
    r"(?<!\ba )(?<!\bal )(?<!\ba los )(?<!\ba dos )(?<!\ba tres )(?<!\ba un )"
    r"\b(?:sujetos?|hombres?|desconocidos?|comando|individuos?|vehiculos?|delincuentes|encapuchados)"
    rf"(?: (?!(?:y|e|que|fue|fueron)\b)\w+){{0,3}} {HOLD}{ADVERBS} al?\s+$"
)
# «la huella pertenece a…», «el vehículo era conducido por…».
LEFT_TRACED = re.compile(
    r"\b(?:huellas?|adn|arma|pistola|droga|cuenta|linea|rastro|perfil|mochila|celda)\b[^.;,]{0,40}"
    r" (?:pertenec|correspond)\w+ al?\s+$"
    r"|\b(?:testimonios?|testigos?|pruebas?|videos?|camaras?|evidencias?|peritajes?|huellas?|indicios?"
    r"|grabaci\w+|dictamen\w*|imagenes)\b[^.;]{0,40} (?:ubic|incrimin|muestr|señal|vincul|relacion"
    r"|apunt|involucr|compromet|delat)\w* al?\s+$"
    rf"|\bque (?:l[aeo]s? )?{any_of(CRIME_VERBS)}(?<!ron)(?<!an)\b[^.;,]{{0,40}},\s+$"
    r"|\b(?:acredit|demostr|comprob|prob|establec)\w* la (?:presencia|autoria|culpabilidad)"
    r" del?\s+$"
    rf"|\b{HELD_NOUN} por (?:la|el|las|los|su|una?) {HARMED_NOUN}\s*,\s*$"
    r"|\b(?:la orden|el mandamiento|la acusacion|la investigacion|las ordenes|los cargos|la medida)"
    r"\b[^.;,]{0,30} (?:alcanz|involucr|implic|compromet|incluy|vincul|señal)\w+ (?:tambien )?al?"
    r"\s+(?:(?:empresari|funcionari|chofer|emplead)\w+ )?$"
)
# «A Paulina le robaron…»: the object, put first.
AS_OBJECT = re.compile(r"(?:^|[,;]|\bque) ?al? $")
# An owner may be accused as well; the verb after the name decides.
ANY_PARTY = re.compile(r"\b(?:dueñ|propietari|inquilin)\w+ [^.;]{0,50}$")
# «pobladores retuvieron a…»: whom the people of a place catch they hold for a suspect.
CAUGHT_BY_CITIZENS = re.compile(
    r"\b(?:pobladores|vecin[oa]s|habitantes|lugareños|ciudadanos|transeuntes|testigos|usuarios"
    r"|comerciantes|locatarios|familiares|colonos|ejidatarios|automovilistas)\b"
    rf"(?: (?!(?:y|e|que|fue|fueron)\b)\w+){{0,4}} (?:{HOLD}|retuv|retien|sujet|inmoviliz|atrap"
    rf"|golpe|lincha|acorral)\w*{ADVERBS} al?\s+$"
)
# «entregaron a Alan Carmona a la Fiscalía»
HANDED = re.compile(r"\b(?:entreg|consign|llev|traslad|present|remit)(?:o|aron|ieron|io) al?\s+$")
# Told of the harmed and of the wanted: what follows the name may say otherwise.
LEFT_SOUGHT = re.compile(
    rf"(?:\b(?:lo|la|los) (?:reporto|denuncio)\s+|\b{any_of(SEARCH_EVENTS)}(?: \w+){{0,2}}? del?\s+"
    rf"|\b{RESCUE}{ADVERBS}{OBJECT}{ADVERBS} (?:al?|contra)\s+)\s*{HONORIFIC}$"
)
# The verb before the subject: «fue capturado en Lerma Raúl…», «murió en el lugar Ana…».
_CLAUSE = r"(?: [^,.;:]{0,60})?\s*(?:,[^,.;:]{0,60},)?\s+(?<! de )(?<! del )"
VERB_FIRST_HARMED = re.compile(
    rf"\b(?:{any_of(SUFFERED)}|(?:fue|fueron|ha sido|habia sido|fuera|sido)(?: \w+mente)?"
    rf" (?:{HARM}|rescatad|auxiliad|hallad|encontrad|puest[oa]s? a salvo)\w*){_CLAUSE}$"
)
JUST_SUFFERED = re.compile(
    rf"\b{any_of(SUFFERED)}(?: (?:en|con|por|de|tras) [^,.;:]{{1,30}}?)?\s+$"
)
VERB_FIRST_HELD = re.compile(
    r"\b(?:fue|fueron|quedo|quedaron|ha sido|habia sido|resulto|resultaron)(?: \w+mente)?"
    rf" (?:{HOLD}|{HELD_NOUN}|recluid[oa]s?|ingresad[oa]s?|internad[oa]s?|puest[oa]s? a"
    r" disposicion|bajo (?:custodia|resguardo|arresto|proceso)|a disposicion|pres[oa]s?"
    rf"|arraigad[oa]s?|llevad[oa]s? ante|presentad[oa]s? ante){_CLAUSE}$"
    rf"|\b(?:{any_of(ACCUSED_OF)})(?: [\w ]{{1,40}})? $"
)
# «el cuerpo hallado es el de…», «quien perdió la vida es…»: whom it names is said before.
NAMING_FORMULA = re.compile(
    r"\b(?:es|era|son|eran|(?:dij|manifest|refiri|señal|afirm|declar)\w+ (?:ser|llamarse)"
    r"|se trata de|se trat(?:o|aba) de|resulto ser|responde al nombre de|seria"
    r"|respondia al nombre de|se llamaba|fue identificad[oa] (?:[^,.;:]{1,50} )?como|de nombre"
    r"|fue reconocid[oa] (?:[^,.;:]{1,50} )?como|identificad[oa]s? (?:[^,.;:]{1,50} )?como)"
    r"\s+(?:el de|la de|los de)?\s*(?:(?:el|la|don|doña)\s)?$"
)
# «el exesposo de la víctima, …»: of the accused, where nothing else is said.
PARTNER_OF_VICTIM = re.compile(
    rf"\b(?:ex ?)?(?:espos[oa]|pareja|novi[oa]|marido|concubin[oa]|padrastro|madrastra|conyuge)"
    r" de (?:la|el|su)s? (?:ahora |hoy )?(?:victimas?|ofendid|agraviad|denunciante|menor|niñ|mujer"
    rf"|afectad)\w*{NAMING}\s*,?\s*$"
)
# «fue certificado por la médica legista…»: who does it acts in office.
BY_OFFICIAL = re.compile(
    r"\b\w+[aeiu]d[oa]s? (?:[\w ]{1,30} )?por (?:el|la|los|las|su)\b[^,.;]{0,50}$"
)
# «se acreditó que…», before one who acts: what an inquiry finds, it finds of the accused.
ALLEGED = re.compile(
    r"\b(?:acredit|presum|sospech|comprob|demostr|establec|determin|document|arroj|desprend|revel"
    r"|investig|indag|explic|detall)\w* (?:que|si)\s+$"
    r"|\b(?:segun|de acuerdo con|conforme a) (?:la|el|los|las) (?:carpeta|acusacion|investigaci\w+"
    r"|indagatorias?|imputacion|pesquisas?|ministerio publico|fiscalia|expediente|datos de prueba)"
    r"[^.;,]{0,30},\s+$"
)
ADDRESS = re.compile(
    r"\b(?:bebe|niñ[oa]|menor|pequeñ[oa]|adolescente|joven|señora?|don|doña|apellidad[oa]"
    r"|nombrad[oa]|registrad[oa] como|conocid[oa] como|a nombre de|nombre completo)[\s:,]*$"
)
SAID_HARMED = re.compile(
    rf"\b(?:{HARMED_NOUN}|{any_of(SUFFERED)}|sin vida|murio|(?:fue|fueron) {RESCUE}"
    rf"|(?<!por )(?<!por el )(?<!por la )(?<!delito de ){HARM_EVENT} del? (?:un|una|dos|tres)\b)\b"
)
SAID_HELD = re.compile(
    rf"\b(?:quien(?:es)? (?:l[aeo]s? )?{HARM}|{HELD_NOUN}|{HOLD_EVENT}|llamarse|{HOLD}|dijo ser)\b"
)
