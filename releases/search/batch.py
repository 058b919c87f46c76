"""Many searches at once: a list of names, folios or places, and what each of them finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from releases.models import Release
from releases.search.criteria import Criteria, Order
from releases.search.errors import SearchError
from releases.search.query import read_query
from releases.search.results import find_release, search

MOST_LINES = 100
# So that the list, written into an address, stays within what web servers take.
MOST_CHARACTERS = 4_000
NEWEST = 3


class TooManyLines(SearchError):
    """More lines, or longer ones, than one page answers."""

    code = "demasiados-renglones"
    message = (
        f"La lista es demasiado larga: escriba como máximo {MOST_LINES} renglones y "
        f"{MOST_CHARACTERS:,} caracteres, y busque el resto aparte."
    )
    field = "lista"


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One line: how many bulletins it finds and the newest of them, or why it can't be searched.

    A folio finds its own bulletin alone.
    """

    line: str
    total: int = 0
    newest: tuple[Release, ...] = ()
    problem: str = ""


def read_lines(pasted: str) -> list[str]:
    """The lines of a pasted list, blanks taken off, empty and repeated ones left out.

    Raises TooManyLines.
    """
    if len(pasted) > MOST_CHARACTERS:
        raise TooManyLines
    lines = list(dict.fromkeys(filter(None, (" ".join(x.split()) for x in pasted.splitlines()))))
    if len(lines) > MOST_LINES:
        raise TooManyLines
    return lines


def look_up(lines: list[str]) -> Iterator[BatchRow]:
    """Answers each line as the search box would. Raises SearchTimedOut."""
    for line in lines:
        yield _look_up(line)


def _look_up(line: str) -> BatchRow:
    try:
        text = read_query(line)
    except SearchError as error:
        return BatchRow(line, problem=error.message)
    if text is None:
        return BatchRow(line)
    if text.folio and (release := find_release(text.folio)):
        return BatchRow(line, 1, (release,))
    page = search(Criteria(text=text, order=Order.NEWEST))
    return BatchRow(line, page.total, tuple(hit.release for hit in page.hits[:NEWEST]))
