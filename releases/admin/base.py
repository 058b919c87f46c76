"""What every section of the administration stands on: typed admin classes and few shared habits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from releases.models import User

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin, TabularInline
    from django.forms import ModelForm, ModelMultipleChoiceField
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

    class ModelMultipleChoiceField(_Subscriptable, forms.ModelMultipleChoiceField):
        pass


__all__ = [
    "ModelAdmin",
    "ModelForm",
    "ModelMultipleChoiceField",
    "ReadOnly",
    "TabularInline",
    "staff_of",
]


def staff_of(request: HttpRequest) -> User:
    """The person who acts. Raises TypeError for a visitor, whom the admin site never lets in."""
    if not isinstance(request.user, User):
        raise TypeError("nobody is signed in")
    return request.user


class ReadOnly:
    """Mixed into an admin or inline: looked at, never changed here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
