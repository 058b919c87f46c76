"""The one search of the archive: which bulletins, how many, in which order, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from releases.language.folios import FolioReference
from releases.models import Release, Revision
from releases.search.answers import Answer, ask, deep_page
from releases.search.catalogue import Catalogue, read_catalogue
from releases.search.criteria import LAST_PAGE, PAGE_SIZE, Criteria, Order
from releases.search.errors import PageNotFound, PageTooDeep
from releases.search.facets import Facet, MonthCount, build_facets, count_months
from releases.search.highlights import Marker, Segment, Snippet
from releases.search.listing import listed_releases
from releases.search.names import Expansion, add_names
from releases.search.query import SearchText
from releases.search.ranking import CANDIDATES, EXACT, order_all, rank
from releases.search.suggestions import Suggestion, ends_in_whole_word, suggest
from releases.search.transaction import search_transaction
from releases.search.turns import take_turn

# Long columns that no export tells.
_UNSHOWN = ("current_revision__evidence", "current_revision__boilerplate", "issuer__loaded")
# Up to so many bulletins, a misspelling is likely enough to look for one.
_FEW = 3
_NO_MARKS = Marker(None)


@dataclass(frozen=True, slots=True)
class Hit:
    """A bulletin of the page: its current version, its title with marks, and the telling piece.

    `twins` are the keys of the other bulletins found that say the same, where they are folded.
    `marker` marks whatever else of it is shown.
    """

    release: Release
    revision: Revision
    headline: tuple[Segment, ...]
    snippet: Snippet
    twins: tuple[int, ...] = ()
    marker: Marker = field(default=_NO_MARKS, repr=False, compare=False)

    def count_hits(self) -> int:
        """How many words of the bulletin answer the query: as many as its page numbers."""
        texts = (self.revision.title, *self.revision.summary_points, *self.revision.body)
        return self.marker.count(texts)


@dataclass(frozen=True)
class SearchPage:
    """One page of results, and all that explains it.

    `total` counts bulletins, `shown` results: fewer where bulletins with one text are folded.
    `text` is what was looked for in the end: with other names, and the last word as a beginning
    where it is no word of the archive (`completed`). `jump` is the bulletin whose folio was
    typed. `suggestion` corrects a word that the archive does not know.
    """

    criteria: Criteria
    text: SearchText | None
    total: int
    shown: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    months: tuple[MonthCount, ...]
    expansions: tuple[Expansion, ...] = ()
    completed: bool = False
    suggestion: Suggestion | None = None
    jump: Release | None = None

    @property
    def page(self) -> int:
        return self.criteria.page

    @property
    def pages(self) -> int:
        """How many pages can be opened; at least one."""
        return min(LAST_PAGE, max(1, -(-self.shown // PAGE_SIZE)))

    @property
    def first(self) -> int:
        """The number of the first bulletin shown; 0 where there is none."""
        return (self.page - 1) * PAGE_SIZE + 1 if self.hits else 0

    @property
    def last(self) -> int:
        return self.first + len(self.hits) - 1 if self.hits else 0

    @cached_property
    def explanation(self) -> str:
        """What was looked for, in a Spanish sentence without its final stop."""
        return self.text.explain() if self.text else ""


def search(criteria: Criteria) -> SearchPage:
    """Answers a search, whole: exact total, facets, months, one page of bulletins.

    Raises PageNotFound, PageTooDeep and SearchTimedOut.
    """
    if criteria.page > LAST_PAGE:
        raise PageTooDeep(LAST_PAGE)
    with search_transaction():
        catalogue = read_catalogue()
        found = _find(criteria, catalogue)
        answer = found.answer
        if criteria.page > 1 and (criteria.page - 1) * PAGE_SIZE >= answer.shown:
            raise PageNotFound
        ids = _page_ids(found.criteria, answer)
        facets = build_facets(criteria, answer.counts, answer.own, catalogue)
        hits = _load_hits(ids, found.criteria.text, answer.twins)
        text = criteria.text
        return SearchPage(
            criteria=criteria,
            text=found.criteria.text,
            total=answer.total,
            shown=answer.shown,
            hits=hits,
            facets=facets,
            months=count_months(answer.month_counts),
            expansions=found.expansions,
            completed=found.completed,
            suggestion=_suggest(criteria, found, catalogue),
            jump=find_release(text.folio) if text and text.folio else None,
        )


def count(criteria: Criteria) -> int:
    """How many bulletins a search finds, exactly."""
    with search_transaction():
        return _find(criteria, read_catalogue()).answer.total


def matching_ids(criteria: Criteria) -> list[int]:
    """The bulletins of a search in its order, all of them: for feeds and exports.

    Relevance orders up to `ranking.EXACT`; beyond, and it is the newest that matter, by date.
    """
    with search_transaction():
        found = _find(criteria, read_catalogue())
        ids = found.answer.all_ids(found.criteria)
        text = found.criteria.text
        if text and criteria.order is Order.RELEVANCE and len(ids) <= EXACT:
            return rank(ids, text, limit=len(ids), offset=0)
        order = Order.NEWEST if criteria.order is Order.RELEVANCE else criteria.order
        return order_all(ids, order, limit=len(ids), offset=0)


def iterate(criteria: Criteria, *, size: int = 200) -> Iterator[Hit]:
    """All results of a search, fetched in portions as they are consumed, without a cap."""
    ids = matching_ids(criteria)
    for start in range(0, len(ids), size):
        yield from _load_whole_hits(ids[start : start + size], criteria.text)


def find_release(folio: FolioReference) -> Release | None:
    """The public bulletin that a folio names, where it names only one.

    Letters before the number choose among the series that have it.
    """
    releases = Release.objects.public().filter(number=folio.number).with_current()
    if folio.year is not None:
        releases = releases.filter(year=folio.year)
    found = list(releases[:50])
    if folio.prefix:
        named = [release for release in found if _is_of_series(release, folio.prefix)]
        found = named or found
    return found[0] if len(found) == 1 else None


def _is_of_series(release: Release, prefix: str) -> bool:
    revision = release.current_revision
    printed = revision.folio if revision else ""
    letters = "".join(filter(str.isalpha, printed.lower()))
    return prefix == letters or prefix == release.issuer.acronym.lower()


@dataclass(frozen=True, slots=True)
class _Found:
    """What was asked in the end, and the answer."""

    criteria: Criteria
    answer: Answer
    expansions: tuple[Expansion, ...] = ()
    completed: bool = False


def _find(criteria: Criteria, catalogue: Catalogue) -> _Found:
    """Asks with other names added and, where nothing was found, with the last word begun."""
    take_turn(criteria.text)
    if criteria.text is None:
        return _Found(criteria, ask(criteria))
    text, expansions = add_names(criteria.text, catalogue)
    asked = replace(criteria, text=text)
    answer = ask(asked)
    if answer.total:
        return _Found(asked, answer, expansions)
    begun = text.completing_last_word()
    if begun is not None and not ends_in_whole_word(text):
        completed = replace(criteria, text=begun)
        answer = ask(completed)
        if answer.total:
            return _Found(completed, answer, expansions, completed=True)
    return _Found(asked, answer, expansions)


def _page_ids(criteria: Criteria, answer: Answer) -> list[int]:
    """The bulletins of one page, in order."""
    offset = (criteria.page - 1) * PAGE_SIZE
    text = criteria.text
    if not answer.total:
        return []
    if text is None or criteria.order is not Order.RELEVANCE:
        if answer.ids is None:
            return list(answer.walked)
        return order_all(answer.ids, criteria.order, limit=PAGE_SIZE, offset=offset)
    if answer.ids is not None and len(answer.ids) <= EXACT:
        return rank(answer.ids, text, limit=PAGE_SIZE, offset=offset)
    candidates = _candidates(answer)
    ranked = rank(candidates, text, limit=PAGE_SIZE, offset=offset)
    missing = PAGE_SIZE - len(ranked)
    if not missing:
        return ranked
    start = max(0, offset - len(candidates))
    if answer.ids is None:
        return ranked + deep_page(criteria, but=candidates, limit=missing, offset=start)
    rest = set(answer.ids).difference(candidates)
    return ranked + order_all(list(rest), Order.NEWEST, limit=missing, offset=start)


def _candidates(answer: Answer) -> list[int]:
    """The bulletins of a large result that are scored: the newest, and the newest whose headline
    has all the words."""
    newest, in_headline = answer.walked, answer.in_headline
    if answer.ids is not None:
        newest = order_all(answer.ids, Order.NEWEST, limit=CANDIDATES, offset=0)
    if len(in_headline) > CANDIDATES:
        in_headline = order_all(in_headline, Order.NEWEST, limit=CANDIDATES, offset=0)
    return sorted({*newest, *in_headline})


def _load_hits(
    ids: Sequence[int], text: SearchText | None, twins: Mapping[int, Sequence[int]] | None = None
) -> tuple[Hit, ...]:
    """The bulletins as lists show them, in the order of `ids`."""
    return _marked(ids, listed_releases(ids), text, twins)


def _load_whole_hits(ids: Sequence[int], text: SearchText | None) -> tuple[Hit, ...]:
    """The bulletins with all that exports tell."""
    rows = Release.objects.public().with_current().defer(*_UNSHOWN).in_bulk(list(ids))
    return _marked(ids, rows, text)


def _marked(
    ids: Sequence[int],
    rows: Mapping[int, Release],
    text: SearchText | None,
    twins: Mapping[int, Sequence[int]] | None = None,
) -> tuple[Hit, ...]:
    marker = Marker(text)
    hits = []
    for key in ids:
        release = rows.get(key)
        revision = release.current_revision if release else None
        if release and revision:
            snippet = marker.snippet(revision.body, revision.summary_points)
            same = tuple((twins or {}).get(key, ()))
            title = marker.segments(revision.title)
            hits.append(Hit(release, revision, title, snippet, same, marker))
    return tuple(hits)


def _suggest(criteria: Criteria, found: _Found, catalogue: Catalogue) -> Suggestion | None:
    """A correction of the query where it found next to nothing, with what it would find."""
    text = criteria.text
    if text is None or found.completed or found.answer.total > _FEW:
        return None

    def count_text(other: SearchText) -> int:
        return ask(replace(criteria, text=add_names(other, catalogue)[0])).total

    return suggest(text, count_text)
