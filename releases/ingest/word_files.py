"""A Word file as the beginning of a bulletin written here: its words, and nothing else of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from releases.extraction.document import MediaType
from releases.extraction.limits import UnsupportedTypeError
from releases.extraction.sandbox import read_document
from releases.ingest.reading import interpret
from releases.linking.gazetteer import Gazetteer
from releases.parsing.pasted import split_paragraphs
from releases.publishing.content import BulletinContent, clean_text
from releases.publishing.datelines import place_of_dateline, print_dateline, read_place


def read_word_file(path: Path, *, name: str, gazetteer: Gazetteer) -> BulletinContent:
    """Title, points, text, closing, place and date of a DOCX, without folio and entities.

    `name` is the file's name as people know it. What the reader takes for no bulletin is text
    from beginning to end. Raises the `ExtractionError` that says what is wrong with the file.
    """
    document = read_document(path, filename=name)
    if document.media_type is not MediaType.DOCX:
        raise UnsupportedTypeError("Elija un archivo de Word, con terminación .docx.")
    read = interpret(document, gazetteer).content
    printed = place_of_dateline(read.dateline, read.issued_on)
    entry = next((p.name for p in gazetteer.places if p.slug == read.issued_in), printed)
    place = read_place(entry, gazetteer)
    body = read.body or tuple(map(clean_text, split_paragraphs(document.text)))
    return replace(
        read,
        folio="",
        body=body,
        dateline=print_dateline(place.printed if place.slug else printed, read.issued_on),
        issued_in=place.slug,
        mentions=(),
        evidence={},
    )
