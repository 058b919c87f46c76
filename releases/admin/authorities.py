"""The catalogues: agencies and their profiles, places, topics, synonyms, and the office itself."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import admin
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Model, Q, QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.csrf import csrf_protect

from releases.admin import merging, trying
from releases.admin.base import ModelAdmin, NameInline, staff_of
from releases.admin.catalogue_forms import CatalogueForm, IssuerProfileForm, LinesField
from releases.language.folding import fold
from releases.models import (
    Agency,
    AgencyName,
    IssuerProfile,
    Office,
    Place,
    PlaceName,
    SynonymGroup,
    Topic,
    TopicTerm,
)
from releases.publishing.actions import remove_name, save_record
from releases.vocabulary import PlaceLevel


class CatalogueAdmin(ModelAdmin[Any]):
    """Saves through `publishing.actions`; records are merged or kept, never deleted."""

    form = CatalogueForm
    show_full_result_count = False
    list_per_page = 100
    formfield_overrides = {ArrayField: {"form_class": LinesField}}

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        shown = [name for name in super().get_fields(request, obj) if name != "seen"]
        return [*shown, "seen"] if obj and self.has_change_permission(request, obj) else shown

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        response = super().render_change_form(request, context, *args, **options)
        if context["adminform"].form.has_error(NON_FIELD_ERRORS, CatalogueForm.STALE):
            response.status_code = HTTPStatus.CONFLICT
        return response

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        save_record(record=obj, by=staff_of(request))

    def save_formset(self, request: HttpRequest, form: Form, formset: Any, change: Any) -> None:
        person = staff_of(request)
        names = formset.save(commit=False)
        for name in formset.deleted_objects:
            remove_name(name=name, by=person)
        for name in names:
            save_record(record=name, by=person)
        formset.save_m2m()


class NamedAdmin(CatalogueAdmin):
    """A catalogue whose records have a `name`, a `sort_key`, an address and perhaps other names."""

    ordering = ("sort_key",)
    search_fields = ("name",)  # shows the box; `get_search_results` decides
    search_help_text = "Nombre, siglas o alias, con o sin acentos"
    # The relation that holds the other names, and the field of theirs that is searched.
    names_lookup = "names__text"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        for word in search_term.split():
            queryset = queryset.filter(
                Q(sort_key__contains=fold(word).replace("ñ", "n~"))
                | Q(**{f"{self.names_lookup}__icontains": word})
                | self.matching(word)
            )
        return queryset, True

    def matching(self, word: str) -> Q:
        """What else a word may be compared with."""
        return Q(slug=word)

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Model | None = None
    ) -> dict[str, Sequence[str]]:
        return {} if obj else {"slug": ("name",)}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        # Addresses are cited in print: once made, they stay.
        fixed = tuple(super().get_readonly_fields(request, obj))
        return (*fixed, "slug") if obj else fixed


class AgencyNameInline(NameInline):
    model = AgencyName
    fk_name = "agency"
    fields = ("text", "kind", "valid_from", "valid_until", "issuer")
    autocomplete_fields = ("issuer",)


@admin.register(Agency)
class AgencyAdmin(NamedAdmin):
    list_display = ("name", "acronym", "scope", "state", "merged_into")
    list_filter = ("scope", ("merged_into", admin.EmptyFieldListFilter))
    list_select_related = ("merged_into",)
    fields = ("name", "acronym", "scope", "state", "slug", "merge")
    readonly_fields = ("merge",)
    inlines = (AgencyNameInline,)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if request.path == reverse("admin:autocomplete"):
            queryset = queryset.filter(merged_into=None)
        return super().get_search_results(request, queryset, search_term)

    def matching(self, word: str) -> Q:
        return Q(acronym__icontains=word) | Q(slug=word)

    @admin.display(description="registros repetidos")
    def merge(self, agency: Agency | None) -> str:
        if agency is None or agency.pk is None:
            return "—"
        if agency.merged_into:
            return f"Unida con {agency.merged_into}."
        url = reverse("admin:releases_agency_merge", args=[agency.pk])
        return format_html('<a href="{}">Unir con otra…</a>', url)

    def has_change_permission(self, request: HttpRequest, obj: Agency | None = None) -> bool:
        merged = obj is not None and obj.merged_into_id is not None
        return not merged and super().has_change_permission(request, obj)

    def view_on_site(self, agency: Agency) -> str:
        return agency.get_absolute_url()

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(csrf_protect(self.merge_view))
        own = path("<int:pk>/unir/", view, name="releases_agency_merge")
        return [own, *super().get_urls()]

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = {**self.admin_site.each_context(request), "opts": self.opts}
        return merging.respond(request, pk, page)


@admin.register(IssuerProfile)
class IssuerProfileAdmin(CatalogueAdmin):
    form = IssuerProfileForm
    list_display = ("agency", "url_prefix", "number_pattern")
    list_select_related = ("agency",)
    search_fields = ("agency__name", "agency__acronym")
    autocomplete_fields = ("agency",)
    ordering = ("agency__sort_key",)
    change_form_template = "admin/releases/issuerprofile/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(csrf_protect(self.trial_view))
        own = path("<int:pk>/probar/", view, name="releases_issuerprofile_trial")
        return [own, *super().get_urls()]

    def trial_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = {**self.admin_site.each_context(request), "opts": self.opts}
        return trying.respond(request, pk, page)


class PlaceNameInline(NameInline):
    model = PlaceName
    fields = ("text", "kind", "valid_from", "valid_until")


@admin.register(Place)
class PlaceAdmin(NamedAdmin):
    """Countries, states and municipalities are INEGI's and fixed; localities can be added."""

    list_display = ("name", "level", "parent", "inegi")
    list_filter = ("level",)
    list_select_related = ("parent",)
    fields = ("name", "level", "inegi", "parent", "slug")
    autocomplete_fields = ("parent",)
    inlines = (PlaceNameInline,)

    def matching(self, word: str) -> Q:
        return Q(inegi=word) | Q(slug=word)

    def get_readonly_fields(self, request: HttpRequest, obj: Place | None = None) -> Any:
        fixed = {"level", "inegi"}
        if obj and obj.level != PlaceLevel.LOCALITY:
            fixed |= {"name", "parent"}
        return (*super().get_readonly_fields(request, obj), *sorted(fixed))

    def save_model(self, request: HttpRequest, obj: Place, form: Any, change: Any) -> None:
        if not change:
            obj.level = PlaceLevel.LOCALITY.value
        super().save_model(request, obj, form, change)

    def view_on_site(self, place: Place) -> str:
        return place.get_absolute_url()


class TopicTermInline(NameInline):
    model = TopicTerm
    fields = ("text", "weight")
    extra = 3


@admin.register(Topic)
class TopicAdmin(NamedAdmin):
    list_display = ("name", "meaning", "threshold")
    fields = ("name", "meaning", "threshold", "slug")
    inlines = (TopicTermInline,)
    names_lookup = "terms__text"

    def view_on_site(self, topic: Topic) -> str:
        return topic.get_absolute_url()


@admin.register(SynonymGroup)
class SynonymGroupAdmin(CatalogueAdmin):
    """Groups that the catalogue of names does not hold; one that misleads can be deleted."""

    search_fields = ("terms",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm("releases.delete_synonymgroup"))

    def delete_model(self, request: HttpRequest, obj: SynonymGroup) -> None:
        remove_name(name=obj, by=staff_of(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[SynonymGroup]) -> None:
        for group in queryset:
            self.delete_model(request, group)


@admin.register(Office)
class OfficeAdmin(CatalogueAdmin):
    """One row, made when the archive was set up."""

    list_display = ("archive_name", "agency")
    list_select_related = ("agency",)
    autocomplete_fields = ("agency",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
