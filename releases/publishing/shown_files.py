"""The photos and annexes of a version under the names of their public addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from releases.models import Draft, Revision
from releases.photos.annex import EXTENSIONS
from releases.photos.photo import THUMBNAIL_SIDE
from releases.publishing.content import AttachmentContent, attachments_from_json


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A photo or annex and its place among its kind, from 1.

    `name` is the last part of its address, below that of its version: `foto-2.webp`,
    `anexo-1.pdf`.
    """

    content: AttachmentContent
    position: int

    @property
    def name(self) -> str:
        if self.content.is_photo:
            return f"foto-{self.position}.webp"
        return f"anexo-{self.position}.{self.extension}"

    @property
    def small_name(self) -> str:
        """The smaller picture of a photo."""
        return f"foto-{self.position}-chica.webp"

    @property
    def small_width(self) -> int:
        """Pixels across of the smaller picture."""
        width, height = self.content.width or 1, self.content.height or 1
        return min(width, max(1, round(width * THUMBNAIL_SIDE / max(width, height))))

    @property
    def extension(self) -> str:
        return EXTENSIONS.get(self.content.media_type, "bin")


def shown_photos(text: Revision | Draft) -> list[ShownFile]:
    """In the order in which they are shown; costs no query."""
    return _numbered(row for row in attachments_from_json(text.attachments) if row.is_photo)


def shown_annexes(text: Revision | Draft) -> list[ShownFile]:
    """In the order in which they are shown; costs no query."""
    return _numbered(row for row in attachments_from_json(text.attachments) if not row.is_photo)


def _numbered(rows: Iterable[AttachmentContent]) -> list[ShownFile]:
    return [ShownFile(row, position) for position, row in enumerate(rows, start=1)]
