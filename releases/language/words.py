"""The words of a text as the archive compares them: for the index, the query and the marks alike.

A token is one content word, or one thing that people write in several ways: a folio (0275/2024,
0275-2024), a code (C-5, C 5, AK-47, a plate), 9-1-1, an acronym with or without its points, a
handle, an amount (20 mil, 20,000). Stop words are no tokens and take no position, so that a
phrase is a run of content words: «trata de personas» is trata, persona.

Three rules about spelling. A typed ñ means it. An n may stand for ñ. An accent never separates.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from releases.language.folding import fold, normalize, word_set
from releases.language.numbers import NUMBER_WORDS, is_part_of_amount, is_scale, read_amount
from releases.language.spellings import ABBREVIATIONS, LONGEST_LEXEME, read_spelling
from releases.language.stemming import ADJECTIVES_IN_IA, PLURALS_TOO, stem

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
    | (?=\d)(?<![\w.,/-])(?:
          \d\s\d\s\d(?![\w,/-]|\.\d|\s\d)
        | \d{1,3}(?:\s000)+(?![\w,/-]|\.\d)
        | \d{2,3}\)?[-\s.]\d{3,4}(?:[-\s.]\d{2,4}){1,2}(?![\w,/-]|\.\d|\s\d)
        | \d{1,5}\s/\s(?:19|20)\d\d(?![\w/])
        | \d+(?:\.\d+)?\s?[xX×]\s?\d+(?:\.\d+)?(?![\w,/-])
      )
    | [^\W_]+(?:[-–/.,'’\u00a0\u2009\u202f][^\W_]+)*
    """,
    re.VERBOSE,
)
_PIECE = re.compile(r"[^\W_]+(?:[-–.][^\W_]+)*")
_SIMPLE = re.compile(r"[^\W_]+")
# A figure with its unit, as it would read with a blank between: 9mm, 5kg, 18h.
_MEASURE = re.compile(
    r"(\d+(?:[.,]\d+)*)(mm|cm|kms?|kgs?|grs?|mg|ml|lts?|hrs?|[mgl])", re.IGNORECASE
)
_STRESSED_S = ("és", "ás", "ís", "ós", "ús")

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
        start, chunk = match.start(), match.group()
        if tokens and chunk[0].isdigit():
            _join_code(text, tokens, start, chunk)
        for offset, length, lexemes, asked in _read_chunk(chunk):
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

    A closing -e is no part of a lexeme («operacione» → operacion), so it is left out.

    >>> prefix_of("Policía"), prefix_of("extor"), prefix_of("Operacione")
    ('policia', 'extor', 'operacion')
    """
    folded = fold(word)
    return folded[:-1] if len(folded) > 3 and folded.endswith("e") else folded


@lru_cache(maxsize=200_000)
def _read_chunk(chunk: str) -> tuple[_Part, ...]:
    if chunk.isalpha() and (chunk.islower() or chunk.istitle() or chunk.isupper()):
        return _read_word(chunk, 0)
    if measure := _MEASURE.fullmatch(chunk):
        figure, unit = measure.groups()
        return (*_read_chunk(figure), *_read_word(unit, len(figure)))
    lexemes = read_spelling(chunk)
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
    if word in ABBREVIATIONS:
        return ((offset, len(raw), (ABBREVIATIONS[word], word), (ABBREVIATIONS[word],)),)
    asked = _stems(word, raw)
    forms: tuple[str, ...] = asked + _stems(word.replace("ñ", "n"), raw) if "ñ" in word else asked
    return ((offset, len(raw), forms, asked),)


def _stems(word: str, raw: str) -> tuple[str, ...]:
    """The forms of a folded word; more than one where its spelling leaves open what it is."""
    common = stem(word)
    ending = raw[-3:].lower()
    has_stressed_s = ending.endswith(_STRESSED_S)
    if word in PLURALS_TOO:
        return (word,) if has_stressed_s else (common, word)
    if common != word and len(word) > 3 and has_stressed_s:
        return (common, word)  # a singular, or the plural of a word in a stressed vowel
    if word.endswith("eses"):
        # Of a word in -és, which without its accent has the form of a plural in -e.
        return tuple(dict.fromkeys((common, stem(common))))
    whole = word.removesuffix("s")
    if len(whole) > 4 and whole.endswith("ia") and not whole.endswith("ncia"):
        # Secretaría is no secretaria, and so no secretario; without its accent it may be either.
        if whole in ADJECTIVES_IN_IA:
            return (common,)
        return (whole,) if ending.endswith(("ía", "ías")) else (whole, common)
    return (common,)


def _join_code(text: str, tokens: list[Token], start: int, chunk: str) -> None:
    """Capitals and the figures after them are one code too: AK 47, ABC 1234, ABC 12 34. The
    capitals carry it, so that «AK 47», «AK-47» and «AK47» find each other."""
    last = tokens[-1]
    if text[last.end : start] != " " or not chunk.isdecimal() or len(chunk) > 4:
        return
    before = text[last.start : last.end]
    if 2 <= len(before) <= 5 and before.isalpha() and before.isupper():
        tokens[-1] = last._replace(lexemes=(*last.lexemes, fold(before) + chunk))
    elif before.isdecimal() and len(tokens) > 1:
        first = tokens[-2]
        code = fold(text[first.start : first.end]) + before
        if code in first.lexemes and text[first.end : last.start] == " ":
            tokens[-2] = first._replace(lexemes=(*first.lexemes, code + chunk))


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
        joined.append(
            Token(run[0].start, run[-1].end, tuple(dict.fromkeys((*asked, *parts, amount))), asked)
        )
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
