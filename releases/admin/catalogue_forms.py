"""Form fields and checks of the catalogues."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Max

from releases.admin.base import ModelForm
from releases.models import IssuerProfile
from releases.publishing.content import clean_text


class LinesField(forms.CharField):
    """A list of short texts, one a line; stands in for the form field of an ArrayField."""

    widget = AdminTextareaWidget

    def __init__(self, *, base_field: Any = None, max_length: Any = None, **options: Any) -> None:
        # What an ArrayField says of its items and their number is checked when the row is saved.
        options.setdefault("help_text", "Uno por renglón.")
        options["help_text"] = options["help_text"] or "Uno por renglón."
        super().__init__(**{**options, "widget": AdminTextareaWidget(attrs={"rows": 4})})

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else "\n".join(value or ())

    def to_python(self, value: Any) -> Any:
        lines = (clean_text(line) for line in str(value or "").splitlines())
        return [line for line in lines if line]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(data) != list(initial or ()))


class CatalogueForm(ModelForm[Any]):
    """A record of the catalogue; refuses to overwrite what somebody saved in between.

    `seen` is the record's last change when the form was made. Inside a transaction the record
    stays locked from the check until it is saved.
    """

    STALE = "version-mas-reciente"

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk and "seen" in self.fields:
            self.initial["seen"] = last_change(self.instance)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.instance.pk and "seen" in self.fields:
            type(self.instance)._default_manager.select_for_update().get(pk=self.instance.pk)
            if data.get("seen") != last_change(self.instance):
                raise forms.ValidationError(
                    "Alguien guardó este registro después de que usted lo abrió; lo suyo no se "
                    "guardó. Ábralo de nuevo en otra pestaña, compare y repita su cambio.",
                    code=self.STALE,
                )
        return data


def last_change(record: Any) -> str:
    """Names the state of a record and of its names; empty where no change is kept."""
    if not hasattr(record, "changes"):
        return ""
    own = record.changes.aggregate(last=Max("pgh_id"))["last"]
    # A group of synonyms holds its terms itself; the others have rows of their own.
    names = getattr(record, "names", None) or getattr(record, "terms", None)
    if names is None or isinstance(names, list):
        return str(own)
    link = {names.field.name: record.pk}
    changes = names.model.pgh_event_model.objects.filter(**link)
    return f"{own}-{changes.aggregate(last=Max('pgh_id'))['last']}"


class IssuerProfileForm(CatalogueForm):
    """Refuses a number pattern that could never read a folio."""

    class Meta:
        model = IssuerProfile
        fields = ("agency", "url_prefix", "number_pattern", "header_lines", "closing_openers")

    def clean_number_pattern(self) -> str:
        pattern: str = self.cleaned_data["number_pattern"]
        try:
            groups = re.compile(pattern).groupindex
        except re.error as error:
            raise forms.ValidationError(
                "La expresión no es válida: revise paréntesis y corchetes.", code="pattern"
            ) from error
        if pattern and "number" not in groups:
            raise forms.ValidationError(
                "Falta el grupo «number», por ejemplo: (?P<number>\\d+).", code="pattern"
            )
        return pattern
