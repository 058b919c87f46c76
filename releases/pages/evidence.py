"""Where the reader found each datum of a bulletin, and how sure it was, as rows for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from releases.ingest.records import FIELDS
from releases.parsing.bulletin import Certainty

_LABELS = {
    "issuer": "Emisora",
    "folio": "Folio",
    "issued_on": "Fecha",
    "issued_in": "Lugar",
    "headline": "Título",
    "summary_points": "Sumarios",
    "body": "Texto",
    "boilerplate": "Cierre",
}
_CERTAINTY = {
    Certainty.SURE.value: "Seguro",
    Certainty.REVIEW.value: "Revise",
    Certainty.MISSING.value: "Falta",
}
_QUOTE_LENGTH = 140


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One field: how sure (the stored value and its word), why in doubt, and where it was read."""

    field: str
    certainty: str
    certainty_label: str
    reason: str
    pages: str
    rule: str
    quote: str


def evidence_rows(fields: Mapping[str, Any]) -> list[EvidenceRow]:
    """The rows of what `ingest.records.fields_to_json` made, in reading order."""
    names = [*(name for name in FIELDS if name in fields), *sorted(set(fields) - set(FIELDS))]
    return [_row(name, fields[name]) for name in names if isinstance(fields[name], Mapping)]


def _row(name: str, field: Mapping[str, Any]) -> EvidenceRow:
    found = field.get("evidence") or []
    pages = dict.fromkeys(str(item["page"]) for item in found if item.get("page"))
    rules = dict.fromkeys(item["rule"] for item in found if item.get("rule"))
    certainty = str(field.get("certainty", ""))
    return EvidenceRow(
        field=_LABELS.get(name, name),
        certainty=certainty,
        certainty_label=_CERTAINTY.get(certainty, certainty),
        reason=str(field.get("reason", "")),
        pages=", ".join(pages),
        rule=", ".join(rules),
        quote=_shortened(" … ".join(item.get("quote", "") for item in found[:2])),
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _QUOTE_LENGTH else text[: _QUOTE_LENGTH - 1].rstrip() + "…"
