"""Sentences that say guilt without a noun for it: «es culpable», «responsable de tres robos»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.doubt import DOUBT_AFTER, GENERAL, PERSON, is_hedged, is_quoted
from releases.editorial.lexicon.verdicts import CRIME_NOUNS, CRIME_VERBS
from releases.editorial.reading import Reading


def said_guilty(reading: Reading) -> Iterator[tuple[int, int]]:
    """«es culpable», «responsable de tres homicidios», «cometió el robo», «son quienes mataron»."""
    crimes = "|".join(sorted(CRIME_NOUNS, key=len, reverse=True))
    number = (
        r"(?:al menos |mas de |por lo menos |un |una |dos |tres |\d+ |varios |varias "
        r"|diversos |multiples |el |la |los |las |\w+ )?"
    )
    verbs = "|".join(sorted(CRIME_VERBS, key=len, reverse=True))
    pattern = re.compile(
        r"\b(?:(?:es|son|era|eran|como|resulto|resultaron|fue|fueron)\s)?culpables?\b(?! de nada)"
        r"|\b(?:responsables?|autor(?:es|a|as)?(?: (?:material(?:es)?|intelectual(?:es)?))?"
        r"|coautor(?:es|a)?|complices?|artifices?)\s(?:de|del"
        rf"|en)\s{number}{number}(?:{crimes})"
        r"|\b(?:comet(?:io|ia|ieron|ian)|perpetr(?:o|aba|aron|aban)|consum(?:o|aron)"
        r"|ejecut(?:o|aron)|planeo|planearon|orquest(?:o|aron|aba))\s"
        rf"{number}{number}(?:{crimes})"
        r"|\bparticip(?:o|aron) en (?:el |la |los |las |un |una |dos |tres |varios |\d+ )?"
        rf"(?:{crimes})"
        r"|\b(?:son|es|fue|fueron|era|eran)\s(?:quien|quienes|el que|la que|los que"
        rf"|las que)\s(?:{verbs})"
        r"|\b(?:se dedica(?:ba)?n? a(?:l)?|dedicad[oa]s? a(?:l)?|vivia de"
        rf"|especializad[oa]s? en)\s(?:la\s|el\s|los\s|las\s)?(?:\w+\s){{0,2}}?(?:{crimes}"
        r"|robar|asaltar|extorsionar|vender (?:droga|narcotic|cristal|marihuana)"
        r"|secuestrar|defraudar|distribuir)"
        r"|\bconfes(?:o|aron) (?:haber|ser|su|el|que)|\b(?:su|la) culpabilidad (?:es|esta"
        r"|quedo) (?:clara|evidente|probada|demostrada|fuera)"
        r"|\bsin duda (?:alguna )?(?:es|son|fue|cometio)\b|\bmat(?:o|aron) a (?:su|un|una"
        r"|la|el|sus)\b"
    )
    for match in pattern.finditer(reading.folded):
        start, end = match.start(), match.end()
        if is_hedged(reading, start, 70) or is_quoted(reading, start, end):
            continue
        if DOUBT_AFTER.match(reading.after(end, 40)):
            continue
        before = reading.before(start, 60)
        if re.search(
            r"\b(?:no|si|ningun\w*|nadie|declar\w+|hasta que|encontrado|hallado"
            r"|quien(?:es)?|identificar a l\w+|dar con l\w+|contra l\w+|a l\w+)\s*(?:es"
            r"|son|sea|sean)?\s*$",
            before,
        ):
            continue
        if re.match(r"dedicad|especializad", match.group()) and re.search(
            r"\b(?:unidad|policia|area|fiscalia|grupo de trabajo|mesa|brigada|agentes?"
            r"|personal|elementos"
            r"|coordinacion|centro|taller)\b[^.;]{0,40}$",
            before,
        ):
            continue
        if re.match(r"dedicad|especializad", match.group()) and re.search(
            r"^[^.;]{0,25}\bde la (?:fiscalia|secretaria|policia)", reading.after(end, 60)
        ):
            continue
        if GENERAL.search(before[-45:]) and not re.search(PERSON, before):
            continue
        yield start, end
