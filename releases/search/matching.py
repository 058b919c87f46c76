"""From criteria to bitmaps: the part of a search that decides which bulletins belong to it.

Each condition becomes a bitmap per segment of bulletins, made once: words and phrases through
their GIN indexes, facets and common terms straight from their kept bitmaps, dates from those of
whole months and the days at the edges. Conditions are then joined by bit operations, which makes
exclusions, exact totals, and counts that leave one facet's own choice out, all equally cheap.
"""

# ruff: noqa: S608 - statements are put together from our own constants and placeholders only

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import Any

from releases.language.vectors import pair_key, quote
from releases.models.search_row import SEGMENT
from releases.search import codes
from releases.search.common_terms import CommonTerms, read_common_terms, term_of
from releases.search.criteria import Criteria, FacetName, Selection
from releases.search.query import Clause, Operand, Phrase, SearchText, Together, Word

_ZERO = f"repeat('0', {SEGMENT})::bit({SEGMENT})"
_MOST_COMBINATIONS = 8
_NO_DAY_BEFORE = dt.date(1, 1, 1)
_NO_DAY_AFTER = dt.date(9999, 12, 31)


@dataclass(slots=True)
class MatchSql:
    """Common table expressions, and the parameters they use.

    `steps` are (name, select) pairs; each select gives columns `segment` and `bits`.
    """

    steps: list[tuple[str, str]] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)

    def add(self, name: str, select: str) -> str:
        self.steps.append((name, select))
        return name

    def bind(self, value: object) -> str:
        """A placeholder for a value."""
        name = f"v{len(self.parameters)}"
        self.parameters[name] = value
        return f"%({name})s"

    @property
    def prelude(self) -> str:
        """`WITH …`, to put before a select that reads the steps."""
        return "WITH " + ",\n".join(
            f"{name} AS MATERIALIZED ({select})" for name, select in self.steps
        )


@dataclass(frozen=True, slots=True)
class Match:
    """The steps of a search: `m` holds what belongs to it.

    `without` names, for each facet with a choice, the step that leaves this choice out. `common`
    are the terms of the query whose bitmaps are kept.
    """

    sql: MatchSql
    without: dict[FacetName, str]
    common: CommonTerms


def match(criteria: Criteria) -> Match:
    """The bitmaps of a search. The step of the whole result is called `m`."""
    sql = MatchSql()
    text = criteria.text
    common = read_common_terms((*text.operands, *text.excluded) if text else ())
    words = _match_words(sql, text, common)
    masks: dict[FacetName, tuple[str | None, str | None]] = {}
    for name, selection in criteria.selections.items():
        if selection:
            masks[name] = _match_selection(sql, name, selection)
    if criteria.has_dates:
        masks[FacetName.DATE] = (_match_dates(sql, criteria), None)
    without = {}
    for name in masks:
        others = [mask for other, mask in masks.items() if other is not name]
        without[name] = sql.add(f"m_{name}", join(words, others)) if others else words
    sql.add("m", join(words, list(masks.values())))
    return Match(sql, without, common)


def match_headlines(found: Match, text: SearchText) -> str:
    """A step with the bulletins, found or not, that have all words of a query in the headline."""
    clauses = [
        Clause(tuple(map(_in_any_order, clause.options)), clause.typed) for clause in text.clauses
    ]
    first, *others = _match_all(found.sql, clauses, found.common.in_headline(), "headline")
    return found.sql.add("h0", join(first, [(step, None) for step in others]))


def _in_any_order(option: Operand) -> Operand:
    """A phrase as its words: the headline's vector has no positions."""
    if isinstance(option, Phrase):
        return Together(option.shown, tuple(Word(option.shown, forms) for forms in option.words))
    return option


def rows_to_bits(source: str) -> str:
    """A select of bitmaps from a select of `release_id`."""
    return (
        f"SELECT (release_id / {SEGMENT})::int AS segment, "
        f"conste_bits_of((release_id %% {SEGMENT})::int, 1) AS bits "
        f"FROM ({source}) AS matched GROUP BY 1"
    )


def has_bit(step: str, row: str = "r") -> str:
    """A condition: the row's bulletin is in the bitmaps of a step."""
    return (
        f"(SELECT get_bit({step}.bits, ({row}.release_id %% {SEGMENT})::int) "
        f"FROM {step} WHERE {step}.segment = ({row}.release_id / {SEGMENT})::int) = 1"
    )


