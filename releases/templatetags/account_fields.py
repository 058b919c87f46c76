"""Form fields of packages in the product's markup."""

from __future__ import annotations

from django import template
from django.forms import BoundField, CheckboxInput, RadioSelect
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def entrada(field: BoundField) -> SafeString:
    """The control of a field with the stylesheet's class; the label stands beside it, so that
    a package's placeholder does not repeat it."""
    if isinstance(field.field.widget, CheckboxInput | RadioSelect):
        return field.as_widget()
    field.field.widget.attrs.pop("placeholder", None)
    return field.as_widget(attrs={"class": "entrada"})


@register.filter
def is_checkbox(field: BoundField) -> bool:
    return isinstance(field.field.widget, CheckboxInput)
