"""A new account: who it is for, and what it may do."""

from __future__ import annotations

from typing import Any

from django import forms

from releases.roles import ROLES, WRITERS


def _entry(**attributes: str) -> forms.TextInput:
    return forms.TextInput({"class": "entrada", **attributes})


class InvitationForm(forms.Form):
    """The role is one of `roles.ROLES`."""

    first_name = forms.CharField(
        label="Nombre",
        max_length=150,
        widget=_entry(autocomplete="off"),
        error_messages={"required": "Escriba el nombre."},
    )
    last_name = forms.CharField(
        label="Apellidos", max_length=150, required=False, widget=_entry(autocomplete="off")
    )
    email = forms.EmailField(
        label="Correo electrónico",
        help_text="Ahí llega un enlace para elegir contraseña; nadie más la conoce.",
        widget=forms.EmailInput({"class": "entrada", "autocomplete": "off"}),
        error_messages={
            "required": "Escriba el correo: ahí llega el enlace para entrar.",
            "invalid": "Escriba un correo electrónico completo, como nombre@ejemplo.gob.mx.",
        },
    )
    role = forms.ChoiceField(
        label="Papel",
        choices=[(name, name) for name in ROLES],
        initial=WRITERS,
        error_messages={
            "required": "Elija un papel.",
            "invalid_choice": "Elija uno de los papeles de la lista.",
        },
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "email" in data:
            data["email"] = data["email"].strip().lower()
        return data
