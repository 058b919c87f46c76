"""Why a bulletin leaves the public archive, or comes back."""

from __future__ import annotations

from typing import Any

from django import forms

from releases.pages.desk.corrections import MOST_NOTE
from releases.publishing.actions import Grounds
from releases.publishing.content import clean_text
from releases.vocabulary import WithdrawalKind


def _line(label: str, **options: Any) -> forms.CharField:
    widget = forms.TextInput({"class": "entrada", "autocomplete": "off"})
    return forms.CharField(label=label, required=False, max_length=200, widget=widget, **options)


class NoteForm(forms.Form):
    """A public note and a reason that stays inside; `seen_version` says what the person saw."""

    note = forms.CharField(
        label="Motivo público",
        max_length=MOST_NOTE,
        error_messages={"required": "Escriba el motivo que leerá el público."},
    )
    reason = _line("Motivo interno")
    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def clean_note(self) -> str:
        note = clean_text(self.cleaned_data["note"].replace("\r\n", "\n"))
        if not note:
            raise forms.ValidationError("Escriba el motivo que leerá el público.")
        return note


class WithdrawalForm(NoteForm):
    """The grounds too. An order names its authority; its file number and day are as they come."""

    kind = forms.ChoiceField(
        label="Clase de retiro",
        choices=WithdrawalKind.choices(),
        error_messages={"required": "Elija la clase de retiro."},
    )
    authority = _line("Autoridad que lo ordena")
    file_number = _line("Oficio o expediente")
    effective_on = forms.DateField(
        label="Fecha de la orden",
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(
            {"type": "date", "class": "entrada entrada--corta"}, format="%Y-%m-%d"
        ),
        error_messages={"invalid": "Escriba la fecha como día/mes/año: 08/04/2024."},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        ordered = data.get("kind") == WithdrawalKind.BY_ORDER
        if ordered and not clean_text(data.get("authority") or ""):
            self.add_error("authority", "Escriba qué autoridad lo ordena; no se publica.")
        return data

    @property
    def grounds(self) -> Grounds:
        """What the valid form says."""
        data = self.cleaned_data
        return Grounds(
            kind=WithdrawalKind(data["kind"]),
            authority=data["authority"],
            file_number=data["file_number"],
            effective_on=data["effective_on"],
        )
