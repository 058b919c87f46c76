"""The one record of the office: changed after a look at what that changes."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from releases.models import ClosingBlock, Office
from releases.pages.desk.office import changes_of, fingerprint, sample_sheet
from releases.publishing import actions
from releases.publishing.permissions import may
from releases.views.desk.access import check_may, desk_page, staff
from releases.views.desk.office_form import OfficeForm


@desk_page()
@require_http_methods(["GET", "HEAD", "POST"])
def office(request: HttpRequest) -> HttpResponse:
    """Shows the record; `accion=ver` shows what would change, `accion=guardar` saves it."""
    record = get_object_or_404(Office.objects.select_related("agency"))
    if request.method != "POST":
        initial = {**OfficeForm.values_of(record), "seen": fingerprint(record)}
        return _page(request, record, OfficeForm(initial=initial))
    check_may(staff(request), "office")
    form = OfficeForm(request.POST)
    if not form.is_valid():
        return _page(request, record, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.cleaned_data["seen"] != fingerprint(record):
        form.add_error(
            None, "Otra persona cambió estos datos mientras usted escribía. Abajo se comparan."
        )
        return _page(request, record, form, values=form.values, status=HTTPStatus.CONFLICT)
    if request.POST.get("accion") != "guardar":
        return _page(request, record, form, values=form.values)
    if changes_of(record, form.values):
        for name, value in form.values.items():
            setattr(record, name, value)
        actions.save_record(record=record, by=staff(request))
        messages.success(request, "Se guardaron los datos de la oficina.")
    return redirect("desk-office")


def _page(
    request: HttpRequest,
    record: Office,
    form: OfficeForm,
    *,
    values: dict[str, Any] | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """`values` are those to be looked at before they are saved."""
    shown = values or OfficeForm.values_of(record)
    context = {
        "pestana": "accounts",
        "form": form,
        "record": record,
        "is_preview": values is not None and status == HTTPStatus.OK,
        "changes": changes_of(record, values) if values else [],
        "seen": fingerprint(record),
        "sheet": sample_sheet(record, shown),
        "emergency_numbers": shown["emergency_numbers"],
        "blocks": ClosingBlock.objects.all(),
        "day": timezone.localdate(),
        "may_change": may(staff(request), "office"),
    }
    return render(request, "redaccion/oficina.html", context, status=status)
