"""Things that are written in several ways, as the one word they are: folios, codes, amounts…

Each reader takes a chunk (`words.tokenize`) and gives its lexemes, the first of which is asked
for; nothing, where the chunk is something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from releases.language.folding import fold, word_set
from releases.language.stemming import stem

LONGEST_LEXEME = 80

_FOLIO = re.compile(
    r"(?P<prefix>(?:[^\W\d_]{1,10}[/.-])*)(?P<number>\d{1,6})"
    r"(?:\s?/\s?(?P<year>(?:19|20)\d\d)|-(?P<hyphened>(?:19|20)\d\d)|/(?P<short>\d\d))"
)
_SPELLED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+|\d(?:[-–.\s]\d){2,}|[^\W\d_][-–\s]\d")
_AMOUNT = re.compile(r"(?P<whole>\d{1,3}(?:[,\s]\d{3})+|\d+)(?P<part>\.\d+)?")
_CODE = re.compile(r"[^\W_]+(?:[-–][^\W_]+)+")
_RUN_TOGETHER = re.compile(r"(?P<letters>[^\W\d_]{2,})(?P<figures>\d{2,})")
_ORDINAL = re.compile(r"(?P<number>\d{1,3})(?:[ºª]|[oa]|[ertdmvn][oar])", re.IGNORECASE)
_PHONE = re.compile(r"\d{2,3}\)?[-\s.]\d{3,4}(?:[-\s.]\d{2,4}){1,2}")
_POSSESSIVE = re.compile(r"([^\W_]+)['’][sS]")
_ELIDED = re.compile(r"[^\W\d_]{1,2}['’][^\W\d_]{2,}")
# Two words in one, as hashtags have them: EdomexSeguro.
_CAMEL = re.compile(r"[A-ZÁÉÍÓÚÑ]?[a-záéíóúüñ]+|[A-ZÁÉÍÓÚÑ]+(?![a-záéíóúüñ])|\d+")
# What a hyphen joins to the word after it: anti-secuestro is antisecuestro, ex-militar exmilitar.
_PREFIXES = word_set(
    "anti auto co contra ex inter micro mini multi narco post pre re semi sub vice"
)
# A calibre or a measure: 7.62x39, 10 x 15.
_TIMES = re.compile(r"(\d+(?:\.\d+)?)\s?[x×]\s?(\d+(?:\.\d+)?)", re.IGNORECASE)
_PHONE_FIGURES = 10
# Words that bulletins cut short, each before what it is cut to.
_CUT_SHORT = """
    articulo art; avenida av avda; ciudad cd; colonia col; departamento depto; doctor dr dra;
    edificio edif; estado edo; fraccionamiento fracc; general gral; gramo gr grs; hora hr hrs h;
    ingeniero ing; kilogramo kg kgs; kilometro km kms; licenciado lic; litro lt lts; mexico mex;
    milimetro mm; municipio mpio; numero num; profesor prof; santa sta; santo sto; telefono tel
