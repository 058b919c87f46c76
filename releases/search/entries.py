"""What the search keeps of one bulletin, worked out without writing anything."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from releases.language.definitions import AcronymDefinition, find_definitions
from releases.language.similarity import text_key
from releases.language.spellings import folio_lexeme
from releases.language.vectors import Weight, pair_key, vectorize
from releases.language.words import surface_words
from releases.models import Release, Revision
from releases.search import codes
from releases.vocabulary import DocumentKind, SourceKind

COLUMNS = (
    "release_id",
    "issued_on",
    "first_seen_at",
    "year",
    "number",
    "facets",
    "words",
    "headline",
    "pairs",
    "word_keys",
    "acronym_keys",
    "body_key",
)


_PLACE_END = re.compile(r"[,;:.()]| a (?=\d)")


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """All that the search keeps of one bulletin.

    `columns` are the values of its row in the order of `COLUMNS`; `words` maps the keys of its
    `SearchWord` rows to the words, `acronyms` those of its `LearnedAcronym` rows to what it
    explains. `body_key` is shared by bulletins with the same text.
    """

    release_id: int
    facets: frozenset[int]
    words: dict[int, str]
    acronyms: dict[int, AcronymDefinition]
    body_key: int | None
    columns: tuple[Any, ...]


def read_entry(release: Release, revision: Revision) -> SearchEntry:
    """The entry of a public bulletin from its current version.

    Costs a query for the mentions unless they are prefetched, one for the document unless it is
    loaded, and one for a correction. Raises ValueError for a bulletin that was never public.
    """
    if release.first_seen_at is None:
        raise ValueError("a bulletin that was never public has no search entry")
    mentions = list(revision.mentions.all())
    places = {mention.place_id for mention in mentions if mention.place_id}
    if revision.issued_in_id:
        places.add(revision.issued_in_id)
    return make_entry(
        release_id=release.pk,
        issued_on=revision.issued_on,
        first_seen_at=release.first_seen_at,
        headline=revision.headline,
        summary_points=revision.summary_points,
        body=revision.body,
        agencies={mention.agency_id for mention in mentions if mention.agency_id},
        places=places,
        topics={mention.topic_id for mention in mentions if mention.topic_id},
        dateline=revision.dateline,
        dated_in=revision.issued_in.name if revision.issued_in else "",
        corrected=revision.number > 1,
        year=release.year,
        number=release.number,
        folio=revision.folio,
        document_kind=revision.document_kind,
        source_kind=_kind_of_origin(revision),
    )


def _kind_of_origin(revision: Revision) -> str:
    """The kind of the file that a bulletin came in as: a correction's own sheet does not change it.

    Costs a query for a correction whose document was made here.
    """
    kind = revision.source.kind if revision.source else ""
    if revision.number == 1 or kind not in {"", SourceKind.WRITTEN_HERE}:
        return kind
    earlier = Revision.objects.filter(release_id=revision.release_id, number__lt=revision.number)
    files = earlier.filter(source__isnull=False).exclude(source__kind=SourceKind.WRITTEN_HERE)
    return files.order_by("-number").values_list("source__kind", flat=True).first() or kind


def make_entry(
    *,
    release_id: int,
    issued_on: dt.date,
    first_seen_at: dt.datetime,
    headline: str,
    summary_points: Sequence[str],
    body: Sequence[str],
    agencies: Collection[int],
    places: Collection[int],
    topics: Collection[int],
    dateline: str = "",
    dated_in: str = "",
    corrected: bool = False,
    year: int | None = None,
    number: int | None = None,
    folio: str = "",
    document_kind: str = DocumentKind.RELEASE.value,
    source_kind: str = "",
) -> SearchEntry:
    """What the search should keep of a public bulletin; touches no database.

    `agencies`, `places` (the dateline's among them) and `topics` are primary keys. `folio` is the
    number as printed; `year` defaults to that of `issued_on`. Of the dateline the place counts, as
    printed in `dateline` and as the catalogue calls it, `dated_in`.
    """
    year = year or issued_on.year
    places_named = filter(None, (dated_place(dateline), dated_in))
    fields = [
        *_weighted_fields(headline, summary_points, body, folio),
        *((name, Weight.BODY) for name in places_named),
    ]
    vectors = vectorize([*fields, *_folio_fields(number, year)])
    words = _surface(text for text, _ in fields)
    acronyms = _explained([*summary_points, *body])
    body_key = text_key(body)
    facets = {
        codes.EVERYTHING,
        codes.month_code(issued_on),
        codes.document_code(document_kind),
        *_entity_codes(agencies, places, topics),
        *([codes.CORRECTED] if corrected else ()),
        *([codes.source_code(source_kind)] if source_kind else ()),
    }
    columns = (
        release_id,
        issued_on,
        first_seen_at,
        year,
        number or 0,
        sorted(facets),
        vectors.words,
        vectors.headline,
        list(vectors.pairs),
        sorted(words),
        sorted(acronyms),
        body_key,
    )
    return SearchEntry(release_id, frozenset(facets), words, acronyms, body_key, columns)


def _entity_codes(
    agencies: Collection[int], places: Collection[int], topics: Collection[int]
) -> Iterator[int]:
    by_kind = (
        (codes.Kind.AGENCY, agencies),
        (codes.Kind.PLACE, places),
        (codes.Kind.TOPIC, topics),
    )
    return (codes.code(kind, key) for kind, keys in by_kind for key in keys)


def word_key(word: str) -> int:
    """The key of a `SearchWord`."""
    return pair_key(word, "")


def dated_place(dateline: str) -> str:
    """The place of a dateline as printed, without the state and the date, which all have.

    >>> dated_place("Toluca, Estado de México, 4 de abril de 2024"), dated_place("4 de abril")
    ('Toluca', '')
    """
    place = _PLACE_END.split(dateline, maxsplit=1)[0].strip()
    return "" if any(map(str.isdigit, place)) else place


def _explained(texts: Iterable[str]) -> dict[int, AcronymDefinition]:
    """The acronyms that a bulletin explains, each as it does first."""
    found: dict[str, AcronymDefinition] = {}
    for text in texts:
        for definition in find_definitions(text):
            found.setdefault(definition.form, definition)
    return {pair_key(known.form, known.name_form): known for known in found.values()}


def _weighted_fields(
    headline: str, summary_points: Sequence[str], body: Sequence[str], folio: str
) -> list[tuple[str, Weight]]:
    """The searchable texts: the closing is none of them, or every bulletin would say «denuncia»."""
    return [
        (headline, Weight.HEADLINE),
        *((point, Weight.SUMMARY) for point in summary_points),
        *((paragraph, Weight.BODY) for paragraph in body),
        (folio, Weight.HEADLINE),
    ]


def _folio_fields(number: int | None, year: int) -> list[tuple[str, Weight]]:
    """The bulletin's own number as people may type it: padded, bare, with its year, named."""
    if not number:
        return []
    own = (folio_lexeme(number, year), f"{number:04d}", str(number))
    return [(text, Weight.HEADLINE) for text in own]


def _surface(texts: Iterable[str]) -> dict[int, str]:
    words = set().union(*(surface_words(text) for text in texts))
    return {word_key(word): word for word in words}
