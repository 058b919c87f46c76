"""What a change of the office's record changes, told before it is saved."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from releases.models import Office, Release
from releases.pages.desk.editor import Letterhead
from releases.publishing.content import BulletinContent, content_of_revision

# The fields in the order of the page: label, and where a change is seen.
FIELDS: dict[str, tuple[str, str]] = {
    "archive_name": (
        "Nombre del archivo",
        "En el título y el pie de todas las páginas, en los canales Atom y en los correos.",
    ),
    "letterhead": (
        "Membrete",
        "En los PDF de lo que se publique desde ahora. Los ya publicados no cambian.",
    ),
    "contact": (
        "Contacto de prensa",
        "En el pie de todas las páginas y en los PDF de lo que se publique desde ahora.",
    ),
    "emergency_numbers": ("Números de emergencia", "Arriba de todas las páginas públicas."),
    "two_people": (
        "Dos personas",
        "Desde ahora, para publicar, programar, corregir, retirar y restituir.",
    ),
}


@dataclass(frozen=True, slots=True)
class OfficeChange:
    """A field that would change: its lines before and after, and where readers see it."""

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    where: str


def changes_of(office: Office, values: dict[str, Any]) -> list[OfficeChange]:
    """What saving `values` would change, in the order of the page."""
    return [
        OfficeChange(label, _lines(getattr(office, name)), _lines(values[name]), where)
        for name, (label, where) in FIELDS.items()
        if getattr(office, name) != values[name]
    ]


def fingerprint(office: Office) -> str:
    """Tells whether somebody changed the record since a form was made from it."""
    values = json.dumps([getattr(office, name) for name in FIELDS])
    return hashlib.sha256(values.encode()).hexdigest()[:16]


def sample_sheet(office: Office, values: dict[str, Any]) -> Letterhead:
    """The last public bulletin on the letterhead as it would be printed."""
    release = (
        Release.objects.public()
        .filter(issuer=office.agency_id)
        .with_current()
        .order_by("-first_seen_at")
        .first()
    )
    current = release.current_revision if release else None
    content = (
        content_of_revision(current)
        if current
        else BulletinContent(issued_on=timezone.localdate(), headline="Título del comunicado")
    )
    return Letterhead(
        letterhead=tuple(values["letterhead"]),
        agency=office.agency.name,
        contact=tuple(values["contact"]),
        kind="Comunicado de prensa",
        folio=content.folio,
        folio_is_final=True,
        content=content,
    )


def _lines(value: Any) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("Sí, siempre" if value else "No",)
    return tuple(value) if isinstance(value, list) else (value,)
