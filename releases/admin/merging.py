"""«Unir con…»: two records of one agency become one, after showing what moves."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import site as admin_site
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from releases.admin.base import staff_of
from releases.models import Agency, AgencyName, Release
from releases.presentation import counted
from releases.publishing.actions import merge_agencies
from releases.publishing.errors import PublishingError
from releases.publishing.permissions import may


class MergeForm(forms.Form):
    """Which record stays; `confirmed` is set by the second page, which shows what moves."""

    into = forms.ModelChoiceField(
        label="dependencia que queda",
        queryset=Agency.objects.current(),
        widget=AutocompleteSelect(AgencyName._meta.get_field("issuer"), admin_site),
        error_messages={"required": "Elija la dependencia que queda."},
    )
    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)


def respond(request: HttpRequest, pk: int, page: dict[str, Any]) -> HttpResponse:
    """Asks which record stays, shows what moves, then merges.

    Raises PermissionDenied, or Http404 for a record that does not exist or was merged before.
    """
    person = staff_of(request)
    if not may(person, "curate"):
        raise PermissionDenied
    absorbed = get_object_or_404(Agency.objects.current(), pk=pk)
    form = MergeForm(request.POST or None)
    into = None
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            into, status = form.cleaned_data["into"], HTTPStatus.OK
            if into == absorbed:
                form.add_error("into", "Elija otra dependencia: es la misma.")
                into, status = None, HTTPStatus.UNPROCESSABLE_ENTITY
    if into and form.cleaned_data["confirmed"]:
        try:
            moved = merge_agencies(absorbed=absorbed, into=into, by=person)
        except PublishingError as refusal:
            form.add_error(None, str(refusal))
            into, status = None, HTTPStatus.CONFLICT
        else:
            count = counted(moved, "comunicado pasó", "comunicados pasaron")
            messages.success(request, f"{absorbed} se unió con {into}: {count}.")
            return redirect(reverse("admin:releases_agency_change", args=[into.pk]))
    context = {
        **page,
        "title": f"Unir {absorbed}",
        "absorbed": absorbed,
        "into": into,
        "form": form,
        "media": form.media,
        "moves": _moves(absorbed) if into else [],
    }
    return TemplateResponse(request, "admin/releases/agency/merge.html", context, status=status)


def _moves(absorbed: Agency) -> list[str]:
    """What goes to the other record, in words."""
    naming = Release.objects.public().filter(current_revision__mentions__agency=absorbed)
    return [
        counted(
            naming.distinct().count(),
            "comunicado público que la menciona",
            "comunicados públicos que la mencionan",
        ),
        counted(absorbed.issued.count(), "comunicado que emitió", "comunicados que emitió"),
        counted(absorbed.names.count(), "nombre alterno", "nombres alternos"),
    ]
