"""Who takes more of the server's time than others is told from who does not."""

from __future__ import annotations

import pytest

from releases.search import shares
from releases.search.shares import FAIR_SHARE, Shares

READER = "203.0.113.1"


class Clock:
    """Time that passes only when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def keep_busy(taken: Shares, clock: Clock, share: dict[str, float], *, seconds: int = 20) -> None:
    """Lets each address take its share of every one of some seconds."""
    for _ in range(seconds):
        clock.now += 1
        for address, part in share.items():
            taken.add(address, part / 2)
            taken.add(address, part / 2)


def test_an_address_never_heard_of_has_exceeded_nothing(clock: Clock) -> None:
    assert not Shares(clock).is_exceeded("192.0.2.1")


def test_who_asks_without_a_pause_exceeds_and_who_reads_does_not(clock: Clock) -> None:
    taken = Shares(clock)
    keep_busy(taken, clock, {"192.0.2.1": 0.9, "192.0.2.2": 0.05})
    assert taken.is_exceeded("192.0.2.1")
    assert not taken.is_exceeded("192.0.2.2")


def test_it_takes_two_seconds_to_tell(clock: Clock) -> None:
    taken = Shares(clock)
    keep_busy(taken, clock, {"192.0.2.1": 1.0, READER: 0.05}, seconds=2)
    assert taken.is_exceeded("192.0.2.1")


def test_one_slow_answer_makes_nobody_busy(clock: Clock) -> None:
    taken = Shares(clock)
    taken.add("192.0.2.1", 30.0)
    assert not taken.is_exceeded("192.0.2.1")


def test_what_was_taken_is_forgotten(clock: Clock) -> None:
    taken = Shares(clock)
    keep_busy(taken, clock, {"192.0.2.1": 1.0})
    clock.now += 20
    keep_busy(taken, clock, {READER: 0.05})
    assert not taken.is_exceeded("192.0.2.1")


def test_who_is_alone_or_among_equals_is_in_nobodys_way(clock: Clock) -> None:
    taken = Shares(clock)
    keep_busy(taken, clock, {"192.0.2.1": 1.0})
    assert not taken.is_exceeded("192.0.2.1")
    equals = {f"192.0.2.{n}": 0.9 for n in range(1, 17)}
    keep_busy(taken, clock, equals)
    assert not any(map(taken.is_exceeded, equals))


def test_where_everything_is_slow_only_those_above_the_average_exceed(clock: Clock) -> None:
    taken = Shares(clock)
    readers = {f"192.0.2.{n}": 0.4 for n in range(4)}
    attackers = {f"198.51.100.{n}": 1.0 for n in range(8)}
    keep_busy(taken, clock, readers | attackers)
    assert all(part > FAIR_SHARE for part in readers.values())
    assert not any(taken.is_exceeded(reader) for reader in readers)
    assert all(taken.is_exceeded(attacker) for attacker in attackers)


def test_many_addresses_of_one_subscriber_are_one(clock: Clock) -> None:
    taken = Shares(clock)
    keep_busy(taken, clock, {READER: 0.05} | {f"2001:db8:0:1::{n}": 0.1 for n in range(9)})
    assert taken.is_exceeded("2001:db8:0:1:ffff::1")
    assert not taken.is_exceeded("2001:db8:0:2::1")


def test_a_word_that_is_no_address_is_taken_as_it_is(clock: Clock) -> None:
    taken = Shares(clock)
    keep_busy(taken, clock, {"unix:": 0.9, READER: 0.05})
    assert taken.is_exceeded("unix:")


def test_an_address_that_was_silent_for_half_a_minute_is_not_even_held(clock: Clock) -> None:
    taken = Shares(clock)
    keep_busy(taken, clock, {"192.0.2.1": 0.9, "192.0.2.2": 0.9}, seconds=1)
    clock.now += 31
    taken.add(READER, 0.05)
    assert list(taken._taken) == [READER]


def test_the_address_heard_of_least_recently_makes_room(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shares, "_MOST_ADDRESSES", 2)
    taken = Shares(clock)
    keep_busy(taken, clock, {"192.0.2.1": 0.9, READER: 0.05})
    assert taken.is_exceeded("192.0.2.1")
    keep_busy(taken, clock, {READER: 0.05, "192.0.2.3": 0.05}, seconds=1)
    assert not taken.is_exceeded("192.0.2.1")
