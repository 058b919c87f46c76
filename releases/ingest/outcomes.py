"""What became of a file, and the Spanish sentences that say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from releases.ingest.matching import Match, MatchKind
from releases.ingest.reading import BulletinReading
from releases.models import Release


class Outcome(StrEnum):
    """What became of a file; the words are those of the report."""

    CREATED = "creado"
    NEW_VERSION = "versión propuesta"
    DUPLICATE = "duplicado"
    ATTACHED = "guardado junto a otro"
    REVIEW = "por revisar"
    REFUSED = "rechazado"


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of one file, and why in Spanish.

    `release` is the bulletin it led to, `twin` the one it repeats, corrects or resembles, `share`
    how much of both is alike (0 to 1) where that was measured.
    """

    name: str
    outcome: Outcome
    code: str = ""
    message: str = ""
    release: Release | None = None
    doubts: tuple[str, ...] = ()
    twin: Release | None = None
    share: float | None = None


FIELD_NAMES = {
    "from_image": "texto leído de una imagen",
    "active_content": "acciones o programas dentro del documento",
    "issuer": "emisora",
    "folio": "folio",
    "issued_on": "fecha",
    "issued_in": "lugar",
    "headline": "título",
    "summary_points": "sumarios",
    "body": "texto",
    "boilerplate": "cierre",
    "agency": "dependencias",
    "place": "lugares",
    "topic": "temas",
}


def describe_doubts(doubts: tuple[str, ...], reading: BulletinReading) -> str:
    """What a person has to look at before the bulletin can be published."""
    if not reading.record.fields:
        return " ".join(notice["message"] for notice in reading.record.notices)
    if not doubts:
        return "Listo para revisar y publicar."
    return "Revise: " + ", ".join(FIELD_NAMES.get(doubt, doubt) for doubt in doubts) + "."


def describe_twin(match: Match) -> str:
    """Which bulletin it resembles and how much."""
    share = f"{match.share:.0%}".replace("%", " %")
    return f"Se parece a {match.release} (coincide el {share}). Compárelos antes de publicar."


def duplicate_result(name: str, match: Match) -> IngestResult:
    """The answer to a file that the archive has."""
    what = (
        "Es idéntico, byte por byte, a"
        if match.kind is MatchKind.SAME_FILE
        else "Tiene el mismo texto que"
    )
    message = f"{what} {match.release}. No se agregó."
    return IngestResult(
        name, Outcome.DUPLICATE, "duplicado", message, match.release, twin=match.release
    )
