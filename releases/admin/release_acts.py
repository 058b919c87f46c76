"""The pages that ask before a bulletin goes public, leaves the public archive or comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from releases.admin.base import staff_of
from releases.admin.forms import RestitutionForm, WithdrawalForm
from releases.models import Draft, Release, User
from releases.pages.evidence import evidence_rows
from releases.parsing.bulletin import Certainty
from releases.publishing.actions import publish, restore, withdraw
from releases.publishing.content import content_of_draft
from releases.publishing.errors import PublishingError, StaleEdit
from releases.publishing.permissions import may


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bulletin about to be published: what it is, what it lacks, what the reader doubted.

    `token` names the state that the person saw; publishing another one is refused.
    """

    release: Release
    headline: str
    folio: str
    missing: tuple[str, ...]
    doubts: tuple[str, ...]
    token: str

    @property
    def field_name(self) -> str:
        return f"visto_{self.release.pk}"


def candidates(releases: Iterable[Release]) -> list[Candidate]:
    """Those of the releases that have a draft and were never public, in the order given."""
    rows = [release for release in releases if release.current_revision_id is None]
    drafts = Draft.objects.select_related("issued_in", "extraction").in_bulk(
        [row.pk for row in rows]
    )
    return [_candidate(row, drafts[row.pk]) for row in rows if row.pk in drafts]


def _candidate(release: Release, draft: Draft) -> Candidate:
    read = draft.extraction.fields if draft.extraction else {}
    open_fields = {name: value for name, value in read.items() if name not in draft.confirmed}
    rows = evidence_rows(open_fields)
    doubted = (row.field for row in rows if row.certainty == Certainty.REVIEW)
    return Candidate(
        release=release,
        headline=draft.headline,
        folio=draft.folio,
        missing=content_of_draft(draft).missing,
        doubts=tuple(doubted),
        token=f"{release.lock_version}-{draft.lock_version}",
    )


def respond_publish(
    request: HttpRequest, releases: Iterable[Release], page: dict[str, Any]
) -> HttpResponse:
    """Asks with every folio listed; once confirmed, publishes and tells what was refused.

    Raises PermissionDenied for a person who may not publish.
    """
    person = staff_of(request)
    if not may(person, "publish"):
        raise PermissionDenied
    chosen = candidates(releases)
    if "confirmado" not in request.POST:
        context = {**page, "title": "Publicar", "candidates": chosen, "field": "_selected_action"}
        return TemplateResponse(request, "admin/releases/release/publish.html", context)
    for candidate in chosen:
        _publish_one(request, candidate, person)
    return redirect(reverse("admin:releases_release_changelist"))


def _publish_one(request: HttpRequest, candidate: Candidate, person: User) -> None:
    name = candidate.folio or str(candidate.release)
    try:
        if request.POST.get(candidate.field_name) != candidate.token:
            raise StaleEdit
        publish(release=candidate.release, by=person, lock_version=candidate.release.lock_version)
    except PublishingError as refusal:
        messages.error(request, f"{name} no se publicó. {refusal}")
    else:
        messages.success(request, f"Se publicó {name}.")


def respond_withdraw(request: HttpRequest, release: Release, page: dict[str, Any]) -> HttpResponse:
    """Asks for the public note, then takes the bulletin off the public archive."""
    return _respond_with_note(
        request,
        release,
        {**page, "title": f"Retirar {_folio(release)}", "button": "Retirar del archivo público"},
        act="withdraw",
        form=WithdrawalForm(request.POST or None),
        do=lambda data, person: withdraw(
            release=release, note=data["note"], reason=data["reason"], by=person
        ),
        done=f"Se retiró {_folio(release)}. Su dirección muestra ahora la nota pública.",
    )


def respond_restore(request: HttpRequest, release: Release, page: dict[str, Any]) -> HttpResponse:
    """Asks for the public note, then makes a withdrawn bulletin public again."""
    return _respond_with_note(
        request,
        release,
        {**page, "title": f"Restituir {_folio(release)}", "button": "Volver a publicar"},
        act="restore",
        form=RestitutionForm(request.POST or None),
        do=lambda data, person: restore(release=release, note=data["note"], by=person),
        done=f"Se restituyó {_folio(release)}.",
    )


def _respond_with_note(
    request: HttpRequest,
    release: Release,
    page: dict[str, Any],
    *,
    act: str,
    form: forms.Form,
    do: Callable[[dict[str, Any], User], object],
    done: str,
) -> HttpResponse:
    person = staff_of(request)
    if not may(person, act):
        raise PermissionDenied
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                do(form.cleaned_data, person)
            except PublishingError as refusal:
                form.add_error(None, str(refusal))
                status = HTTPStatus.CONFLICT
            else:
                messages.success(request, done)
                return redirect(reverse("admin:releases_release_change", args=[release.pk]))
    context = {**page, "release": release, "act": act, "form": form, "errors": form.errors}
    return TemplateResponse(request, "admin/releases/release/act.html", context, status=status)


def _folio(release: Release) -> str:
    revision = release.current_revision
    return (revision.folio if revision else "") or str(release)
