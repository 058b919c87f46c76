"""Forms of the public pages; the search has its own filter set."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from django import forms

_DATE = "Escriba la fecha como 2024-04-08 o elíjala en el calendario."


class PeriodForm(forms.Form):
    """The dates and the order of the list on the page of an agency, a place or a topic."""

    ORDERS = (("-fecha", "Más recientes"), ("fecha", "Más antiguos"))

    desde = forms.DateField(
        label="Desde",
        required=False,
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _DATE},
        widget=forms.DateInput(attrs={"type": "date", "class": "entrada"}, format="%Y-%m-%d"),
    )
    hasta = forms.DateField(
        label="Hasta",
        required=False,
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _DATE},
        widget=forms.DateInput(attrs={"type": "date", "class": "entrada"}, format="%Y-%m-%d"),
    )
    orden = forms.ChoiceField(
        label="Orden",
        required=False,
        choices=ORDERS,
        error_messages={"invalid_choice": "Elija uno de los órdenes de la lista."},
        widget=forms.Select(attrs={"class": "entrada"}),
    )

    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        cleaned = cast(dict[str, Any], super().clean())
        since: dt.date | None = cleaned.get("desde")
        until: dt.date | None = cleaned.get("hasta")
        if since and until and since > until:
            self.add_error("desde", "La fecha inicial es posterior a la final.")
        return cleaned

    @property
    def is_open(self) -> bool:
        """Whether no date limits the list."""
        return not (self["desde"].value() or self["hasta"].value())
