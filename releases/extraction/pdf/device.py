"""pdfminer's output device that keeps runs of letters with their font facts, and painted areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import (
    PDFGraphicState,
    PDFResourceManager,
    PDFStackT,
    PDFTextState,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, PathSegment, apply_matrix_pt, mult_matrix

from releases.extraction.document import Box
from releases.extraction.layout import BLANK, Run
from releases.extraction.typography import clean_character

UNREADABLE = "\ufffd"
DOT_SIZE = 7.0


@dataclass(slots=True)
class Sheet:
    """What one page paints: letters, and the areas that lie under white letters."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    tinted: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    images: int = 0
    letters: int = 0
    unreadable: int = 0


class RunDevice(PDFDevice):
    """Collects the text that a page shows, a run per stretch of letters of one style."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.sheet = Sheet(0, 0)
        self._glyphs: dict[int, dict[int, tuple[str, float]]] = {}
        self._faces: dict[int, tuple[bool, bool]] = {}
        self._tags: list[bool] = []

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        left, bottom, right, top = page.mediabox
        width, height = abs(right - left), abs(top - bottom)
        if page.rotate in (90, 270):
            width, height = height, width
        self.sheet = Sheet(width, height)
        self._tags = []

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:
        self._tags.append(getattr(tag, "name", "") == "Artifact")

    def end_tag(self) -> None:
        if self._tags:
            self._tags.pop()

    def render_image(self, name: str, stream: PDFStream) -> None:
        self.sheet.images += 1
        if self.ctm is not None:
            self.sheet.tinted.append(_bounds([(0, 0), (1, 0), (0, 1), (1, 1)], self.ctm))

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,  # noqa: FBT001 (signature of pdfminer)
        fill: bool,  # noqa: FBT001
        evenodd: bool,  # noqa: FBT001
        path: Sequence[PathSegment],
    ) -> None:
        points = [tuple(segment[-2:]) for segment in path if len(segment) > 2]
        if self.ctm is None or len(points) < 3 or len(points) > 40:
            return
        area = _bounds(points, self.ctm)
        if fill and not _is_white(graphicstate.ncolor, graphicstate.ncs):
            self.sheet.tinted.append(area)
        if fill and _is_dot(area):
            self.sheet.dots.append(area)
        else:
            self.sheet.frames.append(area)

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        font = textstate.font
        if font is None or self.ctm is None:
            return
        a, b, c, d, e, f = mult_matrix(textstate.matrix, self.ctm)
        fontsize, scaling = textstate.fontsize, textstate.scaling * 0.01
        glyphs = self._glyphs.setdefault(id(font), {})
        charspace = textstate.charspace * scaling
        wordspace = 0.0 if font.is_multibyte() else textstate.wordspace * scaling
        x, y = textstate.linematrix
        size = abs(fontsize) * (c * c + d * d) ** 0.5
        upright = a > 0 and d > 0 and abs(b) <= 0.05 * a
        pieces: list[tuple[str, float, float]] = []
        pending = False
        for item in seq:
            if isinstance(item, int | float):
                x -= item * 0.001 * fontsize * scaling
                pending = True
                continue
            for cid in font.decode(item) if isinstance(item, bytes) else ():
                if pending:
                    x += charspace
                glyph = glyphs.get(cid)
                if glyph is None:
                    glyph = glyphs[cid] = _glyph(font, cid)
                text, width = glyph
                advance = width * fontsize * scaling
                pieces.append((text, x, x + advance))
                x += advance
                if cid == 32 and wordspace:
                    x += wordspace
                pending = True
        textstate.linematrix = (x, y)
        if not (upright and pieces and size):
            return
        origin, baseline = e + c * y, f + b * x + d * (y + textstate.rise)
        bold, italic = self._face(font)
        run = Run(
            size=size,
            baseline=baseline,
            bold=bold or textstate.render == 2,
            italic=italic or abs(c) > 0.12 * abs(d),
            invisible=textstate.render in (3, 7),
            white=_is_white(graphicstate.ncolor, ncs),
            artifact=any(self._tags),
        )
        self._keep(run, [(t, origin + a * x0, origin + a * x1) for t, x0, x1 in pieces])

    def _keep(self, pattern: Run, pieces: list[tuple[str, float, float]]) -> None:
        """Split at wide gaps, put blanks at narrow ones; tracked letters keep their words."""
        size, sheet = pattern.size, self.sheet
        blank = BLANK * size + _tracking(pieces, size)
        letters: list[str] = []
        left = right = pieces[0][1]
        for text, start, end in pieces:
            gap = start - right
            if letters and (gap > size or gap < -0.6 * size):
                sheet.runs.append(pattern.cut("".join(letters), left, right))
                letters, left = [], start
            elif letters and gap > blank and letters[-1] != " " and text != " ":
                letters.append(" ")
            sheet.letters += 1
            sheet.unreadable += text == UNREADABLE
            letters.append(text)
            right = end
        sheet.runs.append(pattern.cut("".join(letters), left, right))

    def _face(self, font: PDFFont) -> tuple[bool, bool]:
        """Whether a font is bold and slanted, by its name first, then by its descriptor."""
        face = self._faces.get(id(font))
        if face is None:
            name = _font_name(font).partition("+")[2] or _font_name(font)
            folded = name.casefold()
            flags = font.flags if isinstance(font.flags, int) else 0
            bold = any(word in folded for word in ("bold", "black", "heavy", "demi"))
            slanted = any(word in folded for word in ("italic", "oblique", "slanted"))
            angle = font.italic_angle if isinstance(font.italic_angle, int | float) else 0
            face = (bold or bool(flags & 1 << 18), slanted or bool(flags & 1 << 6) or angle != 0)
            self._faces[id(font)] = face
        return face


def _font_name(font: PDFFont) -> str:
    name = getattr(font, "basefont", None) or font.fontname
    return str(getattr(name, "name", name) or "")


def _glyph(font: PDFFont, cid: int) -> tuple[str, float]:
    try:
        text = clean_character(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        text = UNREADABLE
    return text, font.char_width(cid)


def _tracking(pieces: list[tuple[str, float, float]], size: float) -> float:
    """The extra space that a tracked («C O M U N I C A D O») run puts after every letter."""
    if len(pieces) < 6:
        return 0.0
    gaps = sorted(after[1] - before[2] for before, after in pairwise(pieces))
    usual = gaps[len(gaps) // 3]
    return usual if 0.08 * size < usual < size else 0.0


def _bounds(points: Sequence[Any], ctm: Matrix) -> Box:
    placed = [apply_matrix_pt(ctm, (float(x), float(y))) for x, y in points]
    xs, ys = [p[0] for p in placed], [p[1] for p in placed]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _is_dot(area: Box) -> bool:
    """Whether a painted area is a drawn bullet: small, and about as wide as high."""
    width, height = area.right - area.left, area.top - area.bottom
    return 1.5 <= width <= DOT_SIZE and 1.5 <= height <= DOT_SIZE and abs(width - height) < 2


def _is_white(color: object, space: PDFColorSpace) -> bool:
    if isinstance(color, int | float):
        return space.name in ("DeviceGray", "CalGray", "ICCBased") and color >= 0.97
    if isinstance(color, tuple | list) and all(isinstance(part, int | float) for part in color):
        return bool(max(color) <= 0.03 if len(color) == 4 else min(color) >= 0.97)
    return False
