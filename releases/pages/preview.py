"""The page of a bulletin as it will be public, from its draft."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils import timezone

from releases.models import Draft, Release, SourceDocument
from releases.page_images import ImageSize, page_image_path
from releases.pages.bulletin import DocumentCard, extension_of
from releases.pages.bulletin_page import page_of
from releases.publishing.previews import previewed_version


def preview_of(release: Release, draft: Draft, *, address: str) -> dict[str, Any]:
    """What `paginas/previa.html` shows; the page's own files are found below `address`.

    Left out is what would lead readers to a public address that does not exist yet. Raises
    IncompleteBulletin.
    """
    version = previewed_version(release, draft)
    revision = version.revision
    revision.created_at = release.publish_at or timezone.now()
    page = page_of(release, revision, mentions=version.mentions)
    card: DocumentCard | None = page["document"]
    return {
        **page,
        "address": address,
        "versions": [revision],
        "document": _under(address, card) if card else None,
        "whatsapp": "",
        "structured_data": "",
    }


def _under(address: str, card: DocumentCard) -> DocumentCard:
    drawn = page_image_path(card.source, 1, ImageSize.FULL) is not None
    return replace(
        card,
        url=f"{address}documento.{extension_of(card.source)}",
        image=f"{address}pagina-1.webp" if drawn else "",
        thumbnail=f"{address}miniatura-1.webp" if drawn else "",
    )


def document_of(draft: Draft) -> SourceDocument | None:
    """The file that the bulletin would be published with, if there is one."""
    return draft.source
