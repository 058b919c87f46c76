"""Two texts of one bulletin side by side, when somebody saved while another person was writing."""

from __future__ import annotations

from dataclasses import dataclass

from releases.pages.reasons import shown_fields
from releases.publishing.content import BulletinContent
from releases.publishing.diff import Change, Piece, compare_texts


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One field in both texts, word by word: `kept` is what was saved, `typed` what was not."""

    label: str
    kept: tuple[Piece, ...]
    typed: tuple[Piece, ...]


def conflict_rows(kept: BulletinContent, typed: BulletinContent) -> list[ConflictRow]:
    """The fields in which the saved text and the one just typed differ, in reading order."""
    saved, mine = shown_fields(kept), shown_fields(typed)
    return [
        ConflictRow(
            label,
            tuple(piece for piece in pieces if piece.change is not Change.ADDED),
            tuple(piece for piece in pieces if piece.change is not Change.REMOVED),
        )
        for label in saved
        if saved[label] != mine[label]
        for pieces in [compare_texts(saved[label], mine[label])]
    ]
