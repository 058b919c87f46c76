"""A bulletin's own page: its draft or its correction as a form, and where each datum comes from."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from releases.admin.base import staff_of
from releases.admin.forms import BulletinForm, CorrectionForm
from releases.catalogue.gazetteer import current_gazetteer
from releases.ingest.records import FIELDS
from releases.models import Draft, Release, Revision, User
from releases.pages.evidence import evidence_rows
from releases.pages.reasons import new_names, resemblance, shown_fields, topic_reasons
from releases.publishing.actions import correct, save_draft
from releases.publishing.content import BulletinContent, content_of_draft, content_of_revision
from releases.publishing.diff import compare_texts
from releases.publishing.errors import PublishingError, StaleEdit
from releases.publishing.permissions import may
from releases.publishing.relinking import relocate
from releases.vocabulary import ReleaseState, RevisionKind

PROPOSAL = "propuesta"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a person works on: a draft, or the public version (perhaps by a proposed correction).

    `seen` names the exact state that a form was made from; a form with another one is stale.
    """

    release: Release
    content: BulletinContent
    seen: str
    draft: Draft | None = None
    revision: Revision | None = None

    @property
    def is_public(self) -> bool:
        return self.revision is not None

    @property
    def reading(self) -> dict[str, Any]:
        """Where each field was read, as `ingest.records` keeps it; empty for what was typed."""
        text = self.draft or self.revision
        return text.extraction.fields if text and text.extraction else {}


def desk_of(release: Release, *, proposal: bool = False) -> Desk:
    """The state of a bulletin as its page shows it; `proposal` starts from a pending correction.

    Raises Draft.DoesNotExist when a bulletin that was never public has no draft.
    """
    revision = release.current_revision
    draft = Draft.objects.select_related("issued_in", "source", "extraction", "based_on").filter(
        pk=release.pk
    )
    if revision is None:
        own = draft.get()
        return Desk(release, content_of_draft(own), f"borrador-{own.lock_version}", draft=own)
    seen = f"version-{revision.number}"
    proposed = draft.first() if proposal else None
    if proposed is None:
        return Desk(release, content_of_revision(revision), seen, revision=revision)
    seen = f"{seen}-propuesta-{proposed.lock_version}"
    return Desk(release, content_of_draft(proposed), seen, draft=proposed, revision=revision)


def may_edit(person: User, release: Release) -> bool:
    """Whether this person may save this bulletin in its present state."""
    if release.state == ReleaseState.PUBLISHED:
        return may(person, "correct")
    if release.state == ReleaseState.SCHEDULED:
        return may(person, "edit") and may(person, "schedule")
    put_away = release.state == ReleaseState.WITHDRAWN or release.discarded_at is not None
    return not put_away and may(person, "edit")


def respond(request: HttpRequest, release: Release, page: dict[str, Any]) -> HttpResponse:
    """The bulletin's page, or what became of saving it. `page` is the admin site's own context.

    Raises PermissionDenied for a form of somebody who may not save this bulletin.
    """
    person = staff_of(request)
    desk = desk_of(release, proposal=PROPOSAL in request.GET)
    editable = may_edit(person, release)
    form_class = CorrectionForm if desk.is_public else BulletinForm
    form = form_class(
        request.POST if request.method == "POST" else None,
        base=desk.content,
        seen=desk.seen,
    )
    status = HTTPStatus.OK
    if form.is_bound:
        # First of all: what was typed while the state changed is shown, so that it is not lost.
        if form.data.get("seen") != desk.seen and may(person, "edit"):
            return _conflict(request, desk, form, page)
        if not editable:
            raise PermissionDenied
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                return _save(request, desk, form, person)
            except StaleEdit:
                return _conflict(request, desk_of(release), form, page)
            except PublishingError as refusal:
                form.add_error(None, str(refusal))
    context = {**page, **_page_context(desk, form, editable=editable), "errors": form.errors}
    template = "admin/releases/release/page.html"
    return TemplateResponse(request, template, context, status=status)


