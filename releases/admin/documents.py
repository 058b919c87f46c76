"""Kept files, their readings and the public versions: looked at, downloaded, never changed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join

from releases.admin.base import ModelAdmin, ReadOnly
from releases.models import Extraction, Revision, SourceDocument
from releases.publishing.content import attachments_from_json
from releases.storage import open_document


@admin.register(SourceDocument)
class SourceDocumentAdmin(ReadOnly, ModelAdmin[SourceDocument]):
    list_display = ("file_name", "release", "kind", "size", "page_count", "received_at")
    list_filter = ("kind", "media_type", "received_at")
    search_fields = ("file_name", "sha256")
    search_help_text = "Nombre del archivo o SHA-256"
    list_select_related = ("release",)
    show_full_result_count = False
    ordering = ("-id",)
    fields = (
        "release",
        "kind",
        "file",
        "sha256",
        "text_sha256",
        "media_type",
        "size",
        "page_count",
        "companion_of",
        "received_at",
        "received_by",
    )
    readonly_fields = ("file",)

    @admin.display(description="archivo")
    def file(self, source: SourceDocument) -> str:
        url = reverse("admin:releases_sourcedocument_file", args=[source.pk])
        return format_html('<a href="{}">{}</a>', url, source.file_name)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.file_view)
        own = path("<int:pk>/archivo/", view, name="releases_sourcedocument_file")
        return [own, *super().get_urls()]

    def file_view(self, request: HttpRequest, pk: int) -> FileResponse:
        """The kept bytes as a download, whatever the bulletin's state: staff only."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        source = get_object_or_404(SourceDocument, pk=pk)
        try:
            file = open_document(source.sha256)
        except FileNotFoundError as error:
            raise Http404("El archivo no está en el almacén. Avise a Administración.") from error
        response = FileResponse(
            file, as_attachment=True, filename=source.file_name, content_type=source.media_type
        )
        # Received files may be hostile: even opened in the browser they get no power here.
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"
        response["Cache-Control"] = "private, no-store"
        return response


@admin.register(Extraction)
class ExtractionAdmin(ReadOnly, ModelAdmin[Extraction]):
    list_display = ("source", "extractor", "from_image", "read_at")
    list_filter = ("extractor", "from_image")
    search_fields = ("source__file_name", "source__sha256")
    list_select_related = ("source",)
    show_full_result_count = False
    ordering = ("-id",)
    fields = ("source", "extractor", "from_image", "read_at", "notices_shown", "text")
    readonly_fields = ("text", "notices_shown")

    @admin.display(description="texto extraído")
    def text(self, extraction: Extraction) -> str:
        lines = "\n".join(str(line.get("text", "")) for line in extraction.lines)
        return format_html('<pre class="extraido">{}</pre>', lines)

    @admin.display(description="avisos")
    def notices_shown(self, extraction: Extraction) -> str:
        return format_html_join(
            "\n", "<p>{}</p>", ((str(notice),) for notice in extraction.notices)
        )


@admin.register(Revision)
class RevisionAdmin(ReadOnly, ModelAdmin[Revision]):
    list_display = ("folio", "number", "kind", "headline", "created_at", "created_by")
    list_filter = ("kind", "created_at")
    search_fields = ("folio", "headline", "change_note")
    list_select_related = ("created_by",)
    show_full_result_count = False
    ordering = ("-id",)
    readonly_fields = ("summary_shown", "body_shown", "attachments_shown", "on_site")
    fields = (
        "release",
        "number",
        "kind",
        "change_note",
        "on_site",
        "folio",
        "issued_on",
        "issued_in",
        "headline",
        "summary_shown",
        "body_shown",
        "boilerplate",
        "attachments_shown",
        "text_sha256",
        "source",
        "extraction",
        "created_at",
        "created_by",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        return super().get_queryset(request).select_related("release")

    @admin.display(description="sumarios")
    def summary_shown(self, revision: Revision) -> str:
        return _paragraphs(revision.summary_points)

    @admin.display(description="texto")
    def body_shown(self, revision: Revision) -> str:
        return _paragraphs(revision.body)

    @admin.display(description="fotografías y anexos")
    def attachments_shown(self, revision: Revision) -> str:
        files = attachments_from_json(revision.attachments)
        words = ((row.file_name, row.caption, row.alt, row.credit) for row in files)
        return _paragraphs([" · ".join(filter(None, row)) for row in words]) or "Ninguno"

    @admin.display(description="en el sitio")
    def on_site(self, revision: Revision) -> str:
        if not revision.release.is_public:
            return "No es público"
        return format_html('<a href="{}">Ver en el sitio</a>', revision.get_absolute_url())

    def view_on_site(self, revision: Any) -> str | None:
        return revision.get_absolute_url() if revision.release.is_public else None


def _paragraphs(texts: list[str]) -> str:
    return format_html_join("\n", "<p>{}</p>", ((text,) for text in texts))
