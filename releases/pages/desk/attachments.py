"""The photos and annexes of a draft as the desk shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from releases.models import Draft
from releases.pages.desk.conflict import ConflictRow
from releases.publishing.actions import AttachmentWords
from releases.publishing.content import AttachmentContent, attachments_from_json
from releases.publishing.diff import Change, compare_texts
from releases.publishing.shown_files import ShownFile, shown_annexes, shown_photos


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file under its name at the desk («Fotografía 1»), with its addresses there."""

    content: AttachmentContent
    name: str
    address: str
    small: str = ""


def files_of(draft: Draft) -> list[DraftFile]:
    """The files in the order in which they are shown."""
    photos, annexes = iter(shown_photos(draft)), iter(shown_annexes(draft))
    return [
        _photo(draft, next(photos)) if row.is_photo else _annex(draft, next(annexes))
        for row in attachments_from_json(draft.attachments)
    ]


def _photo(draft: Draft, photo: ShownFile) -> DraftFile:
    place = [draft.pk, photo.position]
    return DraftFile(
        photo.content,
        f"Fotografía {photo.position}",
        reverse("desk-photo", args=place),
        reverse("desk-photo-small", args=place),
    )


def _annex(draft: Draft, annex: ShownFile) -> DraftFile:
    place = [draft.pk, annex.position, annex.extension]
    return DraftFile(annex.content, f"Anexo {annex.position}", reverse("desk-annex", args=place))


def words_in_conflict(draft: Draft, typed: Iterable[AttachmentWords]) -> list[ConflictRow]:
    """What the draft says of its files beside what a person typed, where the two differ."""
    mine = {row.file: row for row in typed}
    return [
        row
        for file in files_of(draft)
        for row in _rows(file, mine.get(file.content.file, AttachmentWords(file=0)))
    ]


def _rows(file: DraftFile, typed: AttachmentWords) -> Iterator[ConflictRow]:
    kept = file.content
    pairs = (
        ("texto alternativo", kept.alt, typed.alt),
        ("pie" if kept.is_photo else "nombre", kept.caption, typed.caption),
        ("crédito", kept.credit, typed.credit),
    )
    for label, saved, mine in pairs:
        if saved != mine:
            pieces = compare_texts(saved, mine)
            yield ConflictRow(
                f"{file.name}, {label}",
                tuple(piece for piece in pieces if piece.change is not Change.ADDED),
                tuple(piece for piece in pieces if piece.change is not Change.REMOVED),
            )