def words_query(text: SearchText) -> str:
    """A tsquery literal that ranks: every word and phrase that is looked for."""
    return " & ".join(
        "(" + " | ".join(operand_query(option) for option in clause.options) + ")"
        for clause in text.clauses
    )


def operand_query(operand: Operand) -> str:
    """A tsquery literal for one word or phrase."""
    if isinstance(operand, Phrase):
        return f"({term_of(operand.words)})"
    if isinstance(operand, Together):
        return "(" + " & ".join(map(operand_query, operand.words)) + ")"
    begun = [f"{quote(operand.prefix)}:*"] if operand.prefix else []
    return "(" + " | ".join([*map(quote, operand.lexemes), *begun]) + ")"


def _match_words(sql: MatchSql, text: SearchText | None, common: CommonTerms) -> str:
    if text is None:
        everything = sql.bind(codes.EVERYTHING)
        return sql.add(
            "w",
            f"SELECT segment, bits FROM releases_facetbits WHERE facet = {everything}",
        )
    first, *others = _match_all(sql, text.clauses, common)
    masks: list[tuple[str | None, str | None]] = [(step, None) for step in others]
    if text.excluded:
        masks.append((None, _match_any(sql, text.excluded, common)))
    return sql.add("w", join(first, masks))


def _match_all(
    sql: MatchSql, clauses: Iterable[Clause], common: CommonTerms, column: str = "words"
) -> list[str]:
    """Steps whose bitmaps together are the answer of all clauses; `column` is looked into.

    Those that one look into the indexes answers are looked for at once: a rare word then spares
    the long lists of the others.
    """
    asked: list[Clause] = []
    others: list[Clause] = []
    for clause in clauses:
        at_once = _is_simple(clause) and not any(map(common.helps, clause.options))
        (asked if at_once else others).append(clause)
    steps = [_match_any(sql, clause.options, common, column) for clause in others]
    if asked:
        steps.append(_add_words(sql, rows_to_bits(_select_all_of(sql, asked, column))))
    return steps


def _match_any(
    sql: MatchSql, options: Iterable[Operand], common: CommonTerms, column: str = "words"
) -> str:
    """A step with the bulletins that answer one of the options."""
    kept: list[int] = []
    rest: list[Operand] = []
    parts = []
    for option in options:
        if isinstance(option, Together) and common.helps(option):
            words = [Clause((word,)) for word in option.words]
            first, *others = _match_all(sql, words, common, column)
            parts.append(join(first, [(step, None) for step in others]))
            continue
        found, left = common.split(option)
        kept += found
        rest += [left] if left else []
    if rest:
        parts.append(rows_to_bits(_select_any_of(sql, rest, column)))
    if kept:
        parts.append(
            f"SELECT segment, bits FROM releases_facetbits WHERE facet = ANY({sql.bind(kept)})"
        )
    if len(parts) == 1 and len(kept) <= 1:
        return _add_words(sql, parts[0])
    union = " UNION ALL ".join(f"({part})" for part in parts)
    return _add_words(
        sql, f"SELECT segment, bit_or(bits) AS bits FROM ({union}) AS parts GROUP BY segment"
    )


def _add_words(sql: MatchSql, select: str) -> str:
    return sql.add(f"w{len(sql.steps)}", select)


def _is_simple(clause: Clause) -> bool:
    """Whether a clause is one condition on one index: words of any number, or a single phrase."""
    phrases = [option for option in clause.options if isinstance(option, Phrase)]
    if not phrases:
        return True
    return len(clause.options) == 1 and len(_combinations(phrases[0])) == 1


def _select_all_of(sql: MatchSql, clauses: Iterable[Clause], column: str) -> str:
    """The rows that answer every clause; one tsquery holds all the words."""
    words, conditions = [], []
    for clause in clauses:
        option = clause.options[0]
        if isinstance(option, Phrase):
            conditions.append(_phrase_condition(sql, option, _combinations(option)[0]))
        else:
            words.append("(" + " | ".join(map(operand_query, clause.options)) + ")")
    if words:
        conditions.insert(0, f"{column} @@ {sql.bind(' & '.join(words))}::tsquery")
    return f"SELECT release_id FROM releases_searchrow WHERE {' AND '.join(conditions)}"


