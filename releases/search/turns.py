"""Who waits in line: one dear search at a time, so that no number of them can slow everybody's.

Dear are searches of many words, beginnings and phrases, which nobody needs many of; and every
search of those who have taken more than their share of the server's time (`shares`). They wait
for each other in the database, where waiting costs nothing, and no longer than any statement may
take.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection

from releases.search.errors import SearchTimedOut
from releases.search.query import Operand, Phrase, SearchText, Together

# What people type weighs less; a pasted headline may weigh more, and waits where another runs.
HEAVY = 8
_BEGINNING = 8
_TURN_LOCK = 7_003
# Who waits holds a thread of the web server; the others are kept for ordinary readers.
_MOST_WAITING = 8
_LONGEST_REST = 0.5

_places = threading.BoundedSemaphore(_MOST_WAITING)
_yields = ContextVar("yields", default=False)
_since: ContextVar[float | None] = ContextVar("since", default=None)


@contextmanager
def yielding() -> Iterator[None]:
    """Every search of the block waits in line, also the cheap ones, and rests after its turn."""
    token = _yields.set(True)
    try:
        yield
    finally:
        _yields.reset(token)
        _since.set(None)  # a search that was refused has not rested, and the next reader need not


def take_turn(text: SearchText | None) -> None:
    """Waits until no other search is in its turn, if this one has to; ends with the transaction.

    Raises SearchTimedOut where many wait in this process already.
    """
    if not _yields.get() and (text is None or weigh(text) <= HEAVY):
        return
    if not _places.acquire(blocking=False):
        raise SearchTimedOut
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN_LOCK])
    finally:
        _places.release()
    if _yields.get():
        _since.set(time.perf_counter())


def rest() -> None:
    """Lets as much time pass as the search took, before the next one's turn.

    For the searches of a `yielding` block, at the end of their transaction; nothing for others.
    So those who keep the server busy take half of one processor of the database, not a whole one.
    """
    since = _since.get()
    if since is None:
        return
    _since.set(None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(%s)", [min(time.perf_counter() - since, _LONGEST_REST)])


def weigh(text: SearchText) -> int:
    """What a search costs, roughly in looks into an index: one for a word, several for a
    beginning, which many words share, one for each word of a phrase."""
    return sum(map(_weigh, (*text.operands, *text.excluded)))


def _weigh(operand: Operand) -> int:
    if isinstance(operand, Phrase):
        return len(operand.words)
    if isinstance(operand, Together):
        return sum(map(_weigh, operand.words))
    return _BEGINNING if operand.prefix else 1
