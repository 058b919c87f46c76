"""«Probar en un documento»: what the reader makes of a file with a profile, without saving."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from releases.admin.base import staff_of
from releases.catalogue.gazetteer import current_gazetteer
from releases.extraction.limits import ExtractionError
from releases.extraction.sandbox import read_document
from releases.ingest.records import fields_to_json
from releases.models import IssuerProfile
from releases.pages.evidence import EvidenceRow, evidence_rows
from releases.parsing.bulletin import ParsedBulletin
from releases.parsing.parser import parse
from releases.publishing.permissions import may
from releases.scratch import scratch_file


class TrialForm(forms.Form):
    """The document to try a profile on."""

    document = forms.FileField(
        label="documento",
        help_text="PDF, DOCX o TXT. Se lee y se olvida: no se guarda nada.",
        error_messages={
            "required": "Elija un documento.",
            "empty": "El archivo está vacío. Compruebe que se guardó completo.",
        },
    )


@dataclass(frozen=True, slots=True)
class Trial:
    """What was read: the main values, and each field with its evidence."""

    values: tuple[tuple[str, str], ...]
    evidence: list[EvidenceRow]


def respond(request: HttpRequest, pk: int, page: dict[str, Any]) -> HttpResponse:
    """Asks for a document and shows what is read of it. Raises PermissionDenied and Http404."""
    if not may(staff_of(request), "curate"):
        raise PermissionDenied
    profile = get_object_or_404(IssuerProfile.objects.select_related("agency"), pk=pk)
    form = TrialForm(request.POST or None, request.FILES or None)
    trial = None
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["document"]
        try:
            trial = _read(upload.name, upload.read())
        except ExtractionError as refusal:
            form.add_error("document", str(refusal))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {
        **page,
        "title": "Probar en un documento",
        "profile": profile,
        "form": form,
        "trial": trial,
    }
    return TemplateResponse(
        request, "admin/releases/issuerprofile/trial.html", context, status=status
    )


def _read(name: str, content: bytes) -> Trial:
    with scratch_file() as file:
        file.write(content)
        file.flush()
        document = read_document(Path(file.name), filename=name)
    bulletin = parse(document, current_gazetteer())
    return Trial(_values(bulletin), evidence_rows(fields_to_json(bulletin)))


def _values(bulletin: ParsedBulletin) -> tuple[tuple[str, str], ...]:
    folio, day, place = bulletin.folio.value, bulletin.issued_on.value, bulletin.issued_in.value
    return (
        ("Emisora", bulletin.issuer.value or "—"),
        ("Folio", folio.printed if folio else "—"),
        ("Fecha", day.isoformat() if day else "—"),
        ("Lugar", place.name if place else "—"),
        ("Título", bulletin.headline.value or "—"),
        ("Sumarios", "\n".join(bulletin.summary_points.value) or "—"),
        ("Texto", "\n\n".join(bulletin.body.value) or "—"),
        ("Cierre", bulletin.boilerplate.value or "—"),
    )
