"""Knocking at doors, and the letter that `access.toml` has for what is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.core.signals import request_finished
from django.db import close_old_connections, transaction

from tests.security.doors import TABLE, address_of
from tests.security.world import ACTORS, World

_LETTERS = {200: "o", 404: "4", 410: "g", 403: "n", 405: "m", 301: "r", 302: "r"}
# The holder of a preview link is nobody who knows one address.
_NOBODY = {"An", "Pv"}


class Cell(NamedTuple):
    """One cell of the table; `state` is empty for doors that are not of a bulletin."""

    door: str
    method: str
    state: str
    actor: str
    expected: str


def cells() -> Iterator[Cell]:
    """Every cell of the table that says something; a point says nothing."""
    for door, method, state, row in _rows():
        for actor, letter in zip(ACTORS, row, strict=True):
            if letter != ".":
                yield Cell(door, method, state, actor, letter)


def _rows() -> Iterator[tuple[str, str, str, str]]:
    for name, states in TABLE["bulletin"].items():
        yield from ((name, "GET", state, row) for state, row in states.items())
    yield from ((name, "GET", "", row) for name, row in TABLE["site"].items())
    for name, row in TABLE["post"].items():
        public = name in TABLE["sent_for_public"]["names"]
        yield name, "POST", "published" if public else "in-review", row


def disagreements(world: World, asked: Iterable[Cell]) -> Iterator[str]:
    """The cells where a door answers something else than expected, in words."""
    found: dict[tuple[str, str, str], str] = {}
    for cell in asked:
        planted = world.bulletins[cell.state] if cell.state else None
        who = "An" if cell.actor in _NOBODY else cell.actor
        # What a request writes is taken back, so the same one is not sent twice.
        request = (who, cell.method, address_of(cell.door, world, planted))
        if request not in found:
            found[request] = _letter(world, *request)
        if found[request] != cell.expected:
            *where, expected = cell
            yield f"{' | '.join(where)}: expected {expected}, got {found[request]}"


def _letter(world: World, actor: str, method: str, address: str) -> str:
    """One letter of the table, or the status in brackets where it has none."""
    with transaction.atomic():
        answer: Any = world.clients[actor].generic(method, address)
        if answer.streaming:
            _close(answer)
        transaction.set_rollback(True)
    if answer.status_code in {301, 302} and "/login" in answer.headers["Location"]:
        return "l"
    return _LETTERS.get(answer.status_code, f"({answer.status_code})")


def _close(answer: Any) -> None:
    """Lets go of its file unread, and of the signal that would close the world's connection."""
    request_finished.disconnect(close_old_connections)
    try:
        answer.close()
    finally:
        request_finished.connect(close_old_connections)