def _save(request: HttpRequest, desk: Desk, form: BulletinForm, person: User) -> HttpResponse:
    content = relocate(form.content, current_gazetteer(), issuer=desk.release.issuer.name)
    if isinstance(form, CorrectionForm) and desk.revision:
        revision = correct(
            release=desk.release,
            content=content,
            kind=RevisionKind(form.cleaned_data["kind"]),
            note=form.cleaned_data["change_note"],
            seen_version=desk.revision.number,
            by=person,
            draft=desk.draft,
        )
        desk.release.refresh_from_db()
        done = format_html(
            'Se publicó la versión {} de {}. <a href="{}">Ver en el sitio</a>.',
            revision.number,
            revision.folio or "el comunicado",
            desk.release.get_absolute_url(),
        )
    elif desk.draft:
        # Who saves the whole form has seen and answers for every field of it.
        confirmed = frozenset(FIELDS)
        save_draft(
            draft=desk.draft,
            content=content,
            lock_version=desk.draft.lock_version,
            by=person,
            confirmed=confirmed,
        )
        done = format_html("{}", "Se guardó el borrador.")
    messages.success(request, done)
    return redirect(reverse("admin:releases_release_change", args=[desk.release.pk]))


def _page_context(desk: Desk, form: BulletinForm, *, editable: bool) -> dict[str, Any]:
    release = desk.release
    sources = release.sources.prefetch_related("extractions").order_by("received_at", "id")
    return {
        "release": release,
        "desk": desk,
        "form": form,
        "media": form.media,
        "editable": editable,
        "fieldsets": _fieldsets(form),
        "shown": shown_fields(desk.content),
        "evidence": evidence_rows(desk.reading),
        "topic_reasons": topic_reasons(desk.content),
        "new_names": new_names(desk.draft),
        "resemblance": resemblance(desk.draft, desk.content),
        "sources": sources,
        "revisions": release.revisions.select_related("created_by").order_by("-number"),
        "acts": release.events.select_related("by", "revision").order_by("-at", "-id")[:50],
        "pending": desk.is_public and desk.draft is None and Draft.objects.filter(pk=release.pk),
        "has_absolute_url": release.is_public,
    }


def _fieldsets(form: BulletinForm) -> list[tuple[str, list[Any]]]:
    groups = [
        ("Identificación", ["folio", "document_kind", "issued_on", "issued_in", "dateline"]),
        ("Texto", ["headline", "summary_points", "body", "boilerplate"]),
        ("Clasificación", ["agencies", "places", "topics"]),
    ]
    if isinstance(form, CorrectionForm):
        groups.append(("Corrección", ["kind", "change_note"]))
    return [(name, [form[field] for field in fields]) for name, fields in groups]


def _conflict(
    request: HttpRequest, desk: Desk, form: BulletinForm, page: dict[str, Any]
) -> HttpResponse:
    """Both texts side by side: what is kept now, and what this person typed, which is not saved."""
    kept = shown_fields(desk.content)
    typed = shown_fields(form.content) if form.is_valid() else typed_fields(form)
    context = {
        **page,
        "title": "Otra persona guardó antes",
        "release": desk.release,
        "desk": desk,
        "note": form.data.get("change_note", ""),
        "rows": [
            (label, compare_texts(kept[label], typed[label]), kept[label], typed[label])
            for label in kept
        ],
    }
    template = "admin/releases/release/conflict.html"
    return TemplateResponse(request, template, context, status=HTTPStatus.CONFLICT)


def typed_fields(form: BulletinForm) -> dict[str, str]:
    """The same for a form that is not valid: the raw texts, so that nothing typed is lost."""
    raw = {name: str(form.data.get(name, "")) for name in form.fields}
    base = shown_fields(form.base)
    return base | {
        "Folio": raw["folio"],
        "Fecha de emisión": raw["issued_on"],
        "Lugar y fecha, como se imprimió": raw["dateline"],
        "Título": raw["headline"],
        "Sumarios": raw["summary_points"],
        "Texto": raw["body"],
        "Cierre": raw["boilerplate"],
    }
