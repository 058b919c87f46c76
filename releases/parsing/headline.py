"""The head of a bulletin: its headline and summary points, and where the body starts.

Weight, size and place decide; capitals are a hint. Folio and dateline lines were taken out before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .blocks import Block, ends_sentence, is_upper
from .folding import fold
from .furniture import is_genre, is_office

BODY_WORDS = 24
_CAPTION = re.compile(
    r"\b(?:foto|fotografia|imagen|credito|creditos|fotos)\s*[:.(]|^(?:foto|imagen|pie de foto)\b"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a bulletin; `body_start` is the index of the first block of the body.

    `above` are the blocks over the headline, a letterhead as a rule. `doubt` says in Spanish why
    the headline is uncertain, empty where layout proves it.
    """

    headline: tuple[Block, ...]
    summary: tuple[Block, ...]
    extra: tuple[Block, ...]
    body_start: int
    doubt: str
    above: tuple[Block, ...] = ()


def read_head(blocks: Sequence[Block], *, usual_size: float, run_in: int | None) -> Head:
    """Find headline and summary; `run_in` is the block whose dateline runs into the text."""
    start = _body_start(blocks, usual_size, run_in)
    candidates = [block for block in blocks[:start] if not block.is_table and not block.aside]
    extra = [block for block in candidates if is_caption(block, usual_size)]
    candidates = [block for block in candidates if block not in extra]
    extra += [block for block in blocks[:start] if block.is_table or block.aside]
    headline = _choose(candidates, usual_size)
    if not headline:
        return Head((), (), tuple(extra), start, "No se encontró la cabeza. Escríbala.")
    last = candidates.index(headline[-1])
    summary = tuple(
        block for block in candidates[last + 1 :] if not is_genre(block.text) and block.words > 1
    )
    above = tuple(candidates[: candidates.index(headline[0])])
    doubt = _doubt(headline, candidates, usual_size)
    return Head(tuple(headline), summary, tuple(extra), start, doubt, above)


def is_caption(block: Block, usual_size: float) -> bool:
    """The line under a photograph: smaller than the text, or named as such."""
    if _CAPTION.search(fold(block.text)) and block.words < 40 and not block.bold:
        return True
    return bool(usual_size) and 0 < block.size <= 0.84 * usual_size and not block.mark


def _is_head_style(block: Block, usual_size: float) -> bool:
    larger = bool(usual_size) and block.size > 1.08 * usual_size
    return block.bold or larger or is_upper(block.text)


def _body_start(blocks: Sequence[Block], usual_size: float, run_in: int | None) -> int:
    if run_in is not None:
        return run_in
    seen_head = False
    for index, block in enumerate(blocks):
        if block.is_table or block.aside or is_caption(block, usual_size):
            continue
        if seen_head and _is_lead(block, blocks[index + 1 :], usual_size):
            return index
        if _is_head_style(block, usual_size):
            seen_head = True
            continue
        if block.mark:
            continue
        if _is_paragraph(block, blocks, index, seen_head=seen_head):
            return index
    return len(blocks)


def _is_lead(block: Block, rest: Sequence[Block], usual_size: float) -> bool:
    """A first paragraph in bold: whole sentences in the text's size, plain text after it."""
    return (
        block.bold
        and not block.mark
        and not is_upper(block.text)
        and 0 < block.size <= usual_size
        and block.words >= BODY_WORDS
        and ends_sentence(block.text)
        and bool(rest)
        and not rest[0].mark
        and not _is_head_style(rest[0], usual_size)
    )


def _is_paragraph(block: Block, blocks: Sequence[Block], index: int, *, seen_head: bool) -> bool:
    """Running text: plain, and long or closed by a full stop, with nothing of the head after it."""
    if is_genre(block.text):
        return False
    if block.italic:
        follows_italic = index > 0 and blocks[index - 1].italic
        return block.words >= 2 * BODY_WORDS and not follows_italic
    rest = blocks[index + 1 : index + 4]
    if rest and rest[0].mark and block.words <= BODY_WORDS and not block.text.endswith(":"):
        return False
    if any(other.mark and other.italic for other in rest) and not seen_head:
        return False
    if block.words >= BODY_WORDS and (seen_head or ends_sentence(block.text)):
        return True
    later_head = any(_is_strong_head(other) for other in blocks[index + 1 :])
    if seen_head:
        return block.words >= 5 and ends_sentence(block.text)
    return ends_sentence(block.text) and block.words >= 8 and not later_head


