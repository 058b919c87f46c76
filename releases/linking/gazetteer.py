"""The catalogue as a plain value: the names that linking knows, without a database behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from releases.vocabulary import NameKind, PlaceLevel

__all__ = [
    "AgencyEntry",
    "Gazetteer",
    "IssuerProfile",
    "Name",
    "NameKind",
    "PlaceEntry",
    "PlaceLevel",
    "TopicEntry",
    "TopicTerm",
]


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name an agency or a place, valid between two dates (both inclusive, open if None).

    A name with `issuer` counts only in bulletins of that agency (its slug): a bare «SS» or «FGE»
    means something else in each office's texts.
    """

    text: str
    kind: NameKind = NameKind.OFFICIAL
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """An agency of the catalogue, known by its slug; `state` is the INEGI key of its state."""

    slug: str
    name: str
    acronym: str
    names: tuple[Name, ...]
    state: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place of the catalogue; `parent` is the INEGI key or slug of the place it lies in."""

    slug: str
    name: str
    level: PlaceLevel
    inegi: str | None
    names: tuple[Name, ...]
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class TopicTerm:
    """A word or phrase that speaks for a topic, and how strongly (1 is a weak hint)."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic with its terms; `threshold` is the score from which it is proposed."""

    slug: str
    name: str
    terms: tuple[TopicTerm, ...]
    threshold: float


@dataclass(frozen=True, slots=True)
class IssuerProfile:
    """What is particular to one office's bulletins: data that an administrator edits.

    `number_pattern` is a regular expression with the groups `number` and, where the folio prints
    it, `year`. `header_lines` are lines of its letterhead; `closing_openers` are the words that
    open its closing paragraphs. All are matched accent- and case-folded.
    """

    agency: str
    number_pattern: str = ""
    header_lines: tuple[str, ...] = ()
    closing_openers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything that parsing and linking may know about names, topics and offices.

    `host` is the slug of the office that runs the archive; `home_state` the INEGI key of its state.
    """

    agencies: tuple[AgencyEntry, ...]
    places: tuple[PlaceEntry, ...]
    topics: tuple[TopicEntry, ...]
    profiles: tuple[IssuerProfile, ...]
    host: str
    home_state: str
