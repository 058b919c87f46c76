"""The page of a bulletin as it will be public, from its draft."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.utils.safestring import SafeString

from releases.letterhead.typesetting import LetterheadFailed
from releases.models import Draft, Release, Revision, SourceDocument
from releases.page_images import ImageSize, page_image_path
from releases.pages.bulletin import DocumentCard, extension_of
from releases.pages.bulletin_page import page_of
from releases.pages.result_cards import card_of, draw_cards
from releases.publishing.content import content_of_draft
from releases.publishing.letterheads import preview_sheet
from releases.publishing.previews import PreviewedVersion, previewed_version
from releases.search.highlights import Marker
from releases.search.results import Hit

logger = logging.getLogger(__name__)


def preview_of(release: Release, draft: Draft, *, address: str, files: str = "") -> dict[str, Any]:
    """What `paginas/previa.html` shows; the page's own files are found below `address`.

    Photos and annexes are found below `files`, there too unless given.

    Left out is what would lead readers to a public address that does not exist yet. Raises
    IncompleteBulletin.
    """
    version = _version_of(release, draft)
    revision = version.revision
    sheet = _sheet_of(revision, draft)
    if sheet:
        revision.source = sheet.source
    page = page_of(release, revision, mentions=version.mentions)
    card: DocumentCard | None = page["document"]
    return {
        **page,
        "address": address,
        "files": files or address,
        "versions": [revision],
        "document": _under(address, card) if card else None,
        "whatsapp": "",
        "shared": None,
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


def previewed_revision(release: Release, draft: Draft) -> Revision:
    """Version 1 as it would be public, with the file that came in. Raises IncompleteBulletin."""
    revision = _version_of(release, draft).revision
    revision.source = draft.source
    return revision


def row_of(release: Release, revision: Revision, *, address: str) -> SafeString:
    """The row of a version in a search without words, which leads to `address`."""
    plain = Marker(None)
    hit = Hit(
        release,
        revision,
        headline=plain.segments(revision.title),
        snippet=plain.snippet(revision.body, revision.summary_points),
    )
    return draw_cards([card_of(hit, url=address)])


@dataclass(frozen=True, slots=True)
class PreviewedDocument:
    """The file that a bulletin would be published with; `path` where it is not a kept one."""

    source: SourceDocument
    path: Path | None = None


def document_of(release: Release, draft: Draft) -> PreviewedDocument | None:
    """The file that came in, or the sheet with the letterhead; None where none can be made.

    Raises IncompleteBulletin for a bulletin written here that lacks something.
    """
    if draft.source is not None:
        return PreviewedDocument(draft.source)
    return _sheet_of(_version_of(release, draft).revision, draft)


def _version_of(release: Release, draft: Draft) -> PreviewedVersion:
    version = previewed_version(release, draft)
    # The same text has the same sheet each time it is asked for.
    version.revision.created_at = release.publish_at or draft.saved_at
    return version


def _sheet_of(revision: Revision, draft: Draft) -> PreviewedDocument | None:
    if draft.source is not None:
        return None
    try:
        return PreviewedDocument(*preview_sheet(revision, content_of_draft(draft)))
    except LetterheadFailed:
        logger.exception("letterhead failed", extra={"release": revision.release_id})
        return None
