"""Plain text files: the encoding found out, damage from a wrong one mended and said.

Emphasis marks stand for style: `**…**` is bold, also over several lines, `*…*` is italic.
"""

from __future__ import annotations

import re
import unicodedata

from .document import ExtractedDocument, Line, MediaType, Notice, Page
from .limits import EncodingError, Limits, NoTextError, TooLargeError
from .typography import clean_line, count_removed, split_mark

EXTRACTOR = "text/1"
_UTF16_LE, _UTF16_BE = b"\xff\xfe", b"\xfe\xff"
_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u0178\u2018-\u203a\u20ac\u2122]|â€[\\s\\S]")
# A closing quotation mark whose last byte CP1252 does not have.
_LOST_QUOTE = "â€\ufffd"
# Bytes without a character in CP1252 stay as the control characters of the same number.
_CP1252_BYTES = {
    bytes([value]).decode("cp1252", "replace").replace("\ufffd", chr(value)): value
    for value in range(256)
}


def read_plain_text(data: bytes, limits: Limits) -> ExtractedDocument:
    """Read the lines of a text file; a form feed starts a page.

    Raises `EncodingError`, `NoTextError`, or `TooLargeError` over `limits.text` bytes.
    """
    if len(data) > 2 * limits.text:
        raise TooLargeError(
            f"El texto rebasa {limits.text // 1000} kB. Suba cada comunicado por separado."
        )
    notices: list[Notice] = []
    text = _decode(data, notices)
    removed = count_removed(re.sub("[\r\n\t\f\ufeff]", "", text))
    if removed:
        notices.append(
            Notice(
                "caracteres-quitados",
                f"Se quitaron {removed} caracteres de control o invisibles del texto.",
            )
        )
    text = re.sub("\r\n?|\x85|\u2028|\u2029", "\n", text)
    pages = tuple(
        Page(number, tuple(_read_lines(sheet, number)))
        for number, sheet in enumerate(text.split("\f"), start=1)
    )
    if not any(line.text for page in pages for line in page.lines):
        raise NoTextError
    return ExtractedDocument(MediaType.TEXT, pages, EXTRACTOR, notices=tuple(notices))


def _decode(data: bytes, notices: list[Notice]) -> str:
    if data.startswith((_UTF16_LE, _UTF16_BE)):
        encoding = "utf-16"
    elif len(data) > 3 and data[1] == 0 and data[3] == 0:
        encoding = "utf-16-le"
    elif len(data) > 3 and data[0] == 0 and data[2] == 0:
        encoding = "utf-16-be"
    else:
        encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8-sig":
            raise EncodingError from None
        return _decode_single_byte(data, notices)
    return _mend(text, notices)


def _decode_single_byte(data: bytes, notices: list[Notice]) -> str:
    try:
        text, name = data.decode("cp1252"), "CP1252"
    except UnicodeDecodeError:
        text, name = data.decode("latin-1"), "Latin-1"
    controls = sum(1 for byte in data if byte < 9 or 14 <= byte < 32)
    letters = sum(1 for character in text if character.isalpha() or character.isspace())
    if controls or letters < 0.6 * len(text):
        raise EncodingError
    notices.append(Notice("codificacion-convertida", f"El texto estaba en {name}: se convirtió."))
    return text


def _mend(text: str, notices: list[Notice]) -> str:
    """UTF-8 that was read as CP1252 and saved again: «policÃ­a» becomes «policía»."""
    if not _MOJIBAKE.search(text):
        return text
    mended = _MOJIBAKE_RUN.sub(_mend_run, text.replace(_LOST_QUOTE, "”"))
    if len(_MOJIBAKE.findall(mended)) < len(_MOJIBAKE.findall(text)):
        notices.append(
            Notice("texto-reparado", "El texto tenía letras mal codificadas y se reparó. Revíselo.")
        )
        return mended
    return text


_HEADING = re.compile(r"#{1,3}\s+(?=\S)")
_MOJIBAKE_RUN = re.compile("[\u0080-\uffff]{2,}")


def _mend_run(match: re.Match[str]) -> str:
    try:
        return bytes(_CP1252_BYTES[character] for character in match[0]).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return match[0]


def _read_lines(sheet: str, page: int) -> list[Line]:
    lines: list[Line] = []
    bold = False
    for raw in sheet.split("\n"):
        text = clean_line(unicodedata.normalize("NFC", raw))
        if heading := _HEADING.match(text):
            text = f"**{text[heading.end() :].strip('*')}**"
        mark, text = split_mark(text) if not text.startswith("**") else ("", text)
        opened = text.startswith("**")
        closed = text.endswith("**") and len(text) > 4
        is_bold = (bold or opened) and bool(text)
        if opened:
            bold = True
        if closed or not text:
            bold = False
        text = text.removeprefix("**").removesuffix("**").strip()
        italic = len(text) > 2 and text[0] == text[-1] == "*"
        if italic:
            text = text[1:-1].strip()
            inner, text = split_mark(text)
            mark = mark or inner
        if text and set(text) <= set("_-=*~ "):
            text = ""
        lines.append(Line(text, page, bold=is_bold, italic=italic, mark=mark if text else ""))
    return lines
