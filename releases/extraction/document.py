"""What every reader of files returns: lines with their place on the page and their style."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MediaType(StrEnum):
    """The kinds of file that Conste reads, by their registered media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, measured from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.

    `size` is the font size in points; it and `box` are `None` where the format has no layout
    (plain text, DOCX). `mark` is the bullet that stood before the text, already taken off it.
    `style` is the paragraph style of a word processor, as named in the file; `tabla` for a row of
    a table (its cells parted by " | "), `encabezado` and `pie` for a word processor's page header
    and footer. `aside` is true in a box or column beside the running text, `artifact` where the
    file itself says that the line is page furniture. A line without text is a blank line of a
    format without layout.
    """

    text: str
    page: int
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    mark: str = ""
    style: str = ""
    aside: bool = False
    artifact: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its lines in reading order; `width` and `height` are points, 0 without layout."""

    number: int
    lines: tuple[Line, ...]
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about a file that was read all the same.

    `code` is stable and in kebab case (`texto-reparado`); `message` is Spanish.
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    """The text and layout of one file, before anybody asks what it means.

    `extractor` names the reader and its version (`pdf/1`), so that a better reader can tell
    what it would replace. `from_image` is true for text that came from OCR.
    """

    media_type: MediaType
    pages: tuple[Page, ...]
    extractor: str
    from_image: bool = False
    notices: tuple[Notice, ...] = ()

    @property
    def text(self) -> str:
        """All lines of all pages, a line break after each."""
        return "\n".join(line.text for page in self.pages for line in page.lines)