def _is_strong_head(block: Block) -> bool:
    return (block.bold or is_upper(block.text)) and block.words >= 4 and not block.mark


def _choose(candidates: Sequence[Block], usual_size: float) -> list[Block]:
    """The strongest block that is no letterhead, with those of its style next to it."""
    usable = [
        block
        for block in candidates
        if not block.mark and not is_genre(block.text) and not _is_letterhead(block, candidates)
    ]
    if not usable:
        usable = [b for b in candidates if not b.mark and not is_genre(b.text)]
    if not usable:
        return []
    best = max(usable, key=lambda block: _weight(block, usual_size, candidates))
    place = candidates.index(best)
    chosen = [best]
    for block in candidates[place + 1 :]:
        if _is_same_headline(chosen[-1], block):
            chosen.append(block)
        else:
            break
    for block in reversed(candidates[:place]):
        if block in usable and _is_same_headline(block, chosen[0]):
            chosen.insert(0, block)
        else:
            break
    return chosen


def _weight(block: Block, usual_size: float, candidates: Sequence[Block]) -> float:
    weight = 0.0
    if usual_size and block.size:
        weight += 4.0 * min(block.size / usual_size - 1, 1.0)
    weight += 1.5 if block.bold else 0.0
    weight += 1.0 if is_upper(block.text) else 0.0
    weight += min(block.words, 12) / 8
    weight -= 1.0 if block.italic else 0.0
    weight -= 1.0 if block.words <= 3 else 0.0
    weight -= 0.8 if block.text.endswith(".") and not is_upper(block.text) else 0.0
    place = candidates.index(block)
    return weight - 0.05 * place


def _is_letterhead(block: Block, candidates: Sequence[Block]) -> bool:
    """An office's name standing alone above the headline."""
    if not is_office(block.text) or block.words > 12:
        return False
    others = [other for other in candidates if other is not block and not other.mark]
    place = candidates.index(block)
    follows = [other for other in others if candidates.index(other) > place and other.words >= 4]
    stronger = [other for other in follows if (other.bold, other.size) >= (block.bold, block.size)]
    return bool(stronger) or (bool(follows) and block.words <= 6)


def _is_same_headline(before: Block, block: Block) -> bool:
    """Lines of one headline: same weight and size, next to each other, the first not finished."""
    if block.mark or block.bold != before.bold or block.italic != before.italic:
        return False
    if abs(block.size - before.size) > 0.6 or before.text.endswith("."):
        return False
    if before.size and before.last.box and block.first.box:
        gap = before.last.box.bottom - block.first.box.bottom
        return 0 < gap < 2.3 * before.size
    return (
        is_upper(before.text) == is_upper(block.text)
        and before.bold
        and (block.number == before.number + 1)
    )


def _doubt(headline: Sequence[Block], candidates: Sequence[Block], usual_size: float) -> str:
    text = " ".join(block.text for block in headline)
    if len(text.split()) < 4:
        return "La cabeza es muy corta. Confírmela."
    if len(text) > 330:
        return "La cabeza es muy larga. Confírmela."
    if not any(_is_head_style(block, usual_size) for block in headline):
        return "La cabeza no se distingue del texto por su forma. Confírmela."
    rivals = [
        block
        for block in candidates
        if block not in headline
        and not block.mark
        and not block.italic
        and block.words >= 5
        and not is_genre(block.text)
        and not is_office(block.text)
        and (block.bold and headline[0].bold)
        and block.size >= headline[0].size
    ]
    return "Hay más de un renglón que podría ser la cabeza. Confírmela." if rivals else ""
