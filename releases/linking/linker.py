"""From a parsed bulletin to the agencies, places and topics that it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from releases.parsing.blocks import is_upper
from releases.parsing.bulletin import Certainty, ParsedBulletin
from releases.parsing.folding import fold

from .agencies import (
    AgencyMatcher,
    NamedAgency,
    Setting,
    defined_acronym,
    find_definitions,
)
from .context import is_street_name
from .gazetteer import AgencyEntry, Gazetteer, NameKind, PlaceEntry, PlaceLevel
from .links import (
    EntityKind,
    EntityLinks,
    EntityMention,
    NameProposal,
    TextField,
)
from .places import PlaceMatcher
from .text import Match, NameTree, split_tokens
from .topics import TopicMatcher

Entry = NamedAgency | PlaceEntry


class _Compiled:
    """What is made once per gazetteer: one tree of all names, and the matchers."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.agencies = AgencyMatcher(gazetteer)
        self.places = PlaceMatcher(gazetteer)
        self.topics = TopicMatcher(gazetteer)
        names: list[tuple[str, Entry]] = [
            *self.agencies.names(gazetteer),
            *self.places.names(gazetteer),
        ]
        self.tree: NameTree[Entry] = NameTree(names)
        self.by_name = {agency.name: agency for agency in gazetteer.agencies}

    def agency_like(self, name: str, acronym: str) -> str:
        """The slug of the agency with this acronym and most of the words of this name, or ""."""
        words = _content(name)
        for match in self.tree.search(acronym):
            for value in match.values:
                if isinstance(value, NamedAgency) and match.end == len(acronym):
                    own = _content(value.agency.name)
                    if 2 * len(words & own) >= max(len(words), len(own)):
                        return value.agency.slug
        return ""


def _content(name: str) -> set[str]:
    return {word for word in fold(name).replace(",", " ").split() if len(word) > 3}


_compiled: dict[int, _Compiled] = {}


@dataclass(slots=True)
class _Found:
    """What is gathered while the text is read."""

    mentions: list[EntityMention] = field(default_factory=list)
    proposals: list[NameProposal] = field(default_factory=list)
    defined: dict[str, str] = field(default_factory=dict)


def link(bulletin: ParsedBulletin, gazetteer: Gazetteer) -> EntityLinks:
    """Find the agencies and places that a bulletin names and the topics it is about.

    The home state and the country are never linked: they say nothing in this archive.
    """
    compiled = _compile(gazetteer)
    issuer = compiled.by_name.get(bulletin.issuer.value or "")
    setting = _setting(bulletin, issuer, gazetteer)
    found = _Found()
    parts = list(_parts(bulletin))
    for part in parts:
        _learn_acronyms(part, compiled, setting, found)
    for part in parts:
        _read_part(part, compiled, setting, found)
    agencies = dict.fromkeys(m.slug for m in found.mentions if m.kind is EntityKind.AGENCY)
    places = dict.fromkeys(m.slug for m in found.mentions if m.kind is EntityKind.PLACE)
    return EntityLinks(
        mentions=tuple(found.mentions),
        agencies=tuple(agencies),
        places=tuple(places),
        topics=compiled.topics.find(bulletin),
        proposals=tuple(found.proposals),
        issuer=issuer.slug if issuer is not None else None,
    )


def _compile(gazetteer: Gazetteer) -> _Compiled:
    found = _compiled.get(id(gazetteer))
    if found is None or found.gazetteer is not gazetteer:
        if len(_compiled) > 4:
            _compiled.clear()
        found = _compiled[id(gazetteer)] = _Compiled(gazetteer)
    return found


