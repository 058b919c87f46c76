"""The page of one bulletin, as it is now or as an older version said it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from releases import bulletin_page, structured_data
from releases.citations import cite
from releases.exports import absolute
from releases.models import Office, Release, Revision
from releases.views.addresses import current_revision, of_public_release


@of_public_release
def release(request: HttpRequest, release: Release) -> HttpResponse:
    """The current version. `q` (or `marcar`) marks words; a search's parameters lead back to it."""
    revision = current_revision(release)
    return render(request, "paginas/comunicado.html", _page(release, revision))


@of_public_release
def revision(request: HttpRequest, release: Release, number: int) -> HttpResponse:
    """What the public saw in one version; the page says when that is not the current one."""
    shown = get_object_or_404(
        release.revisions.select_related("issued_in", "source", "extraction"), number=number
    )
    return render(request, "paginas/comunicado.html", _page(release, shown))


def _page(release: Release, revision: Revision) -> dict[str, Any]:
    mentions = list(bulletin_page.mentions_of(revision))
    entities = bulletin_page.entities_of(revision, mentions)
    document = bulletin_page.document_card(release, revision)
    office = Office.objects.select_related("agency").first()
    return {
        "seccion": "search",
        "release": release,
        "revision": revision,
        "is_current": revision.pk == release.current_revision_id,
        "paragraphs": bulletin_page.paragraphs_of(revision, mentions),
        "entities": entities,
        "document": document,
        "versions": list(
            release.revisions.only("number", "kind", "created_at", "release").order_by("-number")
        ),
        "citation": cite(
            release=release,
            revision=revision,
            url=absolute(release.short_path),
            today=timezone.localdate(),
        ),
        "description": bulletin_page.description_of(revision),
        "whatsapp": bulletin_page.whatsapp_link(release, revision),
        "read_from_image": bool(revision.extraction and revision.extraction.from_image),
        "office": office,
        "structured_data": structured_data.news_article(
            release=release,
            revision=revision,
            agencies=entities.agencies,
            office=office,
            image=document.image if document else "",
        ),
    }
