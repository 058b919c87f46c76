"""Correcting a public bulletin in the open, and the list of corrections in work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_safe

from releases.catalogue.lookup import CatalogueKind
from releases.models import Draft, Release, User
from releases.pages.desk.conflict import ConflictRow, conflict_rows
from releases.pages.desk.corrections import (
    MOST_REASON,
    SPELLING_NOTE,
    Correction,
    Powers,
    Preview,
    correction_of,
    effects_of_correction,
    new_findings,
    prepared_corrections,
    preview_of,
)
from releases.publishing import actions
from releases.publishing.content import LONGEST_NOTE, BulletinContent
from releases.publishing.errors import (
    NoteRequired,
    PublishingError,
    StaleEdit,
    SubstantialEdit,
    WrongState,
)
from releases.publishing.permissions import may
from releases.views.corrections import describe_change, public_changes
from releases.views.desk.access import check_may, desk_page, staff, status_of
from releases.views.desk.corrections_form import CorrectionForm
from releases.views.desk.review_form import KINDS as ENTITY_FIELDS
from releases.vocabulary import PendingAct, RevisionKind

_RECENT = 10
_REASON_NEEDED = "Diga por qué se publica pese a lo que encontró la revisión editorial."


@dataclass(frozen=True, slots=True)
class Chosen:
    """An agency, a place or a topic that the form offers to keep."""

    slug: str
    label: str
    is_kept: bool


@desk_page()
@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Corrections in work and proposed by files, and the last ones that readers saw."""
    context = {
        "pestana": "corrections",
        "prepared": prepared_corrections(),
        "recent": [describe_change(row) for row in public_changes()[:_RECENT]],
    }
    return render(request, "redaccion/correcciones.html", context)


@desk_page()
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, release_id: int) -> HttpResponse:
    """A public bulletin with what would change, and what becomes of the form.

    A withdrawn bulletin leads to its withdrawal. Raises Http404 for one that never was public.
    """
    release = get_object_or_404(Release.objects.with_current(), pk=release_id)
    correction = correction_of(release)
    if correction is None:
        if release.current_revision_id is None:
            raise Http404("Este comunicado no se ha publicado: se cambia en su revisión.")
        return redirect("desk-withdraw", release_id)
    if request.method != "POST":
        return _page(request, correction, CorrectionForm(correction=correction))
    check_may(staff(request), "edit")
    form = CorrectionForm(request.POST, correction=correction)
    if form.is_stale:
        return _conflict(request, form)
    return _answer(request, correction, form)


