"""Page furniture: letterheads, footers, page numbers, told from text by place and repetition.

A line is furniture where it stands near a page's edge and repeats over pages, where the file says
so, or where it has the form of a page number, an address or a letterhead. Never by its words alone
in the middle of a page: an agency's name stands in headers and in sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from releases.extraction.document import ExtractedDocument, Line, Page

from .folding import fold

TOP_ZONE, BOTTOM_ZONE = 0.80, 0.14
_PAGE_NUMBER = re.compile(
    r"^[\s\-–—|·]*(?:(?:pagina|pag\.?|hoja|p\.)\s*)?\d{1,3}\s*(?:(?:de|/|of|-)\s*\d{1,3})?[\s\-–—|·]*$"
)
_PAGE_WORD = re.compile(r"\b(?:pagina|pag\.|hoja)\s*\d{1,3}(?:\s*(?:de|/)\s*\d{1,3})?\b")
_CONTACT = re.compile(
    r"\bc\.?\s?p\.?\s*:?\s*\d{5}\b|\btels?\b\.?|\btelefonos?\b|\bext\b\.?|www\.|https?://|"
    r"[\w.]+@[\w.]+\.\w+|\bcol\.\s|\bcolonia\b|\bcalle\b|\bav(?:enida|\.)\s|\bnum\.\s?\d|\bpiso\b|"
    r"\b\w+\.gob\.mx\b|(?<!\w)@\w+"
)
_GENRE = re.compile(
    r"^(?:(?:comunicado|boletin|tarjeta|ficha|nota|informe|reporte)"
    r"(?:\s+(?:de|para|a|la|los|prensa|medios|informativ[oa]|oficial|conjunt[oa]|semanal|especial))*"
    r"|(?:(?:direccion|coordinacion|unidad|oficina|area|departamento|jefatura)"
    r"(?: general| estatal)? de )?comunicacion social(?: y [a-zñ ]{3,30})?"
    r"|sala de prensa|prensa|fe de erratas|version estenografica|"
    r"informacion para medios)[\s.:]*$"
)
_OFFICE = re.compile(
    r"^(?:gobierno|secretaria|subsecretaria|fiscalia|direccion|coordinacion|ayuntamiento|"
    r"h\.? ?ayuntamiento|municipio|comisaria|comision|instituto|poder|presidencia|unidad|"
    r"departamento|oficina|sistema|centro|jefatura|vocalia|area|dependencia|policia|guardia|"
    r"proteccion civil|procuraduria|universidad|bomberos|estado de|administracion|enlace|"
    r"comunicacion|vocero|voceria|seguridad|alcaldia|consejo|delegacion|mesa|heroico)\b"
)


@dataclass(frozen=True, slots=True)
class SortedLines:
    """A document's lines: what belongs to the text, and what to the page (in document order).

    `cuts` are the identities of text lines that furniture parts from the line before them.
    """

    text: tuple[Line, ...]
    furniture: tuple[Line, ...]
    cuts: frozenset[int]


def sort_lines(document: ExtractedDocument, header_lines: Sequence[str] = ()) -> SortedLines:
    """Part a document's lines; `header_lines` are folded letterhead lines of the catalogue."""
    known = frozenset(header_lines)
    laid_out = any(page.height for page in document.pages)
    repeated = _repeated(document) if laid_out else _repeated_in_text(document)
    text: list[Line] = []
    furniture: list[Line] = []
    cuts: set[int] = set()
    cut = False
    for page in document.pages:
        edges = _Edges(page)
        for line in page.lines:
            if _is_furniture(line, edges, repeated, known):
                furniture.append(line)
                cut = True
                continue
            if not line.text and cut:
                continue
            text.append(line)
            if cut:
                cuts.add(id(line))
                cut = False
    return SortedLines(tuple(text), tuple(furniture), frozenset(cuts))


def is_genre(text: str) -> bool:
    """Whether a line only says what kind of document this is («COMUNICADO DE PRENSA»)."""
    return bool(_GENRE.match(fold(text).strip()))


def is_office(text: str) -> bool:
    """Whether a line opens like an office's name («Secretaría de …», «H. Ayuntamiento de …»)."""
    return bool(_OFFICE.match(fold(text).strip()))


def count_contacts(folded: str) -> int:
    """How many parts of an address or of contact details a folded text holds."""
    return len(_CONTACT.findall(folded))


def key_of(text: str) -> str:
    """A line as it repeats over pages: folded, digits made equal."""
    return re.sub(r"\d+", "#", fold(text)).strip(" .:-–—|")


class _Edges:
    """Where the top and bottom zones of a page lie, by the lines that it has."""

    def __init__(self, page: Page) -> None:
        self.laid_out = page.height > 0
        self.top = TOP_ZONE * page.height
        self.bottom = BOTTOM_ZONE * page.height

    def zone(self, line: Line) -> str:
        if not self.laid_out or line.box is None:
            return ""
        if line.box.bottom >= self.top:
            return "top"
        return "bottom" if line.box.top <= self.bottom else ""


def _repeated(document: ExtractedDocument) -> frozenset[str]:
    pages: dict[str, set[int]] = {}
    for page in document.pages:
        edges = _Edges(page)
        for line in page.lines:
            if edges.zone(line):
                pages.setdefault(key_of(line.text), set()).add(page.number)
    return frozenset(key for key, numbers in pages.items() if len(numbers) >= 2 and key)


def _repeated_in_text(document: ExtractedDocument) -> frozenset[str]:
    """Without layout only a letterhead that comes again counts: short, and like one by form."""
    counts: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for page in document.pages:
        for line in page.lines:
            if line.text and not line.mark:
                key = key_of(line.text)
                counts[key] += 1
                forms.setdefault(key, line.text)
    return frozenset(
        key for key, count in counts.items() if count >= 2 and _is_letterhead_form(forms[key])
    )


def _is_letterhead_form(text: str) -> bool:
    if len(text) > 80 or text.endswith((".", ",", ";")):
        return False
    words = [part for part in re.split(r"\s{2,}|\s\|\s", text) if part]
    return all(is_genre(part) or is_office(part) or part.isupper() for part in words)


def _is_furniture(
    line: Line, edges: _Edges, repeated: frozenset[str], known: frozenset[str]
) -> bool:
    if line.style in ("encabezado", "pie") or line.artifact:
        return True
    folded = fold(line.text).strip()
    if not folded:
        return False
    if not edges.laid_out:
        return key_of(line.text) in repeated or folded in known or _is_plain_genre(folded)
    zone = edges.zone(line)
    if zone and key_of(line.text) in repeated:
        return True
    if zone and (folded in known or _PAGE_NUMBER.match(folded)):
        return True
    if zone == "bottom":
        return _is_footer(folded, line)
    if zone == "top":
        return bool(_GENRE.match(folded)) or _is_head_contact(folded)
    return False


def _is_plain_genre(folded: str) -> bool:
    parts = re.sub(r"comunicacion social\s+(?=comunicado)", "", folded)
    return bool(_GENRE.match(folded) or _GENRE.match(parts) or _PAGE_NUMBER.match(folded))


def _is_footer(folded: str, line: Line) -> bool:
    if _PAGE_WORD.search(folded) and len(folded) < 90:
        return True
    contacts = count_contacts(folded)
    small = (line.size or 12) <= 8.6
    return (small and len(folded) < 160) or contacts >= 2


def _is_head_contact(folded: str) -> bool:
    return count_contacts(folded) >= 2 and len(folded) < 160
