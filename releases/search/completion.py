"""What a beginning may become: folios, agencies, places, topics, words of the archive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.db.models import Q

from releases.catalogue.gazetteer import current_gazetteer
from releases.language.folding import clean_typed, fold_all
from releases.linking.gazetteer import AgencyEntry, Gazetteer, PlaceEntry
from releases.models import Agency, Place, Release, Topic
from releases.search.suggestions import frequent_words
from releases.statistics import counts_of

LONGEST = 60
SHORTEST = 2
MOST = 8
_MOST_NAMES = 40
_FOLIO = re.compile(r"(?P<number>\d{1,8})(?:\s*[/-]\s*(?P<year>\d{0,4}))?")


class CompletionKind(StrEnum):
    """What a completion is; the words are those shown beside it."""

    FOLIO = "Folio"
    AGENCY = "Dependencia"
    PLACE = "Lugar"
    TOPIC = "Tema"
    WORD = "Palabra"


@dataclass(frozen=True, slots=True)
class Completion:
    """Something to search for: what to type, how many bulletins it has, and its page if any."""

    kind: CompletionKind
    text: str
    count: int
    path: str = ""


def complete(beginning: str) -> tuple[Completion, ...]:
    """Up to eight completions of what was typed so far, all with at least one public bulletin.

    Accents, case and ñ make no difference. Shorter than two letters gives nothing.
    """
    typed = " ".join(clean_typed(beginning)[:LONGEST].replace("\0", "").split())
    folded = fold_all(typed)
    if len(folded) < SHORTEST:
        return ()
    found = [*_folios(typed), *_entities(folded)]
    if len(found) < MOST:
        found += _words(typed)
    return tuple(found[:MOST])


def _folios(typed: str) -> Iterator[Completion]:
    match = _FOLIO.fullmatch(typed)
    if match is None:
        return
    number = match["number"]
    releases = (
        Release.objects.public()
        .filter(Q(number=int(number)) | Q(key__startswith=number))
        .select_related("current_revision")
        .order_by("-year", "key")
    )
    if match["year"]:
        digits = len(match["year"])
        low = int(match["year"].ljust(4, "0"))
        releases = releases.filter(year__gte=low, year__lt=low + 10 ** (4 - digits))
    for release in releases[:MOST]:
        folio = release.current_revision.folio if release.current_revision else ""
        yield Completion(CompletionKind.FOLIO, folio, 1, release.get_absolute_url())


def _entities(folded: str) -> list[Completion]:
    """Agencies, places and topics one of whose names has a word that begins so."""
    slugs: dict[tuple[CompletionKind, str], bool] = {}
    for name, kind, slug in _names(current_gazetteer()):
        if name.startswith(folded):
            slugs[kind, slug] = True
        elif f" {folded}" in name:
            slugs.setdefault((kind, slug), False)
    # The best first, so that the cut takes what only has the letters somewhere inside.
    best = sorted(slugs, key=lambda key: not slugs[key])[:_MOST_NAMES]
    found = [c for c in _counted(best) if c[1].count]
    found.sort(key=lambda pair: (not slugs[pair[0]], -pair[1].count, pair[1].text))
    return [completion for _, completion in found]


def _counted(
    keys: Iterable[tuple[CompletionKind, str]],
) -> Iterator[tuple[tuple[CompletionKind, str], Completion]]:
    chosen = list(keys)
    agencies = Agency.objects.in_bulk(_of(chosen, CompletionKind.AGENCY), field_name="slug")
    places = Place.objects.in_bulk(_of(chosen, CompletionKind.PLACE), field_name="slug")
    topics = Topic.objects.in_bulk(_of(chosen, CompletionKind.TOPIC), field_name="slug")
    rows: dict[tuple[CompletionKind, str], Agency | Place | Topic] = {
        **{(CompletionKind.AGENCY, slug): row for slug, row in agencies.items()},
        **{(CompletionKind.PLACE, slug): row for slug, row in places.items()},
        **{(CompletionKind.TOPIC, slug): row for slug, row in topics.items()},
    }
    for (key, row), count in zip(rows.items(), counts_of(list(rows.values())), strict=True):
        yield key, Completion(key[0], row.name, count, row.get_absolute_url())


def _of(keys: Iterable[tuple[CompletionKind, str]], kind: CompletionKind) -> list[str]:
    return [slug for found, slug in keys if found is kind]


@lru_cache(maxsize=2)
def _names(gazetteer: Gazetteer) -> tuple[tuple[str, CompletionKind, str], ...]:
    """Every name of the catalogue, folded, with what it names."""
    entries: tuple[tuple[CompletionKind, AgencyEntry | PlaceEntry], ...] = (
        *((CompletionKind.AGENCY, entry) for entry in gazetteer.agencies),
        *((CompletionKind.PLACE, entry) for entry in gazetteer.places),
    )
    names = [
        (fold_all(text), kind, entry.slug)
        for kind, entry in entries
        for text in (entry.name, *(name.text for name in entry.names))
    ]
    names += [
        (fold_all(agency.acronym), CompletionKind.AGENCY, agency.slug)
        for agency in gazetteer.agencies
        if agency.acronym
    ]
    names += [(fold_all(t.name), CompletionKind.TOPIC, t.slug) for t in gazetteer.topics]
    return tuple(names)


def _words(typed: str) -> list[Completion]:
    """The last word completed, the others as typed."""
    *before, last = typed.split(" ")
    return [
        Completion(CompletionKind.WORD, " ".join([*before, word]), count)
        for word, count in frequent_words(last, limit=MOST)
    ]
