"""Spanish amounts read as one number: «20 mil», «20,000», «dos mil 500», «9 millones 100 mil»."""

from __future__ import annotations

from decimal import Decimal

_UNITS = {
    word: value
    for value, words in enumerate(
        (
            ("cero",),
            ("un", "uno", "una"),
            ("dos",),
            ("tres",),
            ("cuatro",),
            ("cinco",),
            ("seis",),
            ("siete",),
            ("ocho",),
            ("nueve",),
            ("diez",),
            ("once",),
            ("doce",),
            ("trece",),
            ("catorce",),
            ("quince",),
            ("dieciseis",),
            ("diecisiete",),
            ("dieciocho",),
            ("diecinueve",),
            ("veinte",),
            ("veintiun", "veintiuno", "veintiuna"),
            ("veintidos",),
            ("veintitres",),
            ("veinticuatro",),
            ("veinticinco",),
            ("veintiseis",),
            ("veintisiete",),
            ("veintiocho",),
            ("veintinueve",),
        )
    )
    for word in words
}
_TENS = {
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
}
_HUNDREDS = {"cien": 100, "ciento": 100} | {
    root + ending: value
    for root, value in {
        "doscient": 200,
        "trescient": 300,
        "cuatrocient": 400,
        "quinient": 500,
        "seiscient": 600,
        "setecient": 700,
        "ochocient": 800,
        "novecient": 900,
    }.items()
    for ending in ("os", "as")
}
_SMALL = _UNITS | _TENS | _HUNDREDS
_SCALES = {"mil": 1_000, "millon": 1_000_000, "millones": 1_000_000}

NUMBER_WORDS = frozenset(_SMALL) | frozenset(_SCALES)


def is_scale(word: str) -> bool:
    """Whether a folded word multiplies what stands before it: mil, millón, millones."""
    return word in _SCALES


def is_part_of_amount(word: str) -> bool:
    """Whether a folded word can stand inside an amount: digits or a number in words."""
    return word in _SMALL or word in _SCALES or is_digits(word)


def is_digits(word: str) -> bool:
    """Whether a word is a number in digits, with or without decimals."""
    return word.replace(".", "", 1).isdecimal() and word[0] != "."


def read_amount(words: list[str]) -> str | None:
    """The value of folded number words in digits, or None where they make no single number.

    >>> read_amount(["9", "millones", "100", "mil"])
    '9100000'
    """
    total = Decimal(0)
    group: Decimal | None = None
    ceiling = Decimal(10**12)
    for word in words:
        if word in _SCALES:
            scale = Decimal(_SCALES[word])
            if scale >= ceiling:
                return None
            total += (group if group is not None else Decimal(1)) * scale
            group, ceiling = None, scale
            continue
        value = Decimal(_SMALL[word]) if word in _SMALL else Decimal(word)
        if group is not None and not _continues(group, value):
            return None
        group = value if group is None else group + value
    total += group if group is not None else Decimal(0)
    return f"{total.normalize():f}"


def _continues(group: Decimal, value: Decimal) -> bool:
    """Whether a smaller number word may follow: ciento + veinte, treinta (y) + cinco."""
    if group % 100 == 0 and group < 1000:
        return value < 100
    return group % 10 == 0 and group % 100 >= 30 and value < 10
