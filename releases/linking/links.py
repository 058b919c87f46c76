"""What linking returns: mentions with their span, and the agencies, places and topics they give."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from releases.vocabulary import TextField

__all__ = ["EntityKind", "EntityLinks", "EntityMention", "NameProposal", "TextField", "TopicLink"]


class EntityKind(StrEnum):
    AGENCY = "agency"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One name in the text: `paragraph` counts from 0, `start` and `end` are offsets in it.

    `slug` is the catalogue entry's. `method` says how it was found (`name`, `alias`, `acronym`,
    `defined` for an acronym that the text itself explains, `issuer`, `dateline`).
    """

    kind: EntityKind
    slug: str
    field: TextField
    paragraph: int
    start: int
    end: int
    text: str
    method: str


@dataclass(frozen=True, slots=True)
class TopicLink:
    """A topic, its score, and the terms that led to it with their number of occurrences."""

    slug: str
    score: float
    terms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NameProposal:
    """A name that the text defines («… (CNI)») and the catalogue lacks: for a person to decide."""

    name: str
    acronym: str
    field: TextField
    paragraph: int


@dataclass(frozen=True, slots=True)
class EntityLinks:
    """All that linking found in one bulletin, in reading order.

    `agencies` and `places` are catalogue slugs without repetition, the dateline's place not
    among them; `issuer` is the slug of the issuing agency, or None.
    """

    mentions: tuple[EntityMention, ...]
    agencies: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[TopicLink, ...]
    proposals: tuple[NameProposal, ...]
    issuer: str | None