def _answer(request: HttpRequest, correction: Correction, form: CorrectionForm) -> HttpResponse:
    act = request.POST.get("accion", "")
    if act == "descartar":
        return _drop(request, correction, form)
    if act == "proponer-nota":
        data = request.POST.copy()
        data["change_note"] = SPELLING_NOTE
        return _page(request, correction, CorrectionForm(data, correction=correction))
    valid = form.is_valid()
    if act not in _ACTS:
        return _page(request, correction, form)
    if not valid:
        return _page(request, correction, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    content = form.placed_content
    if act != "guardar" and not _has_reasons(correction, content, form):
        form.add_error("common_reason", _REASON_NEEDED)
        return _page(request, correction, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        return _ACTS[act](request, correction, form, content)
    except StaleEdit:
        return _conflict(request, form)
    except PublishingError as refusal:
        form.add_error(_field_of(refusal), str(refusal))
        return _page(request, correction, form, status=status_of(refusal))


def _has_reasons(correction: Correction, content: BulletinContent, form: CorrectionForm) -> bool:
    return bool(form.cleaned_data["common_reason"]) or not new_findings(correction, content)


def _field_of(refusal: PublishingError) -> str | None:
    if isinstance(refusal, NoteRequired):
        return "change_note"
    return "kind" if isinstance(refusal, SubstantialEdit) else None


def _drop(request: HttpRequest, correction: Correction, form: CorrectionForm) -> HttpResponse:
    try:
        if correction.draft is None:
            raise WrongState("No hay ningún borrador que descartar.")
        actions.drop_correction(
            release=correction.release,
            seen_draft=correction.draft.lock_version,
            by=staff(request),
        )
    except PublishingError as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-correct", correction.release.pk)
    messages.success(request, "Se descartó el borrador. Lo publicado no cambió.")
    return redirect("desk-published")


def _save(
    request: HttpRequest, correction: Correction, form: CorrectionForm, content: BulletinContent
) -> HttpResponse:
    _prepare(correction, form, content, by=staff(request))
    messages.success(request, "Se guardó el borrador. Lo publicado no ha cambiado.")
    return redirect("desk-correct", correction.release.pk)


def _ask(
    request: HttpRequest, correction: Correction, form: CorrectionForm, content: BulletinContent
) -> HttpResponse:
    person = staff(request)
    with transaction.atomic():
        _prepare(correction, form, content, by=person)
        actions.request_authorization(
            release=correction.release,
            act=PendingAct.CORRECT,
            note=form.cleaned_data["change_note"],
            reason=form.cleaned_data["reason"],
            by=person,
        )
        _keep_reasons(correction, content, form, by=person)
    messages.success(request, "Se pidió la autorización. Lo publicado no cambia hasta que la den.")
    return redirect("desk-authorizations")


def _publish(
    request: HttpRequest, correction: Correction, form: CorrectionForm, content: BulletinContent
) -> HttpResponse:
    person = staff(request)
    with transaction.atomic():
        revision = actions.correct(
            release=correction.release,
            content=content,
            kind=RevisionKind(form.cleaned_data["kind"]),
            note=form.cleaned_data["change_note"],
            reason=form.cleaned_data["reason"],
            seen_version=correction.current.number,
            by=person,
            draft=correction.draft,
        )
        _keep_reasons(correction, content, form, by=person)
    correction.release.refresh_from_db()
    done = format_html(
        'Se publicó la versión {} de {}. <a href="{}">Ver en el sitio</a>',
        revision.number,
        revision.folio or "un comunicado sin folio",
        correction.release.get_absolute_url(),
    )
    messages.success(request, done)
    return redirect("desk-published")


_Act = Callable[[HttpRequest, Correction, CorrectionForm, BulletinContent], HttpResponse]
_ACTS: Mapping[str, _Act] = {"guardar": _save, "pedir": _ask, "publicar": _publish}


def _prepare(
    correction: Correction, form: CorrectionForm, content: BulletinContent, *, by: User
) -> Draft:
    return actions.prepare_correction(
        release=correction.release,
        content=content,
        kind=RevisionKind(form.cleaned_data["kind"]),
        note=form.cleaned_data["change_note"],
        seen_version=correction.current.number,
        seen_draft=correction.seen_draft,
        by=by,
    )


def _keep_reasons(
    correction: Correction, content: BulletinContent, form: CorrectionForm, *, by: User
) -> None:
    reason = form.cleaned_data["common_reason"]
    for finding in new_findings(correction, content) if reason else ():
        actions.explain_finding(
            release=correction.release, finding=finding.key, reason=reason, by=by
        )


def _conflict(request: HttpRequest, form: CorrectionForm) -> HttpResponse:
    """Both texts side by side; the form keeps what was typed, now against what is kept."""
    form.is_valid()
    release = Release.objects.with_current().get(pk=form.correction.release.pk)
    now = correction_of(release)
    if now is None:
        messages.error(request, "Este comunicado se retiró mientras usted lo corregía.")
        return redirect("desk-withdraw", release.pk)
    data = request.POST.copy()
    data["seen_version"] = str(now.current.number)
    data["seen_draft"] = str(now.seen_draft or "")
    again = CorrectionForm(data, correction=now)
    rows = conflict_rows(now.content, form.content)
    return _page(request, now, again, status=HTTPStatus.CONFLICT, rows=rows)


def _page(
    request: HttpRequest,
    correction: Correction,
    form: CorrectionForm,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    rows: list[ConflictRow] | None = None,
) -> HttpResponse:
    person = staff(request)
    powers = Powers.of(person)
    preview = _preview(correction, form)
    context = {
        "pestana": "corrections",
        "correction": correction,
        "form": form,
        "chosen": _chosen(form),
        "preview": preview,
        "powers": powers,
        "may_edit": may(person, "edit"),
        "effects": effects_of_correction(correction, powers),
        "conflict": rows,
        "most_note": LONGEST_NOTE,
        "most_reason": MOST_REASON,
    }
    return render(request, "redaccion/correccion.html", context, status=status)


def _preview(correction: Correction, form: CorrectionForm) -> Preview:
    content = correction.content
    if form.is_bound:
        content = form.placed_content if form.is_valid() else form.content
    note = str(form["change_note"].value() or "")
    return preview_of(correction, content, kind=form.chosen_kind, note=note)


def _chosen(form: CorrectionForm) -> dict[str, list[Chosen]]:
    """The entities that the form offers to keep: those of the text and those just chosen."""
    chosen = {}
    for name, kind in ENTITY_FIELDS.items():
        kept = form.cleaned_data.get(name, ()) if form.is_bound else form.base.slugs(kind)
        slugs = dict.fromkeys((*form.base.slugs(kind), *kept))
        chosen[name] = [Chosen(slug, _label(form, kind, slug), slug in kept) for slug in slugs]
    return chosen


def _label(form: CorrectionForm, kind: CatalogueKind, slug: str) -> str:
    entry = form.directory.entry(kind, slug)
    return entry.label if entry else slug
