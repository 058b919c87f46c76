"""The editor: a bulletin written here, from its first words to the page that publishes it."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from releases.catalogue.gazetteer import current_gazetteer
from releases.catalogue.lookup import directory_of
from releases.models import Draft, Release, User
from releases.pages.desk.editor import EditorState, empty_state, state_of
from releases.publishing import actions
from releases.publishing.actions import Writing
from releases.publishing.errors import PublishingError, StaleEdit
from releases.views.desk.access import desk_page, staff, status_of
from releases.views.desk.editor_acts import Act, act_of, apply_act
from releases.views.desk.editor_form import FIELD_OF_MISSING, EditorForm
from releases.views.desk.editor_page import (
    conflict_page,
    editor_page,
    saved_words,
    side_of_page,
)
from releases.vocabulary import ReleaseState

_EDITED = ("GET", "HEAD", "POST")


@desk_page("edit")
@require_http_methods(_EDITED)
def new_bulletin(request: HttpRequest) -> HttpResponse:
    """An empty editor; the first save makes the bulletin."""
    state = empty_state()
    if request.method != "POST":
        return editor_page(request, state, _form(request, state))
    return _answer(request, state)


@desk_page("edit")
@require_http_methods(_EDITED)
def edit_bulletin(request: HttpRequest, release_id: int) -> HttpResponse:
    """A bulletin written here that is not public yet; others are sent to their own page."""
    drafts = Draft.objects.select_related("release__issuer", "issued_in", "closing_block")
    release = get_object_or_404(Release, pk=release_id)
    draft = drafts.filter(pk=release_id, release__current_revision=None).first()
    if release.discarded_at or draft is None:
        messages.info(request, "Ese comunicado ya no es un borrador.")
        return redirect(release.get_absolute_url() if release.is_public else "desk-inbox")
    if draft.source_id:
        return redirect("desk-review", release_id)
    state = state_of(draft)
    if request.method != "POST":
        return editor_page(request, state, _form(request, state))
    return _answer(request, state)


@desk_page("edit")
@require_POST
def letterhead(request: HttpRequest) -> HttpResponse:
    """The sheet and the list of checks for what is typed now; saves nothing."""
    number = request.POST.get("release", "")
    draft = (
        Draft.objects.select_related("release__issuer", "issued_in", "closing_block")
        .filter(pk=int(number), release__current_revision=None)
        .first()
        if number.isdecimal() and len(number) < 10
        else None
    )
    state = state_of(draft) if draft else empty_state()
    form = _form(request, state)
    form.is_valid()
    return side_of_page(request, state, form)


def _form(request: HttpRequest, state: EditorState) -> EditorForm:
    data = request.POST if request.method == "POST" else None
    return EditorForm(data, state=state, directory=directory_of(current_gazetteer()))


def _answer(request: HttpRequest, state: EditorState) -> HttpResponse:
    form = _form(request, state)
    if not form.is_valid():
        return _refused(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    act = act_of(request.POST)
    try:
        draft = _save(form, apply_act(act, form), by=staff(request), quietly=_saves_itself(request))
    except StaleEdit:
        return _conflict(request, form)
    except PublishingError as refusal:
        form.add_error(None, str(refusal))
        return _refused(request, form, status_of(refusal))
    return _kept(draft) if _saves_itself(request) else _go_on(request, draft, act)


def _saves_itself(request: HttpRequest) -> bool:
    """Whether the page's script saves while somebody writes, not the person."""
    return "X-Autosave" in request.headers


def _save(form: EditorForm, writing: Writing, *, by: User, quietly: bool) -> Draft:
    window = form.cleaned_data["window"]
    draft = form.state.draft
    if draft is None:
        return actions.start_bulletin(by=by, writing=writing, window=window)
    return actions.save_bulletin(
        draft=draft,
        writing=writing,
        lock_version=form.cleaned_data["lock_version"],
        by=by,
        window=window,
        quietly=quietly,
    )


def _kept(draft: Draft) -> JsonResponse:
    return JsonResponse(
        {
            "said": saved_words(draft),
            "lock_version": draft.lock_version,
            "release": draft.pk,
            "address": reverse("desk-edit", args=[draft.pk]),
        }
    )


def _refused(request: HttpRequest, form: EditorForm, status: HTTPStatus) -> HttpResponse:
    if not _saves_itself(request):
        return editor_page(request, form.state, form, status=status)
    said = next((str(error) for errors in form.errors.values() for error in errors), "")
    return JsonResponse({"said": f"Sin guardar. {said}"}, status=status)


def _conflict(request: HttpRequest, form: EditorForm) -> HttpResponse:
    if _saves_itself(request):
        said = "Sin guardar: alguien guardó otro texto. Guarde usted para compararlos."
        return JsonResponse({"said": said, "stale": True}, status=HTTPStatus.CONFLICT)
    draft = form.state.draft
    assert draft is not None  # noqa: S101 - a bulletin not yet begun has nobody else's text
    now = state_of(_fresh(draft))
    seen = {name: str(now.initial[name]) for name in ("lock_version", "window")}
    again = EditorForm({**request.POST.dict(), **seen}, state=now, directory=form.directory)
    again.is_valid()
    return conflict_page(request, again)


def _fresh(draft: Draft) -> Draft:
    drafts = Draft.objects.select_related("release__issuer", "issued_in", "saved_by")
    return drafts.get(pk=draft.pk)


def _go_on(request: HttpRequest, draft: Draft, act: Act) -> HttpResponse:
    """What the button asks for once the text is saved."""
    state = state_of(_fresh(draft))
    if act.needs_all and state.content.missing:
        return _show_missing(request, state)
    if act.name in {"publicar", "programar"}:
        address = reverse("desk-publish", args=[draft.pk])
        return redirect(f"{address}?accion={act.name}")
    try:
        if act.name == "enviar" and draft.release.state == ReleaseState.DRAFT:
            actions.submit(release=draft.release, by=staff(request))
            messages.success(request, "Se envió a revisión.")
        elif act.name == "descartar":
            actions.discard(release=draft.release, by=staff(request))
            messages.success(request, "Se descartó el comunicado.")
            return redirect("desk-inbox")
        else:
            messages.success(request, _done_words(draft))
    except PublishingError as refusal:
        messages.error(request, str(refusal))
    return redirect(reverse("desk-edit", args=[draft.pk]) + act.anchor)


def _show_missing(request: HttpRequest, state: EditorState) -> HttpResponse:
    """The text is saved; what it lacks is said beside its field."""
    shown = {name: value for name, value in state.initial.items() if value is not None}
    form = EditorForm(shown, state=state, directory=directory_of(current_gazetteer()))
    form.is_valid()
    for name in state.content.missing:
        form.add_error(FIELD_OF_MISSING.get(name), f"Falta {name}.")
    return editor_page(request, state, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _done_words(draft: Draft) -> str:
    release = draft.release
    if release.state == ReleaseState.SCHEDULED and release.publish_at:
        at = timezone.localtime(release.publish_at)
        return f"Se guardó. Sigue programado para el {at:%d/%m/%Y} a las {at:%H:%M} h."
    return "Se guardó el borrador."
