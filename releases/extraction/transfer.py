"""Documents and errors as JSON, for the way from the reading process to its caller.

JSON and not pickle: the bytes come from a process that has just read a hostile file.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import Any

from .document import Box, ExtractedDocument, Line, MediaType, Notice, Page
from .limits import KINDS, ExtractionError, Limits, ReaderFailedError

# What the warm parent adds after a child's answer: magic, exit code, the signal that ended it,
# its peak resident bytes and its CPU seconds.
REPORT = struct.Struct("!4sBBxxqd")
MAGIC = b"CNST"
TIMED_OUT = 255


def pack_document(document: ExtractedDocument) -> bytes:
    """A document as JSON bytes."""
    return json.dumps(
        {
            "media_type": document.media_type,
            "extractor": document.extractor,
            "from_image": document.from_image,
            "notices": [[notice.code, notice.message] for notice in document.notices],
            "pages": [
                [page.number, page.width, page.height, [_pack_line(line) for line in page.lines]]
                for page in document.pages
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode("utf-8", "replace")


def pack_error(error: ExtractionError) -> bytes:
    """An error as JSON bytes."""
    return json.dumps({"error": error.code, "message": error.message}).encode()


def unpack(payload: bytes) -> ExtractedDocument:
    """The document that was packed; raises the `ExtractionError` that was, or ReaderFailedError."""
    try:
        data = json.loads(payload)
        if "error" in data:
            raise KINDS.get(data["error"], ReaderFailedError)(str(data["message"]))
        return ExtractedDocument(
            media_type=MediaType(data["media_type"]),
            extractor=str(data["extractor"]),
            from_image=bool(data["from_image"]),
            notices=tuple(Notice(str(code), str(message)) for code, message in data["notices"]),
            pages=tuple(
                Page(int(number), tuple(_unpack_line(int(number), line) for line in lines), w, h)
                for number, w, h, lines in data["pages"]
            ),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ReaderFailedError from error


def pack_limits(limits: Limits) -> dict[str, float]:
    """Limits as a plain mapping."""
    return asdict(limits)


def _pack_line(line: Line) -> list[Any]:
    flags = line.bold | line.italic << 1 | line.aside << 2 | line.artifact << 3
    box = line.box
    place = None if box is None else [box.left, box.bottom, box.right, box.top]
    return [line.text, place, line.size, flags, line.mark, line.style]


def _unpack_line(page: int, packed: list[Any]) -> Line:
    text, place, size, flags, mark, style = packed
    return Line(
        text=text,
        page=page,
        box=None if place is None else Box(*place),
        size=size,
        bold=bool(flags & 1),
        italic=bool(flags & 2),
        mark=mark,
        style=style,
        aside=bool(flags & 4),
        artifact=bool(flags & 8),
    )
