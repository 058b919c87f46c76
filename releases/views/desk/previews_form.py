"""To whom a bulletin is shown before it is public, and for how long."""

from __future__ import annotations

from django import forms

from releases.publishing.previews import LONGEST_HOURS


class PreviewForm(forms.Form):
    reader = forms.CharField(
        label="Para quién",
        max_length=120,
        help_text="El medio o la persona. Su nombre aparece en la página que abra.",
        widget=forms.TextInput(attrs={"class": "entrada", "autocomplete": "off"}),
        error_messages={"required": "Escriba el nombre del medio o de la persona."},
    )
    hours = forms.IntegerField(
        label="Cuántas horas sirve",
        min_value=1,
        max_value=LONGEST_HOURS,
        initial=24,
        help_text=f"De 1 a {LONGEST_HOURS}.",
        widget=forms.NumberInput(attrs={"class": "entrada entrada--corta"}),
        error_messages={
            "required": f"Escriba cuántas horas, de 1 a {LONGEST_HOURS}.",
            "invalid": f"Escriba un número de horas, de 1 a {LONGEST_HOURS}.",
            "min_value": "Al menos una hora.",
            "max_value": f"A lo más {LONGEST_HOURS} horas; después puede dar otro enlace.",
        },
    )
