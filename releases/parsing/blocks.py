"""Lines gathered into blocks: a paragraph, a headline, a list item, each with its style.

Layout decides where it exists (distance, indent, style); blank lines where it does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from releases.extraction.document import Line

from .hyphenation import join_lines

PARAGRAPH_GAP = 1.22
FLUSH = 2.0
HEADLINE_GAP = 2.3
INDENT = 6.0
WRAPPED = 0.62
NEIGHBOURS = 3
COLUMN_SHIFT = 60.0
_STOP = re.compile(r"[.!?:…][\"'”»)]*$")
_ITEM = re.compile(r"^(?:\d{1,2}|[a-z])[.)]\s+[^\W\d_]")
_NUMBERED = re.compile(r"^(\d{1,2})[.)]\s+(?=[^\W\d_])")
_OPEN_START = re.compile(r"^[“\"«¿¡(]*[A-ZÁÉÍÓÚÑÜ0-9]")


@dataclass(slots=True)
class Block:
    """Lines read as one piece of text. `number` is its place in the document, from 0."""

    lines: list[Line]
    text: str = ""
    number: int = 0

    def __post_init__(self) -> None:
        if not self.text:
            self.text = join_lines([line.text for line in self.lines])

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def mark(self) -> str:
        return self.lines[0].mark

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        return all(line.italic for line in self.lines)

    @property
    def size(self) -> float:
        """The font size of its first line, 0 without layout."""
        return self.lines[0].size or 0.0

    @property
    def aside(self) -> bool:
        return self.lines[0].aside

    @property
    def is_table(self) -> bool:
        return self.lines[0].style == "tabla"

    @property
    def words(self) -> int:
        return len(self.text.split())


def ends_sentence(text: str) -> bool:
    """Whether a paragraph may end here: a final stop, colon or mark, quotes after it allowed."""
    return bool(_STOP.search(text))


def is_upper(text: str) -> bool:
    """Whether the letters are capitals, but for a few («A.C.», «“N”» count as capitals)."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 2 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)


def body_size(lines: Sequence[Line]) -> float:
    """The size in which most of the text is set; 0 without layout."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.size is not None and not line.aside:
            sizes[line.size] += len(line.text) if not line.bold else len(line.text) // 2
    return sizes.most_common(1)[0][0] if sizes else 0.0


def build_blocks(lines: Sequence[Line]) -> list[Block]:
    """Blocks in reading order, paragraphs rejoined across page and column breaks."""
    if not lines:
        return []
    if any(line.box is not None for line in lines):
        blocks = _from_layout(lines)
    elif any(line.style for line in lines):
        blocks = [Block([line]) for line in lines if line.text]
    else:
        blocks = _from_text(lines)
    for number, block in enumerate(blocks):
        block.number = number
    return blocks


def _from_layout(lines: Sequence[Line]) -> list[Block]:
    measures = _Measures(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not measures.breaks(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Block(group) for group in groups]


class _Measures:
    """The distances of a document: pitch per size, and each line's column edge."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._edges = _right_edges(lines)
        self.usual = body_size(lines)
        self.pitch = self._pitches(lines)
        self.indented = self._indents(lines)

    def _pitches(self, lines: Sequence[Line]) -> dict[float, float]:
        """Per font size the usual distance of two baselines inside a paragraph."""
        distances: dict[float, Counter[float]] = {}
        for before, line in pairwise(lines):
            gap = _distance(before, line)
            if gap is None or line.size is None or line.mark or before.bold != line.bold:
                continue
            count = 3 if before.box and line.box and before.box.right >= line.box.right - 2 else 1
            distances.setdefault(line.size, Counter())[round(gap * 2) / 2] += count
        pitches = {}
        for size, counter in distances.items():
            most = counter.most_common(1)[0][1]
            pitches[size] = min(gap for gap, count in counter.items() if 2 * count >= most)
        return pitches

    def _indents(self, lines: Sequence[Line]) -> bool:
        """Whether paragraphs open with an indent: several lines start right of their column."""
        body = [line for line in lines if line.size == self.usual and line.box and not line.mark]
        lefts = Counter(round(line.box.left) for line in body if line.box)
        if len(lefts) < 2:
            return False
        edge = lefts.most_common(1)[0][0]
        found = sum(count for left, count in lefts.items() if INDENT < left - edge < 45)
        return found >= 2

    def breaks(self, group: list[Line], line: Line) -> bool:
        before = group[-1]
        if line.mark or line.style == "tabla" or before.style == "tabla":
            return True
        if before.aside != line.aside:
            return True
        same_style = (
            before.bold == line.bold
            and abs((before.size or 0) - (line.size or 0)) < 0.6
            and (before.italic == line.italic or _is_inner_italic(group, line))
        )
        if not same_style:
            return not _continues_mixed(group, line, self)
        gap = _distance(before, line)
        if gap is None:
            return _breaks_at_jump(group, line)
        return self._breaks_here(group, line, gap)

    def _breaks_here(self, group: list[Line], line: Line, gap: float) -> bool:
        before, size = group[-1], line.size or 1.0
        if before.box is None or line.box is None:
            return True
        pitch = self.pitch.get(size, 1.35 * size)
        if _is_display(line, self.usual):
            return gap > HEADLINE_GAP * size or self._is_next_point(before, line, gap / pitch)
        if line.text[:1].islower() and not ends_sentence(before.text) and gap < 2 * pitch:
            return False
        if gap > max(PARAGRAPH_GAP * pitch, pitch + 2.0) or gap > 2.6 * size:
            return True
        opened = line.box.left - group[0].box.left if group[0].box else 0.0
        if len(group) > 1 and group[0].box and not group[0].mark:
            opened = line.box.left - before.box.left
        if not ends_sentence(before.text):
            return False
        indented = INDENT < opened < 45 and self.indented and not group[0].mark
        return indented or bool(_ITEM.match(line.text)) or self._is_cut_short(before, line)

    def _is_next_point(self, before: Line, line: Line, pitches: float) -> bool:
        """Whether a bold line in the text's size is a point of its own, set flush left and apart
        from the one before, which ended early."""
        if before.box is None or line.box is None or (line.size or 0) > self.usual:
            return False
        is_flush = abs(before.box.left - line.box.left) < FLUSH
        return is_flush and pitches > PARAGRAPH_GAP and self._is_cut_short(before, line)

    def _is_cut_short(self, before: Line, line: Line) -> bool:
        """Whether the next word would have fitted in the line before: a break made on purpose."""
        if before.box is None or not _OPEN_START.match(line.text) or not line.text:
            return False
        width = (before.box.right - before.box.left) / max(1, len(before.text))
        room = self._edges.get(id(before), before.box.right) - before.box.right
        return room > width * (len(line.text.split()[0]) + 2) + 0.5 * (before.size or 0)


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    """For each line the right edge of its column, from the lines around it."""
    edges: dict[int, float] = {}
    for index, line in enumerate(lines):
        if line.box is None:
            continue
        near = [
            other.box.right
            for other in lines[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]
            if other.box is not None
            and other.page == line.page
            and other.aside == line.aside
            and not other.bold
            and abs(other.box.left - line.box.left) < COLUMN_SHIFT
        ]
        edges[id(line)] = max(near, default=line.box.right)
    return edges


