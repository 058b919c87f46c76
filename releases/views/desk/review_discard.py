"""Putting away a bulletin that was never public, after one page that asks, and taking it back."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST

from releases.models import Draft, Release
from releases.publishing import actions
from releases.publishing.errors import PublishingError, StaleEdit, WrongState
from releases.views.desk.access import desk_page, staff, status_of
from releases.vocabulary import ReleaseState


@desk_page("edit")
@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest, release_id: int) -> HttpResponse:
    """Asks before a bulletin that was never public is put away, and does it."""
    release = get_object_or_404(Release.objects.with_current(), pk=release_id)
    draft = get_object_or_404(Draft.objects.select_related("source", "saved_by"), pk=release_id)
    status, refusal = HTTPStatus.OK, ""
    if request.method == "POST":
        seen = request.POST.get("lock_version")
        try:
            if seen != str(draft.lock_version):
                raise StaleEdit("Alguien lo guardó mientras usted decidía. Revíselo antes.")
            actions.discard(release=release, by=staff(request))
        except PublishingError as error:
            status, refusal = status_of(error), str(error)
        else:
            messages.success(request, _put_away(release))
            return to_next(release)
    context = {"release": release, "draft": draft, "refusal": refusal, "pestana": "inbox"}
    return render(request, "redaccion/revision_descartar.html", context, status=status)


@desk_page("edit")
@require_POST
def recover(request: HttpRequest, release_id: int) -> HttpResponse:
    """Takes back a bulletin that was put away, and opens it; pressing twice does it once.

    What was published meanwhile, or never put away, is opened as it is.
    """
    release = get_object_or_404(Release, pk=release_id)
    draft = get_object_or_404(Draft, pk=release_id)
    try:
        release = actions.recover(release=release, by=staff(request))
    except WrongState as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, _taken_back(release, draft))
    is_written_here = release.state == ReleaseState.DRAFT and draft.source_id is None
    return redirect("desk-edit" if is_written_here else "desk-review", release.pk)


def to_next(release: Release) -> HttpResponse:
    """Leads to the bulletin that waits after this one."""
    return redirect(f"{reverse('desk-next')}?tras={release.pk}")


def _put_away(release: Release) -> str:
    return format_html(
        'Se descartó. Su archivo se conserva. <a href="{}">Ver o recuperar</a>',
        reverse("desk-review", args=[release.pk]),
    )


def _taken_back(release: Release, draft: Draft) -> str:
    if release.number is None and draft.folio:
        return f"Se recuperó sin número: otro comunicado tiene el {draft.folio}. Revise el folio."
    return "Se recuperó como estaba."
