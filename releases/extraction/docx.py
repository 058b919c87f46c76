"""Word files: the body in document order, with styles, lists, tables and text boxes.

The container is checked before anything is opened: sizes per member, no DOCTYPE in any part.
Relations, macros and fields are never followed; python-docx opens only what is in the file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from .archives import check_members
from .document import ExtractedDocument, Line, MediaType, Notice, Page
from .limits import (
    DamagedDocxError,
    ExtractionError,
    ForbiddenXmlError,
    Limits,
    MemoryExceededError,
    NotDocxError,
    NoTextError,
)
from .typography import clean_line, split_mark

EXTRACTOR = "docx/1"
HEADER_STYLE, FOOTER_STYLE, TABLE_STYLE = "encabezado", "pie", "tabla"
_TEXT_BOX, _PARAGRAPH, _TABLE = qn("w:txbxContent"), qn("w:p"), qn("w:tbl")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_docx(data: bytes, limits: Limits) -> ExtractedDocument:
    """Read the paragraphs of a DOCX, one `Line` each; page headers first, footers last.

    Raises `NotDocxError`, `ForbiddenXmlError`, `MemoryExceededError`, `SuspiciousZipError`,
    `DamagedDocxError` or `NoTextError`.
    """
    try:
        notices = _check_container(data, limits)
        document = docx.Document(io.BytesIO(data))
        lines = [*_furniture(document, header=True), *_body(document)]
        lines += _furniture(document, header=False)
    except ExtractionError:
        raise
    except MemoryError:
        raise MemoryExceededError from None
    except Exception as error:
        raise DamagedDocxError from error
    if not any(line.text for line in lines):
        raise NoTextError
    return ExtractedDocument(
        MediaType.DOCX, (Page(1, tuple(lines)),), EXTRACTOR, notices=tuple(notices)
    )


def _check_container(data: bytes, limits: Limits) -> list[Notice]:
    notices: list[Notice] = []
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise DamagedDocxError from None
    with container:
        members = check_members(container, limits)
        names = {member.filename for member in members}
        if "word/document.xml" not in names:
            raise NotDocxError
        for member in members:
            if member.filename.endswith((".xml", ".rels", ".vml")):
                part = container.read(member)
                if b"<!DOCTYPE" in part or b"<!ENTITY" in part or _hides_doctype(part):
                    raise ForbiddenXmlError
                if part.find(b'TargetMode="External"') >= 0 and b"attachedTemplate" in part:
                    notices.append(_active_notice("una plantilla externa, que no se consultó"))
        if any(name.casefold().endswith("vbaproject.bin") for name in names):
            notices.append(_active_notice("macros, que no se ejecutaron"))
    return notices


def _hides_doctype(part: bytes) -> bool:
    """A DOCTYPE written in UTF-16 would not be seen byte by byte."""
    if not part.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")):
        return False
    return "<!DOCTYPE" in part.decode("utf-16", "ignore")


def _active_notice(what: str) -> Notice:
    return Notice("contenido-activo", f"El documento contiene {what}. Revíselo.")


def _furniture(document: Document, *, header: bool) -> Iterator[Line]:
    style = HEADER_STYLE if header else FOOTER_STYLE
    seen: set[str] = set()
    for section in document.sections:
        part = section.header if header else section.footer
        for paragraph in part.paragraphs:
            for line in _lines_of(paragraph, style=style):
                if line.text and line.text not in seen:
                    seen.add(line.text)
                    yield line


def _body(document: Document) -> Iterator[Line]:
    for element in document.element.body:
        if element.tag == _PARAGRAPH:
            paragraph = Paragraph(element, document._body)
            yield from _boxes(element, document)
            yield from _lines_of(paragraph)
        elif element.tag == _TABLE:
            yield from _rows(Table(element, document._body))


def _boxes(element: object, document: Document) -> Iterator[Line]:
    """Paragraphs in text boxes anchored here; the copy for old programs is left out."""
    for box in element.iter(_TEXT_BOX):  # type: ignore[attr-defined]  # lxml has no types
        if any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            continue
        for inner in box.iter(_PARAGRAPH):
            for line in _lines_of(Paragraph(inner, document._body)):
                yield Line(line.text, 1, bold=line.bold, italic=line.italic, aside=True)


def _rows(table: Table) -> Iterator[Line]:
    """A table's rows; a table of one column only frames its text, which is read as paragraphs."""
    for row in table.rows:
        cells: list[str] = []
        seen: set[int] = set()
        for cell in row.cells:
            if id(cell._tc) in seen:
                continue
            seen.add(id(cell._tc))
            if len(table.columns) == 1:
                for paragraph in cell.paragraphs:
                    yield from _lines_of(paragraph)
            cells.append(clean_line(cell.text))
        if len(table.columns) > 1 and any(cells):
            yield Line(" | ".join(cell for cell in cells if cell), 1, style=TABLE_STYLE)


def _lines_of(paragraph: Paragraph, *, style: str = "") -> Iterator[Line]:
    """A paragraph as one line, or several where it breaks its lines by hand."""
    name = style or (paragraph.style.name if paragraph.style is not None else "") or ""
    listed = "List" in name or "Lista" in name or paragraph._p.find(_NUMBERING) is not None
    for index, runs in enumerate(_split_at_breaks(paragraph)):
        text = clean_line("".join(run.text for run in runs))
        mark, rest = split_mark(text)
        yield Line(
            text=rest,
            page=1,
            size=_size(runs, paragraph),
            bold=_is_mostly(runs, paragraph, "bold"),
            italic=_is_mostly(runs, paragraph, "italic"),
            mark=mark or ("•" if listed and index == 0 and rest else ""),
            style=name,
        )


_NUMBERING = f"{qn('w:pPr')}/{qn('w:numPr')}"


def _split_at_breaks(paragraph: Paragraph) -> list[list[Run]]:
    groups: list[list[Run]] = [[]]
    for item in paragraph.iter_inner_content():
        for run in item.runs if not isinstance(item, Run) else [item]:
            breaks = [
                found
                for found in run._r.findall(qn("w:br"))
                if found.get(qn("w:type"), "textWrapping") != WD_BREAK.PAGE.name.lower()
            ]
            if breaks and "\n" in run.text and len(groups[-1]) + len(run.text.strip()) == 0:
                groups.append([])
                continue
            groups[-1].append(run)
    return groups


def _size(runs: list[Run], paragraph: Paragraph) -> float | None:
    sizes = [run.font.size.pt for run in runs if run.font.size is not None and run.text.strip()]
    if sizes:
        return float(max(sizes))
    style = paragraph.style
    while style is not None:
        if style.font.size is not None:
            return float(style.font.size.pt)
        style = style.base_style
    return None


def _is_mostly(runs: list[Run], paragraph: Paragraph, quality: str) -> bool:
    inherited = _inherited(paragraph, quality)
    letters = marked = 0
    for run in runs:
        count = sum(character.isalnum() for character in run.text)
        own = getattr(run, quality)
        letters += count
        marked += count if (inherited if own is None else own) else 0
    return letters > 0 and marked >= 0.6 * letters


def _inherited(paragraph: Paragraph, quality: str) -> bool:
    style = paragraph.style
    while style is not None:
        value = getattr(style.font, quality)
        if value is not None:
            return bool(value)
        style = style.base_style
    return False
