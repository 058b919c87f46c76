"""Real words in the wrong place: homophones, a headline verb one letter off, its agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.findings import Mark
from releases.editorial.lexical import Span
from releases.editorial.lexicon.confusions import CONFUSIONS
from releases.editorial.lexicon.spelling import RIGHT_WORDS
from releases.editorial.passage import Part
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialCode, TextField

_TOKEN = re.compile(r"[a-zñ0-9]+")
_WHY = "La palabra existe, pero aquí parece estar en lugar de otra. "
# Subjects of headlines in the singular and in the plural.
_ONE = re.compile(
    r"(?:ssem|ss|ssc|sspc|fgjem|fgj|fgr|c5|c4|ums|umsem|gem|dif|cobupem|gn|sedena|semar"
    r"|secretari[oa]|subsecretari[oa]|policia|fiscalia|gobierno|guardia|universidad"
    r"|comision|titular|director[a]?"
    r"|gobernador[a]?|unidad|coordinacion|edomex|estado|ayuntamiento|academia|rector[a]?"
    r"|corporacion|dependencia|instituto|consejo|ejercito|marina|policia)"
)
_MANY = re.compile(
    r"(?:policias|elementos|oficiales|agentes|autoridades|uniformados|efectivos|binomios"
    r"|bomberos|paramedicos|cadetes|mandos|fuerzas|instituciones|dependencias|gobiernos"
    r"|docentes|alumnos|estudiantes|vecinos|familias|ciudadanos|mujeres|jovenes"
    r"|corporaciones|municipios|peritos|brigadistas|instancias|rescatistas|habitantes)"
)
_VERB_ENDS = re.compile(r"(?:[aei]n|[ae])$")


def find_wrong_words(reading: Reading) -> Iterator[Mark]:
    """Homophones and look-alikes anywhere; the headline's words against those of the text."""
    taken: list[Span] = []
    for start, end, why, fix in (*_confused(reading), *_headline(reading)):
        if any(span.meets(start, end) for span in taken):
            continue
        taken.append(Span(start, end))
        yield Mark(code=EditorialCode.WRONG_WORD, start=start, end=end, why=f"{_WHY}{why}", fix=fix)


def _confused(reading: Reading) -> Iterator[tuple[int, int, str, str | None]]:
    for pattern, right in CONFUSIONS:
        for match in pattern.finditer(reading.folded):
            groups = match.groupdict()
            name = next((n for n in ("wrong", "wrong2") if groups.get(n)), None)
            start, end = match.span(name) if name else match.span()
            if reading.folded[end : end + 1].isalpha():
                continue
            yield start, end, f"¿Quiso escribir «{right}»?", None


def _headline(reading: Reading) -> Iterator[tuple[int, int, str, str | None]]:
    headline = next((p for p in reading.parts if p.field == TextField.HEADLINE), None)
    if headline is None:
        return
    rest = " ".join(
        reading.folded[p.start : p.end]
        for p in reading.parts
        if p.field in {TextField.BODY, TextField.SUMMARY}
    )
    yield from _near_family(reading, headline, rest)
    yield from _disagreeing(reading, headline)
    yield from _wrong_mood(reading, headline, rest)


def _words(reading: Reading, part: Part) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(reading.folded, part.start, part.end))


def _near_family(
    reading: Reading, headline: Part, rest: str
) -> Iterator[tuple[int, int, str, str | None]]:
    """A word of the headline one letter from a family of the text, and without family there."""
    body = [word for word in dict.fromkeys(_TOKEN.findall(rest)) if len(word) >= 5]
    stems = {stem(word) for word in body}
    for match in _words(reading, headline):
        word = match.group()
        own = stem(word)
        if (
            len(own) < 4
            or len(word) < 6
            or _shares(own, stems)
            or (
                reading.lists.speller.knows(word.capitalize())
                and not reading.lists.speller.knows(word)
            )
        ):
            continue
        twin = next((other for other in body if _is_twin(own, stem(other), word, other)), None)
        if twin:
            yield (
                match.start(),
                match.end(),
                f"El texto dice «{twin}».",
                _swapped(reading.text[match.start() : match.end()], own, stem(twin)),
            )