def _select_any_of(sql: MatchSql, options: Iterable[Operand], column: str) -> str:
    """The rows that answer one of the options; each goes through its own index."""
    options = list(options)
    words = [operand_query(o) for o in options if not isinstance(o, Phrase)]
    conditions = [f"{column} @@ {sql.bind(' | '.join(words))}::tsquery"] if words else []
    for option in options:
        if isinstance(option, Phrase):
            for lexemes in _combinations(option):
                conditions.append(_phrase_condition(sql, option, lexemes))
    return " UNION ALL ".join(
        f"SELECT release_id FROM releases_searchrow WHERE {condition}" for condition in conditions
    )


def _combinations(phrase: Phrase) -> list[tuple[str, ...]]:
    return list(product(*phrase.words))[:_MOST_COMBINATIONS]


def _phrase_condition(sql: MatchSql, phrase: Phrase, lexemes: Sequence[str]) -> str:
    """Two words are decided by their pair key alone. For more, the keys find the candidates;
    `IS TRUE` keeps the planner from opening the words' index for the check by position."""
    keys = sorted({pair_key(a, b) for a, b in pairwise(lexemes)})
    condition = f"pairs @> {sql.bind(keys)}::bigint[]"
    if len(lexemes) > 2:
        positions = " <-> ".join(map(quote, lexemes))
        condition += f" AND (words @@ {sql.bind(positions)}::tsquery) IS TRUE"
    return condition


def _match_selection(
    sql: MatchSql, name: FacetName, selection: Selection
) -> tuple[str | None, str | None]:
    included = _any_facet(sql, f"s_{name}", selection.included) if selection.chosen else None
    excluded = _any_facet(sql, f"x_{name}", selection.excluded) if selection.excluded else None
    return included, excluded


def _any_facet(sql: MatchSql, step: str, facets: Sequence[int]) -> str:
    chosen = sql.bind(list(facets))
    return sql.add(
        step,
        "SELECT segment, bit_or(bits) AS bits FROM releases_facetbits "
        f"WHERE facet = ANY({chosen}::int[]) GROUP BY segment",
    )


def _match_dates(sql: MatchSql, criteria: Criteria) -> str:
    """Whole months come from their bitmaps, the days around them from the rows."""
    first = criteria.first_day or _NO_DAY_BEFORE
    last = criteria.last_day or _NO_DAY_AFTER
    edges = list(_edges(first, last))
    first_month, last_month = _whole_months(first, last)
    parts = [
        "SELECT segment, bits FROM releases_facetbits "
        f"WHERE facet BETWEEN {sql.bind(first_month)} AND {sql.bind(last_month)}"
    ]
    for start, end in edges:
        days = (
            "SELECT release_id FROM releases_searchrow "
            f"WHERE issued_on BETWEEN {sql.bind(start)} AND {sql.bind(end)}"
        )
        parts.append(rows_to_bits(days))
    union = " UNION ALL ".join(f"({part})" for part in parts)
    return sql.add(
        "d",
        f"SELECT segment, bit_or(bits) AS bits FROM ({union}) AS days GROUP BY segment",
    )


def _whole_months(first: dt.date, last: dt.date) -> tuple[int, int]:
    """The codes of the first and last month that lie wholly in the range; may be out of order."""
    first_month = codes.month_code(first) + (first.day > 1)
    last_month = codes.month_code(last) - (last.day < _days_in_month(last))
    return first_month, last_month


def _edges(first: dt.date, last: dt.date) -> Iterable[tuple[dt.date, dt.date]]:
    first_month, last_month = _whole_months(first, last)
    if first_month > last_month + 1 or codes.month_code(first) == codes.month_code(last):
        if first_month != last_month:
            yield first, last
        return
    if first.day > 1:
        yield first, first.replace(day=_days_in_month(first))
    if last.day < _days_in_month(last):
        yield last.replace(day=1), last


def _days_in_month(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def join(first: str, masks: Iterable[tuple[str | None, str | None]]) -> str:
    """A select of the bitmaps of a step, with those of others required or taken out."""
    bits, tables = f"{first}.bits", first
    for required, excluded in masks:
        if required:
            bits += f" & {required}.bits"
            tables += f" JOIN {required} ON {required}.segment = {first}.segment"
        if excluded:
            bits += f" & ~COALESCE({excluded}.bits, {_ZERO})"
            tables += f" LEFT JOIN {excluded} ON {excluded}.segment = {first}.segment"
    return f"SELECT {first}.segment, {bits} AS bits FROM {tables}"
