"""Names that people type, as entries of the catalogue: one, several, or none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from releases.language.folding import clean_typed, fold_all
from releases.linking.gazetteer import AgencyEntry, Gazetteer, PlaceEntry, TopicEntry
from releases.vocabulary import PlaceLevel

MOST = 12
_LONGEST = 250


class CatalogueKind(StrEnum):
    """What an entry is, in the words of `publishing.content.MentionContent.kind`."""

    AGENCY = "agency"
    PLACE = "place"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class CatalogueName:
    """An entry as people see it: `label` is unique among those of its kind, `note` says more."""

    kind: CatalogueKind
    slug: str
    label: str
    short: str
    note: str = ""


class Directory:
    """The catalogue by the names that people type: accents and case make no difference."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._entries: dict[tuple[CatalogueKind, str], CatalogueName] = {}
        self._exact: dict[tuple[CatalogueKind, str], list[str]] = defaultdict(list)
        for entry, names in _entries_of(gazetteer):
            self._entries[entry.kind, entry.slug] = entry
            for name in dict.fromkeys(map(fold_all, (entry.label, *names))):
                self._exact[entry.kind, name].append(entry.slug)

    def entry(self, kind: CatalogueKind, slug: str) -> CatalogueName | None:
        """The entry of a slug, None where the catalogue has it no longer."""
        return self._entries.get((kind, slug))

    def resolve(self, kind: CatalogueKind, typed: str) -> tuple[CatalogueName, ...]:
        """Who is meant by a typed name: one entry where it is clear, else the candidates.

        A label or a name that only one entry bears is clear. Several bearers are all returned;
        where nobody bears it, those with a name that has the typed words in it.
        """
        folded = _folded(typed)
        by_label = [e for e in self._of_kind(kind) if fold_all(e.label) == folded]
        if len(by_label) == 1:
            return tuple(by_label)
        exact = self._exact.get((kind, folded), [])
        if exact:
            return tuple(self._entries[kind, slug] for slug in exact)
        return self.suggest(kind, typed)

    def suggest(
        self, kind: CatalogueKind, beginning: str, *, limit: int = MOST
    ) -> tuple[CatalogueName, ...]:
        """Entries one of whose names begins so, then those with a word that does."""
        folded = _folded(beginning)
        if not folded:
            return ()
        found: dict[str, bool] = {}
        for (named, name), slugs in self._exact.items():
            if named is kind and (name.startswith(folded) or f" {folded}" in name):
                for slug in slugs:
                    found[slug] = found.get(slug, False) or name.startswith(folded)
        best = sorted(found, key=lambda slug: (not found[slug], self._entries[kind, slug].label))
        return tuple(self._entries[kind, slug] for slug in best[:limit])

    def _of_kind(self, kind: CatalogueKind) -> Iterator[CatalogueName]:
        return (entry for (named, _), entry in self._entries.items() if named is kind)


_kept: list[Directory] = []


def directory_of(gazetteer: Gazetteer) -> Directory:
    """The directory of a catalogue; that of the last one is kept in the process."""
    if not _kept or _kept[0].gazetteer is not gazetteer:
        _kept[:] = [Directory(gazetteer)]
    return _kept[0]


def _folded(typed: str) -> str:
    return fold_all(" ".join(clean_typed(typed)[:_LONGEST].replace("\0", "").split()))


def _entries_of(gazetteer: Gazetteer) -> Iterator[tuple[CatalogueName, tuple[str, ...]]]:
    yield from _agencies(gazetteer.agencies)
    yield from _places(gazetteer.places)
    yield from _topics(gazetteer.topics)


def _agencies(
    agencies: Iterable[AgencyEntry],
) -> Iterator[tuple[CatalogueName, tuple[str, ...]]]:
    for agency in agencies:
        name = CatalogueName(
            kind=CatalogueKind.AGENCY,
            slug=agency.slug,
            label=agency.name,
            short=agency.acronym or agency.name,
            note=agency.acronym,
        )
        yield name, tuple(other.text for other in agency.names)


def _places(places: Iterable[PlaceEntry]) -> Iterator[tuple[CatalogueName, tuple[str, ...]]]:
    rows = tuple(places)
    above = {place.inegi or place.slug: place.name for place in rows}
    bearers = Counter(fold_all(place.name) for place in rows)
    for place in rows:
        level = PlaceLevel(place.level).label
        parent = above.get(place.parent or "", "")
        note = ", ".join(filter(None, (level, parent)))
        shared = bearers[fold_all(place.name)] > 1
        label = f"{place.name} ({note})" if shared else place.name
        name = CatalogueName(
            kind=CatalogueKind.PLACE, slug=place.slug, label=label, short=place.name, note=note
        )
        yield name, tuple(other.text for other in place.names)


def _topics(topics: Iterable[TopicEntry]) -> Iterator[tuple[CatalogueName, tuple[str, ...]]]:
    for topic in topics:
        yield (
            CatalogueName(
                kind=CatalogueKind.TOPIC, slug=topic.slug, label=topic.name, short=topic.name
            ),
            (topic.name,),
        )
