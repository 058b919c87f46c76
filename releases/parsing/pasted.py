"""Text that a person typed or pasted into a plain field, as clean paragraphs, points or a line.

Word, web pages and mail leave other things on the clipboard than a bulletin's paragraphs: single
line ends between paragraphs, manual line breaks inside one, bullets, tabs, hard blanks, lines
wrapped at a width. What is meant is told from the form alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.extraction.typography import clean_line, split_mark

from .hyphenation import join_lines

# Word's manual line break, the form feed of a page break, and Unicode's own separator.
_SOFT_BREAK = re.compile("[\x0b\u2028]")
_HARD_BREAK = re.compile("\r\n|[\r\x0c\x85\u2029]")
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_SENTENCE_END = re.compile(r"[.:;?!…][\"”»’')\]]*$")
_LETTERED_BULLET = re.compile(r"^o\t\s*(?=\S)")
_WIDEST_WRAPPED_LINE = 110


def clean_headline(text: str) -> str:
    """One line, whatever line breaks the text has; no full stop of a sentence is taken off.

    >>> clean_headline("Detienen a dos personas\\r\\nen Toluca ")
    'Detienen a dos personas en Toluca'
    """
    return join_lines(list(_lines(_unified(text).replace("\n", " \n"))))


def split_points(text: str) -> tuple[str, ...]:
    """Summary points, one a line; a line that goes on in lower case belongs to the one before."""
    points: list[str] = []
    for line in _lines(_unified(text)):
        marked, bare = _without_bullet(line)
        if points and not marked and bare[:1].islower():
            points[-1] = join_lines([points[-1], bare])
        elif bare:
            points.append(bare)
    return tuple(points)


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Paragraphs parted by blank lines, or by line ends where these end a sentence.

    >>> split_paragraphs("Uno.\\nDos.\\n\\nTres\\nsigue.")
    ('Uno.', 'Dos.', 'Tres sigue.')
    """
    blocks = _BLANK_LINES.split(_unified(text))
    return tuple(paragraph for block in blocks for paragraph in _paragraphs_of(block))


def _unified(text: str) -> str:
    """Line ends of one kind; a manual line break is a blank."""
    return _SOFT_BREAK.sub(" ", _HARD_BREAK.sub("\n", text))


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        shown = _LETTERED_BULLET.sub("•", line)
        cleaned = clean_line(shown)
        if cleaned:
            yield cleaned


def _without_bullet(line: str) -> tuple[bool, str]:
    mark, bare = split_mark(line)
    return bool(mark), bare


def _paragraphs_of(block: str) -> Iterator[str]:
    lines = list(_lines(block))
    width = _wrapping_width(lines)
    gathered: list[str] = []
    for line in lines:
        marked, bare = _without_bullet(line)
        if gathered and (marked or _ends_paragraph(gathered[-1], bare, width)):
            yield join_lines(gathered)
            gathered = []
        if bare:
            gathered.append(bare)
    if gathered:
        yield join_lines(gathered)


def _wrapping_width(lines: list[str]) -> int:
    """The width at which a mail program or a PDF wrapped a block; 0 where it was not wrapped.

    Wrapped lines are short, and some of them end amid a sentence.
    """
    longest = max(map(len, lines), default=0)
    amid = any(not _SENTENCE_END.search(line) for line in lines[:-1])
    return longest if amid and len(lines) > 2 and longest <= _WIDEST_WRAPPED_LINE else 0


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    """Whether a line end parts two paragraphs; inside wrapped text only a short line does."""
    if not _SENTENCE_END.search(line) or following[:1].islower():
        return False
    return len(line) + 1 + len(following.split(" ", 1)[0]) <= width or not width
