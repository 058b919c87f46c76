"""Taking a bulletin off the public archive, and bringing it back: each after one page that asks."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from releases.models import Release, Revision
from releases.pages.desk.corrections import Powers, effects_of_withdrawal
from releases.publishing import actions
from releases.publishing.actions import Grounds
from releases.publishing.content import LONGEST_NOTE
from releases.publishing.errors import PublishingError
from releases.publishing.permissions import may
from releases.views.desk.access import check_may, desk_page, staff, status_of
from releases.views.desk.withdrawal_form import NoteForm, WithdrawalForm
from releases.vocabulary import EventKind, PendingAct, WithdrawalKind


@desk_page()
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, release_id: int) -> HttpResponse:
    """Withdraws a public bulletin, restores a withdrawn one, or asks for a second person to.

    Raises Http404 for a bulletin that never was public.
    """
    release = get_object_or_404(Release.objects.with_current(), pk=release_id)
    if release.current_revision is None:
        raise Http404("Este comunicado no se ha publicado: se descarta en su revisión.")
    form = _form(request, release, release.current_revision)
    if request.method != "POST":
        return _page(request, release, form)
    check_may(staff(request), "edit")
    if not form.is_valid():
        return _page(request, release, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.cleaned_data["seen_version"] != release.current_revision.number:
        form.add_error(None, "El comunicado cambió mientras usted decidía. Véalo y repita.")
        return _page(request, release, form, status=HTTPStatus.CONFLICT)
    try:
        done = _carry_out(request, release, form)
    except PublishingError as refusal:
        form.add_error(None, str(refusal))
        return _page(request, release, form, status=status_of(refusal))
    messages.success(request, done)
    if Powers.of(staff(request)).withdraws:
        return redirect("desk-withdraw", release.pk)
    return redirect("desk-authorizations")


def _form(request: HttpRequest, release: Release, revision: Revision) -> NoteForm:
    data = request.POST if request.method == "POST" else None
    initial = {"seen_version": revision.number}
    if release.is_public:
        return WithdrawalForm(data, initial=initial, release=release)
    return NoteForm(data, initial=initial)


def _carry_out(request: HttpRequest, release: Release, form: NoteForm) -> str:
    """Does it, or asks for it where the person can't do it alone; says what was done."""
    person, data = staff(request), form.cleaned_data
    note, reason = data["note"], data["reason"]
    alone = Powers.of(person).withdraws
    if isinstance(form, WithdrawalForm):
        if alone:
            actions.withdraw(
                release=release,
                note=note,
                reason=reason,
                grounds=form.grounds,
                seen_version=data["seen_version"],
                by=person,
            )
            return "Se retiró. Su dirección muestra ahora el folio, la fecha y el motivo."
        act, details = PendingAct.WITHDRAW, form.grounds.to_json()
    elif alone:
        actions.restore(release=release, note=note, reason=reason, by=person)
        return "Se restituyó: vuelve a ser público con la nota sobre el texto."
    else:
        act, details = PendingAct.RESTORE, {}
    actions.request_authorization(
        release=release, act=act, note=note, reason=reason, data=details, by=person
    )
    return "Se pidió la autorización. Nada cambia hasta que la den."


def _page(
    request: HttpRequest,
    release: Release,
    form: NoteForm,
    *,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    person = staff(request)
    powers = Powers.of(person)
    context = {
        "pestana": "published",
        "release": release,
        "revision": release.current_revision,
        "form": form,
        "kinds": WithdrawalKind.choices(),
        "powers": powers,
        "may_edit": may(person, "edit"),
        "effects": effects_of_withdrawal(powers),
        "past": _grounds_of(release),
        "most_note": LONGEST_NOTE,
    }
    name = "retiro" if release.is_public else "restitucion"
    return render(request, f"redaccion/{name}.html", context, status=status)


def _grounds_of(release: Release) -> tuple[Grounds, str] | None:
    """Why a withdrawn bulletin was withdrawn, and the internal reason."""
    event = release.events.filter(kind=EventKind.WITHDRAWN).order_by("-pk").first()
    if release.is_public or event is None:
        return None
    return Grounds.from_json(event.data), event.note
