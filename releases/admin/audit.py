"""The audit trail as a page and as CSV, for Administración and Auditoría."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from http import HTTPStatus
from itertools import islice
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from releases.admin import audit_trail
from releases.admin.audit_trail import AuditEntry, AuditFilter
from releases.admin.base import DayInput, ModelAdmin, ReadOnly
from releases.models import ReleaseEvent, User
from releases.vocabulary import EventKind

PAGE_SIZE = 50
LAST_PAGE = 100
_BATCH = 500
_COLUMNS = ("cuándo", "quién", "acto", "sobre", "nombre", "detalle")
# A cell that starts with one of these would run as a formula in a spreadsheet.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class AuditForm(forms.Form):
    """The filters of the trail, all optional."""

    persona = forms.ModelChoiceField(
        label="Persona", queryset=User.objects.order_by("username"), required=False
    )
    clase = forms.ChoiceField(
        label="Clase",
        required=False,
        choices=[
            ("", "Todas"),
            *audit_trail.GROUPS.items(),
            ("Un solo acto", EventKind.choices()),
        ],
    )
    folio = forms.CharField(label="Folio", required=False, max_length=40)
    desde = forms.DateField(label="Desde", required=False, widget=DayInput)
    hasta = forms.DateField(label="Hasta", required=False, widget=DayInput)
    pagina = forms.IntegerField(
        required=False, min_value=1, max_value=LAST_PAGE, widget=forms.HiddenInput
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        since, until = data.get("desde"), data.get("hasta")
        if since and until and since > until:
            self.add_error("desde", "La fecha inicial es posterior a la final.")
        return data

    @property
    def asked(self) -> AuditFilter:
        data = self.cleaned_data
        return AuditFilter(
            person=data["persona"].pk if data["persona"] else None,
            kind=data["clase"],
            folio=data["folio"],
            since=data["desde"],
            until=data["hasta"],
        )


@admin.register(ReleaseEvent)
class AuditAdmin(ReadOnly, ModelAdmin[ReleaseEvent]):
    """The trail in place of the plain list of acts; single rows have no page of their own."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("", view(self.changelist_view), name="releases_releaseevent_changelist"),
            path("bitacora.csv", view(self.csv_view), name="releases_releaseevent_csv"),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        form = self._form(request)
        valid = form.is_valid()
        number = form.cleaned_data.get("pagina") or 1
        found: tuple[list[AuditEntry], bool] = ([], False)
        if valid:
            found = audit_trail.page_of(form.asked, number=number, size=PAGE_SIZE)
        shown, more = found
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Bitácora",
            "form": form,
            "entries": list(zip(shown, _names(shown), strict=True)),
            "number": number,
            "previous": number - 1,
            "next": number + 1 if more and number < LAST_PAGE else None,
        }
        return TemplateResponse(
            request,
            "admin/releases/releaseevent/trail.html",
            context,
            status=HTTPStatus.OK if valid else HTTPStatus.UNPROCESSABLE_ENTITY,
        )

    def csv_view(self, request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
        """The whole filtered trail; a wrong filter shows the page with its message instead."""
        form = self._form(request)
        if not form.is_valid():
            return self.changelist_view(request)
        return StreamingHttpResponse(
            _csv_rows(form.asked),
            content_type="text/csv; charset=utf-8",
            headers={
                "Content-Disposition": 'attachment; filename="bitacora.csv"',
                "Cache-Control": "private, no-store",
            },
        )

    def _form(self, request: HttpRequest) -> AuditForm:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return AuditForm(request.GET)


def _names(shown: list[AuditEntry]) -> list[str]:
    """Who acted, as people know them; ids of accounts that are gone stay visible."""
    people = User.objects.in_bulk({entry.person for entry in shown if entry.person})
    return [
        "El sistema"
        if entry.person is None
        else str(people.get(entry.person) or f"Cuenta {entry.person}")
        for entry in shown
    ]


class _Line:
    """What `csv.writer` writes to: gives each line back instead of keeping it."""

    def write(self, text: str) -> str:
        return text


def _csv_rows(asked: AuditFilter) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(_COLUMNS)  # the mark by which Excel knows UTF-8
    found = audit_trail.entries(asked)
    while batch := list(islice(found, _BATCH)):
        shown = audit_trail.with_details(batch)
        for entry, name in zip(shown, _names(shown), strict=True):
            yield writer.writerow(map(_plain, _cells(entry, name)))


def _cells(entry: AuditEntry, name: str) -> tuple[str, ...]:
    moment = timezone.localtime(entry.at).isoformat(timespec="seconds")
    return (moment, name, entry.act, entry.subject_kind, entry.subject, entry.details)


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
