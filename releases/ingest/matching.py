"""Is this bulletin known? Told by its bytes, its words, or its folio."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from releases.models import Release, SourceDocument


class MatchKind(StrEnum):
    """What a file is to the archive."""

    NEW = "new"
    SAME_FILE = "same-file"
    SAME_TEXT = "same-text"
    SAME_FOLIO = "same-folio"


@dataclass(frozen=True, slots=True)
class Match:
    """How a file relates to the archive, and the bulletin that it is a twin of."""

    kind: MatchKind
    release: Release | None = None


def match_file(sha256: str) -> Match:
    """Whether the very same bytes are kept already, withdrawn bulletins included."""
    return _twin(MatchKind.SAME_FILE, sha256=sha256)


def match_text(text_sha256: str) -> Match:
    """Whether the same words came before, in a file of other bytes."""
    return _twin(MatchKind.SAME_TEXT, text_sha256=text_sha256)


def match_folio(*, issuer_id: int, number: int | None, year: int) -> Match:
    """Whether the series has this number already. A bulletin without number matches nothing."""
    if number is None:
        return Match(MatchKind.NEW)
    release = Release.objects.filter(issuer_id=issuer_id, number=number, year=year).first()
    return Match(MatchKind.SAME_FOLIO, release) if release else Match(MatchKind.NEW)


def _twin(kind: MatchKind, **condition: str) -> Match:
    source = SourceDocument.objects.filter(**condition).select_related("release").first()
    return Match(kind, source.release) if source else Match(MatchKind.NEW)
