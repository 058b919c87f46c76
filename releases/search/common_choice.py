"""Choosing the terms that are common in the archive, and building their bitmaps.

Done by night and by `rebuild_search`. A term once chosen is kept by `index` in the transaction of
every act, so that its bitmaps are always right; which terms are chosen decides speed alone.
"""

# ruff: noqa: S608 - statements are put together from our own constants and placeholders only

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from django.db import connection, transaction

from releases.models import CommonTerm, SearchRow
from releases.models.search_row import SEGMENT
from releases.search import codes
from releases.search.common_terms import term_of
from releases.search.index import FIRST_COMMON, LAST_COMMON, lock_index
from releases.search.matching import rows_to_bits

# Terms in a smaller part of the archive are found fast enough through their index.
SHARE = 1 / 8
# A smaller archive needs none of this.
LEAST_BULLETINS = 5_000
MOST_TERMS = 512
LONGEST_RUN = 8
_SAMPLE = 1_000

_READ_SAMPLE = """
    SELECT release_id, lexeme, positions FROM releases_searchrow, unnest(words)
    WHERE release_id %% %(step)s = 0
"""
_FORGET_BITMAPS = f"""
    DELETE FROM releases_facetbits WHERE facet BETWEEN {FIRST_COMMON} AND {LAST_COMMON}
    AND NOT facet = ANY(%(kept)s::int[])
"""
_SAID = " UNION ALL ".join(
    f"SELECT {code} AS facet, segment, bits FROM ("
    + rows_to_bits(
        f"SELECT release_id FROM releases_searchrow WHERE {column} @@ %(query)s::tsquery"
    )
    + f") AS of_{column}"
    for column, code in (("words", "%(code)s"), ("headline", "%(headline_code)s"))
)
_WRITE_BITMAPS = f"INSERT INTO releases_facetbits (facet, segment, bits) {_SAID}"
_DROP_BITMAPS = "DELETE FROM releases_facetbits WHERE facet IN (%(code)s, %(headline_code)s)"
_ARE_WRONG = f"""
    SELECT EXISTS (
        SELECT FROM ({_SAID}) AS said
        FULL JOIN (
            SELECT * FROM releases_facetbits WHERE facet IN (%(code)s, %(headline_code)s)
        ) AS kept USING (facet, segment)
        WHERE coalesce(said.bits, repeat('0', {SEGMENT})::bit({SEGMENT}))
           <> coalesce(kept.bits, repeat('0', {SEGMENT})::bit({SEGMENT}))
    )
"""


def choose_common_terms(*, least: int = LEAST_BULLETINS) -> tuple[int, int]:
    """Keeps bitmaps of the terms that are common now; how many terms came and went.

    Below `least` bulletins there are none. A term that was chosen stays until it is half as common
    as it had to be, so that those near the line do not come and go.
    """
    shares = _measure_shares() if SearchRow.objects.count() >= least else {}
    known = dict(CommonTerm.objects.values_list("query", "pk"))
    # A search that began before its term went may still read the bitmaps: they go the next time.
    with connection.cursor() as cursor:
        cursor.execute(
            _FORGET_BITMAPS, {"kept": [code for key in known.values() for code in _codes(key)]}
        )
    wanted = {term for term, share in shares.items() if share >= SHARE}
    wanted |= {term for term in known if shares.get(term, 0) >= SHARE / 2}
    wanted = set(sorted(wanted, key=lambda term: (-shares[term], term))[:MOST_TERMS])
    gone = sorted(set(known) - wanted)
    _forget(gone)
    added = sorted(wanted - set(known))
    for term in added:
        _add(term)
    return len(added), len(gone)


def mend_common_bitmaps(*, write: bool) -> int:
    """How many common terms have bitmaps that differ from the rows; written anew with `write`."""
    wrong = 0
    for key, term in CommonTerm.objects.order_by("pk").values_list("pk", "query"):
        parameters = _parameters(key, term)
        with transaction.atomic(), connection.cursor() as cursor:
            _by_index()
            if write:
                lock_index()
            cursor.execute(_ARE_WRONG, parameters)
            if cursor.fetchone()[0]:
                wrong += 1
                if write:
                    _write(parameters)
    return wrong


def _measure_shares() -> dict[str, float]:
    """In what part of a sample, evenly drawn, the terms stand that may be common."""
    step = max(1, SearchRow.objects.count() // _SAMPLE)
    with connection.cursor() as cursor:
        cursor.execute(_READ_SAMPLE, {"step": step})
        rows = cursor.fetchall()
    size = len({key for key, _, _ in rows})
    words = Counter(lexeme for _, lexeme, _ in rows)
    common = {lexeme for lexeme, number in words.items() if number >= size * SHARE / 2}
    shares = {term_of([[lexeme]]): words[lexeme] / size for lexeme in common}
    bulletins: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, lexeme, positions in rows:
        if lexeme in common:
            for position in positions or ():
                bulletins[key][position].append(lexeme)
    for run, number in _count_runs(list(bulletins.values()), least=size * SHARE / 2).items():
        shares[term_of(run)] = number / size
    return shares


# A run of words, each by all its forms.
Run = tuple[tuple[str, ...], ...]


def _count_runs(bulletins: Sequence[Mapping[int, Sequence[str]]], *, least: float) -> Counter[Run]:
    """The runs of two words and more in at least so many bulletins, given by word and position.

    They grow a word at a time: one that is rare does not begin a longer one.
    """
    counted: Counter[Run] = Counter()
    begun: set[Run] | None = None
    for length in range(2, LONGEST_RUN + 1):
        found: Counter[Run] = Counter()
        for words in bulletins:
            runs = set(_runs(words, length))
            found.update(runs if begun is None else {run for run in runs if run[:-1] in begun})
        begun = {run for run, number in found.items() if number >= least}
        counted.update({run: found[run] for run in begun})
        if not begun:
            break
    return counted


def _runs(words: Mapping[int, Sequence[str]], length: int) -> Iterator[Run]:
    for start in words:
        places = range(start, start + length)
        if all(place in words for place in places):
            yield tuple(tuple(words[place]) for place in places)


def _add(term: str) -> None:
    """Under the lock, so that no act comes between the reading of the rows and the keeping."""
    with transaction.atomic():
        lock_index()
        _by_index()
        key = CommonTerm.objects.create(query=term).pk
        _write(_parameters(key, term))


def _forget(terms: Collection[str]) -> None:
    with transaction.atomic():
        lock_index()
        CommonTerm.objects.filter(query__in=terms).delete()


def _parameters(key: int, term: str) -> dict[str, str | int]:
    code, headline_code = _codes(key)
    return {"query": term, "code": code, "headline_code": headline_code}


def _codes(key: int) -> tuple[int, int]:
    """The codes of a term's bitmaps: in the whole text, and in the headline."""
    kinds = codes.Kind.COMMON, codes.Kind.COMMON_HEADLINE
    return codes.code(kinds[0], key), codes.code(kinds[1], key)


def _write(parameters: dict[str, str | int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_DROP_BITMAPS, parameters)
        cursor.execute(_WRITE_BITMAPS, parameters)


def _by_index() -> None:
    """The planner would read whole tables for a common word, and fetch every vector."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
