"""Guilt said as a fact of somebody who has not been sentenced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.doubt import DOUBT_AFTER, GENERAL, PERSON, is_hedged, is_quoted
from releases.editorial.findings import Mark
from releases.editorial.guilt import said_guilty
from releases.editorial.lexicon.cues import FINAL_SENTENCE
from releases.editorial.lexicon.verdicts import (
    CRIME_VERBS,
    VERDICT_NOUNS,
)
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialCode, EditorialListKind, EditorialSeverity

_WHY = (
    "Se afirma la culpabilidad de una persona sin sentencia firme. Diga «probable», «presunto» o "
    "atribuya lo dicho a la investigación."
)
_FINAL = re.compile(FINAL_SENTENCE)
_SENTENCED = re.compile(r"\b(?:sentenci(?:o|ad)|condenad|condeno)")
_TOLD_BY_VICTIM = re.compile(
    r"\b(?:narr\w+|relat\w+|refiri\w+|denunci\w+|conto|contaron|declar\w+"
    r"|manifest\w+) que\b|\bquerella\b"
    r"|\b(?:mujer|hombre|joven|victima|afectad\w|madre|padre|espos\w|vecin\w|testigos?|conductora?"
    r"|pasajer\w|usuari\w) (?:\w+ ){0,3}?(?:dijo|señalo|aseguro|comento|explico|indico|menciono"
    r"|afirmo|reporto) que\b"
    r"|\b(?:dijo|segun) (?:la|el) (?:victima|ofendid\w|afectad\w|denunciante)\b"
)
# Before a plural: these offenders, not offenders as such.
_COUNTED = re.compile(
    r"\b(?:banda de|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d+|estos|ambos|caen)\s*$"
)
_UNKNOWN = re.compile(
    r"^(?:un|una|dos|tres|cuatro|cinco|otro|otra)\s(?:\w+\s)?(?:hombres?|mujer|sujetos?"
    r"|jovenes?|joven|individuos?|personas?|motociclistas?|masculinos?)$"
)
_HELD = re.compile(
    r"\b(?:detenid|detuv|detien|captur|aprehen|arrest|asegurad|asegurar|imputad|remitid"
    r"|puest[oa]s? a disp|presentad|vincul)"
)
_NAME_BEFORE = re.compile(r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+(?:,| [“\"«'’‘]?N[”\"»'’]?)?\s*,?\s*$")


def find_verdicts(reading: Reading) -> Iterator[Mark]:
    """Words that call somebody guilty, and offences told as done by somebody held or named."""
    for start, end in sorted({*_nouns(reading), *_deeds(reading), *said_guilty(reading)}):
        if not _is_final(reading, start):
            yield Mark(
                code=EditorialCode.VERDICT,
                start=start,
                end=end,
                why=_WHY,
                fix=_softened(reading, start, end),
                severity=EditorialSeverity.GRAVE,
            )


def _softened(reading: Reading, start: int, end: int) -> str | None:
    """«probable» before a bare noun of guilt; nothing where the sentence must be written anew."""
    span = reading.text[start:end]
    if " " in span or reading.is_shouted(start):
        return f"PROBABLE {span}" if " " not in span and not span.endswith("S") else None
    return f"probable {span}" if not span.endswith("s") else f"probables {span}"


def _is_final(reading: Reading, place: int) -> bool:
    sentence = reading.sentence_at(place)
    text = reading.folded[sentence.start : sentence.end]
    return bool(_FINAL.search(text))


def _nouns(reading: Reading) -> Iterator[tuple[int, int]]:
    nouns = reading.lists.extend_patterns(EditorialListKind.VERDICT, VERDICT_NOUNS)
    pattern = re.compile(
        rf"(?:\b(?:peligros[oa]s?|habil(?:es)?|despiadad[oa]s?|multi|conocid[oa]s?)\s)?"
        rf"\b(?P<noun>{'|'.join(sorted(nouns, key=len, reverse=True))})\b"
    )
    for match in pattern.finditer(reading.folded):
        start, end = match.start(), match.end()
        if is_hedged(reading, start, 45) or is_quoted(reading, start, end):
            continue
        if _is_general(reading, match) or _is_name(reading, match.start("noun")):
            continue
        yield start, end


def _is_name(reading: Reading, start: int) -> bool:
    """Whether the word is a name: a capital where the sentence does not ask for one."""
    text = reading.text
    if reading.is_shouted(start) or not text[start].isupper():
        return False
    return start > reading.sentence_at(start).start + 3


def _is_general(reading: Reading, match: re.Match[str]) -> bool:
    """Offenders as such, not the persons of the event."""
    before = reading.before(match.start(), 80)
    after = reading.after(match.end(), 40)
    plural = match["noun"].endswith("s")
    if re.search(
        r"\b(?:anti|contra|supuest\w+|no (?:es|son)|del? nombre|barrio del?|calle del?"
        r"|conocida como)\s*$",
        before,
    ):
        return True
    if re.match(r"\s*(?:en general|potencial|en potencia)", after):
        return True
    event = re.search(
        r"\b(?:detuv|detien|detenid|captur|asegur|cay|aprehen|arrest|fue|fueron|ubic"
        r"|localiz|huy|dos|tres|cuatro|cinco|seis|\d+|banda|estos|ambos|frustr|somet|logr"
        r"|alcanz|trat|intent|dispar|escap)\w*",
        before + after,
    )
    # «los asaltantes subieron…»: what they did, not what offenders do
    event = event or re.match(r"(?:\s+\w+){0,2}\s+\w+(?:aron|ieron|eron)\b", after)
    if not plural:
        generic = re.search(
            r"\b(?:cualquier|todo|ningun|posible|un (?:posible|eventual)|si (?:un|el)"
            r"|cuando (?:un|el|la|una)|que un|ser|perfil (?:de|del)|figura (?:de|del)"
            r"|como (?:actua|opera|engaña|piensa|trabaja) (?:un|una|el|la)"
            r"|mente (?:de|del))\s*$",
            before,
        )
        taught = re.search(
            r"\b(?:enseñ|aprend|explic|reconoc|identificar|taller|curso|platica|recomend"
            r"|consejo)\w*"
            r"[^.;]{0,60}\b(?:un|una|el|la|al|del)\s*$",
            before,
        )
        return bool(generic) or bool(taught) or bool(GENERAL.search(before[-60:]) and not event)
    if _COUNTED.search(before):
        return False
    return bool(GENERAL.search(before)) or not event


def _deeds(reading: Reading) -> Iterator[tuple[int, int]]:
    """«Edgar “N” robó la camioneta», «la mujer vendía droga»: a person and an offence as done."""
    verbs = "|".join(sorted(CRIME_VERBS, key=len, reverse=True))
    pattern = re.compile(
        rf"\b(?:(?:le|les|lo|la|los|las|se)\s)?(?P<verb>{verbs})\b(?P<object>(?: [\w.,]+){{0,3}})"
    )
    for match in pattern.finditer(reading.folded):
        start = match.start("verb")
        if not _is_past(reading, match):
            continue
        if is_hedged(reading, start, 110) or is_quoted(reading, start, match.end("verb")):
            continue
        if not _has_accused_subject(reading, start) or _TOLD_BY_VICTIM.search(
            reading.before(start, 140)
        ):
            continue
        if DOUBT_AFTER.match(reading.after(match.end("verb"), 40)):
            continue
        end = match.end("verb") + len(match["object"].rstrip(" ,."))
        yield start, end


def _is_past(reading: Reading, match: re.Match[str]) -> bool:
    """Whether «robó» is written, not «robo»: only the accent tells the verb from the noun."""
    verb = re.match(r"\w+", match["verb"])
    end = match.start("verb") + len(verb.group()) if verb else match.end("verb")
    last = reading.text[end - 1]
    return last not in "oO" or reading.text[match.start("verb") : end] == "sustrajo"


def _has_accused_subject(reading: Reading, verb: int) -> bool:
    before = reading.before(verb, 90)
    if re.search(
        r"\b(?:por quien|por quienes|con quien|de quien|no|sin|nunca|victima|ofendid\w+"
        r"|denunciante|quien la|que le|a quien|si"
        r"|cuando)\s(?:\w+\s){0,2}$",
        before[-30:],
    ) or re.search(r"\b(?:a (?:la|el|los|las) que|al que|a quien(?:es)?) (?:les? )?$", before):
        return False
    if re.search(
        r"\b(?:agentes?|policias?|oficiales?|elementos|uniformados|victimas?|corporacion"
        r"|secretaria|fiscalia|autoridad\w*)\b[^,;]{0,30}$",
        before[-60:],
    ):
        return False
    found = list(re.finditer(PERSON, before))
    name = _NAME_BEFORE.search(reading.text[max(0, verb - 60) : verb])
    if not found:
        return bool(
            name and any(p.reserved and p.end <= verb <= p.close + 60 for p in reading.persons)
        )
    sentence = reading.sentence_at(verb)
    if _UNKNOWN.match(found[-1].group()) and not _HELD.search(
        reading.folded, sentence.start, sentence.end
    ):
        return False
    between = before[found[-1].end() :]
    return len(between) < 45 and not re.search(
        r"\b(?:que|a quien|cuando|porque|al que)\s+(?:los|las|un|una|desconocid)\b", between
    )
