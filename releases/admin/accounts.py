"""Accounts of staff: made and disabled by administrators, with the office's roles."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from releases.admin.base import ModelAdmin, ReadOnly, staff_of
from releases.models import User
from releases.roles import ROLES


class AccountCreationForm(AdminUserCreationForm):  # type: ignore[type-arg]  # not generic at run time
    """A new account: names, mail, roles and a first password."""

    class Meta:
        model = User
        fields = ("username", "email", "first_name", "last_name", "groups")


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Roles decide everything: whoever has one is staff. Accounts are disabled, never deleted.

    A person without full power can't touch an account that has it, nor disable their own.
    """

    add_form = AccountCreationForm
    list_display = ("username", "full_name", "email", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "first_name", "last_name", "email")
    search_help_text = "Nombre, usuario o correo"
    filter_horizontal = ()
    ordering = ("username",)
    readonly_fields = ("last_login", "date_joined", "is_superuser")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Persona", {"fields": ("first_name", "last_name", "email")}),
        ("Acceso", {"fields": ("is_active", "groups", "is_superuser")}),
        ("Fechas", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "email", "first_name", "last_name", "groups")}),
        ("Contraseña", {"fields": ("usable_password", "password1", "password2")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "groups":
            options["queryset"] = Group.objects.filter(name__in=ROLES)
            options["widget"] = forms.CheckboxSelectMultiple
            options["help_text"] = "Sin grupo, la cuenta no entra a la administración."
        return super().formfield_for_manytomany(db_field, request, **options)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        return (*fixed, "is_active", "groups") if obj == request.user else fixed

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        above = obj is not None and obj.is_superuser and not staff_of(request).is_superuser
        return not above and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        person: User = form.instance
        entitled = person.is_superuser or person.groups.exists()
        if person.is_staff != entitled:
            person.is_staff = entitled
            person.save(update_fields=["is_staff"])

    def construct_change_message(self, request: HttpRequest, form: Any, *rest: Any) -> Any:
        """The trail tells which roles an account has now, not only that they changed."""
        message = super().construct_change_message(request, form, *rest)
        if "groups" in form.changed_data:
            names = ", ".join(form.instance.groups.order_by("name").values_list("name", flat=True))
            message.append({"changed": {"fields": [f"grupos: {names or 'ninguno'}"]}})
        return message

    @admin.display(description="nombre")
    def full_name(self, person: User) -> str:
        return person.get_full_name()

    @admin.display(description="roles")
    def roles(self, person: User) -> str:
        names = sorted(group.name for group in person.groups.all())
        return ", ".join(names) or ("Todo" if person.is_superuser else "Ninguno")


@admin.register(Authenticator)
class AuthenticatorAdmin(ReadOnly, ModelAdmin[Model]):
    """Second factors: an administrator takes one away when its owner lost the telephone."""

    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    list_select_related = ("user",)
    search_fields = ("user__username", "user__email")
    fields = ("user", "type", "created_at", "last_used_at")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        above = obj is not None and obj.user.is_superuser and not staff_of(request).is_superuser
        return not above and bool(request.user.has_perm("mfa.delete_authenticator"))
