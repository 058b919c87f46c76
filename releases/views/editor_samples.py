"""Fictional pieces of the editor for the gallery of components: nothing here was ever written."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from releases.pages.desk.conflict import ConflictRow
from releases.pages.desk.editor import Letterhead
from releases.pages.desk.editor_checks import Check, Tone
from releases.publishing.content import BulletinContent
from releases.publishing.diff import compare_texts


def editor_samples() -> dict[str, Any]:
    """The sheet, a check of each tone, and two texts after a stale save."""
    return {"sheet": _sheet(), "checks": _checks(), "rows": _rows(), "moment": timezone.now()}


def _sheet() -> Letterhead:
    content = BulletinContent(
        headline="Título ficticio de una hoja membretada",
        summary_points=("Sumario ficticio, en cursivas.",),
        body=("Párrafo ficticio de muestra, para ver la hoja con texto.",) * 3,
        boilerplate="Cierre ficticio de muestra.",
        dateline="Toluca, Estado de México, 4 de diciembre de 1999",
        issued_on=dt.date(1999, 12, 4),
    )
    return Letterhead(
        letterhead=("Oficina ficticia", "Comunicación Social"),
        agency="Dependencia ficticia",
        contact=("Contacto ficticio",),
        kind="Comunicado",
        folio="0004/1999",
        folio_is_final=False,
        content=content,
    )


def _checks() -> list[Check]:
    return [
        Check(Tone.GOOD, "Folio libre y consecutivo: 0004/1999"),
        Check(Tone.LOOK, "El diccionario no tiene esta palabra.", "m-editor", "expertis", "x", "x"),
        Check(Tone.GRAVE, "Es el nombre completo de una persona ficticia.", "m-editor", "Nombre"),
    ]


def _rows() -> list[ConflictRow]:
    pieces = compare_texts("Título ficticio guardado", "Título ficticio escrito")
    return [ConflictRow("Título", pieces[:2], (pieces[0], pieces[-1]))]
