"""The editor as HTML: the whole page, its side with sheet and checks, and a stale save."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from releases.models import Draft
from releases.pages.desk.conflict import conflict_rows
from releases.pages.desk.editor import EditorState, entity_groups, folio_words, letterhead_of
from releases.pages.desk.editor_checks import checklist
from releases.publishing.content import BulletinContent
from releases.publishing.datelines import place_of_dateline, read_place
from releases.publishing.permissions import may
from releases.views.desk.access import staff
from releases.views.desk.editor_form import EditorForm


def editor_page(
    request: HttpRequest,
    state: EditorState,
    form: EditorForm,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:
    """The whole page, with what a bound form says in place of what is saved."""
    person, content = staff(request), state.content
    context = {
        **_side(state, form),
        "pestana": "editor",
        "folio_words": folio_words(state),
        "state": state,
        "draft": state.draft,
        "release": state.release,
        "form": form,
        "groups": [(group, form[group.box]) for group in entity_groups(content, form.directory)],
        "saved": saved_words(state.draft) if state.draft else "",
        "may_publish": may(person, "publish"),
        "may_change": may(person, "schedule") or not state.is_scheduled,
        **more,
    }
    return render(request, "redaccion/editor.html", context, status=status)


def side_of_page(request: HttpRequest, state: EditorState, form: EditorForm) -> HttpResponse:
    """Sheet and checks alone, for the script that asks while somebody types."""
    return render(request, "redaccion/_editor-lado.html", _side(state, form))


def conflict_page(request: HttpRequest, form: EditorForm) -> HttpResponse:
    """Both texts, and the form with the typed one: saved again, it takes the place of the other.

    `form` is the valid form, made from what is saved now.
    """
    mine = _without_links(form.content)
    return editor_page(
        request,
        form.state,
        form,
        status=HTTPStatus.CONFLICT,
        is_conflict=True,
        filas=conflict_rows(_without_links(form.state.content), mine),
    )


def saved_words(draft: Draft) -> str:
    """«Borrador guardado a las 16:31 h», with the day when that was not today."""
    at = timezone.localtime(draft.saved_at)
    day = "" if at.date() == timezone.localdate() else f" el {at:%d/%m/%Y}"
    return f"Borrador guardado{day} a las {at:%H:%M} h"


def _side(state: EditorState, form: EditorForm) -> dict[str, Any]:
    content, gazetteer = state.content, form.directory.gazetteer
    block = state.draft.closing_block if state.draft else None
    given = None
    place = read_place(place_of_dateline(content.dateline, content.issued_on), gazetteer)
    if form.is_bound:
        content, place = form.content, form.dateline_place
        given = form.typed_folio.number if form.typed_folio else None
        block = form.cleaned_data.get("closing_block")
    return {
        "sheet": letterhead_of(content, state=state, given=given),
        "checks": checklist(content, state=state, place=place, block=block),
    }


def _without_links(content: BulletinContent) -> BulletinContent:
    # Agencies, places and topics are found anew on each save: nobody typed their difference.
    return replace(content, mentions=())
