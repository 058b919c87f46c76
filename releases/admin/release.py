"""Bulletins in the administration: the list, and the doors to each bulletin's pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.csrf import csrf_protect

from releases.admin import release_acts, release_page
from releases.admin.base import ModelAdmin, ReadOnly, staff_of
from releases.admin.release_list import CorrectedFilter, DiscardedFilter, find_releases
from releases.models import Draft, Release, Revision
from releases.presentation import short_date
from releases.publishing.permissions import may
from releases.vocabulary import ReleaseState


@admin.register(Release)
class ReleaseAdmin(ReadOnly, ModelAdmin[Release]):
    """Reading is for all staff; each act asks `publishing` for its own permission.

    Nothing is added here (files come in by intake) and nothing is ever deleted.
    """

    list_display = ("folio", "issued_on", "headline", "place", "state_name", "version")
    list_display_links = ("folio", "headline")
    list_filter = ("state", CorrectedFilter, "year", DiscardedFilter)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("number",)  # shows the box; `find_releases` decides
    search_help_text = "Folio (0275/2024) o palabras del título y del texto"
    date_hierarchy = "current_revision__issued_on"
    ordering = (F("current_revision__issued_on").desc(nulls_first=True), "-id")
    actions = ("publish_selected",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        return (
            super()
            .get_queryset(request)
            .select_related("issuer", "current_revision__issued_in", "draft__issued_in")
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Release], search_term: str
    ) -> tuple[QuerySet[Release], bool]:
        return find_releases(queryset, search_term), False

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may(staff_of(request), "publish")

    @admin.action(description="Publicar…", permissions=["publish"])
    def publish_selected(
        self, request: HttpRequest, queryset: QuerySet[Release]
    ) -> HttpResponse | None:
        return release_acts.respond_publish(
            request,
            queryset.order_by("year", "number"),
            {
                **self._page(request),
                "action": "publish_selected",
            },
        )

    @admin.display(description="folio", ordering="number")
    def folio(self, release: Release) -> str:
        return self._text(release).folio or "Sin folio"

    @admin.display(description="fecha", ordering="current_revision__issued_on")
    def issued_on(self, release: Release) -> str:
        day = self._text(release).issued_on
        return short_date(day) if day else "Falta"

    @admin.display(description="título")
    def headline(self, release: Release) -> str:
        revision = release.current_revision
        return revision.title if revision else release.draft.headline

    @admin.display(description="lugar")
    def place(self, release: Release) -> str:
        return str(self._text(release).issued_in or "")

    @admin.display(description="estado", ordering="state")
    def state_name(self, release: Release) -> str:
        label = "Descartado" if release.discarded_at else ReleaseState(release.state).label
        return format_html('<span class="estado estado--{}">{}</span>', release.state, label)

    @admin.display(description="versión", ordering="current_revision__number")
    def version(self, release: Release) -> str:
        revision = release.current_revision
        return str(revision.number) if revision else ""

    def _text(self, release: Release) -> Draft | Revision:
        return release.current_revision or release.draft

    def get_urls(self) -> list[URLPattern]:
        own = [
            ("publicar", self.publish_view, "publish"),
            ("retirar", self.withdraw_view, "withdraw"),
            ("restituir", self.restore_view, "restore"),
        ]
        return [
            path(
                f"<int:pk>/{word}/",
                self.admin_site.admin_view(csrf_protect(view)),
                name=f"releases_release_{name}",
            )
            for word, view, name in own
        ] + super().get_urls()

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if not object_id.isdigit():
            raise Http404
        release = self._release(request, int(object_id))
        page = {**self._page(request, release), **(extra_context or {})}
        return csrf_protect(release_page.respond)(request, release, page)

    def publish_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        release = self._release(request, pk)
        return release_acts.respond_publish(request, [release], self._page(request, release))

    def withdraw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        release = self._release(request, pk)
        return release_acts.respond_withdraw(request, release, self._page(request, release))

    def restore_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        release = self._release(request, pk)
        return release_acts.respond_restore(request, release, self._page(request, release))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect(f"{reverse('admin:releases_release_change', args=[object_id])}#actos")

    def _release(self, request: HttpRequest, pk: int) -> Release:
        """Raises Http404, or PermissionDenied for a person who may not see bulletins."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        release = self.get_queryset(request).filter(pk=pk).first()
        if release is None:
            raise Http404("Ese comunicado no existe.")
        return release

    def _page(self, request: HttpRequest, release: Release | None = None) -> dict[str, Any]:
        person = staff_of(request)
        state = release.state if release else ""
        waiting = {ReleaseState.DRAFT, ReleaseState.IN_REVIEW, ReleaseState.SCHEDULED}
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(self._text(release).folio or release) if release else "",
            "may_publish": state in waiting and may(person, "publish"),
            "may_withdraw": state == ReleaseState.PUBLISHED and may(person, "withdraw"),
            "may_restore": state == ReleaseState.WITHDRAWN and may(person, "restore"),
        }