def _distance(before: Line, line: Line) -> float | None:
    """From baseline to baseline downwards, or None at a page or column jump."""
    if before.box is None or line.box is None or before.page != line.page:
        return None
    gap = before.box.bottom - line.box.bottom
    if gap <= 0 or line.box.left > before.box.right + 20 or line.box.right < before.box.left - 20:
        return None
    return gap


def _is_display(line: Line, usual: float) -> bool:
    return line.bold or (line.size or 0) > 1.15 * usual


def _is_inner_italic(group: list[Line], line: Line) -> bool:
    """A line of a paragraph that happens to be italic, as a title of a work or a quotation."""
    return not ends_sentence(group[-1].text) and not group[0].mark and line.text[:1].islower()


def _continues_mixed(group: list[Line], line: Line, measures: _Measures) -> bool:
    """A paragraph whose first or middle line is mostly bold goes on in the next line."""
    before = group[-1]
    gap = _distance(before, line)
    if gap is None or abs((before.size or 0) - (line.size or 0)) >= 0.6:
        return False
    pitch = measures.pitch.get(line.size or 0, 1.35 * (line.size or 1))
    return (
        gap <= PARAGRAPH_GAP * pitch
        and line.text[:1].islower()
        and (not ends_sentence(before.text))
    )


def _breaks_at_jump(group: list[Line], line: Line) -> bool:
    """At a page or column jump a paragraph goes on unless it was finished."""
    before = group[-1]
    if before.bold or line.bold or before.aside:
        return True
    text = before.text
    if ends_sentence(text):
        return True
    return bool(_OPEN_START.match(line.text)) and text.endswith((";", "”", '"', "»"))


def _from_text(lines: Sequence[Line]) -> list[Block]:
    """Blank lines part blocks; inside them hard-wrapped lines are joined."""
    longest = max((len(line.text) for line in lines), default=0)
    groups: list[list[Line]] = []
    fresh = True
    for line in lines:
        if not line.text:
            fresh = True
            continue
        before = groups[-1][-1] if groups else None
        if before is None or fresh or line.mark or not _is_wrapped(before, line, longest):
            groups.append([line])
        else:
            groups[-1].append(line)
        fresh = False
    return [Block(group) for group in groups]


def _is_wrapped(before: Line, line: Line, longest: int) -> bool:
    if before.bold or line.bold:
        return before.bold and line.bold
    if before.italic != line.italic:
        return False
    if line.text[:1].islower():
        return True
    return longest <= 140 and len(before.text) >= WRAPPED * longest


def rejoin(blocks: list[Block], cuts: frozenset[int] = frozenset()) -> list[Block]:
    """Join paragraphs that furniture had parted: the first lacks its final stop.

    `cuts` are the identities of the lines that follow furniture.
    """
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before is not None and _is_torn(before, block, cut=id(block.first) in cuts):
            text = join_lines([before.text, block.text])
            joined[-1] = Block([*before.lines, *block.lines], text, number=before.number)
        else:
            joined.append(block)
    return joined


def _is_torn(before: Block, block: Block, *, cut: bool) -> bool:
    if block.mark or before.is_table or block.is_table or before.aside or block.aside:
        return False
    if before.bold != block.bold or before.italic != block.italic or before.mark:
        return False
    if ends_sentence(before.text) or is_upper(before.text) != is_upper(block.text):
        return False
    if before.last.box is None:
        return cut or block.text[:1].islower()
    apart = before.last.page != block.first.page or _distance(before.last, block.first) is None
    return apart and abs(before.size - block.size) < 0.7


def strip_numbering(blocks: Sequence[Block]) -> None:
    """Take the numbers off the items of a numbered list; a lone «1.» stays."""
    numbers = [
        int(match[1]) if (match := _NUMBERED.match(block.text)) else None for block in blocks
    ]
    listed = {
        index
        for index, (first, second) in enumerate(pairwise(numbers))
        if first is not None and second == first + 1
    }
    for index in listed | {index + 1 for index in listed}:
        blocks[index].text = _NUMBERED.sub("", blocks[index].text)
