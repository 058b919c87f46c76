"""Why a bulletin leaves the public archive, or comes back."""

from __future__ import annotations

from typing import Any

from django import forms

from releases.forms import NoteField
from releases.models import Release
from releases.publishing.actions import Grounds
from releases.publishing.content import clean_text
from releases.publishing.errors import WrongSuccessor
from releases.publishing.successors import find_successor
from releases.vocabulary import WithdrawalKind


def _line(label: str, **options: Any) -> forms.CharField:
    widget = forms.TextInput({"class": "entrada", "autocomplete": "off"})
    return forms.CharField(label=label, required=False, max_length=200, widget=widget, **options)


class NoteForm(forms.Form):
    """A public note and a reason that stays inside; `seen_version` says what the person saw."""

    note = NoteField(
        label="Motivo público",
        error_messages={"required": "Escriba el motivo que leerá el público."},
    )
    reason = _line("Motivo interno")
    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class WithdrawalForm(NoteForm):
    """The grounds too. What was replaced names its successor, an order its authority; the order's
    file number and day are as they come."""

    kind = forms.ChoiceField(
        label="Clase de retiro",
        choices=WithdrawalKind.choices(),
        error_messages={"required": "Elija la clase de retiro."},
    )
    successor = _line(
        "Folio del que lo sustituye",
        help_text="Obligatorio si otro comunicado lo sustituye; la página lo enlaza.",
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

    def __init__(self, *args: Any, release: Release, **options: Any) -> None:
        super().__init__(*args, **options)
        self._release = release

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        ordered = data.get("kind") == WithdrawalKind.BY_ORDER
        if ordered and not clean_text(data.get("authority") or ""):
            self.add_error("authority", "Escriba qué autoridad lo ordena; no se publica.")
        if data.get("kind") == WithdrawalKind.SUPERSEDED:
            data["successor"] = self._successor(clean_text(data.get("successor") or ""))
        return data

    def _successor(self, typed: str) -> str:
        """The successor's key and year; empty, with the reason beside the field, for none."""
        if not typed:
            self.add_error("successor", "Escriba el folio del comunicado que lo sustituye.")
            return ""
        try:
            return str(find_successor(typed, of=self._release))
        except WrongSuccessor as refusal:
            self.add_error("successor", str(refusal))
            return ""

    @property
    def grounds(self) -> Grounds:
        """What the valid form says."""
        data = self.cleaned_data
        kind = WithdrawalKind(data["kind"])
        return Grounds(
            kind=kind,
            successor=data["successor"] if kind is WithdrawalKind.SUPERSEDED else "",
            authority=data["authority"],
            file_number=data["file_number"],
            effective_on=data["effective_on"],
        )
