"""Forms of the public pages, and the note that forms of staff share; the search has its own filter
set."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from django import forms

from releases.publishing.content import LONGEST_NOTE, clean_text

_DATE = "Escriba la fecha como 2024-04-08 o elíjala en el calendario."


_TOO_LONG = (
    "La nota tiene %(show_value)d caracteres y caben %(limit_value)d. "
    "Acórtela; lo que no deba leer el público va en el motivo interno."
)


class NoteField(forms.CharField):
    """A public note, cleaned, of up to `LONGEST_NOTE` characters.

    The browser is not told how long it may be: it would cut what is pasted without a word.
    """

    def __init__(self, *, error_messages: dict[str, str] | None = None, **options: Any) -> None:
        messages = {"max_length": _TOO_LONG, **(error_messages or {})}
        super().__init__(max_length=LONGEST_NOTE, error_messages=messages, **options)

    def to_python(self, value: Any) -> str:
        return clean_text(str(super().to_python(value)).replace("\r\n", "\n"))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


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
