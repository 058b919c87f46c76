"""Publishing several bulletins of the inbox at once, after a page that lists every folio."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from releases.pages.desk.several import Choice, choices_of, parse_choices
from releases.presentation import counted, joined
from releases.publishing import actions
from releases.publishing.actions import BatchReport
from releases.publishing.second_person import two_people
from releases.views.desk.access import desk_page, staff

NOTHING_CHOSEN = "Elija en la bandeja al menos un comunicado listo."


@desk_page("publish")
@require_http_methods(["GET", "HEAD", "POST"])
def publish_several(request: HttpRequest) -> HttpResponse:
    """Lists what was chosen and what would be published; publishes that when it is confirmed."""
    sent = request.POST if request.method == "POST" else request.GET
    choices = choices_of(parse_choices(sent.getlist("c")))
    if not choices:
        messages.warning(request, NOTHING_CHOSEN)
        return redirect("desk-inbox")
    if request.method != "POST" or not any(choice.can_go for choice in choices):
        return _confirmation(request, choices)
    if two_people():
        return _confirmation(request, choices, status=HTTPStatus.CONFLICT)
    report = actions.publish_many(
        candidates=[choice.candidate for choice in choices if choice.can_go], by=staff(request)
    )
    _tell(request, report, choices)
    return redirect("desk-inbox")


def _confirmation(
    request: HttpRequest, choices: Iterable[Choice], *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    going = [choice for choice in choices if choice.can_go]
    context = {
        "pestana": "inbox",
        "going": going,
        "staying": [choice for choice in choices if not choice.can_go],
        "words": counted(len(going), "comunicado", "comunicados"),
        "two_people": two_people(),
    }
    return render(request, "redaccion/publicar_varios.html", context, status=status)


def _tell(request: HttpRequest, report: BatchReport, choices: Iterable[Choice]) -> None:
    if report.done:
        one, many = "Se publicó 1 comunicado", f"Se publicaron {len(report.done)} comunicados"
        names = joined([str(release) for release in report.done])
        messages.success(request, f"{one if len(report.done) == 1 else many}: {names}.")
    for release, reason in report.refused:
        messages.error(request, f"{release} no se publicó. {reason}")
    for choice in choices:
        if not choice.can_go:
            messages.warning(request, f"{choice.release} no se publicó. {choice.obstacle}")
