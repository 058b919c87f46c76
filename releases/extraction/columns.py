"""Reading order on a page: text columns one after the other, side boxes apart, tables by row.

A gutter is a vertical strip that no line of a stretch of rows crosses, with lines side by side on
both sides of it. Pages without one are read from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from .document import Box

MIN_SIDE_BY_SIDE = 3
MIN_GUTTER = 6.0
CELL_LETTERS = 22
CELL_GAP = 1.6
ASIDE_WIDTH = 0.6


class Placed(Protocol):
    """Anything with a place on the page and a text."""

    @property
    def left(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def baseline(self) -> float: ...
    @property
    def size(self) -> float: ...
    @property
    def text(self) -> str: ...


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Region(Generic[P]):
    """Fragments to be read together; `aside` for a box beside the text, `is_table` for cells."""

    fragments: list[P]
    is_table: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _Zone(Generic[P]):
    """The rows `start` to `end` (exclusive) and the strip that divides them."""

    start: int
    end: int
    gutter: float
    pairs: int


def read_in_order(fragments: list[P], frames: Sequence[Box]) -> Iterator[Region[P]]:
    """The regions of a page in reading order; `fragments` come from top to bottom."""
    framed, rest = _take_framed(fragments, frames)
    yield from _read(rest)
    for box in framed:
        for region in _read(box):
            yield Region(region.fragments, is_table=region.is_table, aside=True)


def _take_framed(fragments: list[P], frames: Sequence[Box]) -> tuple[list[list[P]], list[P]]:
    """Take out what stands in a drawn frame beside other text."""
    boxes: list[list[P]] = []
    rest = fragments
    for frame in sorted(frames, key=lambda box: -box.top):
        inside = [part for part in rest if _is_inside(part, frame)]
        ids = {id(part) for part in inside}
        outside = [part for part in rest if id(part) not in ids]
        beside = sum(1 for part in outside if _is_beside(part, frame))
        if inside and beside >= MIN_SIDE_BY_SIDE:
            boxes.append(inside)
            rest = outside
    return boxes, rest


def _is_inside(part: Placed, frame: Box) -> bool:
    return (
        frame.left - 2 <= part.left
        and part.right <= frame.right + 2
        and frame.bottom - 2 <= part.baseline
        and part.baseline + 0.6 * part.size <= frame.top + 2
    )


def _is_beside(part: Placed, frame: Box) -> bool:
    level = frame.bottom <= part.baseline <= frame.top
    return level and (part.right <= frame.left + 2 or part.left >= frame.right - 2)


def _read(fragments: list[P]) -> Iterator[Region[P]]:
    zone = _best_zone(fragments)
    if zone is None:
        if fragments:
            yield Region(fragments)
        return
    inside = fragments[zone.start : zone.end]
    yield from _read(fragments[: zone.start])
    left, right = _divide(inside, zone.gutter)
    if _is_table(left, right):
        yield Region(inside, is_table=True)
    else:
        aside_left, aside_right = _sides(left, right)
        for column, aside in ((left, aside_left), (right, aside_right)):
            for region in _read(column):
                yield Region(region.fragments, is_table=region.is_table, aside=aside)
    yield from _read(fragments[zone.end :])


def _best_zone(fragments: list[P]) -> _Zone[P] | None:
    best: _Zone[P] | None = None
    tried: set[tuple[int, int]] = set()
    for index, gutter in _candidates(fragments):
        zone = _grow(fragments, index, gutter)
        if (zone.start, round(gutter)) in tried:
            continue
        tried.add((zone.start, round(gutter)))
        if zone.pairs < MIN_SIDE_BY_SIDE or (best is not None and zone.pairs <= best.pairs):
            continue
        left, right = _divide(fragments[zone.start : zone.end], zone.gutter)
        if not _is_table(left, right) or _has_wide_gaps(left, right):
            best = zone
    return best


def _divide(fragments: list[P], gutter: float) -> tuple[list[P], list[P]]:
    left = [part for part in fragments if part.right <= gutter + 1]
    return left, [part for part in fragments if part.right > gutter + 1]


def _has_wide_gaps(left: list[P], right: list[P]) -> bool:
    """Cells stand well apart; the rivers of justified text in narrow columns do not."""
    gaps: list[float] = []
    for part in right:
        beside = [p.right for p in left if abs(p.baseline - part.baseline) < 0.5 * part.size]
        if beside:
            gaps.append((part.left - max(beside)) / part.size)
    return bool(gaps) and sorted(gaps)[len(gaps) // 2] >= CELL_GAP


def _candidates(fragments: list[P]) -> Iterator[tuple[int, float]]:
    """Where two fragments stand side by side: the index of the upper one and the gap's middle."""
    seen: set[tuple[int, int]] = set()
    for index, part in enumerate(fragments):
        for other in fragments[index + 1 : index + 5]:
            if part.baseline - other.baseline > 0.9 * max(part.size, other.size):
                break
            first, second = (part, other) if part.left < other.left else (other, part)
            if second.left - first.right >= MIN_GUTTER:
                gutter = (first.right + second.left) / 2
                key = (round(gutter / 4), index // 12)
                if key not in seen:
                    seen.add(key)
                    yield index, gutter


def _grow(fragments: list[P], index: int, gutter: float) -> _Zone[P]:
    """The longest stretch of fragments around `index` that the gutter does not cut."""
    start = end = index
    while start > 0 and not _crosses(fragments[start - 1], gutter):
        start -= 1
    while end < len(fragments) and not _crosses(fragments[end], gutter):
        end += 1
    sided = [
        place for place in range(start, end) if _has_neighbour(fragments, place, gutter, start, end)
    ]
    shown = [fragments[place] for place in sided]
    if not sided:
        return _Zone(start, end, gutter, 0)
    pairs = min(
        len({round(part.baseline) for part in _divide(shown, gutter)[side]}) for side in (0, 1)
    )
    first = _first_row(fragments, sided[0], start, gutter)
    return _Zone(first, _last_row(fragments, sided[-1], end), gutter, pairs)


def _first_row(fragments: list[P], first: int, start: int, gutter: float) -> int:
    """Where a zone begins: lines of the right column that stand a little higher belong to it."""
    place = first
    for index in range(first - 1, start - 1, -1):
        part = fragments[index]
        below = next((p for p in fragments[index + 1 :] if p.left >= gutter - 1), None)
        if part.left < gutter - 1 or below is None:
            continue
        if part.baseline - below.baseline > 1.9 * part.size or part.size > 1.1 * below.size:
            break
        place = index
    return place


def _last_row(fragments: list[P], last: int, end: int) -> int:
    """Where a zone ends: the longer column goes on while its lines keep their distance."""
    place = last + 1
    while place < end:
        before, part = fragments[place - 1], fragments[place]
        if before.baseline - part.baseline > 2.6 * part.size:
            break
        place += 1
    return place


def _crosses(part: Placed, gutter: float) -> bool:
    return part.left < gutter - 1 and part.right > gutter + 1


def _has_neighbour(fragments: list[P], place: int, gutter: float, start: int, end: int) -> bool:
    part = fragments[place]
    on_left = part.right <= gutter + 1
    for other in fragments[max(start, place - 4) : min(end, place + 5)]:
        other_left = other.right <= gutter + 1
        level = abs(part.baseline - other.baseline) < 0.9 * max(part.size, other.size)
        if other is not part and other_left != on_left and level:
            return True
    return False


def _is_table(left: list[P], right: list[P]) -> bool:
    """Short cells on shared baselines; lines of text columns are longer or do not align.

    A justified line in a narrow column falls apart into words; these count as the line they are.
    """
    if not left or not right:
        return False
    baselines = [part.baseline for part in left]
    aligned = sum(
        1 for part in right if any(abs(part.baseline - level) < 1.0 for level in baselines)
    )
    if aligned < 0.8 * len(right):
        return False
    shortest = min(_mean_letters(left), _mean_letters(right))
    return shortest < CELL_LETTERS


def _mean_letters(parts: list[P]) -> float:
    return sum(len(part.text) for part in parts) / len(_lines_of(parts))


def _lines_of(parts: list[P]) -> list[list[P]]:
    """The parts as lines, or as cells where a line has gaps as wide as between cells."""
    ordered = sorted(parts, key=lambda part: (-round(part.baseline), part.left))
    lines = [ordered[:1]]
    for before, part in pairwise(ordered):
        is_level = abs(before.baseline - part.baseline) < 1.0
        if is_level and part.left - before.right < CELL_GAP * part.size:
            lines[-1].append(part)
        else:
            lines.append([part])
    return lines


def _usual_width(parts: list[P]) -> float:
    """The width of a full line; several columns are as wide as one of them."""
    widths = sorted(line[-1].right - line[0].left for line in _lines_of(parts))
    return widths[len(widths) * 3 // 4]


def _sides(left: list[P], right: list[P]) -> tuple[bool, bool]:
    """Whether one of two columns is a box beside the text: text columns are equally wide."""
    if not left or not right:
        return False, False
    left_width, right_width = _usual_width(left), _usual_width(right)
    return left_width < ASIDE_WIDTH * right_width, right_width < ASIDE_WIDTH * left_width