def _shares(own: str, stems: set[str]) -> bool:
    return any(other.startswith(own) or own.startswith(other) for other in stems if len(other) > 3)


def _is_twin(own: str, other: str, word: str, twin: str) -> bool:
    """Whether two stems differ in one letter inside and the words are of one kind."""
    if min(len(own), len(other)) < 5 or not (_is_verb_like(word) and _is_verb_like(twin)):
        return False
    if len(own) == len(other):
        return sum(a != b for a, b in zip(own, other, strict=True)) == 1 and own[-1] == other[-1]
    longer, shorter = sorted((own, other), key=len, reverse=True)
    missing = (longer[:at] + longer[at + 1 :] for at in range(1, len(longer) - 1))
    return len(longer) == len(shorter) + 1 and longer[:2] == shorter[:2] and shorter in missing


def _is_verb_like(word: str) -> bool:
    return bool(
        re.search(
            r"(?:[aeo]|[ae]n|[aei]r|aron|ieron|[aei]d[oa]s?|[aie]ndo|aban?|ian?|cion"
            r"|miento|ar[ao]n?)$",
            word,
        )
    )


def _swapped(written: str, own: str, other: str) -> str | None:
    if not written.isupper() or len(own) != len(other):
        return None
    at = next(i for i in range(len(own)) if own[i] != other[i])
    return written[:at] + other[at].upper() + written[at + 1 :]


_ENDINGS = re.compile(
    r"(?:aciones|iciones|amientos?|imientos?|acion|icion|iendo|ando|aron|ieron|aban?|adas?"
    r"|ados?|idas?|idos?|aran?|eran?|ian?|ar|er|ir|an|en|os|as|es|io|a|e|o|s)$"
)


def stem(word: str) -> str:
    """A folded word without its ending, rough but the same for the forms of a regular verb."""
    bare = _ENDINGS.sub("", word) if len(word) > 5 else word
    # «atiende», «atendieron»; «muestra», «mostró»
    return re.sub(r"(?<=[a-zñ])ue", "o", re.sub(r"(?<=[a-zñ])ie", "e", bare))


def _disagreeing(reading: Reading, headline: Part) -> Iterator[tuple[int, int, str, str | None]]:
    """«CAPACITAN SSEM A…», «CAPACITA POLICÍAS A…»: the verb that opens a headline."""
    words = _words(reading, headline)
    if len(words) < 3:
        return
    verb, subject = words[0], words[1]
    following = [word.group() for word in words[1:]]
    written = reading.text[verb.start() : verb.end()]
    if not _opens_with_verb(reading, verb.group()):
        yield from _after_subject(reading, words)
        return
    plural = bool(re.search(r"[ae]n$", verb.group()))
    one, many = _ONE.fullmatch(subject.group()), _MANY.fullmatch(subject.group())
    joined = (
        set(following[1:9]) & {"y", "e", "junto", "con"}
        or "," in reading.text[subject.end() : subject.end() + 25]
    )
    if plural and one and not joined and not set(following) & {"elementos", "autoridades"}:
        yield verb.start(), verb.end(), "El sujeto va en singular.", written[:-1]
    if (
        not plural
        and many
        and re.search(
            r"^\W*(?:\w+\W+){0,3}?(?:a|al|en|con|por|tras)\b",
            reading.folded[subject.end() : headline.end],
        )
        and not _names_one(following)
        and _takes_plural(reading, verb, subject, headline)
    ):
        yield verb.start(), verb.end(), "El sujeto va en plural.", written + "N"


