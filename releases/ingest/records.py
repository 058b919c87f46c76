"""The JSON that keeps a reading: printed lines, and each field with its evidence and certainty.

lines:  [{"text", "page", "box": [left, bottom, right, top] | null, "size", "bold", "italic",
          "mark", "style"}]            values equal to the default are left out
fields: {"folio" | "issued_on" | …: {"certainty": "seguro" | "revise" | "falta", "reason",
          "evidence": [{"quote", "page", "rule", "box", "start", "end"}], "value"}}
"value" is what was read (`publishing.merging.field_values`); readings keep it, contents don't.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from releases.extraction.document import Box, ExtractedDocument, Line
from releases.parsing.bulletin import Certainty, Evidence, Field, ParsedBulletin

# The fields of a parsed bulletin that carry their own certainty, in reading order.
FIELDS = (
    "issuer",
    "folio",
    "issued_on",
    "issued_in",
    "headline",
    "summary_points",
    "body",
    "boilerplate",
)


def lines_to_json(document: ExtractedDocument) -> list[dict[str, Any]]:
    """All lines of a document, in reading order."""
    return [_line(line) for page in document.pages for line in page.lines]


def fields_to_json(bulletin: ParsedBulletin) -> dict[str, Any]:
    """Where each field was read and how sure it is."""
    return {name: _field(getattr(bulletin, name)) for name in FIELDS}


def fields_with_values(fields: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with what was read in them, so that a later reading knows what a person changed.

    `values` are those of `publishing.merging.field_values`.
    """
    return {
        name: {**field, "value": values[name]} if name in values else field
        for name, field in fields.items()
    }


def values_of_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The inverse of `fields_with_values`: what was read, by field, as far as it was kept."""
    return {name: field["value"] for name, field in fields.items() if "value" in field}


def doubtful_fields(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the fields that a person must look at, in reading order.

    `fields` is the value of `fields_to_json`. A closing or summary points that a bulletin does
    not have are no doubt.
    """
    may_lack = {"summary_points", "boilerplate"}
    return tuple(
        name
        for name in FIELDS
        if (level := fields[name]["certainty"]) == Certainty.REVIEW
        or (level == Certainty.MISSING and name not in may_lack)
    )


def _line(line: Line) -> dict[str, Any]:
    record: dict[str, Any] = {"text": line.text, "page": line.page}
    optional = {
        "box": _box(line.box),
        "size": line.size,
        "bold": line.bold,
        "italic": line.italic,
        "mark": line.mark,
        "style": line.style,
    }
    return record | {name: value for name, value in optional.items() if value}


def _field(field: Field[Any]) -> dict[str, Any]:
    return {
        "certainty": field.certainty.value,
        "reason": field.reason,
        "evidence": [_evidence(item) for item in field.evidence],
    }


def _evidence(item: Evidence) -> dict[str, Any]:
    return {
        "quote": item.quote,
        "page": item.page,
        "rule": item.rule,
        "box": _box(item.box),
        "start": item.start,
        "end": item.end,
    }


def _box(box: Box | None) -> list[float] | None:
    if box is None:
        return None
    return [round(value, 1) for value in (box.left, box.bottom, box.right, box.top)]
