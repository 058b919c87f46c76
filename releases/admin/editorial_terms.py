"""The words of the editorial checks: what this office adds to the built-in lists, or takes away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from releases.admin.authorities import CatalogueAdmin
from releases.admin.base import staff_of
from releases.admin.catalogue_forms import CatalogueForm
from releases.models import EditorialTerm
from releases.publishing.actions import remove_name
from releases.publishing.content import clean_text
from releases.vocabulary import EditorialListKind


class EditorialTermForm(CatalogueForm):
    """A word of one of the lists, in the form in which bulletins write it."""

    kind = forms.ChoiceField(label="lista", choices=EditorialListKind.choices())

    class Meta:
        model = EditorialTerm
        fields = ("kind", "term", "removes", "note")
        help_texts = {
            "term": "Como se escribe en los comunicados. Acrónimos, en mayúsculas.",
            "removes": "Marque si la palabra viene con Conste y esta oficina no la quiere.",
            "note": "Por qué se agrega o se quita; lo leerá quien la revise después.",
        }

    def clean_term(self) -> str:
        term = clean_text(self.cleaned_data["term"])
        if not term:
            raise forms.ValidationError("Escriba la palabra o frase.", code="required")
        return term


class KindFilter(admin.SimpleListFilter):
    """One list at a time."""

    title = "lista"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return EditorialListKind.choices()

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[EditorialTerm]
    ) -> QuerySet[EditorialTerm]:
        return queryset.filter(kind=self.value()) if self.value() else queryset


@admin.register(EditorialTerm)
class EditorialTermAdmin(CatalogueAdmin):
    form = EditorialTermForm
    list_display = ("term", "list_name", "removes", "note")
    list_filter = (KindFilter, "removes")
    search_fields = ("term",)
    search_help_text = "Palabra, frase o nota"
    ordering = ("kind", "term")
    fields = ("kind", "term", "removes", "note")

    @admin.display(description="lista", ordering="kind")
    def list_name(self, term: EditorialTerm) -> str:
        return dict(EditorialListKind.choices()).get(term.kind, term.kind)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        for word in search_term.split():
            queryset = queryset.filter(Q(term__icontains=word) | Q(note__icontains=word))
        return queryset, False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm("releases.delete_editorialterm"))

    def delete_model(self, request: HttpRequest, obj: EditorialTerm) -> None:
        remove_name(name=obj, by=staff_of(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[EditorialTerm]) -> None:
        for term in queryset:
            self.delete_model(request, term)
