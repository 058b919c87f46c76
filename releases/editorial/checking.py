"""The editorial checks over a passage: every rule, in the order in which people read findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from releases.editorial.findings import Finding, Mark
from releases.editorial.lists import Lists
from releases.editorial.passage import Passage
from releases.editorial.reading import Reading
from releases.editorial.rules.accounts import find_broken_accounts
from releases.editorial.rules.acronyms import find_unexplained_acronyms
from releases.editorial.rules.contacts import find_private_contacts
from releases.editorial.rules.folio_dates import find_disagreeing_dates
from releases.editorial.rules.folio_gaps import find_folio_gap
from releases.editorial.rules.homes import find_homes
from releases.editorial.rules.minors import find_identified_minors
from releases.editorial.rules.misspellings import find_misspelt_words
from releases.editorial.rules.persons import find_reserved_names
from releases.editorial.rules.plates import find_plates
from releases.editorial.rules.presumption import find_missing_presumption
from releases.editorial.rules.verdicts import find_verdicts
from releases.editorial.rules.victims import find_identified_victims
from releases.editorial.rules.wrong_words import find_wrong_words

Rule = Callable[[Reading], Iterator[Mark]]

RULES: tuple[Rule, ...] = (
    find_reserved_names,
    find_identified_minors,
    find_identified_victims,
    find_plates,
    find_homes,
    find_private_contacts,
    find_verdicts,
    find_missing_presumption,
    find_unexplained_acronyms,
    find_broken_accounts,
    find_misspelt_words,
    find_wrong_words,
    find_disagreeing_dates,
    find_folio_gap,
)


def check(passage: Passage, lists: Lists) -> tuple[Finding, ...]:
    """All findings in reading order, each once. Looks nothing up outside its arguments."""
    if not passage.parts:
        return ()
    reading = Reading(passage, lists)
    marks = {
        (mark.code, mark.start, mark.end): mark
        for rule in RULES
        for mark in rule(reading)
        if mark.end > mark.start
    }
    ordered = sorted(marks.values(), key=lambda mark: (mark.start, mark.end, mark.code))
    return tuple(_placed(passage, mark) for mark in ordered)


def _placed(passage: Passage, mark: Mark) -> Finding:
    part = passage.part_at(mark.start)
    end = min(mark.end, part.end)
    whole = mark.end <= part.end
    return Finding(
        code=mark.code,
        span=passage.text[mark.start : mark.end],
        field=part.field,
        paragraph=part.paragraph,
        start=mark.start - part.start,
        end=end - part.start,
        why=mark.why,
        fix=mark.fix if whole else None,
        severity=mark.severity,
    )
