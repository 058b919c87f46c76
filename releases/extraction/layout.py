"""From runs of letters to lines in reading order: baselines, columns, side boxes, tables.

Nothing here knows a file format. Distances are points; factors are multiples of the font size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .columns import Region, read_in_order
from .document import Box, Line
from .typography import clean_line, is_mark, split_mark

SAME_BASELINE = 0.3
RAISED = 0.6
JOIN_GAP = 0.75
BLANK = 0.17
ROW_GAP = 3.0
MARK_GAP = 4.0
DOT_REACH = 2.0
TINY = 2.5
ASCENT, DESCENT = 0.78, 0.22


@dataclass(slots=True)
class Run:
    """Letters of one style on one baseline, as painted."""

    size: float
    baseline: float
    bold: bool = False
    italic: bool = False
    invisible: bool = False
    white: bool = False
    artifact: bool = False
    text: str = ""
    left: float = 0.0
    right: float = 0.0

    def cut(self, text: str, left: float, right: float) -> Run:
        """A run of the same style with other letters."""
        return replace(self, text=text, left=left, right=right)


@dataclass(slots=True)
class Fragment:
    """Runs on one baseline without a wide gap between them."""

    runs: list[Run]

    @property
    def left(self) -> float:
        return next((run for run in self.runs if run.text.strip()), self.runs[0]).left

    @property
    def right(self) -> float:
        return next((run for run in reversed(self.runs) if run.text.strip()), self.runs[-1]).right

    @property
    def baseline(self) -> float:
        return max(self.runs, key=lambda run: run.size).baseline

    @property
    def size(self) -> float:
        return max(run.size for run in self.runs)

    @property
    def text(self) -> str:
        """The text, with a blank where two runs stand apart; runs of a blank count as they are."""
        parts = [self.runs[0].text]
        for before, after in zip(self.runs, self.runs[1:], strict=False):
            if after.left - before.right > BLANK * min(before.size, after.size):
                parts.append(" ")
            parts.append(after.text)
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class ArrangedPage:
    """The lines of a page, how many hidden letters were left out, and whether OCR made them."""

    lines: tuple[Line, ...]
    hidden: int
    from_image: bool


def arrange_page(
    runs: list[Run],
    *,
    number: int,
    width: float,
    height: float,
    tinted: list[Box],
    frames: list[Box],
    dots: Sequence[Box] = (),
) -> ArrangedPage:
    """Put a page's runs in order.

    `tinted` areas lie under white text, `frames` enclose boxes, `dots` are drawn bullets.
    """
    visible = [run for run in runs if run.text and _is_shown(run, width, height, tinted)]
    hidden = sum(len(run.text.strip()) for run in runs) - sum(len(r.text.strip()) for r in visible)
    from_image = False
    if not any(run.text.strip() for run in visible):
        visible = [run for run in runs if run.invisible and run.text.strip()]
        from_image = bool(visible)
        hidden = 0
    fragments = _join_fragments(_drop_doubles(visible))
    boxes = [frame for frame in frames if _is_side_frame(frame, width, height)]
    lines: list[Line] = []
    for region in read_in_order(fragments, boxes):
        lines.extend(_mark_drawn(line, dots) for line in _lines_of(region, number))
    return ArrangedPage(tuple(lines), hidden, from_image)


def _is_shown(run: Run, width: float, height: float, tinted: list[Box]) -> bool:
    if run.invisible or run.size < TINY:
        return False
    if run.right < 0 or run.left > width or run.baseline < -run.size or run.baseline > height:
        return False
    if not run.white:
        return True
    middle, level = (run.left + run.right) / 2, run.baseline + 0.3 * run.size
    return any(
        area.left <= middle <= area.right and area.bottom <= level <= area.top for area in tinted
    )


def _is_side_frame(frame: Box, width: float, height: float) -> bool:
    across, high = frame.right - frame.left, frame.top - frame.bottom
    return 50 < across < 0.6 * width and 24 < high < 0.8 * height


def _drop_doubles(runs: list[Run]) -> list[Run]:
    """Text painted twice with a small offset is one bold text."""
    kept: dict[tuple[str, int, int], Run] = {}
    for run in runs:
        key = (run.text, round(run.left / (0.2 * run.size)), round(run.baseline / 2))
        twin = kept.get(key)
        if twin is not None and abs(twin.left - run.left) < 0.2 * run.size:
            twin.bold = True
            continue
        kept[key] = run
    return list(kept.values()) if len(kept) < len(runs) else runs


def _join_fragments(runs: list[Run]) -> list[Fragment]:
    """Runs that follow one another on a baseline, top to bottom and left to right."""
    bands: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.baseline):
        band = bands[-1] if bands else None
        if band is not None and _shares_band(band[0], run):
            band.append(run)
        else:
            bands.append([run])
    fragments: list[Fragment] = []
    for band in bands:
        band.sort(key=lambda run: run.left)
        current = [band[0]]
        for run in band[1:]:
            before = current[-1]
            gap = run.left - before.right
            reach = JOIN_GAP * max(min(run.size, before.size), 6)
            if is_mark("".join(part.text for part in current)):
                reach = MARK_GAP * run.size
            if gap < reach:
                current.append(run)
            else:
                fragments.append(Fragment(current))
                current = [run]
        fragments.append(Fragment(current))
    return [fragment for fragment in fragments if fragment.text.strip()]


def _shares_band(first: Run, run: Run) -> bool:
    distance = first.baseline - run.baseline
    small, large = sorted((first.size, run.size))
    if small < 0.8 * large:  # a raised ordinal or footnote mark beside full-size text
        return distance < RAISED * small
    return distance < SAME_BASELINE * small


def _lines_of(region: Region[Fragment], page: int) -> list[Line]:
    rows: list[list[Fragment]] = []
    for fragment in region.fragments:
        row = rows[-1] if rows else None
        if row is not None and _continues_row(row[-1], fragment, is_table=region.is_table):
            row.append(fragment)
        else:
            rows.append([fragment])
    return [
        line
        for row in rows
        if (line := _line_of(row, page, is_table=region.is_table, aside=region.aside)) is not None
    ]


def _continues_row(before: Fragment, fragment: Fragment, *, is_table: bool) -> bool:
    small = min(before.size, fragment.size)
    if abs(before.baseline - fragment.baseline) >= SAME_BASELINE * small:
        return False
    if is_table:
        return fragment.left >= before.right
    near = 0 <= fragment.left - before.right < ROW_GAP * small
    return near and max(before.size, fragment.size) < 1.3 * small


def _line_of(row: list[Fragment], page: int, *, is_table: bool, aside: bool) -> Line | None:
    text = clean_line((" | " if is_table else " ").join(fragment.text for fragment in row))
    if not text:
        return None
    mark, rest = split_mark(text)
    runs = [run for fragment in row for run in fragment.runs]
    size = max(_letters(runs), key=lambda pair: pair[1])[0]
    largest = [run for run in runs if run.size >= 0.8 * size]
    return Line(
        text=rest,
        page=page,
        box=Box(
            left=row[0].left,
            bottom=min(run.baseline for run in largest) - DESCENT * size,
            right=row[-1].right,
            top=max(run.baseline for run in largest) + ASCENT * size,
        ),
        size=round(size, 2),
        bold=_is_mostly(runs, bold=True),
        italic=_is_mostly(runs, bold=False),
        mark=mark,
        style="tabla" if is_table else "",
        aside=aside,
        artifact=all(run.artifact for run in runs),
    )


def _mark_drawn(line: Line, dots: Sequence[Box]) -> Line:
    """The line with a bullet where one is drawn as a shape before it."""
    box, size = line.box, line.size or 0.0
    if line.mark or box is None or not dots:
        return line
    for dot in dots:
        level = (dot.bottom + dot.top) / 2
        if box.bottom < level < box.top and 0 < box.left - dot.right < DOT_REACH * size:
            return replace(line, mark="•")
    return line


def _letters(runs: list[Run]) -> list[tuple[float, int]]:
    counts: dict[float, int] = {}
    for run in runs:
        counts[run.size] = counts.get(run.size, 0) + len(run.text.strip())
    return list(counts.items())


def _is_mostly(runs: list[Run], *, bold: bool) -> bool:
    letters = marked = 0
    for run in runs:
        count = sum(character.isalnum() for character in run.text)
        letters += count
        marked += count if (run.bold if bold else run.italic) else 0
    return letters > 0 and marked >= 0.6 * letters