def _names_one(following: list[str]) -> bool:
    """Whether a singular agency stands there by itself, not as «de la SSEM»."""
    pairs = zip(["", *following], following, strict=False)
    return any(_ONE.fullmatch(word) and before not in {"de", "la", "del"} for before, word in pairs)


def _takes_plural(
    reading: Reading, verb: re.Match[str], subject: re.Match[str], headline: Part
) -> bool:
    """Whether the plural noun does the deed: an object follows it («A DOCENTES»)."""
    rest = reading.folded[subject.end() : headline.end]
    return bool(
        re.match(
            r"(?:\s(?:estatales|municipales|federales|de la \w+|del? \w+|mexiquenses"
            r"|ciberneticos))*\s(?:a|al)\s(?!\w+ar\b)",
            rest,
        )
    )


def _opens_with_verb(reading: Reading, word: str) -> bool:
    base = re.sub(r"n$", "", word)
    knows = reading.lists.speller.knows
    if len(word) < 5 or not re.search(r"[ae]n?$", word) or word in RIGHT_WORDS:
        return False
    stem_ = base[:-1]
    return any(knows(stem_ + end) for end in ("ar", "er", "ir")) or word.endswith(
        ("iene", "ienen", "uerzan", "uerza")
    )


def _after_subject(
    reading: Reading, words: list[re.Match[str]]
) -> Iterator[tuple[int, int, str, str | None]]:
    """«POLICÍA ESTATAL RECUPERAN…»: a subject that opens the headline, its verb soon after."""
    first = words[0].group()
    one, many = _ONE.fullmatch(first), _MANY.fullmatch(first)
    if not (one or many):
        return
    at = 1
    while at < min(len(words), 7) and (
        re.fullmatch(
            r"de|del|la|el|los|las|estatal(?:es)?|municipal(?:es)?|federal(?:es)?"
            r"|seguridad|estado|mexico|mexiquenses?|nacional|publica|ciudadana|general"
            r"|justicia|proximidad|genero|cibernetica|civil|transito|montado|rescate"
            r"|investigacion|igualdad|operaciones",
            words[at].group(),
        )
    ):
        at += 1
    if at >= len(words) - 1 or words[at].group() in {"y", "e"}:
        return
    verb = words[at]
    if not _opens_with_verb(reading, verb.group()):
        return
    written = reading.text[verb.start() : verb.end()]
    plural = bool(re.search(r"[ae]n$", verb.group()))
    if plural and one:
        yield verb.start(), verb.end(), "El sujeto va en singular.", written[:-1]
    if (
        not plural
        and many
        and re.search(r"[ae]$", verb.group())
        and reading.lists.speller.knows(verb.group() + "n")
    ):
        yield verb.start(), verb.end(), "El sujeto va en plural.", written + "N"


def _wrong_mood(
    reading: Reading, headline: Part, rest: str
) -> Iterator[tuple[int, int, str, str | None]]:
    """«RECUPERE POLICÍA ESTATAL…»: a verb in the wrong mood before its subject."""
    words = _words(reading, headline)
    if len(words) < 3:
        return
    verb, subject = words[0].group(), words[1].group()
    if not (_ONE.fullmatch(subject) or _MANY.fullmatch(subject)):
        return
    own = re.sub(r"[ae]n?$", "", verb)
    knows = reading.lists.speller.knows
    is_ar = knows(own + "ar") and re.search(
        rf"\b{re.escape(own)}(?:o|ado|ada|ados|adas|aron|ar|ando|a)\b", rest
    )
    if verb.endswith("s") and _opens_with_verb(reading, verb[:-1]):
        yield words[0].start(), words[0].end(), "Sobra la «s» del verbo.", verb[:-1].upper()
    if verb.endswith(("e", "en")) and is_ar and len(own) > 3:
        right = own + ("an" if verb.endswith("en") else "a")
        yield words[0].start(), words[0].end(), "El verbo va en indicativo.", right.upper()
