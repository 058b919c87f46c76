"""The one page from which a bulletin goes out: now, at its minute, or with somebody else's word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from releases.feeds import entry_text
from releases.models import Draft, Release, User
from releases.pages.desk.conflict import ConflictRow, rows_since
from releases.pages.desk.publishing import (
    Confirmation,
    Powers,
    confirmation_of,
    is_done,
    outcome_of,
)
from releases.pages.preview import previewed_revision, row_of
from releases.publishing import actions
from releases.publishing.clock import database_now
from releases.publishing.errors import PublishingError, StaleEdit, WrongState
from releases.views.desk.access import desk_page, staff, status_of
from releases.views.desk.publish_form import Act, PublishForm
from releases.views.errors import error_response
from releases.vocabulary import PendingAct, ReleaseState

_IN_WORK = {ReleaseState.DRAFT, ReleaseState.IN_REVIEW, ReleaseState.SCHEDULED}


@desk_page("edit")
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, release_id: int) -> HttpResponse:
    """States what would come out and when, and does it; pressing twice does it once."""
    release, draft = _find(release_id)
    if request.method == "POST":
        return _decide(request, release, draft)
    if draft is None:
        return redirect("desk-publish-done", release_id)
    return _page(request, confirmation_of(release, draft))


def _find(release_id: int) -> tuple[Release, Draft | None]:
    """The bulletin with the draft that waits to be published; None where none does."""
    release = get_object_or_404(Release.objects.select_related("issuer"), pk=release_id)
    if release.state not in _IN_WORK or release.discarded_at:
        return release, None
    drafts = Draft.objects.select_related("issued_in", "source", "saved_by")
    return release, drafts.get(pk=release.pk)


def _decide(request: HttpRequest, release: Release, draft: Draft | None) -> HttpResponse:
    if draft is None:
        return _too_late(request, release, PublishForm(request.POST))
    shown = confirmation_of(release, draft)
    form = PublishForm(request.POST, findings=shown.findings)
    is_valid = form.is_valid()
    # Before what the form lacks: that may be about words which the person never saw.
    if form.is_stale(shown):
        return _overtaken(request, form, release.pk, StaleEdit())
    if not is_valid:
        return _page(request, shown, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.minute and form.minute <= database_now():
        return _page(request, shown, form, status=HTTPStatus.UNPROCESSABLE_ENTITY, is_past=True)
    try:
        _carry_out(shown, form, by=staff(request))
    except (StaleEdit, WrongState) as error:
        return _overtaken(request, form, release.pk, error)
    except PublishingError as error:
        return _page(request, shown, form, status=status_of(error), error=error)
    return redirect("desk-publish-done", release.pk)


def _carry_out(shown: Confirmation, form: PublishForm, *, by: User) -> None:
    """The act and the reasons that were given for it: both are kept, or neither."""
    with transaction.atomic():
        _DOINGS[form.act](shown, form, by)
        # After the act, which locks the bulletin first: two presses at once wait for each other.
        for key, reason in form.cleaned_data["reasons"].items():
            actions.explain_finding(release=shown.release, finding=key, reason=reason, by=by)


def _publish(shown: Confirmation, form: PublishForm, by: User) -> None:
    reason = form.cleaned_data["emergency_reason"] if form.act is Act.EMERGENCY else ""
    actions.publish(
        release=shown.release,
        by=by,
        lock_version=form.seen.release,
        draft_version=form.seen.draft,
        emergency_reason=reason,
    )


def _schedule(shown: Confirmation, form: PublishForm, by: User) -> None:
    if form.minute:
        actions.schedule(
            release=shown.release,
            at=form.minute,
            by=by,
            lock_version=form.seen.release,
            draft_version=form.seen.draft,
        )


def _ask(shown: Confirmation, form: PublishForm, by: User) -> None:
    if form.seen != (shown.release.lock_version, shown.draft.lock_version):
        raise StaleEdit
    data = {"at": form.minute.isoformat()} if form.minute else {}
    actions.request_authorization(release=shown.release, act=PendingAct.PUBLISH, by=by, data=data)


_DOINGS: Mapping[Act, Callable[[Confirmation, PublishForm, User], None]] = {
    Act.PUBLISH: _publish,
    Act.EMERGENCY: _publish,
    Act.SCHEDULE: _schedule,
    Act.ASK: _ask,
    Act.ASK_FOR_MINUTE: _ask,
}


def _overtaken(
    request: HttpRequest, form: PublishForm, release_id: int, error: PublishingError
) -> HttpResponse:
    """Somebody was faster: the same hand pressing twice, or another with another text."""
    release, draft = _find(release_id)
    if form.decision and is_done(release, form.decision):
        return redirect("desk-publish-done", release_id)
    if draft is None:
        return _too_late(request, release, form)
    shown = confirmation_of(release, draft)
    rows = rows_since(form.cleaned_data.get("seen_text", ""), shown.content)
    return _page(request, shown, form.again(shown), status=status_of(error), error=error, rows=rows)


def _too_late(request: HttpRequest, release: Release, form: PublishForm) -> HttpResponse:
    if form.is_valid() and form.decision and is_done(release, form.decision):
        return redirect("desk-publish-done", release.pk)
    return error_response(
        request,
        HTTPStatus.CONFLICT,
        happened="Este comunicado ya se publicó, se retiró o se descartó; no se cambió nada.",
        advice="Ábralo desde la mesa para ver cómo quedó.",
    )


def _page(
    request: HttpRequest,
    shown: Confirmation,
    form: PublishForm | None = None,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    error: PublishingError | None = None,
    is_past: bool = False,
    rows: Sequence[ConflictRow] | None = None,
) -> HttpResponse:
    wanted = request.GET.get("accion") or request.POST.get("accion")
    context = {
        "pestana": "scheduled",
        "shown": shown,
        "form": form or PublishForm.of(shown),
        "powers": Powers.of(staff(request)),
        "schedules": shown.is_scheduled or wanted in {Act.SCHEDULE, Act.ASK_FOR_MINUTE},
        "error": error,
        "is_past": is_past,
        "rows": rows,
        **_in_lists(shown),
    }
    return render(request, "redaccion/publicar.html", context, status=status)


def _in_lists(shown: Confirmation) -> dict[str, Any]:
    """The row of a search and the entry of a feed with which a whole bulletin would come out."""
    if shown.missing:
        return {}
    revision = previewed_revision(shown.release, shown.draft)
    revision.folio = shown.folio
    address = reverse("desk-preview", args=[shown.release.pk])
    row = row_of(shown.release, revision, address=address)
    return {"row": row, "entry": entry_text(revision)}


@desk_page("edit")
@require_safe
def done(request: HttpRequest, release_id: int) -> HttpResponse:
    """What became of it: where it is, when it goes out, or whose word it waits for."""
    release, draft = _find(release_id)
    outcome = outcome_of(release, draft)
    if outcome is None:
        if draft is None:
            raise Http404
        return redirect("desk-publish", release_id)
    return render(
        request, "redaccion/publicar_hecho.html", {"pestana": "scheduled", "outcome": outcome}
    )
