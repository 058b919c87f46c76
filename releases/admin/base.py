"""What every section of the administration stands on: typed admin classes and few shared habits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest

from releases.models import User

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin, TabularInline
    from django.forms import BaseInlineFormSet, ModelForm, ModelMultipleChoiceField
else:
    # Django's classes take no type parameter at run time; these take and forget it.
    class _Subscriptable:
        def __class_getitem__(cls, item: object) -> type:
            return cls

    class ModelAdmin(_Subscriptable, admin.ModelAdmin):
        pass

    class TabularInline(_Subscriptable, admin.TabularInline):
        pass

    class ModelForm(_Subscriptable, forms.ModelForm):
        pass

    class BaseInlineFormSet(_Subscriptable, forms.BaseInlineFormSet):
        pass

    class ModelMultipleChoiceField(_Subscriptable, forms.ModelMultipleChoiceField):
        pass


__all__ = [
    "DayInput",
    "ModelAdmin",
    "ModelForm",
    "ModelMultipleChoiceField",
    "NameInline",
    "ReadOnly",
    "TabularInline",
    "staff_of",
]


def staff_of(request: HttpRequest) -> User:
    """The person who acts. Raises TypeError for a visitor, whom the admin site never lets in."""
    if not isinstance(request.user, User):
        raise TypeError("nobody is signed in")
    return request.user


class DayInput(forms.DateInput):
    """The browser's own calendar: no script, no notes about the server's clock."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class NameFormSet(BaseInlineFormSet[Any, Any, Any]):
    """Rows whose box for taking a name away says so to screen readers."""

    def add_fields(self, form: Any, index: Any) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = "Eliminar"


class NameInline(TabularInline[Any, Any]):
    """Rows of names or terms: each control says its column's name to screen readers."""

    extra = 1
    formset = NameFormSet
    formfield_overrides = {models.DateField: {"widget": DayInput}}

    def formfield_for_dbfield(self, db_field: Any, request: Any, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field is None:
            return None
        control = field.widget
        if isinstance(control, RelatedFieldWidgetWrapper):
            control.can_add_related = control.can_change_related = False
            control.can_view_related = control.can_delete_related = False
            control = control.widget
        control.attrs["aria-label"] = str(db_field.verbose_name).capitalize()
        return field


class ReadOnly:
    """Mixed into an admin or inline: looked at, never changed here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
