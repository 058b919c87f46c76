"""The requests that wait for a second person, and what is decided about each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from releases.models import Authorization, User
from releases.pages.desk.authorizations import authorizations_for
from releases.pages.desk.corrections import MOST_REASON
from releases.publishing import actions
from releases.publishing.errors import PublishingError
from releases.views.desk.access import desk_page, staff, status_of
from releases.vocabulary import PendingAct

_DONE = {
    PendingAct.PUBLISH: "Se autorizó la publicación.",
    PendingAct.COUNTERSIGN: "Quedó su firma en la publicación de emergencia.",
    PendingAct.CORRECT: "Se autorizó la corrección: ya es pública.",
    PendingAct.WITHDRAW: "Se autorizó el retiro: el comunicado ya no se muestra.",
    PendingAct.RESTORE: "Se autorizó la restitución: el comunicado vuelve a ser público.",
}


@desk_page()
@require_safe
def authorizations(request: HttpRequest) -> HttpResponse:
    """What waits for the person, the person's own requests, and the last decisions."""
    return _page(request)


@desk_page("edit")
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """`accion` is `autorizar`, `rechazar` (with `respuesta`) or `cancelar`."""
    asked = get_object_or_404(Authorization.objects.select_related("release"), pk=pk)
    act = _DECISIONS.get(request.POST.get("accion", ""))
    if act is None:
        return _page(request, status=422)
    try:
        done = act(asked, staff(request), request.POST.get("respuesta", "")[:MOST_REASON])
    except PublishingError as refusal:
        return _page(request, wrong=pk, error=str(refusal), status=status_of(refusal))
    messages.success(request, done)
    return redirect("desk-authorizations")


def _authorise(asked: Authorization, person: User, answer: str) -> str:
    actions.authorise(authorization=asked, by=person, answer=answer)
    return _DONE[PendingAct(asked.act)]


def _refuse(asked: Authorization, person: User, answer: str) -> str:
    actions.refuse(authorization=asked, by=person, answer=answer)
    return "Se rechazó la solicitud. Quien la pidió verá el motivo."


def _cancel(asked: Authorization, person: User, answer: str) -> str:
    actions.cancel(authorization=asked, by=person)
    return "Se canceló la solicitud."


_DECISIONS: Mapping[str, Callable[[Authorization, User, str], str]] = {
    "autorizar": _authorise,
    "rechazar": _refuse,
    "cancelar": _cancel,
}


def _page(
    request: HttpRequest, *, wrong: int | None = None, error: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "pestana": "corrections",
        "page": authorizations_for(staff(request)),
        "wrong": wrong,
        "error": error,
        "typed": request.POST.get("respuesta", ""),
        "most_reason": MOST_REASON,
    }
    return render(request, "redaccion/autorizaciones.html", context, status=status)
