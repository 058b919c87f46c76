"""The places right after a name that say what its person is in the event. All folded."""

from __future__ import annotations

import re

from releases.editorial.lexicon.parties import ACCUSED_OF, COMPLAINED, SUFFERED
from releases.editorial.lexicon.verdicts import CRIME_VERBS
from releases.editorial.wording import HARM, HARMED_NOUN, HELD_NOUN, HOLD, KIN, any_of

# Right after the name, or after what stands between two commas.
ASIDE = (
    r"^(?:\s*,[^.;]{0,70}?,|\s*\([^)]{0,30}\)|\s+(?:y|ni|junto con) \w+ \w+(?: mas)?)?\s*,?\s*"
    r"(?:que |y |tambien |ya |ademas |quien(?:es)? |ambos )*"
)
_PASSIVE = r"(?:fue|fueron|ha sido|han sido|habia sido|habian sido|era|eran|fuera)(?: \w+mente)?"
# «fue interceptado por dos hombres»: no authority does it.
BY_UNKNOWN = (
    rf"{_PASSIVE} \w+d[oa]s? (?:[\w ]{{1,30}} )?por (?:un |una |dos |tres |cuatro |varios |su )?"
    r"(?:sujetos?|hombres?|desconocid|individuos?|vehiculos?|camioneta|grupo|comando|civiles"
    rf"|motociclista|automovil|autobus|camion|tren|ex ?pareja|agresor|atacante|asaltante|{KIN})"
)
_TOLD = (
    r"(?:dijo|dijeron|declar(?:o|aron)|aseguro|refirio|manifesto|señalo|conto|narro|relato|comento"
    r"|explico|denuncio|afirmo|menciono)"
)
RIGHT_HARMED = re.compile(
    rf"^\s*,\s*(?:{HARMED_NOUN}|{HARM}(?<=d[oa])|reportad[oa] como)\b|"
    + ASIDE
    + rf"(?:{_PASSIVE}(?: la| las)? (?:victimas?\b|{HARM}(?<!o a)"
    rf"|(?:hallad|encontrad)[oa]s? (?:\w+ )?(?:sin|muert|con (?:vida|heridas|lesiones))"
    r"|(?:rescatad|auxiliad|hospitalizad|atendid|sepultad|velad|puest[oa]s? a salvo|evacuad"
    r"|valorad|trasladad[oa]s? (?:\w+ ){0,3}?(?:hospital|nosocomio|clinica)"
    r"|llevad[oa]s? (?:\w+ ){0,3}?(?:hospital|nosocomio|clinica|ambulancia))\w*)"
    rf"|{any_of(SUFFERED)}"
    rf"|a quien(?:es)? (?!(?:la fiscalia|el ministerio|un juez|se le))(?:[^.;,]{{0,30}} )?"
    rf"(?:les? |lo |la )?{HARM}"
    r"|a quien(?:es)? (?:mantenian|tenian|pretendian|intent\w+|dos|tres|un hombre|una mujer|sujeto)"
    rf"|(?:les?|lo|la|los|las) {HARM}(?<=[aei]ron|aban|..an)\b"
    rf"|{_TOLD} que (?:l[aeo]s? {HARM}(?<=[aei]ron|aban|..an)\b|(?:fue|fueron|habia sido) {HARM})"
    r"|denunci\w+ [^.;]{0,40}en su contra"
    r"|cuyo (?:cuerpo|vehiculo|celular|telefono|negocio)"
    r"|cuya (?:camioneta|casa|vivienda|ausencia|desaparicion|muerte))"
)
# «… la golpeó», «… disparó contra…»: the one named did it. A plural («le robaron») is of others.
OFFENDED = re.compile(
    ASIDE
    + r"(?:(?:fue|fueron|es|era) quien(?:es)? )?"
    + rf"(?:(?:se |l[aeo]s? )?{any_of(CRIME_VERBS)}(?<!aron)(?<!ieron)(?<!an)\b"
    rf"|(?:se )?{any_of(CRIME_VERBS)}\b)"
)
# Any active verb in the past.
ACTED = re.compile(
    r"^\s*(?:,[^.;]{0,60}?,\s*)?(?:(?:se|l[aeo]s?) )?"
    r"(?!(?:se )?(?:recib|sufr|padec|muri|fallec|perd|desaparec|viv|trabaj|caminab|estab|resid|dorm"
    r"|viaj|acud|denunci|regres|salio|llam|era\b|inform|tenia|iba\b|labor))"
    r"[a-zñ]{3,}(?:[^aeiou]o|io|aba|ia|aron|ieron|aban|ian)\b"
)
# What nobody owns by right, nor does with right.
_OF_CRIME = (
    r"(?:robad[oa]s?|sin placas|armas?|pistola|cuchillo|navaja|machete|drogas?|enervantes?|ataques?"
    r"|asaltos?|robos?|homicidios?|asesinatos?|secuestros?|extorsion(?:es)?|fraudes?|estafas?"
    r"|sicarios|dosis|narcoticos|marihuana|cristal|cocaina|combustible|huachicol|hidrocarburos?"
    r"|toma clandestina|procedencia ilicita|apocrif\w+"
    r"|sobornos?|prestanombres|gatillo|sustraer|someter|amagar|robar|despojar|extorsionar|engañ\w+"
    r"|cerradura|explosivos?|documentos? (?:fals|apocrif)\w+|billetes falsos)"
)
# «… ordenó el ataque», «… circulaba en una moto robada», but not «… denunció el robo».
ACTED_IN_CRIME = re.compile(
    r"^\s*(?:,[^.;]{0,60}?,\s*)?(?:quien(?:es)? )?(?:(?:se|l[aeo]s?) )?"
    r"(?!(?:report|denunci|present|interpus|narr|relat|sufri|recib|enfrent|lament|conden|presenci"
    r"|inform|señal|explic|dijo|destac|indic|afirm|asegur|subray|añad|agreg|coment|expres|precis"
    r"|detall|puntual|record|recalc|reiter|sostuv|anunci|agradec|felicit|reconoc|llam|exhort|invit"
    r"|encabez|presid|refir|mencion|declar|manifest|advirt|opin|confirm"
    r"|recuper|pag(?:o|aron)|deposit|transf|entreg|salv|rescat|auxili|identific|descubr|encontr|compr"
    r"|evit|frustr|impid|acudi|perd|muri|falleci|fue\b|ampli|rechaz|observ|escuch|resist|vio\b))"
    r"[a-zñ]{3,}(?:o|io|aba|ia|aron|ieron|aban|ian)\b[^.;,]{0,60}?\b" + _OF_CRIME + r"\b"
)
# «… y la víctima discutieron»: who is named beside the victim is somebody else.
WITH_VICTIM = re.compile(
    r"^\s*(?:y|con|contra|hacia|a|sobre|conocia a|golpeo a|discutio con) (?:la|el|su)"
    r" (?:hoy |ahora )?"
    r"(?:victima|ofendid[oa]|agraviad[oa]|denunciante|occis[oa]|querellante)\b"
)
RIGHT_TAKEN_FROM = re.compile(ASIDE + rf"(?:ya )?(?:no )?l[aeo]s? {HARM}")
RIGHT_COMPLAINED = re.compile(
    ASIDE
    + rf"(?:{any_of(COMPLAINED)}|{_PASSIVE} (?:liberad|localizad|reconocid[oa]s? por (?:su|sus))"
    r"|caminaba|dormia|esperaba|a quien(?:es)? (?:su|sus) (?:agresor|ex|pareja|vecin|" + KIN + "))"
)
RIGHT_HELD = re.compile(
    ASIDE
    + r"(?:(?:fue|fueron|quedo|quedaron|resulto|resultaron|ha sido|habia sido|seria|sera|seran"
    rf"|esta|estan)(?: \w+mente)? (?:{HOLD}|{HELD_NOUN}|puest[oa]s? a disposicion|recluid"
    r"|ingresad|internad[oa]s? (?:\w+ ){0,2}(?:penal|centro|reclusorio|cereso)|presentad[oa]s? ante"
    r"|trasladad[oa]s? (?:\w+ ){0,3}?(?:penal|reclusorio|fiscalia|ministerio|agencia|juez|prision"
    r"|cereso|juzgado)(?![^.;]{0,40}denunci)|llevad[oa]s? (?:ante|a la (?:agencia|fiscalia"
    r"|comandancia))|pres[oa]s?\b"
    r"|entregad[oa]s? a (?:los|las|la|el|un) (?:polic|autorid|oficial|elemento|agente|minist|unif)"
    r"|(?:reconocid|señalad|identificad|acusad)[oa]s? (?:\w+ ){0,2}?por (?:la|el|su|sus|una|un)"
    r" (?:parte|victima|afectad|ofendid|denunciante|agraviad))"
    r"|(?:fue|fueron) liberad[oa]s? (?:bajo|tras pagar|por falta)"
    r"|(?:escondid|ocult|agazapad)[oa]s? (?:en|bajo|entre|dentro|detras)"
    r"|al (?:penal|reclusorio|cereso|centro (?:penitenciario|preventivo|de reinsercion))"
    r"|(?:fue|fueron) (?:catead|inspeccionad|allanad)[oa]s?"
    r"|con (?:\w+ ){0,3}(?:ingresos?|antecedentes|orden|mandamiento|historial|armas?"
    r"|pistola|escuadra|droga|dosis|envoltorios|cartuchos|narcoticos|marihuana|cristal|cocaina"
    r"|heroina|fentanilo|enervantes|metanfetaminas?)\b"
    rf"|{any_of(ACCUSED_OF)}|como (?:el |la |su |uno de |una de |los |las )?(?:\w+ )?(?:agresor"
    r"|probable|presunt|responsable|autor|posible|quien(?:es)?\b|complice|lider))"
)


# «…, alias “El Topo”», «…, imputado en otra carpeta»: what the accused is called after the name.
CALLED_AFTER = re.compile(
    r"\s*,?\s*(?:alias\b|\(a\)|apodad[oa]\b|,? autora? (?:intelectual|material)"
    r"|a quien (?:apodan|conocen como))"
    rf"|\s*,\s*{HELD_NOUN} (?:por|del?|como|en|desde|tras|ante|el|la)\b"
    r"|\s*,\s*(?:hoy|ahora|actualmente)?\s*(?:en prision|pres[oa]\b|recluid|detenid|intern[oa] en)"
)
TO_HOSPITAL = re.compile(
    r"\s*(?:a|al|a la|a un|a una|hasta el) (?:hospital|nosocomio|clinica|sanatorio)"
)
TO_AUTHORITY = re.compile(
    r"\s*(?:a|ante) (?:la |el |los )?(?:fiscalia|autoridad|ministerio publico|policia|juez)"
)
