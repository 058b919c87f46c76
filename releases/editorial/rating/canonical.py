"""A text as the sequence of what it says: values instead of spellings, one word for synonyms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from releases.editorial.lexical import fold_evenly
from releases.editorial.rating.words import EMPTY, LONG_FORMS, PLACES, PURPOSES, SAME, UNITS
from releases.language.numbers import is_part_of_amount, is_scale, read_amount


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said: `key` is what is compared, `word` how it was written, folded.

    `proper`: written with a capital inside a sentence; `comma` tells whether one stands before it.
    """

    key: str
    word: str
    proper: bool = False
    comma: bool = False

    @property
    def is_empty(self) -> bool:
        return self.key in EMPTY

    @property
    def is_number(self) -> bool:
        return self.key.startswith(("#", "t:"))


_HYPHENATED = re.compile(r"(?<=\w)[-\u00ad]\s*\n\s*(?=[a-záéíóúñ])")
# «México - Toluca» is «México-Toluca».
_SPACED_DASH = re.compile(r"(?<=[a-záéíóúñ]) - (?=[A-ZÁÉÍÓÚÑ])")
_QUOTES = re.compile("[\"“”«»„‟″]|(?<!\\w)['’‘`´]|['’‘`´](?!\\w)")
_ACCOUNT = re.compile(
    r"@\s*\w[\w.]*(?:\s*[._-]\s*\w+|\s+(?:edomex|edo_mex|mex|oficial)\b)*", re.IGNORECASE
)
_PHONE_911 = re.compile(r"\b9[ -]?1[ -]?1\b")
_HALF_DAY = {"mañana": 0, "madrugada": 0, "tarde": 12, "noche": 12}
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?:horas|hrs?\b\.?|h\b)?\s*"
    r"(?:(?P<half>[ap])\.?\s?m\b\.?|de la (?P<part>mañana|tarde|noche|madrugada)"
    r"|del (?P<noon>mediodia))?"
)
_NUMERIC_DATE = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b")
_MONTHS = (  # noqa: SIM905 - one line reads better than twelve
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split(" ")
_TOKEN = re.compile(r"@[\w]+|\d+(?:[.,]\d+)*(?:/\d+)?|[a-zñ_]+(?:-[a-zñ]+)*\d*|%|\$|[,;.:¿?¡!()]")
_COLLECTIVES = {
    "millar": 1000,
    "millares": 1000,
    "centenar": 100,
    "decena": 10,
    "docena": 12,
    "quincena": 15,
    "veintena": 20,
    "treintena": 30,
    "par": 2,
}


def canonical(text: str) -> tuple[Item, ...]:
    """What a text says, in order. Punctuation is left out; commas are noted on what follows."""
    plain = _prepared(text)
    folded = fold_evenly(plain)
    folded = _values(folded)
    items = _items(folded, _proper_words(plain))
    return tuple(_with_amounts(items))


def _prepared(text: str) -> str:
    joined = _HYPHENATED.sub("", text)
    joined = re.sub(r"[–—−‐‑]", "-", joined)
    joined = _SPACED_DASH.sub("-", joined)
    joined = _ACCOUNT.sub(lambda m: "@" + re.sub(r"[^\w]|_", "", m.group()).lower(), joined)
    joined = _QUOTES.sub(" ", joined)
    return re.sub(r"\s+", " ", joined)


def _proper_words(text: str) -> frozenset[str]:
    """Words written with a capital where the sentence does not ask for one."""
    found: set[str] = set()
    for match in re.finditer(r"(?<![.!?¿¡:] )(?<!^)\b[A-ZÁÉÍÓÚÑÜ][\wáéíóúñü]+", text):
        if not match.group().isupper() or len(match.group()) <= 6:
            found.add(fold_evenly(match.group()))
    return frozenset(found)


def _values(folded: str) -> str:
    """Long forms, places, hours and dates in one spelling each."""
    for pattern, short in (*LONG_FORMS, *PLACES, *PURPOSES):
        folded = pattern.sub(short, folded)
    folded = re.sub(r"\b(?:las y los|los y las) (?=\w)", "los ", folded)
    folded = re.sub(r"\b(\w{3,})as y (?:los )?\1(o?)s\b", r"\1\2s", folded)
    folded = re.sub(r"\bedo\.? ?(?:de )?mex\b\.?", "edomex", folded)
    folded = re.sub(r"\b(?:un )?millon y medio\b", "1500000", folded)
    folded = re.sub(r"\bmedio millon\b", "500000", folded)
    folded = re.sub(r"\bmedia docena\b", "6", folded)
    folded = re.sub(r"\bmedio centenar\b", "50", folded)
    folded = _HALF_A_UNIT.sub("0.5 ", folded)
    for pattern, minutes in _PARTS_OF_AN_HOUR:
        folded = pattern.sub(minutes, folded)
    folded = _PHONE_911.sub("911", folded)
    folded = re.sub(r"\bpor ?ciento\b", "%", folded)
    folded = re.sub(r"\$\s?(\d[\d,.]*\d|\d)(?: ?pesos)?", r"\1 pesos", folded)
    folded = re.sub(r"\bm\.? ?n\.?(?=\W|$)", "", folded)
    folded = re.sub(r"\bmdp\b", "millones pesos", folded)
    folded = re.sub(r"\bdia (?=\d)|\bmes de (?=[a-z])|\baño (?=(?:19|20)\d\d\b)", "", folded)
    folded = re.sub(
        r"\bun[oa]s (?=\d|(?:dos|tres|\w+nta|cien|mil|\w+cientos)\b)", "cerca de ", folded
    )
    folded = _NUMERIC_DATE.sub(_spelt_date, folded)
    folded = re.sub(
        r"\b(?:primero|1o|1ro|1er|1°|1º)\.?(?= de (?:" + "|".join(_MONTHS) + "))", "1", folded
    )
    folded = re.sub(r"\b(?:al|el) (?:filo del? )?mediodia\b", "las 12:00", folded)
    folded = re.sub(_HOUR_WORDS, _hour_in_digits, folded)
    folded = re.sub(r"(?<=\d),(?=\d{3}\b)", "", folded)
    folded = re.sub(r"(?<=\b\d) (?=\d{3}\b(?! de))|(?<=\b\d\d) (?=\d{3}\b(?! de))", "", folded)
    return _CLOCK.sub(_clock, folded)


_HALF_A_UNIT = re.compile(
    r"\bmedi[oa] (?=(?:tonelada|kilo|kilogramo|litro|metro|kilometro|hectarea)s?\b)"
)
_PARTS_OF_AN_HOUR = tuple(
    (re.compile(rf"\b{words}\b"), f"{minutes} minutos")
    for words, minutes in (
        ("(?:una )?hora y media", 90),
        ("(?:una )?media hora", 30),
        ("tres cuartos de hora", 45),
        ("un cuarto de hora", 15),
    )
)
# «unos 40»: about as many.
_SOME = re.compile(r"\bun[oa]s (?=\d|(?:dos|tres|\w+nta|cien|mil|\w+cientos)\b)")
_HOUR_NAMES = (  # noqa: SIM905 - one line reads better than twelve
    "una dos tres cuatro cinco seis siete ocho nueve diez once doce"
).split(" ")
_HOUR_WORDS = re.compile(
    r"\blas? ("
    + "|".join(_HOUR_NAMES)
    + r")(?: (y media|y cuarto|en punto))?(?= (?:de la|horas|hrs|[ap]\.? ?m))"
)


def _hour_in_digits(match: re.Match[str]) -> str:
    minutes = {"y media": "30", "y cuarto": "15"}.get(match[2] or "", "00")
    return f"las {_HOUR_NAMES.index(match[1]) + 1}:{minutes}"


def _spelt_date(match: re.Match[str]) -> str:
    month = int(match[2])
    return (
        f"{int(match[1])} de {_MONTHS[month - 1]} de {match[3]}" if 1 <= month <= 12 else match[0]
    )


def _clock(match: re.Match[str]) -> str:
    """An hour of the day as hh:mm of 24 hours, where the words say that it is one."""
    said = match["half"] or match["part"] or match["noon"]
    before = match.string[max(0, match.start() - 5) : match.start()]
    with_unit = re.search(r"horas|hrs?|\bh\b", match.group())
    hour = int(match["hour"])
    is_hour = (
        (match["minute"] and ":" in match.group())
        or said
        or (with_unit and re.search(r"\blas? $", before))
    )
    if not is_hour or hour > 24:
        return match.group()
    later = 12 if match["half"] == "p" else _HALF_DAY.get(match["part"] or "", 0)
    hour = hour + later if hour < 12 and later else hour
    if hour == 12 and (match["half"] == "a" or match["part"] in {"noche"}):
        hour = 0
    return f" tt{hour:02d}{int(match['minute'] or 0):02d} "


def _items(folded: str, proper: frozenset[str]) -> list[Item]:
    items: list[Item] = []
    comma = False
    for match in _TOKEN.finditer(folded):
        word = match.group()
        if word in ",;.:()¡!":
            comma = comma or word in ",;:."
            continue
        key = UNITS.get(word, word)
        key = _number_key(key)
        if items and items[-1].key == key and key not in {"no", "si"}:
            continue  # a word written twice
        items.append(Item(key, word, word in proper, comma))
        comma = False
    return items


def _number_key(word: str) -> str:
    if re.fullmatch(r"tt\d{4}", word):
        return f"t:{word[2:]}"
    if re.fullmatch(r"\d+(?:\.\d+)?", word):
        value = word.lstrip("0") or "0"
        return f"#{value if not value.startswith('.') else '0' + value}"
    return word


def _with_amounts(items: list[Item]) -> list[Item]:
    """Number words and digits joined to amounts: «dos mil 500» and «2,500» say the same."""
    joined: list[Item] = []
    at = 0
    while at < len(items):
        end = _amount_end(items, at)
        value = (
            read_amount([_bare(item) for item in items[at:end] if item.key != "y"]) if end else None
        )
        if value is None or end is None:
            joined.append(_collective(items, at) or items[at])
            at += 1
            continue
        joined.append(
            Item(f"#{value}", " ".join(i.word for i in items[at:end]), comma=items[at].comma)
        )
        at = end
    return joined


def _bare(item: Item) -> str:
    return item.key.removeprefix("#")


def _amount_end(items: list[Item], at: int) -> int | None:
    """Where an amount that begins here ends; None where none begins or it is but an article."""
    end = at
    while end < len(items) and (
        is_part_of_amount(_bare(items[end]))
        or (
            items[end].key == "y"
            and end > at
            and end + 1 < len(items)
            and is_part_of_amount(_bare(items[end + 1]))
            and re.fullmatch(
                r"(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)",
                items[end - 1].key,
            )
        )
    ):
        if end > at and items[end].comma:
            break
        if end > at and items[end].key.startswith("#") and not is_scale(items[end - 1].key):
            break
        end += 1
    single = end == at + 1 and items[at].key in {"un", "una", "uno"}
    return end if end > at and not single else None


def _collective(items: list[Item], at: int) -> Item | None:
    value = _COLLECTIVES.get(items[at].key)
    return Item(f"#{value}", items[at].word, comma=items[at].comma) if value else None


def synonym(key: str) -> str:
    """One word for all that say the same."""
    return _SYNONYMS.get(key, key)


_SYNONYMS = {wording: sorted(row)[0] for row in SAME for wording in row if " " not in wording}
