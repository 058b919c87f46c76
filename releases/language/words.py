"""The words of a text as the archive compares them: for the index, the query and the marks alike.

A token is one content word, or one thing that people write in several ways: a folio (0275/2024,
0275-2024), a code (C-5, C 5, AK-47, a plate), 9-1-1, an acronym with or without its points, a
handle, an amount (20 mil, 20,000). Stop words are no tokens and take no position, so that a
phrase is a run of content words: «trata de personas» is trata, persona.

Three rules about spelling. A typed ñ means it. An n may stand for ñ. An accent never separates.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from releases.language.folding import fold, normalize, word_set
from releases.language.numbers import NUMBER_WORDS, is_part_of_amount, is_scale, read_amount
from releases.language.stemming import stem

STOP_WORDS = word_set(
    """
    a al algo ante antes asi aun aunque cada como con cual cuales cuando cuya cuyas cuyo cuyos
    de del desde donde durante e el ella ellas ello ellos en entre era eran es esa esas ese eso
    esos esta estan estas este esto estos fue fueron ha habia han has hasta hay la las le les lo
    los mas me mediante mi mientras muy ni no nos o os otra otras otro otros para pero por
    porque que quien quienes se sea sean ser si sido sin sino sobre son su sus tal tambien tanto
    te tiene tienen toda todas todo todos tras tu u un una unas uno unos y ya
    """
)
LONGEST_LEXEME = 80


class Token(NamedTuple):
    """A content word at `text[start:end]`.

    `lexemes` are all the forms under which it is indexed. `asked` are those of which any one
    answers a search for this very spelling: «niño» is indexed as niño and nino, but asks for niño.
    """

    start: int
    end: int
    lexemes: tuple[str, ...]
    asked: tuple[str, ...]


# A chunk: a word, or words and figures joined by a sign without a blank. The first alternatives
# are the few things that are written with a blank inside.
_CHUNK = re.compile(
    r"""
      @\w[\w.]*(?<=[^\W_])
    | \bEE\.?\s?UU\b
    | \bC\s[2-5]\b
    | (?<!\d)9\s1\s1(?!\d)
    | (?<![\w/])\d{1,5}\s/\s(?:19|20)\d\d(?![\w/])
    | [^\W_]+(?:[-–/.,'’\u00a0\u2009\u202f][^\W_]+)*
    """,
    re.VERBOSE,
)
_FOLIO = re.compile(
    r"(?P<prefix>(?:[^\W\d_]{1,10}[/.-])*)(?P<number>\d{1,6})"
    r"(?:\s?/\s?(?P<year>(?:19|20)\d\d)|-(?P<hyphened>(?:19|20)\d\d)|/(?P<short>\d\d))"
)
_SPELLED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+|\d(?:[-–.\s]\d){2,}|[^\W\d_][-–\s]\d")
_AMOUNT = re.compile(r"(?P<whole>\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+|\d+)(?P<part>\.\d+)?")
_CODE = re.compile(r"[^\W_]+(?:[-–][^\W_]+)+")
_POSSESSIVE = re.compile(r"([^\W_]+)['’][sS]")
_PIECE = re.compile(r"[^\W_]+(?:[-–.][^\W_]+)*")
_SIMPLE = re.compile(r"[^\W_]+")
_STRESSED_S = ("és", "ás", "ís", "ós", "ús")
_NUMBERED_YEARS = range(1990, 2051)

# Looked up before anything dearer is asked of a token.
_NUMBER_STEMS = frozenset(map(stem, NUMBER_WORDS))
_SCALES = frozenset(map(stem, filter(is_scale, NUMBER_WORDS)))

# What a chunk holds: offset and length of each token in it, with its lexemes.
_Part = tuple[int, int, tuple[str, ...], tuple[str, ...]]


def tokenize(text: str) -> list[Token]:
    """The tokens of a text in order; a token's position is its place in the list.

    Offsets count in `folding.normalize(text)`.
    """
    text = normalize(text)
    tokens: list[Token] = []
    has_amount = False
    for match in _CHUNK.finditer(text):
        start = match.start()
        for offset, length, lexemes, asked in _read_chunk(match.group()):
            begin = start + offset
            tokens.append(Token(begin, begin + length, lexemes, asked))
            has_amount = has_amount or lexemes[0] in _SCALES
    return _join_amounts(text, tokens) if has_amount else tokens


def surface_words(text: str) -> set[str]:
    """The distinct words of a text in lower case with their accents, without stop words.

    Only plain words of three letters or more: what a suggestion may offer.
    """
    return {
        word
        for word in map(str.lower, _SIMPLE.findall(normalize(text)))
        if 3 <= len(word) <= LONGEST_LEXEME and word.isalpha() and fold(word) not in STOP_WORDS
    }


def is_stop_word(word: str) -> bool:
    """Whether a word alone means too little to search for."""
    return fold(word) in STOP_WORDS


def is_number_word(lexeme: str) -> bool:
    """Whether a lexeme is of a number in words, which may be joined with its neighbours."""
    return lexeme in _NUMBER_STEMS


def prefix_of(word: str) -> str:
    """The form with which the lexemes of all words that begin like this one begin.

    The last letter of a word may differ in its lexeme («policía» → policio), so a closing vowel
    or s is left out.

    >>> prefix_of("Policía"), prefix_of("extor")
    ('polici', 'extor')
    """
    folded = fold(word)
    return folded[:-1] if len(folded) > 3 and folded[-1] in "aeosz" else folded


@lru_cache(maxsize=200_000)
def _read_chunk(chunk: str) -> tuple[_Part, ...]:
    if chunk.isalpha():
        return _read_word(chunk, 0)
    for read in _READERS:
        lexemes = read(chunk)
        if lexemes:
            return ((0, len(chunk), lexemes, lexemes[:1]),)
    if _SIMPLE.fullmatch(chunk):
        return _read_word(chunk, 0)
    return tuple(part for piece in _split(chunk) for part in piece)


def _split(chunk: str) -> list[tuple[_Part, ...]]:
    """A chunk that is nothing special, cut at its signs."""
    pattern = _PIECE if _PIECE.fullmatch(chunk) is None else _SIMPLE
    return [
        tuple(
            (match.start() + offset, length, lexemes, asked)
            for offset, length, lexemes, asked in _read_chunk(match.group())
        )
        for match in pattern.finditer(chunk)
    ]


def _read_word(raw: str, offset: int) -> tuple[_Part, ...]:
    word = fold(raw)[:LONGEST_LEXEME]
    if word in STOP_WORDS:
        return ()
    if word.isdecimal():
        stripped = word.lstrip("0") or "0"
        padded = len(word) > 3 and stripped != word
        return ((offset, len(raw), (word, stripped) if padded else (word,), (word,)),)
    asked = _stems(word, raw)
    forms: tuple[str, ...] = asked + _stems(word.replace("ñ", "n"), raw) if "ñ" in word else asked
    return ((offset, len(raw), forms, asked),)


def _stems(word: str, raw: str) -> tuple[str, ...]:
    """The forms of a folded word; more than one where its spelling leaves open what it is."""
    common = stem(word)
    ending = raw[-3:].lower()
    if common != word and len(word) > 3 and ending.endswith(_STRESSED_S):
        return (common, word)  # a singular, or the plural of a word in a stressed vowel
    whole = word.removesuffix("s")
    if len(whole) > 4 and whole.endswith("ia") and not whole.endswith("ncia"):
        # Secretaría is no secretaria, and so no secretario; without its accent it may be either.
        return (whole,) if ending.endswith(("ía", "ías")) else (whole, common)
    return (common,)


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
    name = "".join(parts)[:LONGEST_LEXEME]
    return _distinct("@" + name, name, *(stem(part)[:LONGEST_LEXEME] for part in parts))


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
    whole = "".join(_SIMPLE.findall(match["whole"]))[:LONGEST_LEXEME]
    part = (match["part"] or "").rstrip("0").rstrip(".")[:LONGEST_LEXEME]
    return _distinct(whole + part, whole)


def _read_code(chunk: str) -> tuple[str, ...]:
    """Letters and figures joined by hyphens: a plate, a weapon's model, C-5i."""
    if not _CODE.fullmatch(chunk):
        return ()
    folded = fold(chunk)
    parts = _SIMPLE.findall(folded)
    joined = "".join(parts)[:LONGEST_LEXEME]
    if joined.isalpha() or joined.isdecimal():
        return ()
    return _distinct(joined, *(stem(part)[:LONGEST_LEXEME] for part in parts if len(part) > 1))


def _read_possessive(chunk: str) -> tuple[str, ...]:
    match = _POSSESSIVE.fullmatch(chunk)
    return (stem(fold(match[1]))[:LONGEST_LEXEME],) if match else ()


_READERS: tuple[Callable[[str], tuple[str, ...]], ...] = (
    _read_handle,
    _read_spelled,
    _read_doubled,
    _read_folio,
    _read_amount,
    _read_code,
    _read_possessive,
)


def folio_lexeme(number: int, year: int) -> str:
    """The lexeme of a folio, whatever way it is written: `275/2024`."""
    return f"{number}/{year}"


def _join_amounts(text: str, tokens: list[Token]) -> list[Token]:
    """Runs of number words with mil or millones in them, as one token each."""
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        end = index
        while end < len(tokens) and _is_number(text, tokens, end, first=end == index):
            end += 1
        run = tokens[index:end]
        amount = _amount_of(text, run)
        if amount is None:
            joined.append(tokens[index])
            index += 1
            continue
        parts = (lexeme for token in run for lexeme in token.lexemes)
        asked = (amount,) if len(run) > 1 else run[0].asked
        joined.append(Token(run[0].start, run[-1].end, _distinct(*asked, *parts, amount), asked))
        index = end
    return joined


def _is_number(text: str, tokens: list[Token], index: int, *, first: bool) -> bool:
    token = tokens[index]
    first_form = token.lexemes[0]
    if not (first_form[0].isdigit() or first_form in _NUMBER_STEMS):
        return False
    if not is_part_of_amount(_number_word(text, token)):
        return False
    between = "" if first else text[tokens[index - 1].end : token.start]
    return first or between.strip() in ("", "y")


def _amount_of(text: str, run: list[Token]) -> str | None:
    words = [_number_word(text, token) for token in run]
    if not any(map(is_scale, words)):
        return None
    return read_amount(words)


def _number_word(text: str, token: Token) -> str:
    raw = text[token.start : token.end]
    return token.lexemes[0] if raw[0].isdigit() else fold(raw)


def _distinct(*lexemes: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lexeme for lexeme in lexemes if lexeme))
