"""Victims whom a post, a trade, a kinship or a business with its place gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.findings import Mark
from releases.editorial.lexical import alternatives
from releases.editorial.lexicon.cues import HARMED
from releases.editorial.lexicon.given_names import SURNAMES
from releases.editorial.lexicon.people import KINSHIP, POSTS, TRADES
from releases.editorial.reading import Reading
from releases.editorial.statements import suffers
from releases.language.folding import word_set
from releases.vocabulary import EditorialCode, EditorialListKind, EditorialSeverity

_WHY = (
    "El cargo, el oficio, el parentesco o el negocio, junto con el lugar, permiten saber quién es "
    "la víctima. Quite el dato que la identifica."
)
_NOUN = (
    r"(?:victimas?|ofendid[oa]s?|agraviad[oa]s?|quejos[oa]s?|denunciantes?|afectad[oa]s?"
    r"|lesionad[oa]s?"
    r"|herid[oa]s?|fallecid[oa]s?|occis[oa]s?|finad[oa]s?|desaparecid[oa]s?|plagiad[oa]s?"
    r"|secuestrad[oa]s?|extorsionad[oa]s?|asaltad[oa]s?|sobrevivientes?|agredid[oa]s?|muert[oa]s?)"
)
_VERB = (
    r"(?:alcanz|mat|asesin|hir|lesion|golpe|agred|atac|amenaz|amag|despoj|asalt|rob|extorsion|exig"
    r"|secuestr|plagi|viol|acos|hostig|atropell|arroll|embist|balea|acuchill|apuñal|rescat|liber"
    r"|priv|engañ|estaf|defraud|dispar|intimid|chantaje|auxili|quit|arrebat|atend|ultraj|insult"
    r"|sustraj|llam|cobr|timar|timo|llev|encañon|someti|retuv|golpear)\w*"
)
_CRIME = (
    r"(?:homicidio|feminicidio|asesinato|secuestro|muerte|violacion|plagio|desaparicion|robo|asalto"
    r"|fallecimiento|extorsion|agresion|ataque|lesiones|amenazas?|fraude|despojo|abuso|acoso"
    r"|violencia|atentado|disparos?|intento de \w+|tentativa de \w+|agravio|perjuicio|domicilio"
    r"|vehiculo|camioneta|automovil|celular|casa|negocio)"
)
# Right before the description: the victim is said to be, or the deed is done to.
_LEFT = re.compile(
    rf"(?:\b{_NOUN}(?:[^.;]{{0,60}}?\b(?:es|era|resulto ser|fue identificad[oa] como|se trata de)"
    rf"|(?: en [^.;,]{{0,40}})?\s*,|,? (?:quien|que) (?:es|era|se desempeña como|trabaja como"
    rf"|se desempeñaba como|labora como|se dedica a))?\s*(?:de\s)?"
    rf"|\b{_VERB}(?: (?:dinero|un disparo|de la vida|\d+ mil pesos|con \w+ \w+|por telefono"
    r"|a balazos"
    rf"|en la \w+|de muerte|\w+ mil pesos))? (?:a|contra|en contra de)"
    rf"|\b{_CRIME}[^.;,]{{0,40}}? (?:de|a|contra|en contra de|que sufrio|sufrid[oa] por)"
    rf"|(?:se evito|evito|evitaron|impidio|impidieron|lograron|logro|para) que"
    r"|\b(?:fue|fueron|habia sido|ha sido) (?:\w+mente )?(?:atropellad|asaltad|herid"
    r"|lesionad|golpead"
    r"|agredid|atacad|secuestrad|plagiad|extorsionad|amenazad|asesinad|balead|despojad|arrollad"
    r"|rescatad|privad|victimad|embestid)[oa][^.;,]{0,30}"
    r"|\b(?:golpe|agred|asalt|rob|hir|lesion|mat|amenaz|secuestr|priv|despoj|amag|dispar|extorsion"
    r"|asesin|atac|balea|encañon|atropell)\w*[^.;,]{0,45} (?:a|contra|en contra de)"
    r"|\b(?:murio|murieron|fallecio|fallecieron|perdio la vida|desaparecio"
    r"|resulto (?:herid|lesionad"
    r"|muert|afectad|quemad|intoxicad)[oa]|quedo (?:herid|lesionad|atrapad)[oa])[^.;,]{0,45}"
    rf"|\bfue|\bfueron|\bse trata de|\bpertenece a|\bpropiedad de|\bapoyo a|\bayuda a)\s*(?:a\s)?$"
)
_STRONG_LEFT = re.compile(
    rf"(?:\b(?:murio|murieron|fallec|perdio la vida|desaparecio|resulto|quedo)|\b(?:fue"
    rf"|fueron|sido) (?:\w+mente )?\w+d[oa]\b|\b{_NOUN}"
    rf"|\b{_VERB}|\b{_CRIME})"
)
# Right after it: what was suffered.
_RIGHT = re.compile(
    r"^(?:\s*,[^,.;]{0,70},)?\s*,?\s*(?:y\s|quien\s|que\s|a quien\s|quienes\s"
    r"|cuy[oa]s? [\w ]{2,30} )?"
    r"(?:ayer\s|anoche\s|hoy\s|tambien\s|presuntamente\s|ya\s)?"
    r"(?:sufr|padec|resulto (?:con|herid|lesionad|intoxicad|quemad|muert|afectad|victima|golpead)"
    r"|(?:fue|fueron|habia sido|ha sido|era|es) (?:\w+mente )?(?:victima|asaltad|herid"
    r"|lesionad|balead|atacad|agredid"
    r"|secuestrad|plagiad|privad|atropellad|golpead|despojad|hallad|encontrad[oa] sin|asesinad"
    r"|amenazad|extorsionad|engañad|estafad|defraudad|rescatad|trasladad[oa] al?|amagad|acosad"
    r"|hostigad|violentad|intimidad|localizad|arrollad|embestid|hospitalizad|atendid)"
    r"|perdio (?:la vida|\d|\w+ mil)|fallec|murio|recib(?:io|ia|e) (?:un |una |varias "
    r"|varios |\w+ )?(?:disparo|impacto|golpe|amenaz"
    r"|llamada|mensaje|herida|atencion medica)|denunci(?:o|aron) (?:haber|que (?:le|fue"
    r"|recib|la |lo |su|desconocid|sujetos|dos|tres|un))"
    r"|le (?:rob|quit|arrebat|exig|dispar|sustraj|cobr|vaci)|(?:les?|la|lo) (?:rob|exig"
    r"|golpe|amag|amenaz|despoj|asalt|priv)"
    r"|pag(?:o|ara|aba|ar)\b|deposit(?:o|ara|aba)|transfiri|entreg(?:o|ara) (?:dinero|\d"
    r"|\w+ mil)|desaparec|no regreso|presentaba (?:lesiones|heridas|golpes)"
    r"|se encuentra (?:fuera de peligro|hospitaliz|grave|delicad|estable|con vida))"
)
# A holder of a trade that no list has: «el capellán de…».
_ANY_TRADE = (
    r"\w{2,}(?:dor|dora|tor|tora|sor|sora|ero|era|ista|ario|aria|ente|enta|ante|ologo"
    r"|ologa|grafo|grafa"
    r"|iatra|llan|ano|ana|ico|ica|man)"
)
_NO_TRADE = word_set(
    """
    carretera gasolinera primera tercera cartera bandera manera cantera frontera ladera pradera
    clinica fabrica republica musica ventana semana mañana campana verano mano plano llano gente
    puente fuente corriente accidente incidente ambiente frente expediente restaurante volante
    trafico publico dinero numero enero febrero sendero tablero paradero potrero motor sector
    tractor horario escenario barrio salario calendario persona conductor conductora pasajera
    pasajero usuario usuaria chofer comandancia secretaria camioneta vivienda tienda cuenta
    venta sucursal panteonero exterior interior anterior superior alrededor menor mayor autor
    autora comunicador presente siguiente adolescente agente delincuente residente habitante
    integrante estudiante acompañante policia tripulante ocupante participante visitante
    manifestante elemento hermano hermana ciudadano ciudadana vecino vecina mexicano mexicana
    humano humana anciano anciana quinto quinta cabecera madera rivera ribera acera vicario
    carrera escalera trailera tortilleria ferrocarril helicoptero aeropuerto automovilista
    motociclista ciclista transeunte peaton excursionista turista deportista camionera
    hospitalario voluntario voluntaria hombre operario transporte ambulante marchante cliente
    clienta paciente
    """
)
_HEAD = r"(?:(?:el|la|al|del|su|unic[oa]|entonces|actual|ex|joven|conocid[oa]|ahora)\s+)+"
_WITH_PLACE = (
    r"(?:\s+(?!que\b|quien\b|fue\b|y\b|se\b|resulto\b)[\w.ºª°]+){0,2}?"
    r"(?:\s*,)?\s+(?:de|del|en)\s(?:(?!\bque\b|\bquien\b|\bfue\b|\bpresunt|\bsufri|[.;\n]).){0,80}"
)


def find_identified_victims(reading: Reading) -> Iterator[Mark]:
    """«la enfermera de la clínica de…», «la viuda del notario de…», «familia Bustamante Olea»."""
    yield from _described(reading)
    yield from _families(reading)


def _described(reading: Reading) -> Iterator[Mark]:
    people = _people(reading)
    pattern = re.compile(
        rf"(?:(?:\b{_HEAD}|,\s+)(?P<who>(?:ex)?{people}|{_ANY_TRADE})"
        rf"|\b(?:a|es|era)\s(?P<bare>{people})(?=(?: [\w.]+){{0,2}} (?:de|del)\b))\b"
        rf"(?P<where>{_WITH_PLACE})"
    )
    named = {person.close for person in reading.persons}
    for match in pattern.finditer(reading.folded):
        if match.start() in named:  # «Julio Estrada, fundador de…»: the name itself is judged
            continue
        relative = match["who"] in KINSHIP and re.match(
            rf"\s+del? (?:la )?{people}\b", match["where"]
        )
        if match["who"] in _NO_TRADE and not relative:
            continue
        end = _last_name(reading.text, match.start("where"), match.end())
        if end is None:
            continue
        start = match.start("bare" if match["bare"] else "who")
        unique = re.search(r"unic[oa]\s+$", match.group()[: start - match.start()])
        article = match.start() if not unique else start - len(unique.group())
        left = reading.before(match.start(), 130)
        first = match.group().split()[0]
        left += {"al": "a ", "a": "a ", "del": "de ", "es": "es ", "era": "es "}.get(first, "")
        right = reading.after(end, 140)
        if _suffers(left, right):
            yield Mark(
                code=EditorialCode.VICTIM,
                start=article,
                end=end,
                why=_WHY,
                severity=EditorialSeverity.GRAVE,
            )


def _suffers(left: str, right: str) -> bool:
    if _RIGHT.match(right.lstrip('”»" ')) or _RIGHT.match(right):
        return True
    if suffers(left, right):
        return True
    found = _LEFT.search(left)
    return bool(found and _STRONG_LEFT.search(found.group()))


def _people(reading: Reading) -> str:
    lists = reading.lists
    people = (
        lists.extend(EditorialListKind.TRADE, TRADES)
        | lists.extend(EditorialListKind.KINSHIP, KINSHIP)
        | lists.extend(EditorialListKind.POST, POSTS)
    )
    return alternatives(people - {"agente", "guardia", "ministerio publico", "tribunal", "general"})


def _last_name(text: str, start: int, end: int) -> int | None:
    """Where the last proper name of the complement ends, or None where it has none."""
    last = None
    for match in re.finditer(
        r"[“\"«][^”\"»\n]{2,40}[”\"»]|\b[A-ZÁÉÍÓÚÑ][\wáéíóúñ]+", text[start:end]
    ):
        last = start + match.end()
    return last


_FAMILY = re.compile(
    r"\b(?:familias?|matrimonio|hermanos|hermanas|esposos)\s+"
    r"(?P<name>[a-zñ]+(?:[ -](?:(?:y|e|de la|del|de)\s)?[a-zñ]+){0,2})"
)
_HELD_FAMILY = re.compile(
    r"\b(?:deten|detuv|asegur|captur|aprehend|arrest|vincul"
    r"|imput)\w*(?: a proceso)? a (?:los|las)\s$"
)
_WHY_HELD = (
    "Se leen los apellidos de personas detenidas o investigadas, que se presumen "
    "inocentes. Escriba "
    "solo los nombres de pila y la letra “N”."
)
_HARM = re.compile(
    r"|".join(rf"\b{cue}" for cue in sorted(HARMED))
    + r"|\brecupera\b|\bdespoj|\bvictim|\bextorsi|\brobo\b"
)


def _families(reading: Reading) -> Iterator[Mark]:
    for match in _FAMILY.finditer(reading.folded):
        words = match["name"].split()
        written = reading.text[match.start("name") : match.end("name")].split()
        named = 0
        for word, shape in zip(words, written, strict=True):
            if not (shape[0].isupper() and (word in SURNAMES or word in {"de", "la", "del", "y"})):
                if shape[0].isupper() and not reading.lists.speller.knows(word):
                    named += 1
                    continue
                break
            named += 1
        while named and words[named - 1] in {"de", "la", "del", "y", "e"}:
            named -= 1
        sentence = reading.sentence_at(match.start())
        held = _HELD_FAMILY.search(reading.before(match.start(), 40))
        left, right = reading.before(match.start(), 130), reading.after(match.end("name"), 140)
        harmed = suffers(left, right) or _HARM.search(reading.folded, sentence.start, sentence.end)
        if named and (held or harmed):
            yield Mark(
                code=EditorialCode.DETAINED_NAME if held else EditorialCode.VICTIM,
                start=match.start(),
                end=match.start("name") + len(" ".join(written[:named])),
                why=_WHY_HELD if held else _WHY,
                severity=EditorialSeverity.GRAVE,
            )
