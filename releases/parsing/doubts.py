"""What speaks against a body or summary as read: layouts that leave room for another reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .blocks import Block, ends_sentence

TORN = "Un párrafo parece cortado: «{quote}». Compárelo con el documento."
LOOSE = "Hay un renglón suelto en el cuerpo: «{quote}». Confirme que pertenece al texto."
PAGE = "Un párrafo termina justo al final de una página o columna. Compruebe si continúa."
NO_GAP = "Los párrafos no se distinguen por espacio ni sangría. Compruebe los puntos y aparte."
BESIDE = "El documento tiene columnas, recuadros o tablas. Compare el orden del texto."
BOLD_LEAD = "El primer párrafo va en negritas. Confirme que es texto y no sumario."
LONG = "Un párrafo es muy largo. Compruebe los puntos y aparte."
UNMARKED = "Los sumarios no llevan viñeta. Confírmelos."
MANY_POINTS = "Hay muchos sumarios. Confirme cuáles lo son."

SHORT_WORDS, LONG_WORDS, MOST_POINTS = 5, 230, 6
CLEAR_GAP, INDENT = 1.2, 6.0
FULL_LINE = 0.9
DISPLAY, DISPLAY_WORDS = 1.15, 20
_END = re.compile(r"[.!?:;…][\"'”»)]*$|[\"”»]$")


def doubt_body(body: Sequence[Block], beside: Sequence[Block]) -> str:
    """The first reason to look at the body again, in Spanish; empty where there is none.

    `beside` are blocks of side boxes, columns and tables of the same document.
    """
    for index, block in enumerate(body):
        quote = " ".join(block.text.split()[:8])
        if block.text[:1].islower() and not block.mark:
            return TORN.format(quote=quote)
        listed = bool(block.mark) or (index > 0 and bool(body[index - 1].mark))
        if not _END.search(block.text) and not listed and not _is_list_line(block, body):
            return (LOOSE if block.words <= SHORT_WORDS else TORN).format(quote=quote)
        if block.words > LONG_WORDS:
            return LONG
    if body and body[0].bold:
        return BOLD_LEAD
    usual = sorted(block.size for block in body)[len(body) // 2] if body else 0.0
    for block in body:
        if block.size > DISPLAY * usual and block.words <= DISPLAY_WORDS:
            return LOOSE.format(quote=" ".join(block.text.split()[:8]))
    if any(_ends_at_jump(before, block) for before, block in pairwise(body)):
        return PAGE
    if any(_is_unclear(before, block) for before, block in pairwise(body)):
        return NO_GAP
    drawn = any(block.first.box is not None for block in beside)
    return BESIDE if drawn or _has_columns(body) else ""


def doubt_summary(points: Sequence[Block]) -> str:
    """The reason to look at the summary points again; empty where each has its bullet."""
    if len(points) > MOST_POINTS:
        return MANY_POINTS
    return "" if all(block.mark for block in points) else UNMARKED


def _is_list_line(block: Block, body: Sequence[Block]) -> bool:
    """An item of a list without marks: short, after a line that ends in a colon."""
    place = next(index for index, other in enumerate(body) if other is block)
    for other in reversed(body[:place]):
        if other.text.endswith(":"):
            return True
        if other.words > 25:
            return False
    return False


def _ends_at_jump(before: Block, block: Block) -> bool:
    """A paragraph whose last line is full, at the foot of a page or column."""
    last, first = before.last, block.first
    if last.box is None or first.box is None:
        return False
    jumped = last.page != first.page or first.box.bottom > last.box.bottom
    if not jumped or block.mark or not ends_sentence(last.text):
        return False
    width = max(line.box.right - line.box.left for line in before.lines if line.box)
    return len(before.lines) > 1 and last.box.right - last.box.left > FULL_LINE * width


def _is_unclear(before: Block, block: Block) -> bool:
    """Two paragraphs parted neither by a clear gap nor by an indent nor by style."""
    last, first = before.last, block.first
    if last.box is None or first.box is None or last.page != first.page or block.mark:
        return False
    gap = last.box.bottom - first.box.bottom
    pitches = [
        a.box.bottom - b.box.bottom
        for a, b in pairwise([*before.lines, *block.lines])
        if a.box and b.box and a.page == b.page and a.box.bottom - b.box.bottom > 0
    ]
    if gap <= 0 or len(pitches) < 2 or abs(before.size - block.size) > 0.6:
        return False
    pitch = sorted(pitches)[(len(pitches) - 1) // 2]
    indented = (
        len(block.lines) > 1
        and block.lines[1].box is not None
        and (first.box.left - block.lines[1].box.left > INDENT)
    )
    return gap < CLEAR_GAP * pitch and not indented


def _has_columns(body: Sequence[Block]) -> bool:
    """Whether the text jumps upwards on a page, as it does from column to column."""
    lines = [line for block in body for line in block.lines if line.box]
    return any(
        a.page == b.page and a.box and b.box and b.box.bottom > a.box.bottom + 20
        for a, b in pairwise(lines)
    )
