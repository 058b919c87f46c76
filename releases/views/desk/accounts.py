"""Who works at the desk: accounts invited, given a role, stopped and let in again."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from releases.models import User
from releases.pages.desk.accounts import ROLE_WORDS, account_row, account_rows, mail_folder
from releases.publishing import actions
from releases.publishing.errors import PublishingError
from releases.publishing.permissions import may
from releases.roles import ROLES
from releases.views.desk.access import check_may, desk_page, staff, status_of
from releases.views.desk.accounts_form import InvitationForm

# The acts of an account's page by the value of their button, with what is said afterwards.
_ACTS: dict[str, tuple[Callable[..., User], str]] = {
    "desactivar": (actions.disable, "Se desactivó: ya no puede hacer nada más."),
    "activar": (actions.enable, "Se activó y se le envió un enlace para elegir contraseña."),
    "restablecer": (actions.reset_password, "Se cerraron sus sesiones y se le envió un enlace."),
    "quitar-factor": (actions.remove_second_factor, "Se quitó el segundo factor."),
}


@desk_page("see accounts")
@require_http_methods(["GET", "HEAD", "POST"])
def accounts(request: HttpRequest) -> HttpResponse:
    """The accounts, and the form that invites somebody."""
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _list(request, form)
    check_may(staff(request), "accounts")
    if not form.is_valid():
        return _list(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        account = actions.invite(by=staff(request), **form.cleaned_data)
    except PublishingError as refusal:
        form.add_error(
            "email" if status_of(refusal).value != HTTPStatus.FORBIDDEN else None, str(refusal)
        )
        return _list(request, form, status=status_of(refusal))
    messages.success(request, f"Se invitó a {account.get_full_name()}. El enlace va a su correo.")
    return redirect("desk-accounts")


@desk_page("see accounts")
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account, with what may be done to it."""
    found = get_object_or_404(User.objects.prefetch_related("groups"), pk=pk)
    if request.method != "POST":
        return _page(request, found)
    person = staff(request)
    check_may(person, "accounts")
    act = request.POST.get("accion", "")
    try:
        if act == "papel":
            role = request.POST.get("papel", "")
            if role not in ROLES:
                return _page(
                    request,
                    found,
                    error="Elija un papel de la lista.",
                    status=HTTPStatus.UNPROCESSABLE_ENTITY,
                )
            actions.change_role(account=found, role=role, by=person)
            said = f"Su papel ahora es {role}."
        elif act in _ACTS:
            verb, said = _ACTS[act]
            verb(account=found, by=person)
        else:
            return _page(
                request,
                found,
                error="Elija una de las acciones de la página.",
                status=HTTPStatus.UNPROCESSABLE_ENTITY,
            )
    except PublishingError as refusal:
        return _page(request, found, error=str(refusal), status=status_of(refusal))
    messages.success(request, said)
    return redirect("desk-account", found.pk)


def _list(
    request: HttpRequest, form: InvitationForm, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "pestana": "accounts",
        "rows": account_rows(),
        "form": form,
        "roles": ROLE_WORDS.items(),
        "may_invite": may(staff(request), "accounts"),
        "mail_folder": mail_folder(),
    }
    return render(request, "redaccion/cuentas.html", context, status=status)


def _page(
    request: HttpRequest, account: User, *, error: str = "", status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    person = staff(request)
    context = {
        "pestana": "accounts",
        "row": account_row(account),
        "roles": ROLE_WORDS.items(),
        "error": error,
        "may_change": may(person, "accounts") and person != account,
        "is_own": person == account,
        "mail_folder": mail_folder(),
    }
    return render(request, "redaccion/cuenta.html", context, status=status)
