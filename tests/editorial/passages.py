"""Reads the passages of this folder: one a line, their findings marked inside the text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
_MARK = re.compile(r"\[\[(?P<optional>\??)(?P<code>[a-z-]+)\|(?P<span>[^\]]+)\]\]")
KNOWN_ACRONYMS = (
    "SSEM SS SSC SSPC C4 C5 FGJEM FGJ FGR UMS SEDENA SEMAR GN DIF INE IMSS ISSSTE ISSEMyM UNAM "
    "UAEM UAEMéx CECyTEM CURP INEGI INAH CFE PEMEX ONU UNICEF CNDH CODHEM GPS ADN QR PDF LED NOM "
    "Edomex"
)


def read_passages(name: str) -> dict[str, Any]:
    """The passages of a file in the scorer's form."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    rows = [line.split(" | ", 1) for line in lines if line and not line.startswith("#")]
    return {
        "siglas_conocidas": KNOWN_ACRONYMS.split(),
        "items": [_item(f"{number:03}", kind, text) for number, (kind, text) in enumerate(rows, 1)],
    }


def _item(key: str, kind: str, marked: str) -> dict[str, Any]:
    findings: list[dict[str, Any]] = []
    text = ""
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        findings.append(
            {
                "code": mark["code"],
                "span": mark["span"],
                "start": len(text),
                "why": "",
                "optional": bool(mark["optional"]),
            }
        )
        text += mark["span"]
        at = mark.end()
    text += marked[at:]
    findings += _doubles(findings)
    return {"id": key, "kind": kind, "text": text.replace("¶", "\n"), "findings": findings}


def _doubles(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A minor, an address or a telephone may also be the victim's: then either answer will do."""
    shared = {"menor", "domicilio", "telefono-particular"}
    return [{**f, "code": "victima", "optional": True} for f in findings if f["code"] in shared]


def read_edits(name: str) -> list[dict[str, Any]]:
    """The edits of a file in the scorer's form: three lines each, rating, before and after."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    return [
        {
            "id": f"{at // 3 + 1:03}",
            "rating": rows[at].rstrip("?"),
            "optional": rows[at].endswith("?"),
            "before": rows[at + 1].replace("¶", "\n"),
            "after": rows[at + 2].replace("¶", "\n"),
            "reasons": [],
        }
        for at in range(0, len(rows), 3)
    ]
