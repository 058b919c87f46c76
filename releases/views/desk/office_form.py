"""The record of the office, its lists of lines typed one per line."""

from __future__ import annotations

from typing import Any

from django import forms

from releases.models import Office
from releases.publishing.content import clean_text


class LinesField(forms.CharField):
    """Lines as a list, empty ones left out; at most `most` of up to `longest` characters."""

    def __init__(self, *, most: int, longest: int, rows: int, **options: Any) -> None:
        widget = forms.Textarea({"class": "entrada", "rows": rows})
        super().__init__(required=False, widget=widget, **options)
        self._most, self._longest = most, longest

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        text = clean_text(str(super().clean(value) or "").replace("\r\n", "\n"))
        lines = [line for line in text.split("\n") if line]
        if len(lines) > self._most:
            raise forms.ValidationError(f"Escriba {self._most} renglones como máximo.")
        if any(len(line) > self._longest for line in lines):
            raise forms.ValidationError(
                f"Cada renglón lleva {self._longest} caracteres como máximo. Divídalo."
            )
        return lines


class OfficeForm(forms.Form):
    """`seen` says from which state of the record the form was made."""

    archive_name = forms.CharField(
        label="Nombre del archivo",
        help_text="Como lo leerá el público en todas las páginas.",
        max_length=200,
        widget=forms.TextInput({"class": "entrada"}),
        error_messages={"required": "Escriba el nombre del archivo."},
    )
    letterhead = LinesField(
        label="Membrete",
        help_text="De uno a cuatro renglones, arriba a la izquierda de cada PDF.",
        most=4,
        longest=200,
        rows=3,
    )
    contact = LinesField(
        label="Contacto de prensa",
        help_text="Un dato por renglón: teléfono, correo, domicilio de la oficina.",
        most=6,
        longest=200,
        rows=4,
    )
    emergency_numbers = LinesField(
        label="Números de emergencia",
        help_text="Uno por renglón, el número primero: 9-1-1 Emergencias.",
        most=4,
        longest=100,
        rows=3,
    )
    two_people = forms.BooleanField(required=False)
    seen = forms.CharField(widget=forms.HiddenInput)

    def clean_archive_name(self) -> str:
        return clean_text(self.cleaned_data["archive_name"])

    @property
    def values(self) -> dict[str, Any]:
        """The fields of `Office` that the valid form gives."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    @staticmethod
    def values_of(office: Office) -> dict[str, Any]:
        """The same fields as the record has them."""
        names = ("archive_name", "letterhead", "contact", "emergency_numbers", "two_people")
        return {name: getattr(office, name) for name in names}
