"""Two texts of one bulletin side by side, when somebody saved while another person was writing."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    return _rows(shown_fields(kept), shown_fields(typed))


def remembered(content: BulletinContent) -> str:
    """A text as a form takes it along, to be told from a later one by `rows_since`."""
    return json.dumps(shown_fields(content), ensure_ascii=False)


def rows_since(seen: str, content: BulletinContent) -> list[ConflictRow] | None:
    """The fields that changed since `remembered` gave `seen`: `kept` is what was seen, `typed` what
    there is now. None where nothing that was remembered came back."""
    now = shown_fields(content)
    try:
        before = json.loads(seen)
    except ValueError:
        return None
    if not isinstance(before, dict):
        return None
    return _rows({label: str(before.get(label, text)) for label, text in now.items()}, now)


def _rows(saved: Mapping[str, str], mine: Mapping[str, str]) -> list[ConflictRow]:
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