def _setting(bulletin: ParsedBulletin, issuer: AgencyEntry | None, gazetteer: Gazetteer) -> Setting:
    place = bulletin.issued_in.value
    dateline_state = place.inegi[:2] if place is not None and place.inegi else None
    sure = bulletin.issuer.certainty is Certainty.SURE
    state = issuer.state if issuer is not None and sure else None
    return Setting(
        issuer=issuer.slug if issuer is not None and sure else None,
        state=state or dateline_state or gazetteer.home_state,
        home_state=gazetteer.home_state,
        date=bulletin.issued_on.value,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    field: TextField
    paragraph: int
    upper: bool


def _parts(bulletin: ParsedBulletin) -> Iterator[_Part]:
    headline = bulletin.headline.value
    yield _Part(headline, TextField.HEADLINE, 0, is_upper(headline))
    for number, point in enumerate(bulletin.summary_points.value):
        yield _Part(point, TextField.SUMMARY, number, is_upper(point))
    for number, paragraph in enumerate(bulletin.body.value):
        yield _Part(paragraph, TextField.BODY, number, is_upper(paragraph))


def _learn_acronyms(part: _Part, compiled: _Compiled, setting: Setting, found: _Found) -> None:
    """«Centro Nacional de Información (CNI)»: the text itself says what CNI means here."""
    named: list[tuple[int, int]] = []
    for match in compiled.tree.search(part.text):
        chosen = _agency_of(match, part, compiled, setting, {})
        if chosen is None or chosen[0].name.kind is NameKind.ACRONYM:
            continue
        agency, end = chosen
        acronym = defined_acronym(part.text, match.end) or defined_acronym(part.text, end)
        if acronym is not None:
            found.defined.setdefault(acronym, agency.agency.slug)
        named.append((match.start, end))
    for definition in find_definitions(part.text):
        if any(start < definition.end and definition.start < end for start, end in named):
            continue
        known = compiled.agency_like(definition.name, definition.acronym)
        found.defined.setdefault(definition.acronym, known)
        if not known:
            _propose(
                found,
                NameProposal(definition.name, definition.acronym, part.field, part.paragraph),
            )


def _propose(found: _Found, proposal: NameProposal) -> None:
    if all(other.acronym != proposal.acronym for other in found.proposals):
        found.proposals.append(proposal)


def _agency_of(
    match: Match[Entry],
    part: _Part,
    compiled: _Compiled,
    setting: Setting,
    defined: dict[str, str],
) -> tuple[NamedAgency, int] | None:
    candidates = [value for value in match.values if isinstance(value, NamedAgency)]
    if not candidates or is_street_name(part.text, match.start):
        return None
    return compiled.agencies.choose(
        candidates, part.text, match, setting, defined, upper=part.upper
    )


def _read_part(part: _Part, compiled: _Compiled, setting: Setting, found: _Found) -> None:
    """Agencies first, then places in what they leave; of each kind the longest names first."""
    covered = bytearray(len(part.text))
    mentions: list[EntityMention] = []
    matches = compiled.tree.search_all(split_tokens(part.text))
    for match in matches:
        if any(covered[match.start : match.end]):
            continue
        agency = _agency_of(match, part, compiled, setting, found.defined)
        if agency is not None:
            named, end = agency
            method = _method(named, part.text[match.start : match.end], found.defined)
            mentions.append(_mention(part, match, EntityKind.AGENCY, named.agency.slug, method))
            covered[match.start : end] = b"\1" * (end - match.start)
    for match in matches:
        places = [value for value in match.values if isinstance(value, PlaceEntry)]
        if not places or any(covered[match.start : match.end]):
            continue
        place = compiled.places.choose(places, part.text, match, setting.state, upper=part.upper)
        covered[match.start : match.end] = b"\1" * (match.end - match.start)
        if place is not None and not _is_home(place, compiled.gazetteer):
            mentions.append(_mention(part, match, EntityKind.PLACE, place.slug, "name"))
    found.mentions.extend(sorted(mentions, key=lambda mention: mention.start))


def _method(agency: NamedAgency, shown: str, defined: dict[str, str]) -> str:
    if shown in defined:
        return "defined"
    if agency.name.issuer is not None:
        return "issuer"
    return {"official": "name", "alias": "alias", "acronym": "acronym"}[agency.name.kind.value]


def _mention(
    part: _Part, match: Match[Entry], kind: EntityKind, slug: str, method: str
) -> EntityMention:
    return EntityMention(
        kind=kind,
        slug=slug,
        field=part.field,
        paragraph=part.paragraph,
        start=match.start,
        end=match.end,
        text=part.text[match.start : match.end],
        method=method,
    )


def _is_home(place: PlaceEntry, gazetteer: Gazetteer) -> bool:
    if place.level is PlaceLevel.COUNTRY:
        return place.slug == "mexico"
    return place.level is PlaceLevel.STATE and place.inegi == gazetteer.home_state
