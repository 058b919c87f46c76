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
        root = self._root.children
        while position < count:
            node = root.get(tokens[position].folded)
            found: tuple[int, _Node[T]] | None = None
            place = position
            while node is not None:
                place += 1
                if node.values:
                    found = (place, node)
                node = node.children.get(tokens[place].folded) if place < count else None
            if found is None:
                position += 1
                continue
            after, hit = found
            yield Match(
                tuple(hit.values),
                tokens[position].start,
                tokens[after - 1].end,
                position,
                after,
            )
            position = after
