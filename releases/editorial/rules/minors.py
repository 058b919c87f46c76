"""Persons under 18 who can be told by name, school, kinship, nickname or a title of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.ages import AGE, BARE_AGE, BELOW_18, CHILD, YOUNG, is_minor, years_of
from releases.editorial.findings import Mark
from releases.editorial.lexical import Span
from releases.editorial.names import Person
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialCode, EditorialSeverity

_WHY = (
    "Los datos permiten saber quién es una persona menor de 18 años, cuya identidad se reserva por "
    "ley. Deje solo «persona menor de edad»; quite nombre, escuela, parentesco, apodo o lugar."
)
_RANGE = re.compile(
    r"(?:\b(?:entre|de|desde|los|hace|durante|por|cada|cumplir|impuso|en|mayores de"
    r"|menores de|hasta|a partir de los"
    r"|tengan|quienes tengan|a los)\s*$|\b(?:a|y|o|hasta)\s*$)"
)
_ANIMAL = re.compile(
    r"\b(?:cachorr|perr|gat[oa]\b|gatit|canin|binomio|yegua|caballo|potr[oa]|mascota"
    r"|ejemplar|becerr"
    r"|felin|leon|tigre|ave\b|guacamaya|mono|chang|elefant|burr[oa]|lechuza|aguila|tortuga"
    r"|parque|arbol|puente|edificio|programa)"
)
# «liberado después de 40 días»: no age.
_LAPSE = re.compile(
    r"\b(?:despues de|tras|hace|durante|luego de|plazo|lapso|a|por|en|cada|desde hace)\s*(?:de )?$"
)
_IS_ANIMAL = re.compile(r"\s*,?\s*(?:un|una|el|la|su)?\s*(?:\w+ )?" + _ANIMAL.pattern)
_PLURAL = re.compile(
    r"\b(?:niñas|niños|menores|adolescentes|jovenes|alumnos|alumnas|estudiantes|infantes"
    r"|personas|mujeres|hombres|cadetes|hijos|hijas|quienes|participantes|aspirantes)\b"
)
_SCHOOL = re.compile(
    r"\b(?:alumn[oa]|estudiante|estudia|cursa|cursaba|inscrit[oa]|grado|grupo|primaria"
    r"|secundaria|telesecundaria"
    r"|preescolar|kinder|jardin de niños|preparatoria|bachillerato|escuela|colegio|plantel"
    r"|guarderia|estancia infantil|catecismo)\b"
)
_MINOR_SCHOOL = re.compile(
    r"\b(?:primaria|secundaria|telesecundaria|preescolar|kinder|jardin de niños|guarderia"
    r"|estancia infantil)\b"
)
_KIN = re.compile(
    r"\b(?:hij[oa]|niet[oa]|bisniet[oa]|herman[oa]|sobrin[oa]|prim[oa]|hijastr[oa]"
    r"|ahijad[oa]|primogenit[oa]|cuñad[oa]|hermanastr[oa]|gemel[oa])"
    r"(?: (?:menor|mayor|unic[oa]))?(?: de (?:\d{1,2}|\w+) (?:años"
    r"|meses)(?: de edad)?)?,? (?:de|del)\b(?! \d)(?! (?:\w+ )?(?:años|meses))"
)
_NICKNAME = re.compile(
    r"\b(?:conocid[oa]s? (?:en [\w ]{2,25} )?como|apodad[oa]|alias"
    r"|a quien (?:apodan|llaman|conocen como)"
    r'|el apodo de|(?:usuari[oa]|perfil|cuenta) (?:de \w+ )?@?)\s*[“"«(@]'
    r"|@\w{3,}"
)
_TEAM = re.compile(
    r"\b(?:porter[oa]|jugador[a]?|capitan[a]?|delanter[oa]|seleccionad[oa]|integrante"
    r"|miembro|solista"
    r"|tambor|cornet[ae]|goleador[a]?|monaguillo|acolito|catequista|scout|cadete"
    r"|nadador[a]?|boxeador[a]?|ayudante|emplead[oa]|trabajador[a]?|repartidor[a]?|vendedor[a]?"
    r"|meser[oa]|aprendiz|cargador[a]?|pastor[a]?|peon|bailarin[a]?|danzante|campeona?)"
    r"\s(?:de|del|en)\b"
)
_RESIDENT = re.compile(
    r"\b(?:vecin[oa]|habitante|originari[oa]|residente|oriund[oa]|domiciliad[oa]|que vive"
    r"|quien vive|vivia|avecindad[oa]|nativ[oa])\b"
)
_TITLE = re.compile(
    r"\b(?:(?:reina|rey|princesa|principe|presidenta?|alcaldesa|alcalde|gobernadora?"
    r"|diputad[oa]|regidora?|embajadora?|campeona?|subcampeona?|medallista"
    r"|capitana?|goleadora?|portera?|monarca|señorita|comandante|policia|bombero|cronista"
    r"|solista|protagonista|abanderad[oa]|ganadora?|cantante|tiktoker|influencer|youtuber"
    r"|soprano)"
    r"\s(?:infantil|juvenil|sub-?\s?\d{1,2}|niñ[oa]|intermedia infantil)"
    r"|niñ[oa] (?:cabildante|gobernador[a]?|president[ea]|diputad[oa]|embajador[a]?|reina"
    r"|campeon[a]?|symbol|torero|cantante|legislador[a]?)"
    r"|monaguillo|acolito|abanderad[oa])\b(?P<where>(?:(?!\bque\b|\bquien\b|[.;\n]).){0,60})"
)
_EVENT = re.compile(
    r"\b(?:resulto|fue (?:\w+mente )?(?:rescatad|atropellad|lesionad|herid|trasladad"
    r"|detenid|localizad|agredid|encontrad|hallad|asaltad|victima|reportad|sustraid"
    r"|asegurad)"
    r"|sufri|perdio la vida|fallec|murio|desapareci|victima|lesion|herid|quemadur|agredi"
    r"|abus|acos|violencia|extorsi|rescat|recibio|internad|hospital)"
)
_CHILD_NAMED = re.compile(
    rf"\b{CHILD}(?:(?: (?:originari[oa] )?de (?!los|las)[^.;,]{{2,30}})?,(?= $)|,? (?:de nombre"
    rf"|llamad[oa]|identificad[oa] como"
    r"|que responde al nombre de|quien responde al nombre de))?[\s,:]+$"
    rf"|\b{CHILD} (?:fue |es |era |sera )?(?:nombrad|llamad|registrad|bautizad|conocid)[oa]"
    r"(?: como| con el nombre de)?\s+$"
)
# «la madre de la menor, …»: after the comma stands the mother's name.
_KIN_OF_CHILD = re.compile(
    r"\b(?:madre|padre|padres|mama|papa|abuel[oa]s?|ti[oa]s?|padrastro|madrastra|tutor[a]?|maestr[oa])"
    rf" del? (?:la |el |los |las |su |un |una )?{CHILD}s?,\s+$"
)
_AMBER = re.compile(r"\balerta amber\b[^.;]{0,60}\b(?:por|para|de|favor de|a)\s+(?:el |la )?$")
# «tamborilero de la banda de…», «hijo de la tesorera de…»: what the child is, and where.
_CALLED = re.compile(
    r"^\s*,\s*(?:un |una |el |la |quien es |unic[oa] )?(?!(?:cerca|dentro|frente|antes|despues"
    r"|ademas|luego|a|en|al|que|quien|cuando)\b)(?!\w+[ai]d[oa]s?\b)[a-zñ]{3,}"
    r"(?: [a-zñ]{4,})? (?:de|del|en) [^,.;]{2,60}"
)
# «la estudiante de secundaria Arely…»
_PUPIL_NAMED = re.compile(
    r"\b(?:alumn[oa]|estudiante) de (?:\w+ de )?(?:preescolar|kinder|primaria|secundaria"
    r"|telesecundaria)(?: \w+){0,3},?\s+$"
)
_AGE_BEFORE = re.compile(r"\bde (\d{1,2}|[a-z]+) años(?: de edad)?,?\s+$")
_CHILD_AFTER = re.compile(
    rf"^[\s,(]*(?:(?:un|una|la|el|quien es|aun|todavia|tambien)\s)*{CHILD}\b(?!es)"
)


def find_identified_minors(reading: Reading) -> Iterator[Mark]:
    """Each minor once, from the word or the name that stands for the child to the telling datum."""
    seen: list[Span] = []
    for start, end in sorted(_candidates(reading)):
        if not any(span.meets(start, end) for span in seen):
            seen.append(Span(start, end))
            yield Mark(
                code=EditorialCode.MINOR,
                start=start,
                end=end,
                why=_WHY,
                severity=EditorialSeverity.GRAVE,
            )


def _candidates(reading: Reading) -> Iterator[tuple[int, int]]:
    for person in reading.persons:
        end = _named_child(reading, person)
        if end:
            yield person.start, end
    yield from _aged(reading)
    yield from _pupils(reading)
    yield from _kin(reading)
    yield from _titled(reading)


def _named_child(reading: Reading, person: Person) -> int | None:
    """Where the finding ends if a named person is a child, else None."""
    left, right = reading.before(person.start, 60), reading.after(person.close, 90)
    if _KIN_OF_CHILD.search(left):
        return None
    if _CHILD_NAMED.search(left) and not re.search(
        r"(?:hospital|jardin|instituto|escuela|casa|dia|parque) d\w+ [\w ]*$", left
    ):
        return person.close
    if _ANIMAL.search(left[-45:]) or _IS_ANIMAL.match(right):
        return None
    age = re.match(r"\s*[,(]?\s*(?:quien\s|ambos\s|el primero\s|la primera\s)?", right)
    found = AGE.search(reading.folded, person.close, person.close + (age.end() if age else 0) + 45)
    if (
        found
        and is_minor(found)
        and not _LAPSE.search(reading.folded[person.close : found.start()] + found["lead"])
        and not re.search(r"[A-ZÁÉÍÓÚÑ]", reading.text[person.close : found.start()])
    ):
        return found.end()
    bare = BARE_AGE.match(right)
    if bare and int(bare["years"]) < 18:
        return person.close + bare.end()
    if _AMBER.search(left):
        return person.close
    below = BELOW_18.search(right[:70])
    if below and (below["adult"] or years_of(below["years"]) <= 18):
        return person.close + below.end()
    if found and not is_minor(found) and found.start() - person.close < 6:
        return None
    before = _AGE_BEFORE.search(left)
    if before and years_of(before[1]) < 18:
        return person.close
    if re.search(r"\b(?:alumn[oa]|estudiante)\s+$", left) and _MINOR_SCHOOL.search(right[:45]):
        return person.close + 25
    if _PUPIL_NAMED.search(left):
        return person.close
    pupil = re.match(
        r"^[\s,]*(?:quien\s)?(?:estudiante|alumn[oa]|cursa|inscrit[oa]|pequeñ[oa]"
        r"|egresad[oa])\b[^;]{0,40}",
        right,
    )
    if pupil and _MINOR_SCHOOL.search(pupil.group()):
        return person.close + pupil.end()
    child = _CHILD_AFTER.match(right)
    return person.close + child.end() if child else None


def _aged(reading: Reading) -> Iterator[tuple[int, int]]:
    """A child told by age and another datum beside it."""
    for age in AGE.finditer(reading.folded):
        left = reading.before(age.start(), 90)
        lead = age["lead"].strip()
        if not is_minor(age) or (lead not in {",", "("} and _RANGE.search(left)):
            continue
        if re.match(r"\s*(?:a|y|o|hasta)\s+(?:los\s)?\d", reading.after(age.end(), 12)):
            continue
        who = list(re.finditer(rf"\b{YOUNG}\b", left[-70:]))
        if not who or _ANIMAL.search(left[-45:]):
            continue
        start = age.start() - len(left[-70:]) + who[-1].start()
        if _PLURAL.search(reading.folded, max(0, start - 25), age.start()):
            continue
        told = _told(reading, start, age)
        if told:
            yield start, told


def _told(reading: Reading, start: int, age: re.Match[str]) -> int | None:
    """Where the datum ends that tells who the child is, or None where age stands alone."""
    sentence = reading.sentence_at(start)
    before = reading.folded[max(sentence.start, start - 45) : start]
    after = reading.folded[age.end() : min(sentence.end, age.end() + 130)]
    inside = reading.folded[start : age.end()]
    near = re.split(
        r"[;]|\b(?:fue|fueron|resulto|quedo|murio|fallecio|perdio|sufrio|manejaba|conducia)\b",
        after,
    )[0]
    for pattern in (_SCHOOL, _NICKNAME, _RESIDENT, _TEAM):
        found = pattern.search(near)
        if found:
            return age.end() + min(found.end() + 20, len(near))
    if _NICKNAME.search(inside) or re.search(r"@[\w.]{3,}[^;]*$", before):
        return age.end()
    if re.search(r"[”\"»]\s*,\s*(?:un |una |el |la )?$", reading.text[max(0, start - 8) : start]):
        return age.end()
    if _KIN.search(inside + near[:40]) or re.match(
        r"\s*,?\s*(?:hij|niet|herman|sobrin)\w+ d", near
    ):
        return age.end() + min(len(near), 45)
    called = _CALLED.match(near)
    if called and _has_capital(reading, age.end(), age.end() + called.end()):
        return age.end() + called.end()
    if re.match(rf"{YOUNG} (?:de|del) (?!\d|\w+ años)", inside) and _has_capital(
        reading, start + 1, age.start()
    ):
        return age.end()
    if re.match(
        r"\s+(?:de|del) (?:la |el |los )?(?:señor|dueñ|maestr|detenid|imputad|comand"
        r"|alcald|president|propietari|profesor|doctor|encargad)",
        near,
    ):
        return age.end() + min(len(near), 45)
    if _SCHOOL.search(before + inside) and re.search(
        r"[A-ZÁÉÍÓÚÑ]", reading.text[age.end() : age.end() + len(near)]
    ):
        return age.end()
    named = re.match(
        r"\s*,?\s*(?:de nombre|llamad[oa]|identificad[oa] como|que responde al nombre)", near
    )
    return age.end() + named.end() if named else None


def _has_capital(reading: Reading, start: int, end: int) -> bool:
    return bool(re.search(r"[A-ZÁÉÍÓÚÑ]", reading.text[start:end]))


_PUPIL = re.compile(
    r"\b(?:(?:niñ[oa]|menor|adolescente)\s(?:que|quien)\s(?:\w+\s){0,8}?(?:estudia|cursa"
    r"|asiste|acude)\w*"
    r"|(?:alumn[oa]|estudiante|pequeñ[oa]|niñ[oa])\s+(?:inscrit[oa] )?(?:de|del"
    r"|en)\s(?:[\w.º°ª]+\s){0,4}?(?:grado|grupo|año|primero|segundo|tercero|cuarto|quinto|sexto)\b)"
    r"[^.;\n]{0,30}?\b(?:primaria|secundaria|telesecundaria|preescolar|kinder|jardin de niños)\b"
    r"(?P<school>[^.;,\n]{0,60})"
)


def _pupils(reading: Reading) -> Iterator[tuple[int, int]]:
    """«alumna de sexto grado de la primaria Benito Juárez de…», without an age."""
    for match in _PUPIL.finditer(reading.folded):
        sentence = reading.sentence_at(match.start())
        school = reading.text[match.start("school") : match.end()]
        told = re.search(rf"\b{CHILD}\b", reading.folded[sentence.start : sentence.end])
        event = _EVENT.search(reading.folded, sentence.start, sentence.end)
        if re.search(r"[A-ZÁÉÍÓÚÑ]", school) and (told or event):
            yield match.start(), match.end()


_KIN_OF = re.compile(
    rf"\b(?:{CHILD}|(?:niñ[oa]|herman[oa]|hermanit[oa]|menor(?:e|cit[oa])?|adolescente|bebe)s)"
    r"(?: \w+){0,6},? (?:hij|niet|bisniet|sobrin|herman|ahijad)[oa]s? (?:del|de)\s"
    r"(?P<whose>[^.;,\n]{3,70})"
)


def _kin(reading: Reading) -> Iterator[tuple[int, int]]:
    """«una recién nacida, hija de la enfermera jefa de la clínica 64», without an age."""
    for match in _KIN_OF.finditer(reading.folded):
        whose = reading.text[match.start("whose") : match.end()]
        if re.search(r"[A-ZÁÉÍÓÚÑ]|\d|[“\"«]", whose):
            yield match.start(), match.end()


def _titled(reading: Reading) -> Iterator[tuple[int, int]]:
    """«reina infantil de la feria de…» in an event that harmed or held the child."""
    for match in _TITLE.finditer(reading.folded):
        sentence = reading.sentence_at(match.start())
        names = list(
            re.finditer(
                r"\b[A-ZÁÉÍÓÚÑ][\wáéíóúñ]+", reading.text[match.start("where") : match.end()]
            )
        )
        if names and _EVENT.search(reading.folded, sentence.start, sentence.end):
            yield match.start(), match.start("where") + names[-1].end()
