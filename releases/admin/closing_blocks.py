"""The closing blocks of the office: what ends a bulletin, and on which days."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from releases.admin.authorities import CatalogueAdmin
from releases.admin.base import DayInput
from releases.admin.catalogue_forms import CatalogueForm
from releases.models import ClosingBlock
from releases.presentation import long_date
from releases.publishing.content import clean_text


class ClosingBlockForm(CatalogueForm):
    """A block's text as bulletins keep it, and days in their order."""

    class Meta:
        model = ClosingBlock
        fields = ("name", "text", "valid_from", "valid_until")
        help_texts = {
            "text": "Un renglón por línea impresa: teléfonos, redes, aviso.",
            "valid_until": "El último día. Déjelo vacío mientras siga en uso.",
        }

    def clean_text(self) -> str:
        text = clean_text(self.cleaned_data["text"].replace("\r\n", "\n"))
        if not text:
            raise forms.ValidationError("Escriba el texto del bloque.", code="required")
        return text

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        since, until = data.get("valid_from"), data.get("valid_until")
        if since and until and until < since:
            self.add_error("valid_until", "El último día es anterior al primero.")
        return data


@admin.register(ClosingBlock)
class ClosingBlockAdmin(CatalogueAdmin):
    """A bulletin keeps its own copy: a block that changes or ends changes no old bulletin."""

    form = ClosingBlockForm
    list_display = ("name", "days", "opening")
    search_fields = ("name", "text")
    readonly_fields = ("preview",)
    fields = ("name", "text", "preview", ("valid_from", "valid_until"))
    ordering = ("-valid_from", "name")
    formfield_overrides = {
        models.DateField: {"widget": DayInput},
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 6})},
    }

    def get_fields(self, request: Any, obj: Any = None) -> list[Any]:
        shown = [*self.fields] if obj else [name for name in self.fields if name != "preview"]
        return [*shown, "seen"] if obj and self.has_change_permission(request, obj) else shown

    @admin.display(description="se usa", ordering="valid_from")
    def days(self, block: ClosingBlock) -> str:
        """«desde el 1 de enero de 2024», with the last day and whether it is used today."""
        today = timezone.localdate()
        since = f"Desde el {long_date(block.valid_from)}"
        until = f" hasta el {long_date(block.valid_until)}" if block.valid_until else ""
        in_use = block.valid_from <= today and (
            block.valid_until is None or today <= block.valid_until
        )
        return f"{since}{until}{', en uso' if in_use else ''}"

    @admin.display(description="empieza")
    def opening(self, block: ClosingBlock) -> str:
        first = block.text.partition("\n")[0]
        return first if len(first) <= 80 else f"{first[:79].rstrip()}…"

    @admin.display(description="así se imprime")
    def preview(self, block: ClosingBlock) -> str:
        """As saved, line by line, as it stands at the end of the sheet."""
        lines = format_html_join("", "<p>{}</p>", ((line,) for line in block.text.split("\n")))
        return format_html('<div class="cierre-impreso">{}</div>', lines)
