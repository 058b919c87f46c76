"""Names found in a text: whole words, accents and case folded, the longest name wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from releases.parsing.folding import fold

_TOKEN = re.compile(r"[^\W_]+|[,;:()]|\.(?=\s)")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a dividing mark, folded, with its offsets in the text."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A name found: what the catalogue holds under it, and its place in the text."""

    values: tuple[T, ...]
    start: int
    end: int
    first: int
    after: int


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, _Node[T]] = field(default_factory=dict)
    values: list[T] = field(default_factory=list)


def split_tokens(text: str) -> list[Token]:
    """The words and dividing marks of a text, in order."""
    folded = fold(text)
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(folded)]


class NameTree(Generic[T]):
    """Names by their words. Compile once, search often."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for text, value in names:
            words = [token.folded for token in split_tokens(text)]
            while words and words[-1] == ".":
                words.pop()
            if words:
                self._add(words, value)

    def _add(self, words: list[str], value: T) -> None:
        node = self._root
        for word in words:
            node = node.children.setdefault(word, _Node())
        node.values.append(value)

    def search(self, text: str, tokens: list[Token] | None = None) -> Iterator[Match[T]]:
        """All names from left to right, the longest at each place, without overlap."""
        tokens = split_tokens(text) if tokens is None else tokens
        position, count = 0, len(tokens)
        while position < count:
            hits = self._hits(tokens, position)
            if hits:
                yield hits[-1]
                position = hits[-1].after
            else:
                position += 1

    def search_all(self, tokens: list[Token]) -> list[Match[T]]:
        """All names, overlapping ones too; the longest first, then from left to right."""
        found = [hit for position in range(len(tokens)) for hit in self._hits(tokens, position)]
        found.sort(key=lambda hit: (hit.start - hit.end, hit.start))
        return found

    def _hits(self, tokens: list[Token], position: int) -> list[Match[T]]:
        """The names that start at a token, the shortest first."""
        hits: list[Match[T]] = []
        node = self._root.children.get(tokens[position].folded)
        place = position
        while node is not None:
            place += 1
            if node.values:
                hits.append(
                    Match(
                        tuple(node.values),
                        tokens[position].start,
                        tokens[place - 1].end,
                        position,
                        place,
                    )
                )
            node = node.children.get(tokens[place].folded) if place < len(tokens) else None
        return hits
