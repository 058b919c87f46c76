"""What a person typed into the box, as a value that says what will be looked for.

Words must all be there. `"…"` is an exact run of content words; around a single one it keeps
other names of it away. `-` leaves out, `or`, `o` and `u` between two of them asks for either, `*`
at the end of a word means «begins with». A sign that makes no sense where it stands means nothing,
so that no text is an error; only emptiness of meaning and excess are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from releases.language.folding import clean_typed, fold
from releases.language.folios import FolioReference, read_folio
from releases.language.spellings import folio_lexeme
from releases.language.words import Token, prefix_of, tokenize
from releases.search.errors import NothingToSearch, OnlyExclusions, QueryTooLong, TooManyWords

LONGEST_QUERY = 200
MOST_WORDS = 32
SHORTEST_PREFIX = 3

_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_ITEM = re.compile(
    r'(?P<minus>(?<![^\s"])[-−–](?=[\w"@]))?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))'
)
_EITHER = {"or", "o", "u"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word: any of `lexemes` answers it. With `prefix`, so does any lexeme that begins so.

    `quoted`: it stood in quotation marks, and means itself in whatever number and gender: no
    other names are looked for, and it is never taken as a beginning.
    """

    shown: str
    lexemes: tuple[str, ...]
    prefix: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of content words; each position lists the lexemes that answer it."""

    shown: str
    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Words that make one name without being an exact phrase: all must be there."""

    shown: str
    words: tuple[Word, ...]


Operand = Word | Phrase | Together


@dataclass(frozen=True, slots=True)
class Clause:
    """Something that must be there, in one of its forms.

    The first `typed` options were typed; the others are names of the same thing.
    """

    options: tuple[Operand, ...]
    typed: int = 1

    @property
    def added(self) -> tuple[Operand, ...]:
        """The options that nobody typed."""
        return self.options[self.typed :]


@dataclass(frozen=True, slots=True)
class SearchText:
    """A query: all `clauses`, none of `excluded`. `folio` is set where the whole text names one."""

    typed: str
    clauses: tuple[Clause, ...]
    excluded: tuple[Operand, ...] = ()
    folio: FolioReference | None = None

    @property
    def operands(self) -> tuple[Operand, ...]:
        """All that is looked for, in the order typed."""
        return tuple(option for clause in self.clauses for option in clause.options)

    def completing_last_word(self) -> SearchText | None:
        """The query with its last word taken as a beginning, or None where it can't be one."""
        if not self.clauses:
            return None
        *before, last = self.clauses
        word = last.options[last.typed - 1]
        if not isinstance(word, Word) or word.prefix or word.quoted or not _can_begin(word.shown):
            return None
        begun = replace(word, prefix=prefix_of(word.shown))
        options = (*last.options[: last.typed - 1], begun)
        return replace(self, clauses=(*before, replace(last, options=options)))

    def explain(self) -> str:
        """What is looked for, in a Spanish sentence without its final stop."""
        parts = [" o ".join(map(_name, clause.options[: clause.typed])) for clause in self.clauses]
        sentence = "Buscamos " + _enumerate(parts)
        if self.excluded:
            sentence += ", sin " + " ni ".join(map(_name, self.excluded))
        return sentence


def read_query(typed: str) -> SearchText | None:
    """Reads what was typed; None where that is nothing but blanks.

    Raises QueryTooLong, TooManyWords, NothingToSearch (stop words and signs only) and
    OnlyExclusions.
    """
    if len(typed) > LONGEST_QUERY:
        raise QueryTooLong(LONGEST_QUERY)
    text = " ".join(clean_typed(typed).translate(_QUOTES).split())
    if not text:
        return None
    folio = read_folio(text)
    if folio:
        return SearchText(text, (_folio_clause(text, folio),), folio=folio)
    clauses, excluded = _read_operands(text)
    count = sum(1 if isinstance(o, Word) else len(o.words) for o in _all(clauses, excluded))
    if count > MOST_WORDS:
        raise TooManyWords(MOST_WORDS)
    if not clauses:
        raise OnlyExclusions if excluded else NothingToSearch
    return SearchText(text, clauses, excluded)


def _folio_clause(text: str, folio: FolioReference) -> Clause:
    """The folio itself, which its own bulletin carries in the weightiest place."""
    lexeme = folio_lexeme(folio.number, folio.year) if folio.year else str(folio.number)
    return Clause((Word(text, (lexeme,)),))


def _read_operands(text: str) -> tuple[tuple[Clause, ...], tuple[Operand, ...]]:
    groups: list[tuple[Operand, ...]] = []
    excluded: list[Operand] = []
    either = False
    for item in _items(text):
        if item is None:
            either = bool(groups)
            continue
        operands, leaves_out = item
        if leaves_out:
            excluded.extend(operands)
        elif operands:
            first, *others = operands
            if either:
                groups[-1] = (*groups[-1], first)
            else:
                groups.append((first,))
            groups.extend((other,) for other in others)
        either = False
    clauses = (Clause(tuple(dict.fromkeys(g)), len(dict.fromkeys(g))) for g in groups)
    return tuple(dict.fromkeys(clauses)), tuple(dict.fromkeys(excluded))


def _items(text: str) -> Iterator[tuple[list[Operand], bool] | None]:
    """The operands in order, with whether they are left out; None stands for «or».

    Words that follow each other are read together, since some things are written with a blank
    in them: C 5, 20 mil, EE. UU.
    """
    run: list[str] = []
    for match in _ITEM.finditer(text):
        word, leaves_out = match["word"], match["minus"] is not None
        if word is not None and not leaves_out and fold(word) not in _EITHER:
            run.append(word)
            continue
        if run:
            yield _read_words(" ".join(run)), False
            run = []
        if match["phrase"] is not None:
            yield _read_phrase(match["phrase"]), leaves_out
        elif leaves_out:
            yield _read_words(word), True
        else:
            yield None
    if run:
        yield _read_words(" ".join(run)), False


def _read_words(text: str) -> list[Operand]:
    return [_as_word(text, token) for token in tokenize(text)]


def _as_word(text: str, token: Token) -> Word:
    shown = text[token.start : token.end]
    begins = text[token.end : token.end + 1] == "*" and _can_begin(shown)
    return Word(shown, token.asked, prefix_of(shown) if begins else "")


def _read_phrase(text: str) -> list[Operand]:
    tokens = tokenize(text)
    if len(tokens) < 2:
        return [Word(text[t.start : t.end], t.asked, quoted=True) for t in tokens]
    return [Phrase(" ".join(text.split()), tuple(token.asked for token in tokens))]


def _can_begin(word: str) -> bool:
    return len(word) >= SHORTEST_PREFIX and word.isalpha()


def _all(clauses: Iterable[Clause], excluded: Iterable[Operand]) -> Iterator[Operand]:
    for clause in clauses:
        yield from clause.options
    yield from excluded


def _name(operand: Operand) -> str:
    if isinstance(operand, Phrase):
        return f"la frase «{operand.shown}»"
    if isinstance(operand, Word) and operand.prefix:
        return f"«{operand.shown}…»"
    return f"«{operand.shown}»"


def _enumerate(parts: list[str]) -> str:
    return " y ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