"""
ABBREVIATIONS = {
    short: stem(whole)
    for whole, *shorts in map(str.split, _CUT_SHORT.split(";"))
    for short in shorts
}
_NUMBERED_YEARS = range(1990, 2051)
_SIMPLE = re.compile(r"[^\W_]+")


def read_spelling(chunk: str) -> tuple[str, ...]:
    """The lexemes of a chunk that is one of these things, or nothing.

    >>> read_spelling("C-5"), read_spelling("275/2024")[0], read_spelling("casa")
    (('c5',), '275/2024', ())
    """
    for read in _READERS:
        if lexemes := read(chunk):
            return lexemes
    return ()


def folio_lexeme(number: int, year: int) -> str:
    """The lexeme of a folio, whatever way it is written: `275/2024`."""
    return f"{number}/{year}"


def _read_spelled(chunk: str) -> tuple[str, ...]:
    """Single signs joined: 9-1-1, A.C., 0-8-9, C 5, C-5."""
    if _SPELLED.fullmatch(chunk):
        joined = "".join(_SIMPLE.findall(fold(chunk)))
        return (joined,)
    return ()


def _read_doubled(chunk: str) -> tuple[str, ...]:
    """The plural of an acronym: EE. UU., EE.UU."""
    joined = "".join(_SIMPLE.findall(fold(chunk)))
    doubled = len(joined) == 4 and joined[0] == joined[1] and joined[2] == joined[3]
    return (joined,) if doubled and joined.isalpha() and "." in chunk + "." else ()


def _read_handle(chunk: str) -> tuple[str, ...]:
    if not chunk.startswith("@"):
        return ()
    parts = _SIMPLE.findall(fold(chunk))
    name = "".join(parts)
    return _distinct("@" + name, name, *(stem(part) for part in parts))


def _read_folio(chunk: str) -> tuple[str, ...]:
    match = _FOLIO.fullmatch(chunk)
    if match is None:
        return ()
    digits, prefix = match["number"], fold(match["prefix"])
    hyphened, short = match["hyphened"], match["short"]
    if short and len(digits) < 3:
        return ()  # 24/7
    if hyphened and not prefix and (len(digits) < 3 or int(digits) in _NUMBERED_YEARS):
        return ()  # 2019-2024
    number = digits.lstrip("0") or "0"
    year = match["year"] or hyphened or "20" + short
    parts = _SIMPLE.findall(prefix)
    return _distinct(folio_lexeme(int(number), int(year)), digits, number, year, *parts)


def _read_amount(chunk: str) -> tuple[str, ...]:
    match = _AMOUNT.fullmatch(chunk)
    if match is None or chunk.isdecimal():
        return ()
    whole = "".join(_SIMPLE.findall(match["whole"]))
    part = (match["part"] or "").rstrip("0").rstrip(".")
    return _distinct(whole + part, whole)


def _read_code(chunk: str) -> tuple[str, ...]:
    """Letters and figures joined by hyphens: a plate, a weapon's model, C-5i; and words joined to
    a prefix or a single letter: anti-secuestro, T-MEC."""
    if not _CODE.fullmatch(chunk):
        return ()
    parts = _SIMPLE.findall(fold(chunk))
    joined = "".join(parts)
    if joined.isdecimal():
        return ()
    if joined.isalpha() and (len(parts) > 2 or (len(parts[0]) > 1 and parts[0] not in _PREFIXES)):
        return ()
    return _distinct(stem(joined), *(stem(part) for part in parts if len(part) > 1))


def _read_run_together(chunk: str) -> tuple[str, ...]:
    """Letters and figures without a sign: AK47, ABC1234."""
    match = _RUN_TOGETHER.fullmatch(chunk)
    return _distinct(fold(chunk), fold(match["letters"]), match["figures"]) if match else ()


def _read_times(chunk: str) -> tuple[str, ...]:
    match = _TIMES.fullmatch(chunk)
    return _distinct("x".join(match.groups()), match[1], match[2]) if match else ()


def _read_ordinal(chunk: str) -> tuple[str, ...]:
    """1º, 1o, 1er, 2do, 3ra: the number itself, so that «1º de mayo» is «1 de mayo»."""
    match = _ORDINAL.fullmatch(chunk)
    return _distinct(match["number"], fold(chunk)) if match else ()


def _read_phone(chunk: str) -> tuple[str, ...]:
    """Ten figures in groups: 722 275 83 00, (722) 275-8300."""
    figures = re.findall(r"\d+", chunk)
    whole = "".join(figures)
    is_phone = _PHONE.fullmatch(chunk) is not None and len(whole) == _PHONE_FIGURES
    return _distinct(whole, *figures) if is_phone else ()


def _read_camel(chunk: str) -> tuple[str, ...]:
    if not chunk.isalnum() or chunk.islower() or chunk.isupper() or chunk.istitle():
        return ()
    parts = _CAMEL.findall(chunk)
    if len(parts) < 2 or "".join(parts) != chunk or min(map(len, parts)) < 3:
        return ()
    return _distinct(stem(fold(chunk)), *(stem(fold(part)) for part in parts))


def _read_elided(chunk: str) -> tuple[str, ...]:
    """O'Farrill, D'Amico: found with and without the sign."""
    if not _ELIDED.fullmatch(chunk):
        return ()
    parts = _SIMPLE.findall(fold(chunk))
    return _distinct(stem("".join(parts)), stem(parts[1]))


def _read_possessive(chunk: str) -> tuple[str, ...]:
    match = _POSSESSIVE.fullmatch(chunk)
    return (stem(fold(match[1])),) if match else ()


def _distinct(*lexemes: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lexeme[:LONGEST_LEXEME] for lexeme in lexemes if lexeme))


_READERS: tuple[Callable[[str], tuple[str, ...]], ...] = (
    _read_handle,
    _read_spelled,
    _read_doubled,
    _read_folio,
    _read_amount,
    _read_times,
    _read_phone,
    _read_code,
    _read_run_together,
    _read_ordinal,
    _read_camel,
    _read_possessive,
    _read_elided,
)
